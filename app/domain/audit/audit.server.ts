import { eq } from 'drizzle-orm'
import { newId } from '#db/columns.ts'
import type { Tx } from '#db/database.server.ts'
import { plus, unchanged } from '#db/expressions.ts'
import { auditChain, auditEntries, auditWords } from '#db/schema/site.ts'
import { now } from '#db/time.ts'
import type { AuditAct } from './act.rules.ts'
import { chained } from './chain.rules.ts'

type Noted = Pick<
  typeof auditEntries.$inferSelect,
  'id' | 'seq' | 'actorId' | 'act' | 'subject' | 'details' | 'at'
>

/** The hash of an entry that comes after the one of `before`. */
export const hashOf = (before: string, entry: Noted) => {
  const { id, seq, actorId, act, subject, details, at } = entry
  return chained(before, [seq, id, +at, actorId, act, subject, details])
}

/** What was written `of` a person as it was done: kept beside the chain, for as long as they are here. */
type Words = { of: string; text: string }

/**
 * Notes a staff act for good: who (an id, or null for the house), what, on what, with which details.
 * The entry is chained to the one before it; the database refuses to change or remove either. What
 * must be forgotten with a person goes into `words`.
 */
export async function audit(
  tx: Tx,
  actorId: string | null,
  act: AuditAct,
  { subject, words, ...details }: { subject: string; words?: Words } & Record<string, unknown>,
) {
  const { seq, hash: before } = await takeEnd(tx)
  const entry = { id: newId(), seq, actorId, act, subject, details, at: now() }
  const hash = hashOf(before, entry)
  await tx.insert(auditEntries).values({ ...entry, hash })
  if (words)
    await tx.insert(auditWords).values({ entryId: entry.id, personId: words.of, words: words.text })
  await tx.update(auditChain).set({ hash }).where(eq(auditChain.id, 1))
}

/**
 * Holds the end of the chain until the commit: of two who change the same settings at once and note
 * it, the second waits here, and then sees what the first has changed. To be called before anything
 * is read.
 */
export async function holdAudit(tx: Tx) {
  await tx
    .insert(auditChain)
    .values({ id: 1, seq: 0, hash: '' })
    .onConflictDoUpdate({ target: auditChain.id, set: { seq: unchanged(auditChain.seq) } })
}

/** The next place in the chain, and the hash before it. Who takes it holds it until the commit. */
async function takeEnd(tx: Tx) {
  const [end] = await tx
    .insert(auditChain)
    .values({ id: 1, seq: 1, hash: '' })
    .onConflictDoUpdate({ target: auditChain.id, set: { seq: plus(auditChain.seq, 1) } })
    .returning()
  return end!
}
