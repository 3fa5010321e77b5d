import { boolean, index, integer, primaryKey, table, text, timestamp } from '../dialect.ts'
import { createdAt } from '../columns.ts'

/** What somebody earned in a period (`all`, `2026-W47`, `season:2026-10-01`), in a category or in all (`''`). */
export const pointScores = table(
  'point_scores',
  {
    period: text().notNull(),
    categoryId: text().notNull(),
    personId: text().notNull(),
    amount: integer().notNull(),
    isHidden: boolean().notNull().default(false),
  },
  (t) => [
    primaryKey({ name: 'point_scores_pk', columns: [t.period, t.categoryId, t.personId] }),
    index('point_scores_rank').on(t.period, t.categoryId, t.isHidden, t.amount, t.personId),
    index('point_scores_person').on(t.personId),
  ],
)

/**
 * How many people are shown with so much (a shelf holds one amount, of the large ones a few) on a
 * leaderboard: ranks are read from it, for counting them takes long.
 */
export const pointShelves = table(
  'point_shelves',
  {
    period: text().notNull(),
    categoryId: text().notNull(),
    shelf: integer().notNull(),
    members: integer().notNull(),
  },
  (t) => [primaryKey({ name: 'point_shelves_pk', columns: [t.period, t.categoryId, t.shelf] })],
)

/** Awarded once, for good, with what it was for. */
export const badgeAwards = table(
  'badge_awards',
  {
    personId: text().notNull(),
    badge: text().notNull(),
    awardedAt: createdAt(),
    ideaId: text(),
    subjectId: text(),
  },
  (t) => [primaryKey({ name: 'badge_awards_pk', columns: [t.personId, t.badge] })],
)

/** Who came by whose link. */
export const friends = table(
  'friends',
  {
    friendId: text().primaryKey(),
    inviterId: text().notNull(),
    broughtAt: createdAt(),
    tookPartAt: timestamp(),
  },
  (t) => [index('friends_inviter').on(t.inviterId, t.broughtAt)],
)
