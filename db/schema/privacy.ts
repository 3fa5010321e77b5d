import { sql } from 'drizzle-orm'
import { index, integer, json, table, text, timestamp, uniqueIndex } from '../dialect.ts'
import { createdAt, id } from '../columns.ts'

/** Somebody's copy of all that is held of them: made by the clock, kept for a day. */
export const dataExports = table(
  'data_exports',
  {
    /** Chance alone: it stands in an address. */
    id: text().primaryKey(),
    personId: text().notNull(),
    state: text({ enum: ['waiting', 'ready', 'failed', 'ended'] }).notNull(),
    bytes: integer(),
    askedAt: createdAt(),
    readyAt: timestamp(),
    endsAt: timestamp(),
  },
  (t) => [
    index('data_exports_person').on(t.personId, t.askedAt),
    index('data_exports_end').on(t.endsAt),
  ],
)

/**
 * Somebody who wants to be forgotten, and when. What is done stays as a journal, without anything
 * personal, so that a backup that is put back is erased again.
 */
export const erasures = table(
  'erasures',
  {
    id: id(),
    personId: text().notNull(),
    /** What becomes of what they wrote in public. */
    texts: text({ enum: ['keep', 'remove'] }).notNull(),
    askedAt: createdAt(),
    dueAt: timestamp().notNull(),
    /** Why it waits: open cases, prizes on their way. */
    deferredFor: json().$type<string[]>().notNull(),
    cancelledAt: timestamp(),
    doneAt: timestamp(),
  },
  (t) => [
    uniqueIndex('erasures_waiting')
      .on(t.personId)
      .where(sql`${t.doneAt} is null and ${t.cancelledAt} is null`),
    index('erasures_due')
      .on(t.dueAt)
      .where(sql`${t.doneAt} is null and ${t.cancelledAt} is null`),
  ],
)

/** What each kind of data was last cleaned of, for the operator's eyes. */
export const retentionRuns = table(
  'retention_runs',
  {
    id: id(),
    kind: text().notNull(),
    before: timestamp().notNull(),
    removed: integer().notNull(),
    at: createdAt(),
  },
  (t) => [index('retention_runs_kind').on(t.kind, t.at)],
)
