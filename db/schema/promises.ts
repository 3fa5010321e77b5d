import { sql } from 'drizzle-orm'
import { index, integer, real, table, text, timestamp, uniqueIndex } from '../dialect.ts'
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
    /** `planning`: the idea stood there before the house kept clocks. */
    origin: text({ enum: ['move', 'publication', 'planning'] })
      .notNull()
      .default('move'),
    /** The moves that began and ended it; undoing one of them undoes that. */
    startedBy: text(),
    endedBy: text(),
    startedAt: createdAt(),
    dueAt: timestamp().notNull(),
    pausedAt: timestamp(),
    warnedAt: timestamp(),
    escalatedAt: timestamp(),
    endedAt: timestamp(),
    /** `uncounted`: merged, or sent elsewhere by a change of the workflow; nobody answered. */
    outcome: text({ enum: ['kept', 'late', 'uncounted'] }),
    /** Working days from the start to the answer, the pauses left out. */
    tookDays: real(),
  },
  (t) => [
    uniqueIndex('promises_running')
      .on(t.ideaId)
      .where(sql`${t.endedAt} is null`),
    index('promises_due')
      .on(t.dueAt, t.id)
      .where(sql`${t.endedAt} is null`),
    index('promises_paused')
      .on(t.pausedAt, t.id)
      .where(sql`${t.endedAt} is null and ${t.pausedAt} is not null`),
    index('promises_ended')
      .on(t.endedAt, t.status, t.outcome, t.tookDays)
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
    /** How it was closed, and by which comment or move. */
    closedHow: text({ enum: ['comment', 'edit', 'word', 'withdrawn', 'moved'] }),
    closedBy: text(),
  },
  (t) => [
    uniqueIndex('questions_open')
      .on(t.ideaId)
      .where(sql`${t.answeredAt} is null`),
    index('questions_idea').on(t.ideaId, t.askedAt),
  ],
)
