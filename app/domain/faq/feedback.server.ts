import { createHmac } from 'node:crypto'
import { and, desc, eq, ne } from 'drizzle-orm'
import { secretId } from '#db/columns.ts'
import type { Read, Tx } from '#db/database.server.ts'
import { plus } from '#db/expressions.ts'
import { faqArticles, faqFeedback } from '#db/schema/faq.ts'
import { now } from '#db/time.ts'
import { houseSecret } from '../identity/secret.server.ts'
import { findArticle } from './faq.server.ts'

type Said = { isUseful: boolean; comment: string }

const mostShown = 100

/**
 * Says whether a published article was useful, once for each reader: who says it again changes
 * their mind, and what they wrote stays unless they write anew. The article's counts follow. What is
 * kept leads back to nobody: a mark that is another for each article, the day, and no order.
 * Outcomes: `said`, `changed`, `same`; `undefined` where there is no such article.
 */
export async function sayUseful(tx: Tx, reader: string, slug: string, said: Said) {
  const article = await findArticle(tx, slug)
  if (!article) return undefined

  const mark = markOf(article.id, reader)
  const [first] = await tx
    .insert(faqFeedback)
    .values({ id: secretId(), articleId: article.id, reader: mark, givenAt: today(), ...said })
    .onConflictDoNothing()
    .returning({ id: faqFeedback.id })
  if (first) {
    await count(tx, article.id, said.isUseful ? { useful: 1 } : { useless: 1 })
    return 'said'
  }
  const own = and(eq(faqFeedback.articleId, article.id), eq(faqFeedback.reader, mark))
  if (said.comment) await tx.update(faqFeedback).set({ comment: said.comment }).where(own)
  return changeMind(tx, { articleId: article.id, own, isUseful: said.isUseful })
}

const markOf = (articleId: string, reader: string) =>
  createHmac('sha256', houseSecret()).update(`faq ${articleId} ${reader}`).digest('base64url')

const dayMs = 86_400_000
const today = () => new Date(Math.floor(+now() / dayMs) * dayMs)

type Mind = { articleId: string; own: ReturnType<typeof and>; isUseful: boolean }

async function changeMind(tx: Tx, { articleId, own, isUseful }: Mind) {
  const [changed] = await tx
    .update(faqFeedback)
    .set({ isUseful, givenAt: today() })
    .where(and(own, ne(faqFeedback.isUseful, isUseful)))
    .returning({ id: faqFeedback.id })
  if (!changed) return 'same'
  await count(tx, articleId, isUseful ? { useful: 1, useless: -1 } : { useful: -1, useless: 1 })
  return 'changed'
}

async function count(tx: Tx, id: string, { useful = 0, useless = 0 }) {
  const { usefulCount, uselessCount } = faqArticles
  await tx
    .update(faqArticles)
    .set({ usefulCount: plus(usefulCount, useful), uselessCount: plus(uselessCount, useless) })
    .where(eq(faqArticles.id, id))
}

/** What readers wrote about an article, the latest first; nobody is named. */
export const wordsAbout = (db: Read, articleId: string) =>
  db
    .select({
      id: faqFeedback.id,
      isUseful: faqFeedback.isUseful,
      comment: faqFeedback.comment,
      givenAt: faqFeedback.givenAt,
    })
    .from(faqFeedback)
    .where(and(eq(faqFeedback.articleId, articleId), ne(faqFeedback.comment, '')))
    .orderBy(desc(faqFeedback.givenAt), desc(faqFeedback.id))
    .limit(mostShown)
