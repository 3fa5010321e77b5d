import {
  boolean,
  index,
  integer,
  primaryKey,
  table,
  text,
  timestamp,
  uniqueIndex,
} from '../dialect.ts'
import { createdAt, id } from '../columns.ts'
import { ideas } from './ideas.ts'

/**
 * A review round: at `opensAt` it takes in at most `capacity` ideas, `perCategory` of the most voted
 * of each category first (null: no such share); by `closesAt` their outcomes are published together.
 */
export const rounds = table(
  'rounds',
  {
    id: id(),
    number: integer().notNull(),
    titleIt: text().notNull(),
    titleEn: text().notNull(),
    opensAt: timestamp().notNull(),
    closesAt: timestamp().notNull(),
    capacity: integer().notNull(),
    perCategory: integer(),
    state: text({ enum: ['planned', 'open', 'publishing', 'published', 'cancelled'] }).notNull(),
    createdBy: text(),
    createdAt: createdAt(),
    filledAt: timestamp(),
    publishedAt: timestamp(),
    /** Why a round was called off, for everybody to read. */
    cancelNote: text().notNull().default(''),
    version: integer().notNull().default(1),
  },
  (t) => [
    uniqueIndex('rounds_number').on(t.number),
    index('rounds_state').on(t.state, t.opensAt, t.id),
  ],
)

/** An idea in a round, or waiting in the open for the next; what was decided of it stays inside until all are told. */
export const roundEntries = table(
  'round_entries',
  {
    roundId: text()
      .notNull()
      .references(() => rounds.id, { onDelete: 'cascade' }),
    ideaId: text()
      .notNull()
      .references(() => ideas.id, { onDelete: 'cascade' }),
    way: text({ enum: ['votes', 'pick'] }).notNull(),
    pickReason: text().notNull().default(''),
    pickedBy: text(),
    state: text({ enum: ['in', 'waiting'] }).notNull(),
    votesAtEntry: integer().notNull(),
    enteredAt: createdAt(),
    toStatus: text(),
    note: text().notNull().default(''),
    reason: text(),
    couldChange: text().notNull().default(''),
    official: boolean().notNull().default(false),
    decidedBy: text(),
    decidedAt: timestamp(),
    outcome: text(),
    version: integer().notNull().default(1),
  },
  (t) => [
    primaryKey({ name: 'round_entries_pk', columns: [t.roundId, t.ideaId] }),
    index('round_entries_idea').on(t.ideaId),
  ],
)
