const dayMs = 86_400_000

/** Somebody who joined lately, by whose link, and whom what they do concerns. */
export type Newcomer = {
  personId: string
  joinedAt: Date
  inviterId: string | null
  /** How often they voted for, answered or praised something of whom. */
  deeds: Map<string, number>
  /** What they wrote themselves. */
  ideas: number
}
/** Accounts that seem to be there for one person only. */
export type Puppets = {
  masterId: string
  personIds: string[]
  /** Of them, who came by the master's link, and who voted or praised nobody else. */
  byLink: number
  devoted: number
  /** Votes for the master's ideas lately, in all. */
  votes: number
  why: 'crowd' | 'friends' | 'votes'
}

/** How many newcomers by one link in a day are a crowd; from how many on devoted ones are suspect. */
export const puppetSigns = { crowd: 10, friends: 3, voters: 5, share: 0.5 }

/** Whether a newcomer does something for `masterId` and next to nothing else. */
export function isDevoted({ deeds, ideas }: Newcomer, masterId: string) {
  const own = deeds.get(masterId) ?? 0
  const all = [...deeds.values()].reduce((sum, times) => sum + times, ideas)
  return own > 0 && all - own <= Math.max(1, 0.2 * all)
}

/** Who may have puppets among some newcomers: those by whose link, or for whom, several came. */
export function mastersAmong(newcomers: Newcomer[]): string[] {
  const byLink = new Map<string, number>()
  const devoted = new Map<string, number>()
  for (const newcomer of newcomers) {
    if (newcomer.inviterId) count(byLink, newcomer.inviterId)
    for (const master of newcomer.deeds.keys())
      if (isDevoted(newcomer, master)) count(devoted, master)
  }
  const enough = (counts: Map<string, number>, least: number) =>
    [...counts].filter(([, times]) => times >= least).map(([id]) => id)
  return [
    ...new Set([...enough(byLink, puppetSigns.friends), ...enough(devoted, puppetSigns.voters)]),
  ]
}

const count = (counts: Map<string, number>, id: string) => counts.set(id, (counts.get(id) ?? 0) + 1)

/** In a house where everybody is new, that newcomers vote for the few ideas there are says nothing. */
export const isNewHouse = (newcomers: number, house: number) => newcomers * 3 >= house

/**
 * The puppets of one person among some newcomers, or `undefined`; `votes` for their ideas lately, or
 * null where the votes of newcomers say nothing.
 */
export function puppetsOf(
  masterId: string,
  newcomers: Newcomer[],
  votes: number | null,
): Puppets | undefined {
  const others = newcomers.filter(({ personId }) => personId !== masterId)
  const friends = others.filter(({ inviterId }) => inviterId === masterId)
  const devoted = others.filter((newcomer) => isDevoted(newcomer, masterId))
  const devotedFriends = devoted.filter(({ inviterId }) => inviterId === masterId)
  const found = (why: Puppets['why'], puppets: Newcomer[]) => ({
    masterId,
    why,
    votes: votes ?? 0,
    personIds: puppets.map(({ personId }) => personId).sort(),
    byLink: puppets.filter(({ inviterId }) => inviterId === masterId).length,
    devoted: devoted.length,
  })
  if (isCrowd(friends)) return found('crowd', [...new Set([...friends, ...devoted])])
  const { friends: few, voters, share } = puppetSigns
  if (devotedFriends.length >= few && devotedFriends.length >= share * friends.length)
    return found('friends', devoted)
  if (votes !== null && devoted.length >= voters && devoted.length >= share * votes)
    return found('votes', devoted)
  return undefined
}

/** So many within one day. */
function isCrowd(friends: Newcomer[]) {
  const times = friends.map(({ joinedAt }) => +joinedAt).sort((one, other) => one - other)
  return times.some((time, i) => (times[i + puppetSigns.crowd - 1] ?? Infinity) - time < dayMs)
}
