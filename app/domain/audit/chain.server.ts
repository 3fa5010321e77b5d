import { and, asc, eq, gt, isNotNull } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { auditChain, auditEntries } from '#db/schema/site.ts'
import { hashOf } from './audit.server.ts'

/** Where the chain of the audit is broken, and how. */
export type Break = { seq: number; what: 'changed' | 'missing' | 'end' }

const together = 500
const start = { seq: 0, hash: '' }

/**
 * Walks the whole chain of audit entries: an entry that was `changed` or put between, one that is
 * `missing`, and an `end` that is not where the chain ends. A chain that was written anew from some
 * entry on, end and all, can only be told by a copy of its last hash kept elsewhere. Begins after
 * `from`, which is believed.
 */
export async function* auditBreaks(db: Read, from = start): AsyncGenerator<Break> {
  let last = from
  for (let page = await after(db, from.seq); page.length; page = await after(db, last.seq))
    for (const entry of page) {
      const what = faultOf(entry, last)
      const place = { seq: entry.seq!, hash: entry.hash! }
      if (what) yield { seq: what === 'missing' ? last.seq + 1 : place.seq, what }
      last = place
    }
  const end = await endOf(db)
  if (end.seq !== last.seq || end.hash !== last.hash) yield { seq: last.seq, what: 'end' }
}

/** The end of the chain as it is kept beside it. */
async function endOf(db: Read) {
  const [end = start] = await db.select().from(auditChain)
  return end
}

const after = (db: Read, seq: number) =>
  db
    .select()
    .from(auditEntries)
    .where(and(isNotNull(auditEntries.seq), gt(auditEntries.seq, seq)))
    .orderBy(asc(auditEntries.seq))
    .limit(together)

function faultOf(entry: typeof auditEntries.$inferSelect, last: { seq: number; hash: string }) {
  if (entry.seq !== last.seq + 1) return 'missing'
  return entry.hash === hashOf(last.hash, entry) ? undefined : 'changed'
}

const mostBreaks = 5

/**
 * Whether the chain is whole: its latest `most` entries, or all of them. Answers the entries that
 * were looked at (`from` to `to`), how many there are in all, and the first five breaks.
 */
export async function chainState(db: Read, most = Infinity) {
  const { seq: all } = await endOf(db)
  const skipped = Math.max(0, all - most)
  const [base] = skipped
    ? await db.select().from(auditEntries).where(eq(auditEntries.seq, skipped))
    : []
  const from = base ? { seq: skipped, hash: base.hash! } : start
  const breaks: Break[] = []
  for await (const found of auditBreaks(db, from)) if (breaks.push(found) === mostBreaks) break
  return { from: from.seq + 1, to: breaks[0] ? breaks[0].seq - 1 : all, all, breaks }
}

export type ChainState = Awaited<ReturnType<typeof chainState>>
