import type { Tx } from '#db/database.server.ts'
import { moves } from '#db/schema/workflow.ts'
import type { Reason } from './workflow.rules.ts'

/** Where an imported idea stands at its arrival; `reason` where the status asks for one. */
export type ToldMove = { ideaId: string; toStatus: string; reason: Reason | null; movedAt: Date }

/** Opens the timelines of imported ideas with the one move we know of, of which nothing is said. Nobody is told. */
export async function importMoves(tx: Tx, told: ToldMove[]) {
  if (told.length) await tx.insert(moves).values(told)
}
