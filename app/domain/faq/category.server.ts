import { eq } from 'drizzle-orm'
import { newId } from '#db/columns.ts'
import type { Read, Tx } from '#db/database.server.ts'
import { faqArticles, faqCategories } from '#db/schema/faq.ts'
import { audit } from '../audit/audit.server.ts'
import { faqCategoryList } from './faq.server.ts'

type Editor = { id: string }
type Labels = { labelIt: string; labelEn: string }

/** What names this version of a category's words. */
export const seenOf = ({ labelIt, labelEn }: Labels) => `${labelIt}|${labelEn}`

/** A category of questions; `undefined` where there is none. */
export async function findCategory(db: Read, id: string) {
  const [category] = await db.select().from(faqCategories).where(eq(faqCategories.id, id))
  return category
}

/** How many questions, drafts and retired ones too, each category has. */
export async function questionsInEach(db: Read) {
  const rows = await db.select({ categoryId: faqArticles.categoryId }).from(faqArticles)
  const counts = new Map<string, number>()
  for (const { categoryId } of rows) counts.set(categoryId, 1 + (counts.get(categoryId) ?? 0))
  return counts
}

/** Adds a category at the end; answers its id. */
export async function addCategory(tx: Tx, editor: Editor, labels: Labels) {
  const all = await faqCategoryList(tx)
  const position = 1 + Math.max(-1, ...all.map((category) => category.position))
  const id = newId()
  await tx.insert(faqCategories).values({ id, ...labels, position })
  await audit(tx, editor.id, 'faq-category.added', { subject: id, labelIt: labels.labelIt })
  return id
}

/** Renames a category that is as `seen` says: `renamed`, `stale`, or `undefined` where there is none. */
export async function renameCategory(
  tx: Tx,
  editor: Editor,
  { id, seen }: { id: string; seen: string },
  labels: Labels,
) {
  const category = await holdCategory(tx, id)
  if (!category) return undefined
  if (seenOf(category) !== seen) return 'stale'
  await tx.update(faqCategories).set(labels).where(eq(faqCategories.id, id))
  const names = { before: seen, after: seenOf(labels) }
  await audit(tx, editor.id, 'faq-category.renamed', { subject: id, ...names })
  return 'renamed'
}

/** Moves a category one place up or down; at the end of the list it stays. */
export async function placeCategory(tx: Tx, editor: Editor, id: string, by: -1 | 1) {
  const all = await faqCategoryList(tx)
  const from = all.findIndex((category) => category.id === id)
  if (from < 0) return undefined
  if (!all[from + by]) return 'moved'
  const order = all.toSpliced(from, 1).toSpliced(from + by, 0, all[from]!)
  for (const [position, category] of order.entries())
    await tx.update(faqCategories).set({ position }).where(eq(faqCategories.id, category.id))
  await audit(tx, editor.id, 'faq-category.placed', { subject: id })
  return 'moved'
}

/**
 * Deletes a category that no question is in: `removed`; `filled`; `last`, there would be none left;
 * `undefined` where there is none.
 */
export async function removeCategory(tx: Tx, editor: Editor, id: string) {
  if (!(await holdCategory(tx, id))) return undefined
  if (await tx.$count(faqArticles, eq(faqArticles.categoryId, id))) return 'filled'
  if ((await tx.$count(faqCategories)) === 1) return 'last'
  await tx.delete(faqCategories).where(eq(faqCategories.id, id))
  await audit(tx, editor.id, 'faq-category.removed', { subject: id })
  return 'removed'
}

/** A category that stays as it is until the commit: who writes into it meanwhile waits. */
export async function holdCategory(tx: Tx, id: string) {
  const isIt = eq(faqCategories.id, id)
  const [category] = await tx.update(faqCategories).set({ id }).where(isIt).returning()
  return category
}
