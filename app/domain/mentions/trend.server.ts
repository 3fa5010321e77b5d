import { and, asc, desc, eq, gte, isNotNull, isNull, lt, type SQL } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { howMany, monthOf } from '#db/expressions.ts'
import { mentions } from '#db/schema/mentions.ts'
import { now } from '#db/time.ts'
import { may, type Viewer } from '../identity/viewer.rules.ts'
import { type Bar, type Figures, figuresOf, grouped } from './trend.rules.ts'

export const monthsShown = 24
/** The newest ratings that are looked at: they are counted in some hundredths of a second. */
const mostRatings = 100_000

export type TrendWish = { sourceId?: string; from?: Date; to?: Date }
export type Trend = {
  months: ({ month: string; sourceId: string } & Figures)[]
  overall: ({ sourceId: string } & Figures)[]
  /** How many ratings all this is made of. */
  rated: number
  /** Mentions that it leaves out. */
  withoutRating: number
  withoutDate: number
  /** Only the newest ratings of the time were looked at. */
  isCut: boolean
  from: Date
  to: Date
}

/**
 * How ratings went, by month (UTC) and source: how many, their average and median, and how many of one
 * or two stars. Without `from` and `to`, the 24 months up to the newest rating. Undefined for whoever
 * may not see mentions.
 */
export async function ratingTrend(
  db: Read,
  agent: Viewer,
  wish: TrendWish = {},
): Promise<Trend | undefined> {
  if (!may(agent, 'mentions.triage')) return undefined
  const of = wish.sourceId ? eq(mentions.sourceId, wish.sourceId) : undefined
  const to = wish.to ?? (await endOfNewest(db, of))
  const from = wish.from ?? monthsBefore(to)
  const bars = await barsOf(db, and(of, gte(mentions.writtenAt, from), lt(mentions.writtenAt, to)))
  const rated = bars.reduce((sum, { count }) => sum + count, 0)
  return {
    months: grouped(bars, ({ month, sourceId }) => `${month} ${sourceId}`).map((group) => ({
      ...{ month: group[0]!.month, sourceId: group[0]!.sourceId },
      ...figuresOf(group)!,
    })),
    overall: grouped(bars, ({ sourceId }) => sourceId).map((group) => ({
      sourceId: group[0]!.sourceId,
      ...figuresOf(group)!,
    })),
    rated,
    withoutRating: await countOf(db, and(of, eq(mentions.band, 'none'))),
    withoutDate: await countOf(db, and(of, isNotNull(mentions.rating), isNull(mentions.writtenAt))),
    isCut: rated >= mostRatings,
    ...{ from, to },
  }
}

/** The first moment after the month of the newest rating; of this month where there is none. */
async function endOfNewest(db: Read, of: SQL | undefined) {
  const [newest] = await db
    .select({ at: mentions.writtenAt })
    .from(mentions)
    .where(and(of, isNotNull(mentions.rating), isNotNull(mentions.writtenAt)))
    .orderBy(desc(mentions.writtenAt))
    .limit(1)
  const at = newest?.at ?? now()
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1))
}

const monthsBefore = (to: Date) =>
  new Date(Date.UTC(to.getUTCFullYear(), to.getUTCMonth() - monthsShown, to.getUTCDate()))

async function barsOf(db: Read, where: SQL | undefined): Promise<Bar[]> {
  const newest = db
    .select({
      writtenAt: mentions.writtenAt,
      sourceId: mentions.sourceId,
      rating: mentions.rating,
    })
    .from(mentions)
    .where(and(isNotNull(mentions.rating), where))
    .orderBy(desc(mentions.writtenAt))
    .limit(mostRatings)
    .as('newest')
  const month = monthOf(newest.writtenAt)
  const bars = await db
    .select({
      month,
      sourceId: newest.sourceId,
      rating: newest.rating,
      count: howMany(),
    })
    .from(newest)
    .groupBy(month, newest.sourceId, newest.rating)
    .orderBy(asc(month), asc(newest.sourceId), asc(newest.rating))
  return bars.map((bar) => ({ ...bar, rating: bar.rating! }))
}

async function countOf(db: Read, where: SQL | undefined) {
  const some = db
    .select({ id: mentions.id })
    .from(mentions)
    .where(where)
    .limit(mostRatings)
    .as('some')
  const [row] = await db.select({ n: howMany() }).from(some)
  return row!.n
}
