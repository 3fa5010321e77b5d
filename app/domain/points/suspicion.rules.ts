import type { Burst } from './burst.rules.ts'
import type { Puppets } from './puppet.rules.ts'
import type { Ring } from './ring.rules.ts'

export type Kind = 'ring' | 'burst' | 'puppets'

/** Doings that look like farming: whom they concern, what they are known by, and what speaks for it. */
export type Doings = {
  kind: Kind
  /** The same doings have the same. */
  name: string
  personIds: string[]
  facts: Record<string, unknown>
}

/** What of the people concerned is held back until somebody has looked; `undefined` for everything. */
const heldRules: Record<Kind, string[] | undefined> = {
  ring: ['useful', 'comment'],
  burst: undefined,
  puppets: undefined,
}
/** Of the person whom puppets serve: what others made them earn. What they did themselves they keep. */
const servedRules = ['friend', 'votes-10', 'votes-50', 'votes-250', 'useful', 'shortlisted']

/** Whose points of which rules a suspicion holds back. */
export function holdsOf({ kind, personIds, facts }: Omit<Doings, 'name'>) {
  const masterId = kind === 'puppets' ? facts.masterId : undefined
  const others = personIds.filter((id) => id !== masterId)
  const holds = [{ personIds: others, rules: heldRules[kind] }]
  return typeof masterId === 'string'
    ? [...holds, { personIds: [masterId], rules: servedRules }]
    : holds
}

export const doingsOfRing = ({ personIds, ...facts }: Ring): Doings => ({
  kind: 'ring',
  name: personIds.join(' '),
  personIds,
  facts,
})

export const doingsOfBurst = ({ personId, ...facts }: Burst): Doings => ({
  kind: 'burst',
  name: personId,
  personIds: [personId],
  facts,
})

export const doingsOfPuppets = ({ personIds, ...facts }: Puppets): Doings => ({
  kind: 'puppets',
  name: [facts.masterId, ...personIds].join(' '),
  personIds: [facts.masterId, ...personIds],
  facts,
})

/** Whether some doings are (mostly) those that are known already. */
export function isKnown(personIds: string[], known: string[]) {
  const shared = personIds.filter((id) => known.includes(id)).length
  return shared > 1 ? shared * 2 > personIds.length : shared === personIds.length
}

/** Whether some doings go beyond what is known: others do it too. */
export const goesBeyond = (personIds: string[], known: string[]) =>
  personIds.some((id) => !known.includes(id))
