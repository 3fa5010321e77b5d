import { and, eq, lte, or } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { rounds } from '#db/schema/rounds.ts'
import { now } from '#db/time.ts'
import { ask } from '../jobs/job.server.ts'
import type { Round } from './round.server.ts'

const { id, number, state, opensAt, closesAt } = rounds

export type DueRound = Pick<Round, 'id' | 'number' | 'state' | 'opensAt' | 'closesAt'>

/** The rounds whose day to open has come, and those that are open past their day. */
export function roundsDue(db: Read): Promise<DueRound[]> {
  const moment = now()
  return db
    .select({ id, number, state, opensAt, closesAt })
    .from(rounds)
    .where(
      or(
        and(eq(state, 'planned'), lte(opensAt, moment)),
        and(eq(state, 'open'), lte(closesAt, moment)),
      ),
    )
}

/** What the clock does of a round, and the key under which it does so once for each date that was set. */
export function dueAct({ id, number, state, opensAt, closesAt }: DueRound) {
  const act = state === 'planned' ? 'open' : 'close'
  const day = state === 'planned' ? opensAt : closesAt
  return { key: `round-${act}:${id}:${day.getTime()}`, payload: { act, number } }
}

/** Asks the clock for what is due of some rounds; what was asked before is not asked again. */
export async function askDue(tx: Tx, due: DueRound[]) {
  for (const round of due) {
    const { key, payload } = dueAct(round)
    await ask(tx, 'round', key, { payload })
  }
}
