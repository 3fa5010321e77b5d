import { and, eq, gt, isNull, lt, or } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { badgeAwards } from '#db/schema/boards.ts'
import { pointAccounts } from '#db/schema/points.ts'
import { now } from '#db/time.ts'
import { accountOf } from './account.server.ts'
import { type BadgeId, isBadge } from './badge.rules.ts'
import { levelIn } from './badge.server.ts'

/** What somebody has not been congratulated on yet; `until` is the moment of the newest of it. */
export type Celebration = { level?: number; badges: BadgeId[]; until: Date }

/** The level and the badges that are new to a member; `undefined` where there are none. */
export async function celebrationFor(db: Read, personId: string): Promise<Celebration | undefined> {
  const { celebratedAt } = await accountOf(db, personId)
  const { awardedAt, badge } = badgeAwards
  const news = await db
    .select({ badge, awardedAt })
    .from(badgeAwards)
    .where(
      and(
        eq(badgeAwards.personId, personId),
        celebratedAt ? gt(awardedAt, celebratedAt) : undefined,
      ),
    )
  if (!news.length) return undefined
  const levels = news.flatMap((award) => levelIn(award.badge) ?? [])
  return {
    level: levels.length ? Math.max(...levels) : undefined,
    badges: news.map((award) => award.badge).filter(isBadge),
    until: new Date(Math.max(...news.map((award) => +award.awardedAt))),
  }
}

/** Remembers that somebody was congratulated on all that is no newer than `until`. */
export async function endCelebration(tx: Tx, personId: string, until: Date) {
  const celebratedAt = until > now() ? now() : until
  const { celebratedAt: before } = pointAccounts
  await tx
    .update(pointAccounts)
    .set({ celebratedAt })
    .where(and(eq(pointAccounts.personId, personId), or(isNull(before), lt(before, celebratedAt))))
}
