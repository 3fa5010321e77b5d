import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, table, text, timestamp, uniqueIndex } from '../dialect.ts'
import { createdAt, id } from '../columns.ts'
import { ideas } from './ideas.ts'

/**
 * One idea merged into another. The source keeps its votes, follows and comments untouched; the
 * target gets copies marked with this id, which is why un-merging restores exactly what was.
 */
export const merges = table(
  'merges',
  {
    id: id(),
    sourceId: text()
      .notNull()
      .references(() => ideas.id, { onDelete: 'cascade' }),
    targetId: text()
      .notNull()
      .references(() => ideas.id, { onDelete: 'cascade' }),
    state: text({
      enum: ['asked', 'refused', 'ended', 'merging', 'merged', 'unmerging', 'unmerged'],
    }).notNull(),
    /** Where the source stood. */
    fromStatus: text().notNull(),
    note: text().notNull().default(''),
    team: text().notNull(),
    askedBy: text(),
    askedAt: createdAt(),
    /** Until when the author of the source is asked. */
    answerBy: timestamp(),
    answeredAt: timestamp(),
    answer: text().notNull().default(''),
    mergedAt: timestamp(),
    unmergedBy: text(),
    unmergedAt: timestamp(),
    votesCarried: integer().notNull().default(0),
  },
  (t) => [
    uniqueIndex('merges_running')
      .on(t.sourceId)
      .where(sql`${t.state} in ('asked', 'merging', 'merged', 'unmerging')`),
    index('merges_source').on(t.sourceId, t.askedAt),
    index('merges_target').on(t.targetId, t.state),
    index('merges_state').on(t.state, t.askedAt, t.id),
  ],
)

/** Two ideas that somebody looked at and found different; `oneId` is the smaller id. */
export const dismissedPairs = table(
  'dismissed_pairs',
  {
    oneId: text()
      .notNull()
      .references(() => ideas.id, { onDelete: 'cascade' }),
    otherId: text()
      .notNull()
      .references(() => ideas.id, { onDelete: 'cascade' }),
    dismissedBy: text(),
    dismissedAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: 'dismissed_pairs_pk', columns: [t.oneId, t.otherId] }),
    index('dismissed_pairs_other').on(t.otherId),
  ],
)
