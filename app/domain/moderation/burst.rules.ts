/** A vote that may belong to a burst: of an account that was young when it voted. */
export type YoungVote = {
  voterId: string
  castAt: Date
  joinedAt: Date
  /** The networks that the account was seen in, and its mailbox; empty where nobody knows. */
  networks: string[]
  mailbox: string
  isDisposable: boolean
}

export type Sign = 'hour' | 'network' | 'mailbox' | 'disposable'
/** Votes that came to one idea as if by one hand, and by which signs. */
export type FoundBurst = { signs: Sign[]; votes: YoungVote[] }

const hourMs = 3_600_000

/** From how many votes on each sign holds them, measured by the house's `burstVotes`. */
export const thresholds = (burstVotes: number) => ({
  hour: burstVotes,
  network: Math.max(5, Math.ceil(burstVotes / 2)),
  mailbox: 3,
  disposable: Math.max(5, Math.ceil(burstVotes / 4)),
})

/**
 * The burst among the votes of young accounts for one idea, if there is one: more than usual in one
 * hour (not where everybody is new); several from one network; several that share one mailbox, by
 * `+tags` or dots; several whose mailbox is thrown away. One hand often shows by more than one sign.
 */
export function burstAmong(
  votes: YoungVote[],
  { burstVotes, isNewHouse }: { burstVotes: number; isNewHouse: boolean },
): FoundBurst | undefined {
  const least = thresholds(burstVotes)
  const bySign: Record<Sign, YoungVote[]> = {
    hour: isNewHouse ? [] : busiest(votes, least.hour),
    network: crowds(votes, least.network, ({ networks }) => networks),
    mailbox: crowds(votes, least.mailbox, ({ mailbox }) => (mailbox ? [mailbox] : [])),
    disposable: crowds(votes, least.disposable, ({ isDisposable }) => (isDisposable ? ['x'] : [])),
  }
  const signs = (Object.keys(bySign) as Sign[]).filter((sign) => bySign[sign].length > 0)
  if (!signs.length) return undefined
  const held = new Set(signs.flatMap((sign) => bySign[sign]))
  return { signs, votes: votes.filter((vote) => held.has(vote)) }
}

/** All votes that are in some hour with at least `least`. */
function busiest(votes: YoungVote[], least: number) {
  const inOrder = [...votes].sort((one, other) => +one.castAt - +other.castAt)
  const held = new Set<YoungVote>()
  for (let from = 0, to = 0; to < inOrder.length; to++) {
    while (+inOrder[to]!.castAt - +inOrder[from]!.castAt >= hourMs) from++
    if (to - from + 1 >= least) for (const vote of inOrder.slice(from, to + 1)) held.add(vote)
  }
  return [...held]
}

function crowds(votes: YoungVote[], least: number, keysOf: (vote: YoungVote) => string[]) {
  const groups = new Map<string, YoungVote[]>()
  for (const vote of votes)
    for (const key of new Set(keysOf(vote))) groups.set(key, [...(groups.get(key) ?? []), vote])
  return [...groups.values()].filter((group) => group.length >= least).flat()
}

/** What the panel shows of a burst: figures alone, nobody's address. */
export type BurstFacts = {
  signs: Sign[]
  /** How many votes came in each ten minutes, from the first on. */
  pace: number[]
  /** Accounts by their age when they voted: under an hour, a day, a week. */
  ages: { hour: number; day: number; week: number }
  /** How many voters the busiest networks and mailboxes had, the most first. */
  networks: number[]
  mailboxes: number[]
  disposable: number
}

const [slotMs, mostSlots, mostGroups] = [600_000, 144, 5]
const dayMs = 24 * hourMs

/** The figures of a burst. */
export function factsOf({ signs, votes }: FoundBurst): BurstFacts {
  const from = Math.min(...votes.map(({ castAt }) => +castAt))
  const slots = votes.map(({ castAt }) => Math.floor((+castAt - from) / slotMs))
  const pace = Array<number>(Math.min(mostSlots, Math.max(...slots) + 1)).fill(0)
  for (const slot of slots) pace[Math.min(slot, mostSlots - 1)]!++
  const ages = votes.map(({ castAt, joinedAt }) => +castAt - +joinedAt)
  const hour = ages.filter((age) => age < hourMs).length
  const day = ages.filter((age) => age < dayMs).length - hour
  return {
    signs,
    pace,
    ages: { hour, day, week: ages.length - hour - day },
    networks: sizesOf(votes.map(({ networks }) => networks)),
    mailboxes: sizesOf(votes.map(({ mailbox }) => (mailbox ? [mailbox] : []))),
    disposable: votes.filter(({ isDisposable }) => isDisposable).length,
  }
}

function sizesOf(keys: string[][]) {
  const sizes = new Map<string, number>()
  for (const own of keys) for (const key of new Set(own)) sizes.set(key, (sizes.get(key) ?? 0) + 1)
  return [...sizes.values()]
    .filter((size) => size > 1)
    .sort((one, other) => other - one)
    .slice(0, mostGroups)
}
