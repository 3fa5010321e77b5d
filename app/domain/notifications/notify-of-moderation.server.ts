import { eq } from 'drizzle-orm'
import type { Tx } from '#db/database.server.ts'
import { objections } from '#db/schema/moderation.ts'
import type { Event } from '../event.ts'
import { holdersOf } from '../identity/holder.server.ts'
import { type News, tell } from './tell.server.ts'

const verbs = [
  'post.held',
  'decision.made',
  'flag.decided',
  'objection.sent',
  'objection.decided',
  'burst.held',
] as const
type OfModeration = Extract<Event, { verb: (typeof verbs)[number] }>

/** Whether an event is about what moderators look at or decide. */
export const isOfModeration = (event: Event): event is OfModeration =>
  verbs.some((verb) => verb === event.verb)

/**
 * Tells of moderation: whoever it concerns, and never who decided; and the moderators of what waits
 * for one of them, but for whoever may not decide it.
 */
export async function notifyOfModeration(tx: Tx, event: OfModeration) {
  const { verb, subjectId, actorId } = event
  const once = `${subjectId} ${verb}`
  const about = (step = '') => ({
    subjectId,
    once,
    data: { verb, subject: subjectId, ...(step && { step }) },
  })
  if (verb === 'burst.held' || verb === 'objection.sent') {
    const except = verb === 'objection.sent' ? [event.data.decidedBy ?? ''] : []
    const kind = verb === 'burst.held' ? 'staff-burst' : 'staff-objection'
    const moderators = await holdersOf(tx, 'moderation.decide')
    return tell(tx, moderators, { ...about(), event: kind, actorId, except })
  }
  await tell(tx, [event.data.personId], { actorId: null, ...(await ownNews(tx, event, about)) })
}

type Own = Exclude<OfModeration, { verb: 'burst.held' | 'objection.sent' }>
type Told = Pick<News, 'subjectId' | 'once' | 'data'>

async function ownNews(tx: Tx, event: Own, about: (step?: string) => Told) {
  if (event.verb === 'post.held') return { ...about(), event: 'own-held' as const }
  if (event.verb === 'decision.made')
    return { ...about(event.data.act), event: 'own-decision' as const }
  const told = about(event.data.outcome)
  if (event.verb === 'flag.decided') return { ...told, event: 'own-flag' as const }
  const [objection] = await tx.select().from(objections).where(eq(objections.id, event.subjectId))
  const decision = objection?.decisionId ?? ''
  return { ...told, event: 'own-objection' as const, data: { ...told.data, decision } }
}
