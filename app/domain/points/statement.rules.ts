import type { Entry } from './ledger.rules.ts'

/** Which movements of their points somebody wants to see. */
export const ways = ['all', 'in', 'out'] as const
export type Way = (typeof ways)[number]

/** The filter that an address names; all, where it names none. */
export const wayOf = (said: string | null): Way => ways.find((way) => way === said) ?? 'all'

/** The place in a statement that an address names. */
export const seqOf = (said: string | null) =>
  said && /^\d{1,9}$/.test(said) ? Number(said) : undefined

type Sides = Pick<Entry, 'debit' | 'credit' | 'amount'>

/** By how much an entry changed what its owner can use. */
export function changeOf({ debit, credit, amount }: Sides) {
  if (credit === 'available') return amount
  return debit === 'available' ? -amount : 0
}

/** What a row of the statement tells: what was earned and never confirmed is a story of its own. */
export const tellOf = ({ kind, debit }: Pick<Entry, 'kind' | 'debit'>) =>
  kind === 'reverse' && debit === 'pending' ? 'undone' : kind

export type Tell = ReturnType<typeof tellOf>
