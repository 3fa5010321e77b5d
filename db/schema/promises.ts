import { sql } from 'drizzle-orm'
import { index, integer, table, text, timestamp, uniqueIndex } from '../dialect.ts'
import { createdAt, id } from '../columns.ts'
import { ideas } from './ideas.ts'

/**
 * The clock of an answer that the brand promised: one row for each stay of an idea in a status that
 * promises. `days` are working days as they were promised then; while `pausedAt` is set the clock
 * stands, because the ball is with the author.
 */
export const promises = table(
  'promises',
  {
    id: id(),
    ideaId: text()
      .notNull()
      .references(() => ideas.id, { onDelete: 'cascade' }),
    status: text().notNull(),
    days: integer().notNull(),
    startedAt: createdAt(),
    dueAt: timestamp().notNull(),
    pausedAt: timestamp(),
    warnedAt: timestamp(),
    escalatedAt: timestamp(),
    endedAt: timestamp(),
  },
  (t) => [
    uniqueIndex('promises_running')
      .on(t.ideaId)
      .where(sql`${t.endedAt} is null`),
    index('promises_due')
      .on(t.dueAt, t.id)
      .where(sql`${t.endedAt} is null`),
    index('promises_ended')
      .on(t.endedAt, t.id)
      .where(sql`${t.endedAt} is not null`),
    index('promises_idea').on(t.ideaId, t.startedAt),
  ],
)

/** What the brand asked the author of an idea, publicly; until the answer the promise stands still. */
export const questions = table(
  'questions',
  {
    id: id(),
    ideaId: text()
      .notNull()
      .references(() => ideas.id, { onDelete: 'cascade' }),
    askedBy: text(),
    team: text().notNull(),
    body: text().notNull(),
    askedAt: createdAt(),
    answeredAt: timestamp(),
  },
  (t) => [index('questions_idea').on(t.ideaId, t.askedAt)],
)
