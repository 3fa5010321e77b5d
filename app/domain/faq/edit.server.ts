import { and, asc, eq, like, or } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { newId } from '#db/columns.ts'
import { plus } from '#db/expressions.ts'
import { faqArticles } from '#db/schema/faq.ts'
import { now } from '#db/time.ts'
import { audit } from '../audit/audit.server.ts'
import { slugOf } from '../ideas/slug.rules.ts'
import type { Person } from '../identity/viewer.rules.ts'
import { holdCategory } from './category.server.ts'
import { searchedWords } from './faq-search.rules.ts'
import type { Article } from './faq.server.ts'

export type ArticleText = Pick<
  Article,
  'categoryId' | 'topicId' | 'titleIt' | 'titleEn' | 'bodyIt' | 'bodyEn' | 'state' | 'position'
>

/** Every article, for its editors: drafts and retired ones too, by category and order. */
export const everyArticle = (db: Read): Promise<Article[]> =>
  db
    .select()
    .from(faqArticles)
    .orderBy(asc(faqArticles.categoryId), asc(faqArticles.position), asc(faqArticles.id))

/** An article by its id, for its editors. */
export async function articleById(db: Read, id: string): Promise<Article | undefined> {
  const [article] = await db.select().from(faqArticles).where(eq(faqArticles.id, id))
  return article
}

/** What a search looks in: both languages. */
const wordsIn = ({ titleIt, titleEn, bodyIt, bodyEn }: ArticleText) =>
  searchedWords(titleIt, titleEn, bodyIt, bodyEn)

/**
 * Writes a new article; its address comes from the Italian title and stays. `caseId` is the case it
 * was born from. `unknown-category` where there is no such category.
 */
export async function writeArticle(tx: Tx, editor: Person, text: ArticleText, caseId?: string) {
  if (!(await holdCategory(tx, text.categoryId))) return 'unknown-category'
  const id = newId()
  const slug = await freeSlug(tx, slugOf(text.titleIt))
  const made = { id, slug, words: wordsIn(text), caseId, editedBy: editor.id, updatedAt: now() }
  await tx.insert(faqArticles).values({ ...text, ...made })
  await audit(tx, editor.id, 'faq.written', { subject: id, state: text.state })
  return { id, slug }
}

/**
 * Replaces what an article says. `stale` when somebody has saved another version than `seen` since;
 * `unknown-category`; `undefined` where there is no such article.
 */
export async function rewriteArticle(
  tx: Tx,
  editor: Person,
  { id, seen }: { id: string; seen: number },
  text: ArticleText,
) {
  if (!(await articleById(tx, id))) return undefined
  if (!(await holdCategory(tx, text.categoryId))) return 'unknown-category'
  const [saved] = await tx
    .update(faqArticles)
    .set({
      ...text,
      words: wordsIn(text),
      editedBy: editor.id,
      updatedAt: now(),
      version: plus(faqArticles.version, 1),
    })
    .where(and(eq(faqArticles.id, id), eq(faqArticles.version, seen)))
    .returning({ slug: faqArticles.slug })
  if (!saved) return 'stale'
  await audit(tx, editor.id, 'faq.rewritten', { subject: id, state: text.state })
  return { id, slug: saved.slug }
}

async function freeSlug(tx: Tx, slug: string) {
  const taken = await tx
    .select({ slug: faqArticles.slug })
    .from(faqArticles)
    .where(or(eq(faqArticles.slug, slug), like(faqArticles.slug, `${slug}-%`)))
  const known = new Set(taken.map((row) => row.slug))
  for (let n = 1; ; n++) {
    const free = n === 1 ? slug : `${slug}-${n}`
    if (!known.has(free)) return free
  }
}
