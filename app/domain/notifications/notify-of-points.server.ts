import type { Tx } from '#db/database.server.ts'
import type { Event } from '../event.ts'
import { holdersOf } from '../identity/holder.server.ts'
import type { IdeaLess } from './notification.rules.ts'
import { rewardOf } from './reward.server.ts'
import { type News, tell } from './tell.server.ts'

const own = {
  'level.reached': 'own-level',
  'badge.awarded': 'own-badge',
  'points.granted': 'own-points',
  'points.expiring': 'own-expiring',
} as const satisfies Partial<Record<Event['verb'], IdeaLess>>

type Of<V> = Extract<Event, { verb: V }>
type OfPoints = Of<keyof typeof own | 'grant.asked' | 'points.suspected' | 'redemption.moved'>

/** Whether an event is about points or a reward, and no idea. */
export const isOfPoints = (event: Event): event is OfPoints =>
  event.verb in own || ['grant.asked', 'points.suspected', 'redemption.moved'].includes(event.verb)

/** Tells of points and rewards: their owner, whoever did it, and of what waits for hands, the team. */
export async function notifyOfPoints(tx: Tx, event: OfPoints) {
  if (event.verb === 'redemption.moved') return tellOfRedemption(tx, event)
  const { verb, subjectId, actorId } = event
  const news = { subjectId, once: `${subjectId} ${verb}` }
  if (verb === 'points.suspected') {
    const holders = await holdersOf(tx, 'points.suspects')
    return tell(tx, holders, { ...news, ...factOf(event), actorId, event: 'staff-suspect' })
  }
  const { personId } = event.data
  if (verb === 'grant.asked') {
    // Nobody decides of points for themselves, nor of what they asked for.
    const holders = await holdersOf(tx, 'points.approve')
    const said = { ...news, ...factOf(event), actorId, except: [personId] }
    return tell(tx, holders, { ...said, event: 'staff-grant' })
  }
  await tell(tx, [personId], { ...news, ...factOf(event), actorId: null, event: own[verb] })
}

/** What the notification keeps: nothing of others' points is in what the team is told. */
function factOf({ verb, subjectId, ...event }: OfPoints): Pick<News, 'data'> {
  const kept = { verb, subject: subjectId }
  if (verb === 'points.expiring' || verb === 'points.granted') {
    const { amount } = (event as Of<'points.expiring'>).data
    return { data: { ...kept, amount, ...(verb === 'points.expiring' && { day: subjectId }) } }
  }
  return { data: kept }
}

/** Each step is told once, to whoever asked for it even where they took it; what waits for hands to the team. */
async function tellOfRedemption(tx: Tx, { subjectId, actorId, data }: Of<'redemption.moved'>) {
  const { personId, to } = data
  const reward = await rewardOf(tx, subjectId)
  if (!reward) return
  const { titleIt, titleEn, kind, price: amount } = reward
  const said = { verb: 'redemption.moved', subject: subjectId, titleIt, titleEn, kind }
  await tell(tx, [personId], {
    event: 'own-redemption',
    subjectId,
    actorId: null,
    once: `${subjectId} ${to}`,
    data: { ...said, state: to, amount },
  })
  const isWork = to === 'requested' || (to === 'approved' && kind === 'prize')
  if (!isWork) return
  const event = 'staff-redemption'
  const once = `${subjectId} ${event}`
  const holders = await holdersOf(tx, 'rewards.fulfil')
  await tell(tx, holders, { event, subjectId, actorId, once, except: [personId], data: said })
}
