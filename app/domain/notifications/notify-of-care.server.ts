import type { Tx } from '#db/database.server.ts'
import { now } from '#db/time.ts'
import type { Event } from '../event.ts'
import { holdersOf } from '../identity/holder.server.ts'
import type { IdeaLess } from './notification.rules.ts'
import { tell } from './tell.server.ts'

/** What the member is told of, whoever did it. */
const own = {
  'case.answered': 'own-case',
  'case.solved': 'own-case-solved',
  'case.invited-idea': 'own-invited',
  'remedy.given': 'own-remedy',
  'export.ready': 'own-export',
} as const satisfies Partial<Record<Event['verb'], IdeaLess>>

/** What the agents are told of. */
const teams = {
  'case.opened': 'staff-case-opened',
  'case.written': 'staff-case-written',
  'case.assigned': 'staff-case-assigned',
  'case.called': 'staff-case-called',
  'case.breaching': 'staff-case-breaching',
  'remedy.asked': 'staff-remedy',
} as const satisfies Partial<Record<Event['verb'], IdeaLess>>

type OfCare = Extract<Event, { verb: keyof typeof own | keyof typeof teams }>
type OfTeam = Extract<Event, { verb: keyof typeof teams }>

/** Whether an event is about a case, or about what somebody asked to have of their own. */
export const isOfCare = (event: Event): event is OfCare => event.verb in own || event.verb in teams

const isTeams = (event: OfCare): event is OfTeam => event.verb in teams

/**
 * Tells of cases: their member, and of what waits for hands, agents alone. That something happened
 * and in which case is all that is kept of it.
 */
export async function notifyOfCare(tx: Tx, event: OfCare) {
  const { verb, subjectId } = event
  // The same happens to a case again and again, and is told each time.
  const once = `${subjectId} ${verb} ${now().getTime()}`
  const data = { verb, subject: subjectId }
  if (!isTeams(event)) {
    const news = { event: own[event.verb], subjectId, once, data, actorId: null }
    return tell(tx, [event.data.personId], news)
  }
  const { personIds, kind } = await agentsFor(tx, event)
  const news = { subjectId, once, data: factsIn(event), actorId: event.actorId }
  await tell(tx, personIds, { ...news, event: kind })
}

const factsIn = (event: OfTeam): Record<string, string> => ({
  ...{ verb: event.verb, subject: event.subjectId },
  ...(event.verb === 'case.breaching' && { step: event.data.clock }),
})

/** Who is told: whoever the case is for; where it is nobody's, all agents; for a remedy, who may give it. */
async function agentsFor(tx: Tx, event: OfTeam): Promise<{ personIds: string[]; kind: IdeaLess }> {
  const agents = await holdersOf(tx, 'care.answer')
  const kind = teams[event.verb]
  if (event.verb === 'case.opened') return { personIds: agents, kind }
  if (event.verb === 'remedy.asked') {
    const leads = await holdersOf(tx, 'care.lead')
    return { personIds: leads.filter((id) => id !== event.data.personId), kind }
  }
  const nearest = 'personId' in event.data ? event.data.personId : event.data.assigneeId
  if (nearest) return { personIds: agents.filter((id) => id === nearest), kind }
  // Nobody's case is news like a new one, but a promise that is about to be broken is everybody's.
  return { personIds: agents, kind: event.verb === 'case.written' ? 'staff-case-opened' : kind }
}
