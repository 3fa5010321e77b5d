import { asc, eq } from 'drizzle-orm'
import { newId } from '#db/columns.ts'
import type { Read, Tx } from '#db/database.server.ts'
import { caseTopics } from '#db/schema/care.ts'
import { now } from '#db/time.ts'
import { audit, holdAudit } from '../audit/audit.server.ts'

type Lead = { id: string }
export type Topic = typeof caseTopics.$inferSelect
type Text = Pick<Topic, 'labelIt' | 'labelEn' | 'priority' | 'asks'>

/** Everything that people can write about, and what they could; in the order of the form. */
export const allTopics = (db: Read) =>
  db.select().from(caseTopics).orderBy(asc(caseTopics.position), asc(caseTopics.id))

/** The topic of this id, retired or not. */
export async function findTopic(db: Read, id: string): Promise<Topic | undefined> {
  const [topic] = await db.select().from(caseTopics).where(eq(caseTopics.id, id))
  return topic
}

/** What names this version of a topic's words. */
export const seenOf = ({ labelIt, labelEn, priority, asks }: Text) =>
  [labelIt, labelEn, priority, ...[...asks].sort()].join('|')

/** Adds a topic at the end; answers its id. */
export async function addTopic(tx: Tx, lead: Lead, text: Text) {
  await holdAudit(tx)
  const all = await allTopics(tx)
  const position = 1 + Math.max(-1, ...all.map((topic) => topic.position))
  const id = newId()
  await tx.insert(caseTopics).values({ id, ...text, position })
  await audit(tx, lead.id, 'topic.added', { subject: id, labelIt: text.labelIt })
  return id
}

/** Changes a topic that is as `seen` says: `changed`, `unchanged`, `stale`, or `undefined` where there is none. */
export async function changeTopic(
  tx: Tx,
  lead: Lead,
  { id, seen }: { id: string; seen: string },
  text: Text,
) {
  await holdAudit(tx)
  const topic = await findTopic(tx, id)
  if (!topic) return undefined
  if (seenOf(topic) !== seen) return 'stale'
  if (seenOf(text) === seen) return 'unchanged'
  await tx.update(caseTopics).set(text).where(eq(caseTopics.id, id))
  await audit(tx, lead.id, 'topic.changed', { subject: id, before: seen, after: seenOf(text) })
  return 'changed'
}

/**
 * Takes a topic out of the form, or into it again; the cases that have it keep it. `retired`,
 * `restored`; `last`, there would be none left; `undefined` where there is none.
 */
export async function retireTopic(tx: Tx, lead: Lead, id: string, isRetired: boolean) {
  await holdAudit(tx)
  const all = await allTopics(tx)
  if (!all.some((topic) => topic.id === id)) return undefined
  const others = all.filter((topic) => !topic.retiredAt && topic.id !== id)
  if (isRetired && !others.length) return 'last'
  const retiredAt = isRetired ? now() : null
  await tx.update(caseTopics).set({ retiredAt }).where(eq(caseTopics.id, id))
  await audit(tx, lead.id, isRetired ? 'topic.retired' : 'topic.restored', { subject: id })
  return isRetired ? 'retired' : 'restored'
}

/** Moves a topic one place up or down among those in use; at the end of the list it stays. */
export async function placeTopic(tx: Tx, lead: Lead, id: string, by: -1 | 1) {
  await holdAudit(tx)
  const all = (await allTopics(tx)).filter(({ retiredAt }) => !retiredAt)
  const from = all.findIndex((topic) => topic.id === id)
  if (from < 0) return undefined
  if (!all[from + by]) return 'moved'
  const order = all.toSpliced(from, 1).toSpliced(from + by, 0, all[from]!)
  for (const [position, topic] of order.entries())
    await tx.update(caseTopics).set({ position }).where(eq(caseTopics.id, topic.id))
  await audit(tx, lead.id, 'topic.placed', { subject: id })
  return 'moved'
}
