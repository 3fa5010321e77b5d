import { and, asc, desc, eq } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { faqArticles, faqCategories } from '#db/schema/faq.ts'
import { fitOf, soughtIn } from './faq-search.rules.ts'

export type Article = typeof faqArticles.$inferSelect
/** What a list says of an article. */
export type Listed = Pick<
  Article,
  'id' | 'slug' | 'titleIt' | 'titleEn' | 'categoryId' | 'topicId' | 'usefulCount'
>

const mostShown = 400
const fewSuggested = 3
const leastOfThree = 6

const columns = {
  id: faqArticles.id,
  slug: faqArticles.slug,
  titleIt: faqArticles.titleIt,
  titleEn: faqArticles.titleEn,
  categoryId: faqArticles.categoryId,
  topicId: faqArticles.topicId,
  usefulCount: faqArticles.usefulCount,
  words: faqArticles.words,
}
const isPublic = eq(faqArticles.state, 'published')

/** The categories of questions, in their order. */
export const faqCategoryList = (db: Read) =>
  db.select().from(faqCategories).orderBy(asc(faqCategories.position), asc(faqCategories.id))

/** The published articles in their order. */
export const publishedArticles = (db: Read) =>
  db
    .select(columns)
    .from(faqArticles)
    .where(isPublic)
    .orderBy(asc(faqArticles.position), asc(faqArticles.id))
    .limit(mostShown)

/** The published articles that most readers found useful. */
export const popularArticles = (db: Read, most: number): Promise<Listed[]> =>
  db
    .select(columns)
    .from(faqArticles)
    .where(isPublic)
    .orderBy(desc(faqArticles.usefulCount), asc(faqArticles.position), asc(faqArticles.id))
    .limit(most)

/** A published article by its address; nobody reads a draft here, or what was retired. */
export async function findArticle(db: Read, slug: string): Promise<Article | undefined> {
  const [article] = await db
    .select()
    .from(faqArticles)
    .where(and(eq(faqArticles.slug, slug), isPublic))
  return article
}

/**
 * The published articles that hold what was typed, the best first: those that hold every word, and
 * where there is none, those that hold some. A slip in a word is forgiven.
 */
export async function searchArticles(db: Read, typed: string): Promise<Listed[]> {
  const sought = soughtIn(typed)
  if (!sought.length) return []
  const fits = ranked(await publishedArticles(db), sought)
  const whole = fits.filter(({ hits }) => hits === sought.length)
  return (whole.length ? whole : fits).map(({ article }) => article)
}

function ranked<Each extends Listed & { words: string }>(articles: Each[], sought: string[]) {
  return articles
    .map((article) => ({ article, ...fitOf(article, sought) }))
    .filter(({ hits }) => hits > 0)
    .sort((one, other) => other.score - one.score)
}

/**
 * The few published articles that may answer what somebody is about to write to care: by their
 * words, and by the topic, whose own come first where the words say as much.
 */
export async function suggestedArticles(
  db: Read,
  { topicId, text }: { topicId?: string; text: string },
): Promise<Listed[]> {
  const sought = soughtIn(text)
  const articles = await publishedArticles(db)
  const fitting = ranked(articles, sought)
    .map((one) => ({ ...one, score: one.score + (one.article.topicId === topicId ? 3 : 0) }))
    .filter(({ score }) => score >= leastOfThree)
    .sort((one, other) => other.score - one.score)
    .map(({ article }) => article)
  const ofTopic = topicId ? articles.filter((one) => one.topicId === topicId) : []
  const others = ofTopic.filter((one) => !fitting.includes(one))
  return [...fitting, ...others].slice(0, fewSuggested)
}
