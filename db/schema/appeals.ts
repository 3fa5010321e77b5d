import { sql } from 'drizzle-orm'
import { index, json, table, text, timestamp, uniqueIndex } from '../dialect.ts'
import { createdAt, id } from '../columns.ts'
import { ideas } from './ideas.ts'
import { moves } from './workflow.ts'

/** An author against a decision (a move): once for each, answered by somebody else than who decided. */
export const appeals = table(
  'appeals',
  {
    id: id(),
    ideaId: text()
      .notNull()
      .references(() => ideas.id, { onDelete: 'cascade' }),
    moveId: text()
      .notNull()
      .references(() => moves.id, { onDelete: 'cascade' }),
    authorId: text(),
    body: text().notNull(),
    sentAt: createdAt(),
    dueAt: timestamp().notNull(),
    decidedBy: text(),
    decidedAt: timestamp(),
    outcome: text({ enum: ['upheld', 'overturned'] }),
    answer: text().notNull().default(''),
    team: text(),
  },
  (t) => [
    uniqueIndex('appeals_move').on(t.moveId),
    index('appeals_idea').on(t.ideaId, t.sentAt),
    index('appeals_waiting')
      .on(t.dueAt, t.id)
      .where(sql`${t.decidedAt} is null`),
    index('appeals_decided')
      .on(t.decidedAt, t.id)
      .where(sql`${t.decidedAt} is not null`),
  ],
)

/** New words for an idea that was refused; its page stays as it is until the staff take them. */
export const resubmissions = table(
  'resubmissions',
  {
    id: id(),
    ideaId: text()
      .notNull()
      .references(() => ideas.id, { onDelete: 'cascade' }),
    moveId: text()
      .notNull()
      .references(() => moves.id, { onDelete: 'cascade' }),
    authorId: text(),
    title: text().notNull(),
    body: text().notNull(),
    categoryId: text().notNull(),
    tags: json().$type<string[]>().notNull(),
    message: text().notNull().default(''),
    sentAt: createdAt(),
    /** When an answer to it was promised; always set. */
    dueAt: timestamp(),
    decidedBy: text(),
    decidedAt: timestamp(),
    outcome: text({ enum: ['taken', 'refused'] }),
    /** Of a refusal: why, in a code, and what could change it, as of any other decision. */
    reason: text(),
    couldChange: text().notNull().default(''),
    answer: text().notNull().default(''),
    team: text(),
  },
  (t) => [
    uniqueIndex('resubmissions_waiting')
      .on(t.ideaId)
      .where(sql`${t.decidedAt} is null`),
    index('resubmissions_idea').on(t.ideaId, t.sentAt),
    index('resubmissions_due')
      .on(t.dueAt, t.id)
      .where(sql`${t.decidedAt} is null`),
    index('resubmissions_decided')
      .on(t.decidedAt, t.id)
      .where(sql`${t.decidedAt} is not null`),
  ],
)
