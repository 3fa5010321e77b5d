import { and, asc, inArray } from 'drizzle-orm'
import { prepared, type Read } from '#db/database.server.ts'
import { isAmong, isAnyOf, listOf } from '#db/expressions.ts'
import { pointEntries } from '#db/schema/points.ts'
import type { Standing } from './claim.rules.ts'
import type { Entry } from './ledger.rules.ts'

/** The key of the `times`-th time that an occasion is paid. */
export const keyOf = (key: string, times: number) => (times > 1 ? `${key}#${times}` : key)

/** How occasions stand in the ledger: unpaid, pending, confirmed or taken back. */
export async function standings(db: Read, keys: string[]): Promise<Map<string, Standing>> {
  const all = new Map<string, Standing>(keys.map((key) => [key, { is: 'unpaid' }]))
  let left = new Map(keys.map((key) => [key, key]))
  // What was taken back may have been paid again, under the next key.
  for (let times = 1; left.size; times++) {
    const earned = await earnedUnder(db, [...left.keys()])
    const answers = await answersTo(db, [...earned.values()])
    const next = new Map<string, string>()
    for (const [key, earn] of earned) {
      const base = left.get(key)!
      const is = answers.get(earn.seq) ?? 'pending'
      all.set(base, { is, earn, times })
      if (is === 'reversed') next.set(keyOf(base, times + 1), base)
    }
    left = next
  }
  return all
}

const underKeys = (db: Read) => () =>
  db.select().from(pointEntries).where(isAmong(pointEntries.key, 'keys')).prepare('under_keys')

async function earnedUnder(db: Read, keys: string[]) {
  const rows = await prepared(db, 'under_keys', underKeys(db)).execute({ keys: listOf(keys) })
  return new Map(rows.map((row) => [row.key, row]))
}

type Answer = 'confirmed' | 'reversed' | 'forfeited'

/** What became of entries: `confirmed`, `reversed`, `forfeited`, or nothing yet. */
export async function answersTo(db: Read, earned: Pick<Entry, 'seq'>[]) {
  const answers = new Map<number, Answer>()
  if (!earned.length) return answers
  const { answers: of, kind, actorId } = pointEntries
  const seqs = earned.map(({ seq }) => seq)
  const rows = await db
    .select({ of, kind, actorId })
    .from(pointEntries)
    .where(and(isAnyOf(of, seqs), inArray(kind, ['confirm', 'reverse', 'owe'])))
    .orderBy(asc(pointEntries.seq))
  // In their order: what was confirmed may have been taken back after.
  for (const row of rows)
    answers.set(
      row.of!,
      row.kind === 'confirm' ? 'confirmed' : row.actorId ? 'forfeited' : 'reversed',
    )
  return answers
}
