import { sql } from 'drizzle-orm'
import { index, integer, table, text, timestamp, uniqueIndex } from '../dialect.ts'
import { createdAt, id } from '../columns.ts'
import { cases } from './care.ts'

/** How content somebody was with how a case ended; asked by mail, and reminded of once. */
export const caseRatings = table(
  'case_ratings',
  {
    caseId: text()
      .primaryKey()
      .references(() => cases.id, { onDelete: 'cascade' }),
    tokenHash: text().notNull(),
    askedAt: createdAt(),
    remindedAt: timestamp(),
    score: integer(),
    comment: text().notNull().default(''),
    ratedAt: timestamp(),
  },
  (t) => [
    uniqueIndex('case_ratings_token').on(t.tokenHash),
    index('case_ratings_open')
      .on(t.askedAt)
      .where(sql`${t.ratedAt} is null and ${t.remindedAt} is null`),
    index('case_ratings_rated').on(t.ratedAt),
  ],
)

/** What care gave to make good: points, or a coupon; above the limit of the agent another decides. */
export const remedies = table(
  'remedies',
  {
    id: id(),
    caseId: text().notNull(),
    personId: text().notNull(),
    kind: text({ enum: ['points', 'coupon'] }).notNull(),
    amount: integer().notNull(),
    rewardId: text(),
    reason: text().notNull(),
    askedBy: text().notNull(),
    askedAt: createdAt(),
    state: text({ enum: ['asked', 'done', 'refused'] }).notNull(),
    decidedBy: text(),
    decidedAt: timestamp(),
  },
  (t) => [
    index('remedies_case').on(t.caseId, t.askedAt),
    index('remedies_asker').on(t.askedBy, t.askedAt),
    index('remedies_state').on(t.state, t.askedAt, t.id),
  ],
)

/** The two halves of one matter. Only the agents see it from both sides. */
export const caseLinks = table(
  'case_links',
  {
    id: id(),
    caseId: text()
      .notNull()
      .references(() => cases.id, { onDelete: 'cascade' }),
    ideaId: text().notNull(),
    kind: text({ enum: ['became', 'born-from', 'related'] }).notNull(),
    linkedBy: text(),
    linkedAt: createdAt(),
  },
  (t) => [
    uniqueIndex('case_links_once').on(t.caseId, t.ideaId),
    index('case_links_idea').on(t.ideaId),
  ],
)
