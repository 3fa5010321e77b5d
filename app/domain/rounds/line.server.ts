import { and, eq, gt, gte, lt, or } from 'drizzle-orm'
import { prepared, type Read } from '#db/database.server.ts'
import { howMany, placeholder } from '#db/expressions.ts'
import { ideas } from '#db/schema/ideas.ts'
import { roundEntries, rounds } from '#db/schema/rounds.ts'
import { byVotes, type EntryRules, lineUp } from './line.rules.ts'
import { entriesOf, leftBecause, nextRound, type Round } from './round.server.ts'
import { stages } from './stages.rules.ts'

/** The ideas in line for a round, as many as there are, in no order. */
export async function candidates(db: Read) {
  const { line } = stages
  const { id: ideaId, number, slug, title, locale, categoryId, votesCount, publishedAt } = ideas
  return db
    .select({ ideaId, number, slug, title, locale, categoryId, votesCount, publishedAt })
    .from(ideas)
    .where(and(eq(ideas.status, line), eq(ideas.place, 'board')))
}

/**
 * Who would enter a round of these rules if it opened now, and who would wait, in order; with
 * `round`, its picks and what was carried over to it have their places first. `places` are those of
 * the line by votes, as `placeInLine` tells them.
 */
export async function forecast(db: Read, rules: EntryRules, round?: Pick<Round, 'id'>) {
  const { line, review } = stages
  const all = await candidates(db)
  const declared = round ? await entriesOf(db, round.id) : []
  const given = declared.filter(({ idea }) => isStillDue(idea, [line, review]))
  const taken = new Set(given.map(({ idea }) => idea.ideaId))
  const free = all.filter(({ ideaId }) => !taken.has(ideaId))
  const places = new Map([...all].sort(byVotes).map(({ ideaId }, i) => [ideaId, i + 1]))
  return { given, places, ...lineUp(free, rules, given.length) }
}

/** Whether an idea that has its place in a coming round may still take it. */
export const isStillDue = (idea: Parameters<typeof leftBecause>[0], statuses: string[]): boolean =>
  statuses.some((status) => !leftBecause(idea, status))

type InLine = { status: string; votesCount: number; publishedAt: Date; number: number }

/** The place of an idea in the line, by votes: 1 is the first. */
export async function placeInLine(db: Read, idea: InLine) {
  const { status, votesCount, publishedAt, number } = ideas
  const older = or(
    lt(publishedAt, idea.publishedAt),
    and(eq(publishedAt, idea.publishedAt), lt(number, idea.number)),
  )
  const before = or(gt(votesCount, idea.votesCount), and(eq(votesCount, idea.votesCount), older))
  const [ahead] = await db
    .select({ n: howMany() })
    .from(ideas)
    .where(and(eq(status, idea.status), gte(votesCount, idea.votesCount), before))
  return ahead!.n + 1
}

const roundsOfIdea = (db: Read) => () =>
  db
    .select({ round: rounds, way: roundEntries.way, pickReason: roundEntries.pickReason })
    .from(roundEntries)
    .innerJoin(rounds, eq(rounds.id, roundEntries.roundId))
    .where(and(eq(roundEntries.ideaId, placeholder('ideaId')), eq(roundEntries.state, 'in')))
    .prepare('rounds_of_idea')

/**
 * What an idea's page says of rounds: the one it is in or declared for, else its place in line and
 * the round that opens next. `undefined` for an idea that no round concerns now.
 */
export async function roundOfIdea(db: Read, idea: InLine & { id: string }) {
  const { line, review } = stages
  if (idea.status !== line && idea.status !== review) return undefined
  const all = await prepared(db, 'rounds_of_idea', roundsOfIdea(db)).execute({ ideaId: idea.id })
  const live = all
    .sort((one, other) => other.round.number - one.round.number)
    .find(({ round }) => round.state !== 'published' && isAlive(round))
  if (live) return { ...live, place: undefined }
  if (idea.status !== line) return undefined
  const place = await placeInLine(db, idea)
  return { round: await nextRound(db), place, way: undefined, pickReason: '' }
}

const isAlive = ({ state }: Round) => state !== 'cancelled'
