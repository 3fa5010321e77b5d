import { eq } from 'drizzle-orm'
import type { Tx } from '#db/database.server.ts'
import { moves } from '#db/schema/workflow.ts'
import type { Event } from '../event.ts'
import { authorOf } from './concerned.server.ts'
import { undoMs } from './notification.rules.ts'
import { isPast, type News, tell } from './tell.server.ts'
import { tellLater } from './telling.server.ts'

type Moved = Extract<Event, { verb: 'idea.moved' }>

/**
 * Tells of a move. What the house did by itself, what belongs to a round and what happened long ago
 * is told at once, what a retired status brings along to nobody; what somebody did, ten seconds later, so that they may take it back.
 */
export async function tellOfMove(tx: Tx, { ideaId, subjectId, actorId, data }: Moved) {
  if (data.remap === 'silent') return
  const { roundId, from, to } = data
  const receipt: Record<string, number> =
    actorId && (await hasReason(tx, subjectId)) ? { receipt: 1 } : {}
  const news: Omit<News, 'event'> = {
    ideaId,
    subjectId,
    actorId,
    data: { from, to, ...receipt },
    ...(roundId && { bundle: roundId }),
  }
  const author = await authorOf(tx, ideaId)
  const isToldOtherwise = !!data.answersId
  const own = { ...news, event: 'own-moved' as const }
  const followed = { ...news, event: 'followed-moved' as const, except: author }
  if (actorId && !roundId && !isPast())
    return tellLater(tx, {
      news: followed,
      own: isToldOtherwise ? undefined : own,
      delayMs: undoMs,
    })

  if (!isToldOtherwise) await tell(tx, author, own)
  await tellLater(tx, { news: followed })
}

async function hasReason(tx: Tx, moveId: string) {
  const [move] = await tx.select({ reason: moves.reason }).from(moves).where(eq(moves.id, moveId))
  return !!move?.reason
}
