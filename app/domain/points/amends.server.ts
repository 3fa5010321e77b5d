import type { Tx } from '#db/database.server.ts'
import { book } from './ledger.server.ts'

type Amends = { id: string; personId: string; amount: number; actorId: string }

/**
 * Books points that customer care gives to make good, once for each `id`; the statement of
 * the member finds the reason by it. Whether they may be given is decided by care.
 */
export async function bookAmends(tx: Tx, { id, personId, amount, actorId }: Amends) {
  const key = `remedy:${id}`
  await book(tx, [{ kind: 'grant', personId, amount, key, subjectId: id, actorId }])
}
