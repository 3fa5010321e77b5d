import { and, desc, eq, inArray, isNull, lt, ne } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { people } from '#db/schema/identity.ts'
import { ideas, statuses } from '#db/schema/ideas.ts'
import { sharingNumbers } from '#db/search.server.ts'
import { likeness, stemOf } from '../ideas/idea-search.rules.ts'
import { leastLikeness, likenessOf, wordsOfIdea } from './likeness.rules.ts'
import { pairOf } from './merge.rules.ts'
import { settledPairs } from './pair.server.ts'

const { id, number, slug, title, body, locale, votesCount, commentsCount, publishedAt } = ideas
const columns = {
  ...{ id, number, slug, title, body, locale, votesCount, commentsCount, publishedAt },
  stage: statuses,
  author: { handle: people.handle, displayName: people.displayName, avatarId: people.avatarId },
}

const selectCandidates = (db: Read) =>
  db
    .select(columns)
    .from(ideas)
    .innerJoin(statuses, eq(statuses.id, ideas.status))
    .leftJoin(people, eq(people.id, ideas.authorId))

type Row = Awaited<ReturnType<typeof selectCandidates>>[number]
/** An idea as a list of likely duplicates shows it. */
export type Candidate = Omit<Row, 'body'>
/** Two ideas that may be the same, the likelier source first. */
export type Pair = { source: Candidate; target: Candidate; likeness: number }

const ideasAtOnce = 30
const pairsWanted = 12
const mostLooked = 300
const patienceMs = 400
/** Of the words of a title the rarest, of each the newest ideas: bounded, however large the board. */
const breadth = { words: 6, each: 80, limit: 12 }

/**
 * Pairs of ideas on the board that may be the same, of which at least one is open for votes; each
 * idea, the newest first, is compared with the few older ones whose titles share its rarest words.
 * Stops after 12 pairs, 300 ideas or 0.4 s; `next` is the number to go on below, `undefined` at the
 * end. What was dismissed, asked or refused is left out.
 */
export async function candidatePairs(db: Read, below?: number) {
  const until = Date.now() + patienceMs
  const pairs: Pair[] = []
  let [next, looked] = [below, 0]
  do {
    const page = await boardBelow(db, next)
    const settled = await settledPairs(
      db,
      page.map((idea) => idea.id),
    )
    for (const idea of page) pairs.push(...(await pairsOf(db, idea, settled)))
    looked += page.length
    next = page.length === ideasAtOnce ? page.at(-1)!.number : undefined
  } while (next && pairs.length < pairsWanted && looked < mostLooked && Date.now() < until)
  return { pairs: pairs.sort((one, other) => other.likeness - one.likeness), next, looked }
}

const boardBelow = (db: Read, below: number | undefined) =>
  selectCandidates(db)
    .where(and(eq(ideas.place, 'board'), below ? lt(ideas.number, below) : undefined))
    .orderBy(desc(ideas.number))
    .limit(ideasAtOnce)

async function pairsOf(db: Read, idea: Row, settled: Set<string>) {
  const older = await nearTo(db, idea, lt(ideas.number, idea.number))
  return older
    .filter(({ other }) => other.stage.votesOpen || idea.stage.votesOpen)
    .filter(({ other }) => !settled.has(pairOf(idea.id, other.id).join(' ')))
    .map(({ other, likeness }) => ({ ...directed(idea, other), likeness }))
}

/** The one with fewer votes goes into the other; what is realised never goes. */
export function directed(one: Row, other: Row) {
  const [small, large] = one.votesCount <= other.votesCount ? [one, other] : [other, one]
  const [source, target] = small.stage.tone === 'done' ? [large, small] : [small, large]
  return { source: withoutBody(source), target: withoutBody(target) }
}

const withoutBody = ({ body: _, ...idea }: Row): Candidate => idea

/** The ideas on the board that are most like one, the likeliest first, at most 12. */
export async function likeIdea(db: Read, ideaNumber: number) {
  const [idea] = await selectCandidates(db).where(eq(ideas.number, ideaNumber))
  if (!idea) return []
  const settled = await settledPairs(db, [idea.id])
  const near = await nearTo(db, idea, ne(ideas.number, ideaNumber))
  return near.map(({ other, likeness }) => ({
    ...withoutBody(other),
    likeness,
    isSettled: settled.has(pairOf(idea.id, other.id).join(' ')),
  }))
}

async function nearTo(db: Read, idea: Row, which: ReturnType<typeof lt>) {
  const like = likeness(idea.title)
  if (!like) return []
  const terms = like.words.slice(0, breadth.words).map((word) => ({ forms: [stemOf(word)] }))
  const where = and(eq(ideas.place, 'board'), isNull(ideas.mergedIntoId), which)!
  const { each, limit } = breadth
  const numbers = await sharingNumbers(db, terms, { where, each, limit })
  if (!numbers.length) return []
  const words = wordsOfIdea(idea)
  return (await selectCandidates(db).where(inArray(ideas.number, numbers)))
    .map((other) => ({ other, likeness: likenessOf(words, wordsOfIdea(other)) }))
    .filter(({ likeness }) => likeness >= leastLikeness)
    .sort((one, other) => other.likeness - one.likeness)
}
