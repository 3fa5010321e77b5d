import { chanceOf, shuffled } from './chance.ts'
import type { Member } from './cast.ts'

export type Ballot = { voter: Member; at: number }
type Window = { from: number; to: number; votes: number; threshold: number; crossing?: number }

const minute = 60_000
/** More people vote in an idea's first days than in its last. */
const eagerness = 1.8

/**
 * Who votes when: distinct people, each only once they are here. Where the house shortlisted the
 * idea, the vote that reaches `threshold` is cast at the moment of `crossing`.
 */
export function ballotsOf(seed: string, voters: Member[], window: Window): Ballot[] {
  const chance = chanceOf(seed)
  const waiting = shuffled(voters, chance)
  const ballots: Ballot[] = []
  for (const at of momentsOf(window, chance)) {
    const next = waiting.findIndex(({ joinedAt }) => joinedAt + minute < at)
    if (next < 0) continue
    ballots.push({ voter: waiting.splice(next, 1)[0]!, at })
  }
  return ballots
}

function momentsOf({ from, to, votes, threshold, crossing }: Window, chance: () => number) {
  const between = (start: number, end: number, amount: number) =>
    Array.from({ length: Math.max(amount, 0) }, () => start + (end - start) * chance() ** eagerness)
  const moments = crossing
    ? [
        ...between(from, crossing - minute, threshold - 1),
        crossing,
        ...between(crossing + minute, to, votes - threshold),
      ]
    : between(from, to, votes)
  return moments.sort((a, b) => a - b)
}
