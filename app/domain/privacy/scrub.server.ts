import { and, asc, gt, lte, type SQL } from 'drizzle-orm'
import { db, type Read, transaction, type Tx } from '#db/database.server.ts'
import type { AnyColumn, AnyTable } from '#db/dialect.ts'
import { isOneOf } from '#db/expressions.ts'

/**
 * One step of forgetting: of the rows that `of` is true for, `to` says what becomes of some columns,
 * or that they are `gone`. `key` is what they are taken by, some at once. Erasure is the one slice that
 * writes everybody's tables, and only by such steps: what becomes of each column stands in `fates`.
 */
export type Step = {
  table: AnyTable
  key: AnyColumn
  of: SQL | undefined
  to: Record<string, unknown> | 'gone'
  /** No index finds them: the table is looked through a thousand rows at a time. */
  isSought?: true
}

const atOnce = 200

/** Does a step for the rows of `ids`. */
export async function scrubRows(tx: Tx, { table, key, of, to }: Step, ids: string[]) {
  const where = and(of, isOneOf(key, ids))
  if (to === 'gone') await tx.delete(table).where(where)
  else await tx.update(table).set(to).where(where)
}

/** The next rows that a step is for, by their key. */
export async function nextRows(
  door: Read,
  { table, key, of }: Pick<Step, 'table' | 'key' | 'of'>,
  after: string,
) {
  const rows = await door
    .selectDistinct({ id: key })
    .from(table)
    .where(and(of, gt(key, after)))
    .orderBy(asc(key))
    .limit(atOnce)
  return rows.map(({ id }) => String(id))
}

/** Gives everybody else their turn. */
export const breathe = () => new Promise<void>((done) => setImmediate(done))

/**
 * Does a step for all its rows, 200 in a transaction, so that nobody waits long; however often it is
 * begun again, nothing else comes of it. Answers how many rows there were.
 */
export async function scrub(step: Step) {
  if (!step.isSought) return scrubWithin(step)
  let done = 0
  for await (const { after, last } of pagesOf(step)) {
    const within = and(step.of, gt(step.key, after), lte(step.key, last))
    done += await scrubWithin({ ...step, of: within })
  }
  return done
}

async function scrubWithin(step: Step) {
  let [done, after] = [0, '']
  for (;;) {
    // Looking costs nothing; only what is found waits for its turn to write.
    const ids = await nextRows(db, step, after)
    if (ids.length) await transaction((tx) => scrubRows(tx, step, ids))
    done += ids.length
    await breathe()
    if (ids.length < atOnce) return done
    after = ids.at(-1)!
  }
}

const looked = 1000

/** A table from its first key to its last, a thousand rows at a time, with a breath after each. */
export async function* pagesOf({ table, key }: Pick<Step, 'table' | 'key'>) {
  for (let after = ''; ;) {
    const page = await db
      .selectDistinct({ id: key })
      .from(table)
      .where(gt(key, after))
      .orderBy(asc(key))
      .limit(looked)
    if (!page.length) return
    const last = String(page.at(-1)!.id)
    yield { after, last }
    await breathe()
    if (page.length < looked) return
    after = last
  }
}
