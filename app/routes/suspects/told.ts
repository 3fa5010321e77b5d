import type { Suspicion } from '#app/domain/points/suspicion.server.ts'

const numberIn = (facts: Suspicion['facts'], name: string) => Number(facts[name] ?? 0)

/** What speaks for a suspicion, as numbers for a sentence: which one, and what stands in its gaps. */
export function factOf({ kind, facts, personIds }: Suspicion) {
  const number = (name: string) => numberIn(facts, name)
  if (kind === 'ring')
    return {
      key: 'ring' as const,
      counts: { given: number('given'), inside: number('inside'), received: number('received') },
      share: number('inside') / Math.max(1, number('received')),
    }
  if (kind === 'burst')
    return {
      key: 'burst' as const,
      counts: { acts: number('acts'), hours: number('hours') },
      points: number('points'),
    }
  const why = ['crowd', 'friends', 'votes'].find((one) => one === facts.why) ?? 'votes'
  return {
    key: why as 'crowd' | 'friends' | 'votes',
    counts: { n: personIds.length - 1, votes: number('votes') },
  }
}

/** How many points were let go, or taken back, when it was decided. */
export const decidedPoints = ({ facts }: Suspicion) => numberIn(facts, 'decidedPoints')
