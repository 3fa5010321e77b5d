import { sql } from 'drizzle-orm'
import { boolean, index, integer, primaryKey, table, text, timestamp } from '../dialect.ts'
import { createdAt, id } from '../columns.ts'
import { people } from './identity.ts'
import { ideas, statuses } from './ideas.ts'

/** Which move is allowed, by whom, and what it asks for. */
export const transitions = table(
  'transitions',
  {
    fromStatus: text()
      .notNull()
      .references(() => statuses.id),
    toStatus: text()
      .notNull()
      .references(() => statuses.id),
    permission: text().notNull(),
    needsNote: boolean().notNull(),
    needsReason: boolean().notNull(),
    /** The least votes, and the least days in the status it leaves; null asks for none. */
    minVotes: integer(),
    minDays: integer(),
  },
  (t) => [primaryKey({ name: 'transitions_pk', columns: [t.fromStatus, t.toStatus] })],
)

/** The public timeline of an idea: one row a move. `team` is who speaks; nobody is named without it. */
export const moves = table(
  'moves',
  {
    id: id(),
    ideaId: text()
      .notNull()
      .references(() => ideas.id, { onDelete: 'cascade' }),
    fromStatus: text(),
    toStatus: text().notNull(),
    actorId: text(),
    team: text(),
    note: text().notNull().default(''),
    reason: text(),
    /** What could change a refusal; part of the decision receipt. */
    couldChange: text().notNull().default(''),
    roundId: text(),
    movedAt: createdAt(),
  },
  (t) => [
    index('moves_idea').on(t.ideaId, t.movedAt, t.id),
    index('moves_reasoned')
      .on(t.movedAt, t.reason)
      .where(sql`${t.reason} is not null`),
  ],
)

export const officialAnswers = table(
  'official_answers',
  {
    id: id(),
    ideaId: text()
      .notNull()
      .references(() => ideas.id, { onDelete: 'cascade' }),
    authorId: text(),
    team: text().notNull(),
    body: text().notNull(),
    publishedAt: createdAt(),
    editedAt: timestamp(),
  },
  (t) => [index('official_answers_idea').on(t.ideaId, t.publishedAt, t.id)],
)

/** A view of the desk that somebody keeps: its address, by a name. Shared ones are everybody's. */
export const deskViews = table(
  'desk_views',
  {
    id: id(),
    ownerId: text()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    search: text().notNull(),
    isShared: boolean().notNull(),
    createdAt: createdAt(),
  },
  (t) => [index('desk_views_owner').on(t.ownerId, t.createdAt)],
)
