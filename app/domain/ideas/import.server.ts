import { eq, inArray } from 'drizzle-orm'
import { newId } from '#db/columns.ts'
import type { Read, Tx } from '#db/database.server.ts'
import { plus } from '#db/expressions.ts'
import { counters } from '#db/schema/counters.ts'
import { categories, ideas, ideaTags, ideaTallies } from '#db/schema/ideas.ts'
import { at } from '#db/time.ts'
import { hotness } from './hot.rules.ts'
import type { Idea } from './idea.server.ts'
import { indexIdea } from './publish.server.ts'
import { slugOf } from './slug.rules.ts'

/** An idea as another platform tells it; `votesBase` are votes that it counted and did not list. */
export type ToldIdea = Pick<
  Idea,
  | 'source'
  | 'title'
  | 'body'
  | 'locale'
  | 'categoryId'
  | 'authorId'
  | 'status'
  | 'place'
  | 'votesBase'
  | 'publishedAt'
> & { tags: string[] }

/** The id and date of those ideas among `sources` that are here already, by source. */
export async function ideasAmong(db: Read, sources: string[]) {
  const known = sources.length
    ? await db
        .select({ id: ideas.id, source: ideas.source, publishedAt: ideas.publishedAt })
        .from(ideas)
        .where(inArray(ideas.source, sources))
    : []
  return new Map(known.map(({ source, ...idea }) => [source!, idea]))
}

/** Opens a category unless there is one of this id. */
export async function importCategory(tx: Tx, category: typeof categories.$inferInsert) {
  await tx.insert(categories).values(category).onConflictDoNothing()
}

/**
 * Writes ideas with their own dates, tags, tallies and words, and answers them. An idea whose
 * source is here already is left as it is and not among the answers. Nobody is told.
 */
export async function importIdeas(tx: Tx, told: ToldIdea[]) {
  if (!told.length) return []
  const last = await reserveNumbers(tx, told.length)
  const rows = told.map(({ tags: _, ...idea }, i) => ({
    ...idea,
    id: at(idea.publishedAt, newId),
    number: last - told.length + 1 + i,
    slug: slugOf(idea.title),
    votesCount: idea.votesBase,
    hot: hotness(idea.votesBase, idea.publishedAt),
    createdAt: idea.publishedAt,
    updatedAt: idea.publishedAt,
  }))
  const written = await tx.insert(ideas).values(rows).onConflictDoNothing().returning()
  const tagsOf = new Map(told.map(({ source, tags }) => [source, tags]))

  for (const idea of written) await indexIdea(tx, idea, tagsOf.get(idea.source) ?? [])
  const tags = written.flatMap((idea) => tagRows(idea.id, tagsOf.get(idea.source) ?? []))
  if (tags.length) await tx.insert(ideaTags).values(tags)
  await tallyAll(tx, written)
  return written
}

const tagRows = (ideaId: string, tags: string[]) =>
  [...new Set(tags)].map((tag) => ({ ideaId, tag }))

async function reserveNumbers(tx: Tx, amount: number) {
  const [counter] = await tx
    .update(counters)
    .set({ value: plus(counters.value, amount) })
    .where(eq(counters.name, 'ideas'))
    .returning()
  return counter!.value
}

async function tallyAll(tx: Tx, written: Idea[]) {
  const amounts = new Map<string, { status: string; categoryId: string; ideasCount: number }>()
  for (const { status, categoryId } of written) {
    const key = `${status} ${categoryId}`
    const ideasCount = (amounts.get(key)?.ideasCount ?? 0) + 1
    amounts.set(key, { status, categoryId, ideasCount })
  }
  for (const amount of amounts.values())
    await tx
      .insert(ideaTallies)
      .values(amount)
      .onConflictDoUpdate({
        target: [ideaTallies.status, ideaTallies.categoryId],
        set: { ideasCount: plus(ideaTallies.ideasCount, amount.ideasCount) },
      })
}

/** Adds to the votes of several ideas (by id) and warms them. */
export async function countImportedVotes(tx: Tx, gained: Map<string, number>) {
  for (const [ideaId, amount] of gained) {
    const [idea] = await tx
      .update(ideas)
      .set({ votesCount: plus(ideas.votesCount, amount) })
      .where(eq(ideas.id, ideaId))
      .returning({ votesCount: ideas.votesCount, publishedAt: ideas.publishedAt })
    if (!idea) continue
    await tx
      .update(ideas)
      .set({ hot: hotness(idea.votesCount, idea.publishedAt) })
      .where(eq(ideas.id, ideaId))
  }
}

/** Adds to the visible comments of several ideas, by id. */
export async function countImportedComments(tx: Tx, gained: Map<string, number>) {
  for (const [ideaId, amount] of gained)
    await tx
      .update(ideas)
      .set({ commentsCount: plus(ideas.commentsCount, amount) })
      .where(eq(ideas.id, ideaId))
}
