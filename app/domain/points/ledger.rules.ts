import type { pointEntries } from '#db/schema/points.ts'
import { chained } from '../audit/chain.rules.ts'

export type Entry = typeof pointEntries.$inferSelect

/** What an entry may tell of itself. */
type Facts = Partial<
  Pick<
    Entry,
    'rule' | 'ideaId' | 'categoryId' | 'subjectId' | 'actorId' | 'note' | 'actedAt' | 'expiresOn'
  >
>

/**
 * Points that somebody wants to move. `key` is what must not be booked twice, `answers` the `seq` of
 * the entry that is confirmed, reversed or given back; what is owed and settled follows by itself.
 */
export type NewEntry = Facts & { personId: string; amount: number; key: string } & (
    | { kind: 'earn'; rule: string; actedAt: Date; confirmsAt: Date; heldBy?: string | null }
    | { kind: 'confirm' | 'refund'; answers: number }
    | { kind: 'reverse'; answers: number; from: 'pending' | 'available' }
    | { kind: 'spend' | 'expire' | 'grant' | 'claw' }
  )

/** What somebody has. `owed` was taken back after it had been spent; `earned` is what levels count. */
export type Balance = {
  available: number
  pending: number
  owed: number
  earned: number
  spent: number
}

/** What somebody has who never had anything. */
export const nothing: Balance = { available: 0, pending: 0, owed: 0, earned: 0, spent: 0 }

/** Points that move, from which account to which. */
export type Move = Pick<Entry, 'kind' | 'debit' | 'credit' | 'amount' | 'key'>

/** The most points that an account, or an entry, can hold. */
export const mostPoints = 2 ** 31 - 1

const ways = {
  earn: ['issued', 'pending'],
  confirm: ['pending', 'available'],
  reverse: ['available', 'issued'],
  owe: ['owed', 'issued'],
  settle: ['available', 'owed'],
  spend: ['available', 'spent'],
  refund: ['spent', 'available'],
  expire: ['available', 'expired'],
  grant: ['issued', 'available'],
  claw: ['available', 'issued'],
} as const satisfies Record<Entry['kind'], readonly [Entry['debit'], Entry['credit']]>

/** Whether an entry of this kind may go from one account to the other. */
export const isWay = ({ kind, debit, credit }: Pick<Entry, 'kind' | 'debit' | 'credit'>) =>
  ways[kind]?.[1] === credit &&
  (ways[kind][0] === debit || (kind === 'reverse' && debit === 'pending'))

function move(kind: Entry['kind'], amount: number, key: string): Move {
  const [debit, credit] = ways[kind]
  return { kind, debit, credit, amount, key }
}

/** Points moved that were no whole number of at least 1, or more than anybody can have. */
export class WrongAmount extends RangeError {
  override name = 'WrongAmount'
}

/** Points moved that are not there. */
export class Overdrawn extends Error {
  override name = 'Overdrawn'
}

/** Throws `WrongAmount` unless `amount` is a whole number from 1 to `mostPoints`. */
export function assertAmount(amount: unknown): asserts amount is number {
  if (!Number.isSafeInteger(amount) || (amount as number) < 1 || (amount as number) > mostPoints)
    throw new WrongAmount(`No amount of points: ${String(amount)}`)
}

/**
 * The moves that come of a wish for somebody with this balance: what is taken back or ends is no more
 * than there is, and of what was earned the rest becomes a debt, which the next points settle.
 */
export function movesOf(wish: NewEntry, balance: Balance): Move[] {
  const moves = firstMoves(wish, balance)
  if (wish.kind === 'earn') return moves
  const then = moves.reduce(moved, balance)
  const settled = ['confirm', 'grant', 'refund'].includes(wish.kind)
    ? Math.min(then.owed, then.available)
    : 0
  return settled ? [...moves, move('settle', settled, `${wish.key}:settled`)] : moves
}

function firstMoves(wish: NewEntry, { available }: Balance): Move[] {
  const { kind, amount, key } = wish
  const there = Math.min(available, amount)
  if (kind === 'claw' || kind === 'expire') return [move(kind, there, key)].filter(isSome)
  if (kind !== 'reverse') return [move(kind, amount, key)]
  if (wish.from === 'pending') return [{ ...move(kind, amount, key), debit: 'pending' }]
  const rest = move('owe', amount - there, there ? `${key}:owed` : key)
  return [move(kind, there, key), rest].filter(isSome)
}

const isSome = ({ amount }: Move) => amount > 0

/** The balance after a move; throws `Overdrawn` where it is not there. */
export function moved(balance: Balance, { kind, debit, credit, amount }: Move): Balance {
  const { available, pending, owed, earned, spent } = balance
  const after: Balance = { available, pending, owed, earned, spent }
  add(after, debit, -amount)
  add(after, credit, amount)
  after.earned += amount * signOf({ kind, debit })
  for (const of of parts) assertHeld(of, after[of], kind)
  return after
}

const parts = ['available', 'pending', 'owed', 'earned', 'spent'] as const

function add(balance: Balance, side: Entry['debit'], change: number) {
  if (side === 'issued' || side === 'expired') return
  // A debt is counted as what is missing.
  balance[side] += side === 'owed' ? -change : change
}

function assertHeld(of: keyof Balance, value: number, kind: Entry['kind']) {
  // Points may be clawed back, and what earned them taken back after.
  if (value < 0 && of !== 'earned') throw new Overdrawn(`${of} would be ${value} after a ${kind}`)
  if (value > mostPoints) throw new WrongAmount(`Nobody can have ${value} points`)
}

/** Whether an entry adds to what somebody earned in total (1), takes from it (-1), or neither. */
export function signOf({ kind, debit }: Pick<Entry, 'kind' | 'debit'>) {
  if (kind === 'confirm' || kind === 'grant') return 1
  if (kind === 'claw' || kind === 'owe') return -1
  return kind === 'reverse' && debit === 'available' ? -1 : 0
}

type Place = Pick<Entry, 'seq' | 'at'> & { expiresOn: string }

/** The entry of a move that a wish led to, at its place in the chain; its hash is yet to come. */
export function entryOf(wish: NewEntry, move: Move, { seq, at, expiresOn }: Place): Entry {
  return {
    seq,
    at,
    personId: wish.personId,
    kind: move.kind,
    debit: move.debit,
    credit: move.credit,
    amount: move.amount,
    key: move.key,
    rule: orNothing(wish.rule),
    ideaId: orNothing(wish.ideaId),
    categoryId: orNothing(wish.categoryId),
    subjectId: orNothing(wish.subjectId),
    answers: 'answers' in wish && move.kind !== 'settle' ? wish.answers : null,
    actorId: orNothing(wish.actorId),
    // What no database can keep would be another text when it is read again.
    note: wish.note ? Buffer.from(wish.note).toString().replaceAll('\0', '') : orNothing(wish.note),
    actedAt: orNothing(wish.actedAt),
    expiresOn: endOf(wish, move.kind, expiresOn),
    hash: '',
  }
}

const orNothing = <T>(value: T | null | undefined) => value ?? null

/** What becomes available ends one day; what settles a debt is about nothing else. */
function endOf(wish: NewEntry, kind: Entry['kind'], expiresOn: string) {
  if (kind === 'confirm' || kind === 'grant') return expiresOn
  return kind === 'settle' ? null : orNothing(wish.expiresOn)
}

/** The hash of an entry: of all its values, and of the hash before it. */
export const hashOf = (before: string, entry: Omit<Entry, 'hash'>) =>
  chained(before, [
    entry.seq,
    +entry.at,
    entry.personId,
    entry.kind,
    entry.debit,
    entry.credit,
    entry.amount,
    entry.key,
    entry.rule,
    entry.ideaId,
    entry.categoryId,
    entry.subjectId,
    entry.answers,
    entry.actorId,
    entry.note,
    entry.actedAt && +entry.actedAt,
    entry.expiresOn,
  ])
