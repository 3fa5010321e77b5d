import { and, asc, eq, gt, ne } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { isOneOf, plusGiven } from '#db/expressions.ts'
import { pointTallies } from '#db/schema/point-desk.ts'
import { pointAccounts, pointEntries, pointVintages } from '#db/schema/points.ts'
import { now } from '#db/time.ts'
import type { Zone } from '../site/zone.rules.ts'
import { endings, type Vintage } from './expiry.rules.ts'
import type { Tally } from './liability.rules.ts'
import { dayIn } from './season.rules.ts'

const atOnce = 2_000
const membersAtOnce = 500
const minute = 60_000

/** The row that says up to which entry all are counted, and the one that says when the endings were. */
const counted = { month: '', kind: 'counted', debit: '' }
const foreseen = { month: '', kind: 'foreseen', debit: '' }
/** The kind of the rows that hold what ends in a month; no entry has it. */
const ends = 'ends'

/** Up to which entry the months are counted. */
export async function countedUpTo(db: Read) {
  const [row] = await db
    .select({ times: pointTallies.times })
    .from(pointTallies)
    .where(isRow(counted))
  return row?.times ?? 0
}

const isRow = ({ month, kind }: typeof counted) =>
  and(eq(pointTallies.month, month), eq(pointTallies.kind, kind))

/** The entries that come after the counted ones, at most so many, in their order. */
export const entriesAfter = (db: Read, seq: number, most: number) =>
  db
    .select({
      seq: pointEntries.seq,
      at: pointEntries.at,
      kind: pointEntries.kind,
      debit: pointEntries.debit,
      amount: pointEntries.amount,
    })
    .from(pointEntries)
    .where(gt(pointEntries.seq, seq))
    .orderBy(asc(pointEntries.seq))
    .limit(most)

type Counted = Awaited<ReturnType<typeof entriesAfter>>

/** What some entries add up to, by month. */
export function talliesOf(entries: Counted, zone: Zone) {
  const sums = new Map<string, Tally & { times: number }>()
  for (const { at, kind, debit, amount } of entries) {
    const month = dayIn(at, zone).slice(0, 7)
    const key = `${month} ${kind} ${debit}`
    const sum = sums.get(key) ?? { month, kind, debit, amount: 0, times: 0 }
    sums.set(key, { ...sum, amount: sum.amount + amount, times: sum.times + 1 })
  }
  return [...sums.values()]
}

/** Counts the next entries into their months: `more` when others wait, `all`, or `taken` when somebody else counts. */
export async function countEntries(tx: Tx, zone: Zone) {
  await tx
    .insert(pointTallies)
    .values({ ...counted, times: 0, amount: 0 })
    .onConflictDoNothing()
  const from = await countedUpTo(tx)
  const entries = await entriesAfter(tx, from, atOnce)
  const last = entries.at(-1)
  if (!last) return 'all'
  const [mine] = await tx
    .update(pointTallies)
    .set({ times: last.seq })
    .where(and(isRow(counted), eq(pointTallies.times, from)))
    .returning()
  if (!mine) return 'taken'
  await tx
    .insert(pointTallies)
    .values(talliesOf(entries, zone))
    .onConflictDoUpdate({
      target: [pointTallies.month, pointTallies.kind, pointTallies.debit],
      set: { times: plusGiven(pointTallies.times), amount: plusGiven(pointTallies.amount) },
    })
  return entries.length < atOnce ? 'all' : 'more'
}

/** The months that were counted. */
export async function countedMonths(db: Read): Promise<Tally[]> {
  const { month, kind, debit, amount } = pointTallies
  const rows = await db
    .select({ month, kind, debit, amount })
    .from(pointTallies)
    .where(and(ne(month, ''), ne(kind, ends)))
  return rows as Tally[]
}

/** What ends in which month, as it was foreseen, and when that was; null before the first time. */
export async function foreseenEndings(db: Read) {
  const { month, amount, times } = pointTallies
  const [when] = await db.select({ times }).from(pointTallies).where(isRow(foreseen))
  const rows = await db
    .select({ month, amount })
    .from(pointTallies)
    .where(eq(pointTallies.kind, ends))
    .orderBy(asc(month))
  return { at: when ? new Date(when.times * minute) : null, months: rows }
}

/** What some members' points end in, by month, and the last of the members; the next page begins after it. */
export async function endingsAfter(db: Read, personId: string) {
  const { available } = pointAccounts
  const members = await db
    .select({ id: pointAccounts.personId, available })
    .from(pointAccounts)
    .where(gt(pointAccounts.personId, personId))
    .orderBy(asc(pointAccounts.personId))
    .limit(membersAtOnce)
  const have = new Map(
    members.filter((one) => one.available > 0).map((one) => [one.id, one.available]),
  )
  const { expiresOn, amount } = pointVintages
  const vintages = await db
    .select({ personId: pointVintages.personId, expiresOn, amount })
    .from(pointVintages)
    .where(isOneOf(pointVintages.personId, [...have.keys()]))
  const of = new Map<string, typeof vintages>()
  for (const vintage of vintages)
    of.set(vintage.personId, [...(of.get(vintage.personId) ?? []), vintage])
  const all = [...of].flatMap(([id, some]) => endings(some, have.get(id)!))
  return {
    months: byMonth(all),
    next: members.length < membersAtOnce ? undefined : members.at(-1)!.id,
  }
}

function byMonth(all: Vintage[]) {
  const months = new Map<string, number>()
  for (const { expiresOn, amount } of all) {
    const month = expiresOn.slice(0, 7)
    months.set(month, (months.get(month) ?? 0) + amount)
  }
  return months
}

/** Keeps what was foreseen to end, in place of what was foreseen before. */
export async function keepEndings(tx: Tx, months: Map<string, number>) {
  const times = Math.floor(+now() / minute)
  await tx.delete(pointTallies).where(eq(pointTallies.kind, ends))
  await tx.delete(pointTallies).where(isRow(foreseen))
  const rows = [...months].map(([month, amount]) => ({
    month,
    kind: ends,
    debit: '',
    times: 0,
    amount,
  }))
  await tx.insert(pointTallies).values([...rows, { ...foreseen, times, amount: 0 }])
}
