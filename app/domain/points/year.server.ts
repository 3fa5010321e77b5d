import { and, asc, eq, gt, gte, isNull, lt } from 'drizzle-orm'
import type { Tx } from '#db/database.server.ts'
import { pageAfterAscending } from '#db/expressions.ts'
import { badgeAwards } from '#db/schema/boards.ts'
import { people } from '#db/schema/identity.ts'
import { pointAccounts } from '#db/schema/points.ts'
import { now } from '#db/time.ts'
import { siteSettings } from '../site/site.server.ts'
import { holdChain } from './account.server.ts'
import { yearDays } from './badge.rules.ts'
import { award, awarded } from './badge.server.ts'
import { earnersAmong } from './earner.server.ts'
import { dayIn } from './season.rules.ts'

const dayMs = 86_400_000
const yearMs = yearDays * dayMs
/** For so many days the clock may have stood still without anybody being forgotten. */
const lateDays = 14
const aPage = 200

export type YearCursor = { joinedAt: Date; id: string }

/**
 * Awards the badge of a year to up to 200 members who took part, and came a year ago today, or in the days
 * before: each once, for good. Answers the events that tell them, and where to go on; no cursor at the end.
 */
export async function yearsReached(tx: Tx, after?: YearCursor) {
  await holdChain(tx)
  const { calendar } = await siteSettings(tx)
  const dayOf = (moment: Date) => dayIn(moment, calendar.timeZone)
  const today = dayOf(now())
  const page = await cameAYearAgo(tx, after)
  const due = page.filter(({ joinedAt }) => dayOf(new Date(+joinedAt + yearMs)) <= today)
  const earners = await earnersAmong(
    tx,
    due.map(({ id }) => id),
  )
  const staying = due.filter(({ id }) => earners.get(id)?.mayEarn)
  const given = await award(
    tx,
    staying.map(({ id: personId }) => ({ personId, badge: 'one-year' })),
  )
  return { events: given.map(awarded), next: page.length === aPage ? page.at(-1) : undefined }
}

/** Who earned anything, joined a year ago give or take a day, and has no badge for it; in the order of their days. */
function cameAYearAgo(tx: Tx, after?: YearCursor) {
  const { id, joinedAt } = people
  const agoDays = (days: number) => new Date(+now() - yearMs - days * dayMs)
  const isTheirs = and(eq(badgeAwards.personId, id), eq(badgeAwards.badge, 'one-year'))
  return tx
    .select({ id, joinedAt })
    .from(people)
    .innerJoin(pointAccounts, eq(pointAccounts.personId, id))
    .leftJoin(badgeAwards, isTheirs)
    .where(
      and(
        ...[gte(joinedAt, agoDays(lateDays)), lt(joinedAt, agoDays(-1))],
        ...[gt(pointAccounts.earned, 0), isNull(badgeAwards.badge)],
        after && pageAfterAscending([joinedAt, id], [after.joinedAt, after.id]),
      ),
    )
    .orderBy(asc(joinedAt), asc(id))
    .limit(aPage)
}
