import type { Tx } from '#db/database.server.ts'
import { cancel } from '../jobs/cancel.server.ts'
import { tellKey } from './telling.server.ts'

/**
 * Keeps what is not told yet from being told, for whoever takes a move back: `untold`, and nobody
 * will hear of it; or `told-already`, when the telling has begun.
 */
export async function untell(tx: Tx, subjectId: string) {
  const outcome = await cancel(tx, tellKey(subjectId))
  return outcome === 'cancelled' ? 'untold' : 'told-already'
}
