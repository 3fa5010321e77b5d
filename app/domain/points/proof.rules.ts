import type { Tx } from '#db/database.server.ts'
import { type Balance, type Entry, isWay, nothing, signOf } from './ledger.rules.ts'

/** Something of the ledger that is not as it must be. Without `mend` it stays wrong: entries never change. */
export type Wrong = {
  counter: string
  /** Where: the `seq` of an entry, or somebody's id. */
  of: string
  stored: number | string
  counted: number | string
  mend?: (tx: Tx) => Promise<void>
}

/** What an entry does to the account `side`. */
const effect = (entry: Sum, side: Entry['debit']) =>
  (entry.credit === side ? entry.amount : 0) - (entry.debit === side ? entry.amount : 0)

/** Entries of one kind and way, added up. */
export type Sum = Pick<Entry, 'kind' | 'debit' | 'credit' | 'amount'>

/** The balance that somebody's entries add up to. */
export function balanceOf(sums: Sum[]): Balance {
  const all = { ...nothing }
  for (const sum of sums) {
    all.available += effect(sum, 'available')
    all.pending += effect(sum, 'pending')
    all.owed -= effect(sum, 'owed')
    all.spent += effect(sum, 'spent')
    all.earned += sum.amount * signOf(sum)
  }
  return all
}

/** What the house has, with the signs of a ledger: what it gave out is below nothing. */
export const houseOf = (sums: Sum[]) =>
  sums.reduce(
    (all, sum) => all + effect(sum, 'issued') + effect(sum, 'spent') + effect(sum, 'expired'),
    0,
  )

type Answer = Pick<Entry, 'seq' | 'personId' | 'kind' | 'debit' | 'credit' | 'amount'>

const answerable: Partial<Record<Entry['kind'], Entry['kind']>> = {
  confirm: 'earn',
  reverse: 'earn',
  owe: 'earn',
  refund: 'spend',
}

/** What is wrong about an entry by itself, and about what it says it answers. */
export function faultOf(entry: Entry, answered: Answer | undefined): Wrong | undefined {
  const of = `entry ${entry.seq}`
  const said = `${entry.kind} ${entry.debit} → ${entry.credit}`
  if (!isWay(entry) || entry.amount <= 0)
    return { counter: 'way', of, stored: `${said} ${entry.amount}`, counted: 'no such way' }
  const wanted = answerable[entry.kind]
  if (!wanted) return undefined
  if (isPair(entry, answered, wanted)) return undefined
  const counted = answered ? `${answered.kind} of ${answered.personId}` : 'no entry'
  return { counter: 'pair', of, stored: `${said} of ${entry.answers}`, counted }
}

const isPair = (entry: Entry, answered: Answer | undefined, wanted: Entry['kind']) =>
  answered?.kind === wanted && answered.personId === entry.personId && answered.seq < entry.seq

/** What is wrong about the answers to an entry: more than it is worth, or in no order that can be. */
export function answersFault(entry: Answer, answers: Answer[]): Wrong | undefined {
  const sum = (kinds: string[], debit?: string) =>
    answers
      .filter((answer) => kinds.includes(answer.kind) && (!debit || answer.debit === debit))
      .reduce((all, { amount }) => all + amount, 0)
  const times = (kind: string) => answers.filter((answer) => answer.kind === kind).length
  const wrong = (counter: string, counted: number) => ({
    ...{ counter, of: `entry ${entry.seq}` },
    ...{ stored: entry.amount, counted },
  })
  if (entry.kind === 'spend') {
    const [back, refunds] = [sum(['refund']), times('refund')]
    return back > entry.amount || refunds > 1 ? wrong('refunded', back) : undefined
  }
  const [confirmed, early] = [sum(['confirm']), sum(['reverse'], 'pending')]
  const late = sum(['reverse', 'owe']) - early
  if (confirmed + early > entry.amount) return wrong('confirmed or taken back', confirmed + early)
  return late > confirmed ? wrong('taken back', late) : undefined
}

/** How much of what was earned still waits. */
export const waitingOf = (entry: Answer, answers: Answer[]) =>
  answers.some(({ debit }) => debit === 'pending') ? 0 : entry.amount
