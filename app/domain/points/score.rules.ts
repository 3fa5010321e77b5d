import type { Zone } from '../site/zone.rules.ts'
import type { Entry } from './ledger.rules.ts'
import { periodsOf } from './season.rules.ts'

/** What somebody earned, or (negative) lost again, by what they did at `actedAt`. */
export type Scored = {
  personId: string
  amount: number
  actedAt: Date
  categoryId: string | null
}

/** What an entry adds to the leaderboards, or takes from them: what comes of a rule. */
export function scoredBy({ kind, debit, ...entry }: Scoring): Scored[] {
  const { amount, actedAt, at, personId, categoryId, rule } = entry
  const taken = kind === 'owe' || (kind === 'reverse' && debit === 'available')
  if (!rule || (kind !== 'confirm' && !taken)) return []
  return [{ personId, categoryId, actedAt: actedAt ?? at, amount: taken ? -amount : amount }]
}
export type Scoring = Pick<
  Entry,
  'kind' | 'debit' | 'amount' | 'actedAt' | 'at' | 'personId' | 'categoryId' | 'rule'
>

export type Place = { period: string; categoryId: string; personId: string }
export const keyOf = ({ period, categoryId, personId }: Place) =>
  [period, categoryId, personId].join(' ')

/** What acts add up to on each leaderboard: the week's, the season's and that of all time, in their category and in all. */
export function scoresOf(rows: Scored[], { months, zone }: { months: number; zone: Zone }) {
  const sums = new Map<string, Place & { amount: number }>()
  for (const { personId, amount, actedAt, categoryId } of rows)
    for (const period of Object.values(periodsOf(actedAt, months, zone)))
      for (const category of categoryId ? ['', categoryId] : ['']) {
        const place = { period, categoryId: category, personId }
        const before = sums.get(keyOf(place))?.amount ?? 0
        sums.set(keyOf(place), { ...place, amount: before + amount })
      }
  return [...sums.values()].filter(({ amount }) => amount)
}
