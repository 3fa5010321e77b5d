import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { isAnyOf } from '#db/expressions.ts'
import { pointChain, pointEntries } from '#db/schema/points.ts'
import { type Entry, hashOf } from './ledger.rules.ts'
import { answersFault, faultOf, type Wrong } from './proof.rules.ts'

const together = 500

/**
 * Walks the whole ledger up to where it ends now: entries that were changed, put between or are missing,
 * an end that is not where the chain ends, and answers that do not fit what they answer. A ledger that
 * was written anew from some entry on, end and all, can only be told by a copy of its last hash.
 */
export async function* chainFaults(db: Read): AsyncGenerator<Wrong> {
  let [seq, hash] = [0, '']
  for (;;) {
    const page = await entriesAfter(db, seq)
    for (const entry of page) {
      yield* linkFaults(entry, { seq, hash })
      ;[seq, hash] = [entry.seq, entry.hash]
    }
    yield* pairFaults(db, page)
    if (page.length === together) continue
    const end = await endOf(db)
    if (end.seq === seq && end.hash === hash) return
    // Somebody has booked meanwhile.
    if (page.length && end.seq > seq) continue
    const [stored, counted] = [`${end.seq} ${end.hash}`, `${seq} ${hash}`]
    return yield { counter: 'end of the chain', of: 'point_chain', stored, counted }
  }
}

/** Where the chain ends; a ledger in which nothing was ever booked has no end. */
async function endOf(db: Read) {
  const [end] = await db.select().from(pointChain).where(eq(pointChain.id, 1))
  return end ?? { seq: 0, hash: '' }
}

const entriesAfter = (db: Read, seq: number) =>
  db
    .select()
    .from(pointEntries)
    .where(gt(pointEntries.seq, seq))
    .orderBy(asc(pointEntries.seq))
    .limit(together)

function* linkFaults(entry: Entry, before: { seq: number; hash: string }): Generator<Wrong> {
  if (entry.seq !== before.seq + 1) {
    const gap = { of: `entry ${before.seq + 1}`, stored: '', counted: 'missing' }
    return yield { counter: 'chain', ...gap }
  }
  const counted = hashOf(before.hash, entry)
  if (counted !== entry.hash)
    yield { counter: 'chain', of: `entry ${entry.seq}`, stored: entry.hash, counted }
}

async function* pairFaults(db: Read, page: Entry[]): AsyncGenerator<Wrong> {
  const named = page.flatMap(({ answers }) => (answers === null ? [] : [answers]))
  const answered = await entriesOf(db, named)
  for (const entry of page) {
    const wrong = faultOf(entry, answered.get(entry.answers ?? 0))
    if (wrong) yield wrong
  }
  const worth = page.filter(({ kind }) => kind === 'earn' || kind === 'spend')
  const answers = await answersOf(db, worth)
  for (const entry of worth) {
    const wrong = answersFault(entry, answers.get(entry.seq) ?? [])
    if (wrong) yield wrong
  }
}

async function entriesOf(db: Read, seqs: number[]) {
  const rows = await db.select().from(pointEntries).where(isAnyOf(pointEntries.seq, seqs))
  return new Map(rows.map((row) => [row.seq, row]))
}

/** What answers some entries, by their `seq`. */
export async function answersOf(db: Read, entries: Pick<Entry, 'seq'>[]) {
  const { seq, personId, kind, debit, credit, amount, answers } = pointEntries
  const seqs = entries.map((entry) => entry.seq)
  const rows = await db
    .select({ seq, personId, kind, debit, credit, amount, answers })
    .from(pointEntries)
    .where(and(isAnyOf(answers, seqs), inArray(kind, ['confirm', 'reverse', 'owe', 'refund'])))
  const byEntry = new Map<number, typeof rows>()
  for (const row of rows) byEntry.set(row.answers!, [...(byEntry.get(row.answers!) ?? []), row])
  return byEntry
}
