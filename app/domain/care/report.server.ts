import { and, desc, eq, gte, isNotNull, isNull, lt, ne } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { howMany } from '#db/expressions.ts'
import { cases } from '#db/schema/care.ts'
import { caseClocks } from '#db/schema/care-clocks.ts'
import { caseRatings } from '#db/schema/care-outcomes.ts'
import { clockReport, contentReport, type Contentment, type Ending } from './report.rules.ts'

export type Period = { from: Date; to: Date }

const mostWords = 20

/**
 * How care did in a period, `to` not in it: the clocks that ended in it (and those begun before its
 * end that still run), how content those are who were asked in it, the last words of those who rated
 * in it, and where the cases came from that began in it. Nothing of it is by agent.
 */
export async function careReport(db: Read, period: Period) {
  const [endings, content, words, volume] = await Promise.all([
    endingsIn(db, period),
    contentIn(db, period),
    wordsIn(db, period),
    volumeIn(db, period),
  ])
  return { clocks: clockReport(endings), content: contentReport(content), words, volume }
}

// As a histogram: however many cases there were, there are only so many lengths of time.
async function endingsIn(db: Read, { from, to }: Period): Promise<Ending[]> {
  const { clock, topicId, priority, outcome, tookMinutes: minutes, endedAt, startedAt } = caseClocks
  const group = { clock, topicId, priority }
  const [ended, running] = await Promise.all([
    db
      .select({ ...group, outcome, minutes, n: howMany() })
      .from(caseClocks)
      .where(and(gte(endedAt, from), lt(endedAt, to)))
      .groupBy(clock, topicId, priority, outcome, minutes),
    db
      .select({ ...group, n: howMany() })
      .from(caseClocks)
      .where(and(isNull(endedAt), lt(startedAt, to)))
      .groupBy(clock, topicId, priority),
  ])
  return [...ended, ...running.map((row) => ({ ...row, outcome: null, minutes: null }))]
}

async function contentIn(db: Read, { from, to }: Period): Promise<Contentment[]> {
  const { askedAt, score } = caseRatings
  const rows = await db
    .select({ group: cases.topicId, score, n: howMany() })
    .from(caseRatings)
    .innerJoin(cases, eq(cases.id, caseRatings.caseId))
    .where(and(gte(askedAt, from), lt(askedAt, to)))
    .groupBy(cases.topicId, score)
  return [...new Set(rows.map(({ group }) => group))].sort().map((group) => {
    const own = rows.filter((row) => row.group === group)
    const total = (of: (row: { score: number; n: number }) => number) =>
      own.reduce((all, { score, n }) => all + (score === null ? 0 : of({ score, n })), 0)
    return {
      group,
      asked: own.reduce((all, { n }) => all + n, 0),
      answers: total(({ n }) => n),
      sum: total(({ score, n }) => score * n),
      high: total(({ score, n }) => (score >= 4 ? n : 0)),
    }
  })
}

async function wordsIn(db: Read, { from, to }: Period) {
  const { score, comment, ratedAt } = caseRatings
  const { id, number, subject, locale } = cases
  return db
    .select({ id, number, subject, locale, score, comment, ratedAt })
    .from(caseRatings)
    .innerJoin(cases, eq(id, caseRatings.caseId))
    .where(and(gte(ratedAt, from), lt(ratedAt, to), ne(comment, ''), isNull(cases.erasedAt)))
    .orderBy(desc(ratedAt), desc(id))
    .limit(mostWords)
}

async function volumeIn(db: Read, { from, to }: Period) {
  const { source, createdAt, confirmedAt } = cases
  const rows = await db
    .select({ source, n: howMany() })
    .from(cases)
    .where(and(gte(createdAt, from), lt(createdAt, to), isNotNull(confirmedAt)))
    .groupBy(source)
  return rows.sort((one, other) => other.n - one.n || (one.source < other.source ? -1 : 1))
}
