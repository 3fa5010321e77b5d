import { eq } from 'drizzle-orm'
import type { Tx } from '#db/database.server.ts'
import { moves } from '#db/schema/workflow.ts'
import type { Event } from '../event.ts'
import { authorOf } from './concerned.server.ts'
import { undoMs } from './notification.rules.ts'
import { type IdeaNews, isPast, tell } from './tell.server.ts'
import { tellLater } from './telling.server.ts'

type Moved = Extract<Event, { verb: 'idea.moved' }>

/**
 * Tells of a move. What the house did by itself, what belongs to a round and what happened long ago
 * is told at once, what a retired status brings along to nobody; what somebody did, ten seconds
 * later, so that they may take it back.
 */
export async function tellOfMove(tx: Tx, event: Moved) {
  const { actorId, data } = event
  if (data.remap === 'silent') return
  const news = await newsOf(tx, event)
  const author = await authorOf(tx, event.ideaId)
  // What an appeal or new words brought back is told with their answer.
  const own = data.answersId ? undefined : { ...news, event: 'own-moved' as const }
  const followed = { ...news, event: 'followed-moved' as const, except: author }
  if (actorId && !data.roundId && !isPast())
    return tellLater(tx, { news: followed, own, delayMs: undoMs })

  if (own) await tell(tx, author, own)
  await tellLater(tx, { news: followed })
}

async function newsOf(tx: Tx, moved: Moved): Promise<Omit<IdeaNews, 'event'>> {
  const { ideaId, subjectId, actorId } = moved
  const { roundId: bundle, from, to } = moved.data
  const [move] = await tx.select().from(moves).where(eq(moves.id, subjectId))
  const receipt: Record<string, number> = actorId && move?.reason ? { receipt: 1 } : {}
  return { ideaId, subjectId, actorId, bundle, data: { from, to, ...receipt } }
}
