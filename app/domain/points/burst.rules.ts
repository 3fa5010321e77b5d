const hourMs = 3_600_000

/** Much in little time: so many points by acts within so many hours of joining. */
export const burst = { hours: 6, points: 25 }

/** What somebody earned by an act of theirs, and still waits for. */
export type NewEarning = {
  personId: string
  joinedAt: Date
  actedAt: Date
  rule: string
  amount: number
}
/** Somebody who earned much within hours of joining, and by how many acts of which kind. */
export type Burst = { personId: string; points: number; acts: number; hours: number }

/** What newcomers do themselves; what others make of it, and joining itself, is no burst. */
const ownActs = ['vote', 'comment', 'idea']

/** The bursts among what newcomers earned. */
export function burstsAmong(earnings: NewEarning[]): Burst[] {
  const byPerson = new Map<string, NewEarning[]>()
  for (const earning of earnings) {
    if (!ownActs.includes(earning.rule) || !isEarly(earning)) continue
    byPerson.set(earning.personId, [...(byPerson.get(earning.personId) ?? []), earning])
  }
  return [...byPerson]
    .map(([personId, own]) => ({
      personId,
      points: own.reduce((sum, { amount }) => sum + amount, 0),
      acts: own.length,
      hours: burst.hours,
    }))
    .filter(({ points }) => points >= burst.points)
}

const isEarly = ({ joinedAt, actedAt }: NewEarning) => +actedAt - +joinedAt < burst.hours * hourMs
