import { and, eq } from 'drizzle-orm'
import type { Tx } from '#db/database.server.ts'
import { plus } from '#db/expressions.ts'
import { newId } from '#db/columns.ts'
import { counters } from '#db/schema/counters.ts'
import { ideas, ideaTags, ideaTallies } from '#db/schema/ideas.ts'
import { dropWords, indexWords } from '#db/search.server.ts'
import { now } from '#db/time.ts'
import { record } from '../activity/record.server.ts'
import { hotness } from './hot.rules.ts'
import type { Idea } from './idea.server.ts'
import { slugOf } from './slug.rules.ts'
import { indexed } from './words.rules.ts'

export type IdeaText = {
  title: string
  body: string
  categoryId: string
  /** Nobody has chosen the category yet: only a draft may be so. */
  isUnsorted?: boolean
  tags: string[]
  locale?: 'it' | 'en' | null
}

/** The next public number of an idea; never given twice, gaps allowed. */
export async function nextNumber(tx: Tx) {
  const [counter] = await tx
    .update(counters)
    .set({ value: plus(counters.value, 1) })
    .where(eq(counters.name, 'ideas'))
    .returning()
  return counter!.value
}

/** Writes a new idea of `author` with `status` (a draft unless said otherwise) and answers it. */
export async function writeIdea(
  tx: Tx,
  author: { id: string },
  text: IdeaText,
  start: Partial<Pick<Idea, 'status' | 'place'>> = {},
) {
  return (await writeIdeaOnce(tx, author, text, { ...start, id: newId() }))!
}

/** As `writeIdea`, with an id that the caller chose; `undefined`, nothing written, when it is taken. */
export async function writeIdeaOnce(
  tx: Tx,
  author: { id: string },
  { tags, ...said }: IdeaText,
  start: Partial<Pick<Idea, 'status' | 'place'>> & { id: string },
) {
  const moment = now()
  const [idea] = await tx
    .insert(ideas)
    .values({
      status: 'draft',
      place: 'private',
      ...said,
      ...start,
      number: await nextNumber(tx),
      slug: slugOf(said.title),
      authorId: author.id,
      hot: hotness(0, moment),
      createdAt: moment,
      publishedAt: moment,
      updatedAt: moment,
    })
    .onConflictDoNothing()
    .returning()
  if (!idea) return undefined
  await tagIdea(tx, idea.id, tags)
  await tally(tx, idea, +1)
  await indexIdea(tx, idea, tags)
  return idea
}

/**
 * Writes another text, and whatever else `change` says, over an idea whose row the caller has just
 * claimed in this transaction; its tags, tally and index with it.
 */
export async function rewriteIdea(
  tx: Tx,
  idea: Idea,
  { tags, ...said }: IdeaText,
  change: Partial<typeof ideas.$inferInsert>,
) {
  const [written] = await tx
    .update(ideas)
    .set({ ...said, updatedAt: now(), ...change })
    .where(eq(ideas.id, idea.id))
    .returning()
  await tally(tx, idea, -1)
  await tally(tx, written!, +1)
  await tagIdea(tx, idea.id, tags)
  await indexIdea(tx, written!, tags)
  return written!
}

/** Opens an idea for the community's votes at once: the end of `draft → voting`, told to whoever listens. */
export async function publishIdea(tx: Tx, author: { id: string }, text: IdeaText) {
  const idea = await writeIdea(tx, author, text, { status: 'voting', place: 'board' })
  await record(tx, { verb: 'idea.published', actorId: author.id, ideaId: idea.id })
  return idea
}

/** Replaces an idea's tags. */
export async function tagIdea(tx: Tx, ideaId: string, tags: string[]) {
  await tx.delete(ideaTags).where(eq(ideaTags.ideaId, ideaId))
  if (tags.length)
    await tx.insert(ideaTags).values([...new Set(tags)].map((tag) => ({ ideaId, tag })))
}

/** Counts an idea in (`+1`) or out (`−1`) of the tally of its status and category. */
export async function tally(
  tx: Tx,
  { status, categoryId }: Pick<Idea, 'status' | 'categoryId'>,
  change: 1 | -1,
) {
  await tx
    .insert(ideaTallies)
    .values({ status, categoryId, ideasCount: change })
    .onConflictDoUpdate({
      target: [ideaTallies.status, ideaTallies.categoryId],
      set: { ideasCount: plus(ideaTallies.ideasCount, change) },
    })
}

/** Puts an idea into the search index, or takes it out when it is private. */
export async function indexIdea(tx: Tx, idea: Idea, tags: string[]) {
  if (idea.place === 'private') return dropWords(tx, idea.number)
  await indexWords(tx, idea.number, indexed(idea.title), indexed(`${idea.body} ${tags.join(' ')}`))
}

/**
 * Brings an idea to another status, its place, tally and index with it; `undefined`, with nothing
 * changed, when it is no longer where `idea` says. Only `workflow` decides when.
 */
export async function placeIdea(
  tx: Tx,
  idea: Idea,
  to: { status: string; place: Idea['place'] },
  tags: string[],
) {
  const [moved] = await tx
    .update(ideas)
    .set({ ...to, updatedAt: now(), version: plus(ideas.version, 1) })
    .where(and(eq(ideas.id, idea.id), eq(ideas.status, idea.status)))
    .returning()
  if (!moved) return undefined
  await tally(tx, { ...moved, status: idea.status }, -1)
  await tally(tx, moved, +1)
  if (idea.place !== to.place) await indexIdea(tx, moved, tags)
  return moved
}

/** Notes when the brand last answered an idea. Only `workflow` knows. */
export async function markAnswered(tx: Tx, ideaId: string) {
  await tx.update(ideas).set({ answeredAt: now(), updatedAt: now() }).where(eq(ideas.id, ideaId))
}
