import { and, asc, eq, gt, inArray, isNull } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { howMany } from '#db/expressions.ts'
import { comments } from '#db/schema/comments.ts'
import { ideas, ideaTags, ideaTallies } from '#db/schema/ideas.ts'
import { votes } from '#db/schema/votes.ts'
import { dropWords, indexedNumbers } from '#db/search.server.ts'
import { hotness } from './hot.rules.ts'
import type { Idea } from './idea.server.ts'
import { indexIdea } from './publish.server.ts'

/** A number that is not what the rows say. `mend` counts again and sets it right. */
export type Fault = {
  counter: string
  of: string
  stored: number
  counted: number
  mend: (tx: Tx) => Promise<void>
}

const together = 500
const last = 2 ** 31 - 1
/** The logarithm may differ in its last digit from one machine to another. */
const near = 1e-6

/** Every counter, warmth and index entry of ideas that is not what it should be. */
export async function* ideaFaults(db: Read): AsyncGenerator<Fault> {
  for (let after = 0; ;) {
    const page = await db
      .select()
      .from(ideas)
      .where(gt(ideas.number, after))
      .orderBy(asc(ideas.number))
      .limit(together)
    yield* countFaults(
      page,
      await counted(
        db,
        page.map(({ id }) => id),
      ),
    )
    yield* indexFaults(page, await indexedNumbers(db, after, page.at(-1)?.number ?? last))
    if (!page.length) break
    after = page.at(-1)!.number
  }
  yield* tallyFaults(db)
}

type Counts = { votes: Map<string, number>; comments: Map<string, number> }

async function counted(db: Read, ideaIds: string[]): Promise<Counts> {
  if (!ideaIds.length) return { votes: new Map(), comments: new Map() }
  const cast = await db
    .select({ id: votes.ideaId, n: howMany() })
    .from(votes)
    .where(and(inArray(votes.ideaId, ideaIds), isNull(votes.burstId)))
    .groupBy(votes.ideaId)
  const visible = [isNull(comments.deletedAt), isNull(comments.hiddenAt)]
  const said = await db
    .select({ id: comments.ideaId, n: howMany() })
    .from(comments)
    .where(and(inArray(comments.ideaId, ideaIds), ...visible))
    .groupBy(comments.ideaId)
  return { votes: toMap(cast), comments: toMap(said) }
}

const toMap = (rows: { id: string; n: number }[]) => new Map(rows.map(({ id, n }) => [id, n]))

function* countFaults(page: Idea[], counts: Counts): Generator<Fault> {
  for (const idea of page) {
    const votesCount = idea.votesBase + (counts.votes.get(idea.id) ?? 0)
    const commentsCount = counts.comments.get(idea.id) ?? 0
    const hot = hotness(votesCount, idea.publishedAt)
    const fault = { of: `idea ${idea.number}`, mend: (tx: Tx) => recount(tx, idea.id) }
    if (idea.votesCount !== votesCount)
      yield { ...fault, counter: 'votes', stored: idea.votesCount, counted: votesCount }
    if (idea.commentsCount !== commentsCount)
      yield { ...fault, counter: 'comments', stored: idea.commentsCount, counted: commentsCount }
    if (Math.abs(idea.hot - hot) > near)
      yield { ...fault, counter: 'warmth', stored: idea.hot, counted: hot }
  }
}

async function recount(tx: Tx, ideaId: string) {
  const [idea] = await tx.select().from(ideas).where(eq(ideas.id, ideaId))
  if (!idea) return
  const counts = await counted(tx, [ideaId])
  const votesCount = idea.votesBase + (counts.votes.get(ideaId) ?? 0)
  const commentsCount = counts.comments.get(ideaId) ?? 0
  const hot = hotness(votesCount, idea.publishedAt)
  await tx.update(ideas).set({ votesCount, commentsCount, hot }).where(eq(ideas.id, ideaId))
}

function* indexFaults(page: Idea[], indexed: number[]): Generator<Fault> {
  const open = new Map(
    page.filter(({ place }) => place !== 'private').map((idea) => [idea.number, idea]),
  )
  const found = new Set(indexed)
  for (const [number, idea] of open)
    if (!found.has(number)) yield { ...ofIndex(number, 0, 1), mend: (tx) => reindex(tx, idea.id) }
  for (const number of found)
    if (!open.has(number)) yield { ...ofIndex(number, 1, 0), mend: (tx) => dropWords(tx, number) }
}

const ofIndex = (number: number, stored: number, counted: number) => ({
  counter: 'search index',
  of: `idea ${number}`,
  ...{ stored, counted },
})

async function reindex(tx: Tx, ideaId: string) {
  const [idea] = await tx.select().from(ideas).where(eq(ideas.id, ideaId))
  const tags = await tx.select().from(ideaTags).where(eq(ideaTags.ideaId, ideaId))
  const words = tags.map(({ tag }) => tag)
  if (idea) await indexIdea(tx, idea, words)
}

async function* tallyFaults(db: Read): AsyncGenerator<Fault> {
  const right = await tallies(db)
  const stored = new Map((await db.select().from(ideaTallies)).map((row) => [keyOf(row), row]))
  for (const key of new Set([...right.keys(), ...stored.keys()])) {
    const [is, should] = [stored.get(key)?.ideasCount ?? 0, right.get(key)?.ideasCount ?? 0]
    const { status, categoryId } = (right.get(key) ?? stored.get(key))!
    const mend = (tx: Tx) => retally(tx, status, categoryId)
    const of = `${status} in ${categoryId}`
    if (is !== should) yield { counter: 'tally', of, stored: is, counted: should, mend }
  }
}

type Tally = typeof ideaTallies.$inferSelect

const keyOf = ({ status, categoryId }: Tally) => `${status} ${categoryId}`

async function tallies(db: Read) {
  const { status, categoryId } = ideas
  const rows = await db
    .select({ status, categoryId, ideasCount: howMany() })
    .from(ideas)
    .groupBy(status, categoryId)
  return new Map(rows.map((row) => [keyOf(row), row]))
}

async function retally(tx: Tx, status: string, categoryId: string) {
  const here = and(eq(ideas.status, status), eq(ideas.categoryId, categoryId))
  const [count] = await tx.select({ n: howMany() }).from(ideas).where(here)
  await tx
    .insert(ideaTallies)
    .values({ status, categoryId, ideasCount: count!.n })
    .onConflictDoUpdate({
      target: [ideaTallies.status, ideaTallies.categoryId],
      set: { ideasCount: count!.n },
    })
}
