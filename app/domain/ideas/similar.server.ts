import { and, desc, eq, inArray, isNull, ne, type SQL } from 'drizzle-orm'
import { prepared, type Read } from '#db/database.server.ts'
import { isAmong, listOf } from '#db/expressions.ts'
import { ideas, statuses } from '#db/schema/ideas.ts'
import { moves } from '#db/schema/workflow.ts'
import { sharingNumbers, type Term } from '#db/search.server.ts'
import type { Idea, Status } from './idea.server.ts'
import { likeness, sharedWords, stemOf } from './idea-search.rules.ts'

/** Enough of an idea to recognise it, vote for it, or learn why it was refused. */
export type SimilarIdea = Pick<
  Idea,
  'id' | 'number' | 'slug' | 'title' | 'locale' | 'votesCount' | 'commentsCount'
> & {
  stage: Omit<Status, 'retiredAt'>
  /** What the brand last said in public when it refused or put the idea away; `null` otherwise. */
  lastReason: string | null
}

const candidates = 24
const deep = { limit: candidates, each: 300 }
/** On every idea's page: the rarest words, and only the newest ideas with them. */
const shallow = { limit: 4, each: 8 }
const rarest = 2

/**
 * Public ideas (open, refused and put away alike) that speak of the same thing as `text`, a title
 * as it is being typed; the closest first, at most `limit`. `except` is the number of an idea to
 * leave out. Empty when the text has no telling word. Never a private idea.
 */
export async function similarIdeas(
  db: Read,
  text: string,
  { limit, except = 0 }: { limit: number; except?: number },
): Promise<SimilarIdea[]> {
  const like = likeness(text)
  if (!like) return []
  const enough = Math.ceil(Math.min(like.words.length, 6) / 2)
  const found = await alike(db, like.terms, {
    where: and(ne(ideas.place, 'private'), isNull(ideas.mergedIntoId), not(except))!,
    ...deep,
  })
  const close = found.filter(({ title, body }) => {
    const inTitle = sharedWords(like.words, title)
    return inTitle > 0 && sharedWords(like.words, `${title} ${body}`) >= enough
  })
  const chosen = close.slice(0, limit)
  const reasons = await lastReasons(db, chosen)
  return chosen.map(({ body: _, ...idea }) => ({
    ...idea,
    lastReason: reasons.get(idea.id) ?? null,
  }))
}

/** Ideas on the board near to `idea` in words, at most `limit` (4 unless told); for its own page. */
export async function relatedIdeas(
  db: Read,
  idea: Pick<Idea, 'number' | 'title'>,
  limit = shallow.limit,
): Promise<SimilarIdea[]> {
  const like = likeness(idea.title)
  if (!like) return []
  const where = and(eq(ideas.place, 'board'), not(idea.number))!
  const stems = like.words.slice(0, rarest).map((word) => ({ forms: [stemOf(word)] }))
  const numbers = await sharingNumbers(db, stems, { where, ...shallow, limit })
  if (!numbers.length) return []
  const found = await prepared(db, 'ideas_near', near(db)).execute({ numbers: listOf(numbers) })
  return inOrder(found, numbers).map((idea) => ({ ...idea, lastReason: null }))
}

const { id, number, slug, title, body, locale, votesCount, commentsCount } = ideas
const recognised = { id, number, slug, title, locale, votesCount, commentsCount, stage: statuses }

const near = (db: Read) => () =>
  db
    .select(recognised)
    .from(ideas)
    .innerJoin(statuses, eq(statuses.id, ideas.status))
    .where(isAmong(ideas.number, 'numbers'))
    .prepare('ideas_near')

const inOrder = <One extends { number: number }>(rows: One[], numbers: number[]) =>
  rows.sort((one, other) => numbers.indexOf(one.number) - numbers.indexOf(other.number))

const not = (number: number) => ne(ideas.number, number)

type Breadth = { where: SQL; limit: number; each: number }

async function alike(db: Read, terms: Term[], breadth: Breadth) {
  const numbers = await sharingNumbers(db, terms, breadth)
  if (!numbers.length) return []
  const rows = await db
    .select({ ...recognised, body })
    .from(ideas)
    .innerJoin(statuses, eq(statuses.id, ideas.status))
    .where(inArray(ideas.number, numbers))
  return inOrder(rows, numbers)
}

async function lastReasons(db: Read, among: { id: string; stage: Status }[]) {
  const closed = among.filter(({ stage }) => stage.tone === 'refused' || stage.place === 'aside')
  const reasons = new Map<string, string>()
  if (!closed.length) return reasons
  const ids = closed.map(({ id }) => id)
  const said = await db
    .select({ ideaId: moves.ideaId, note: moves.note, to: moves.toStatus })
    .from(moves)
    .where(inArray(moves.ideaId, ids))
    .orderBy(desc(moves.movedAt))
  for (const { ideaId, note, to } of said)
    if (
      note &&
      !reasons.has(ideaId) &&
      closed.some((one) => one.id === ideaId && one.stage.id === to)
    )
      reasons.set(ideaId, note)
  return reasons
}
