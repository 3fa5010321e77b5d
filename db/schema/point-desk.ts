import { sql } from 'drizzle-orm'
import {
  check,
  index,
  integer,
  json,
  primaryKey,
  table,
  text,
  timestamp,
  uniqueIndex,
} from '../dialect.ts'
import { createdAt, id } from '../columns.ts'

/** What looks like farming: it holds points back until somebody of the staff has looked. */
export const suspicions = table(
  'suspicions',
  {
    id: id(),
    kind: text({ enum: ['ring', 'burst', 'puppets'] }).notNull(),
    /** The same doings are suspected once. */
    key: text().notNull(),
    personIds: json().$type<string[]>().notNull(),
    facts: json().$type<Record<string, unknown>>().notNull(),
    foundAt: createdAt(),
    state: text({ enum: ['open', 'cleared', 'taken-back'] })
      .notNull()
      .default('open'),
    decidedBy: text(),
    decidedAt: timestamp(),
    note: text().notNull().default(''),
  },
  (t) => [
    uniqueIndex('suspicions_key').on(t.key),
    index('suspicions_state').on(t.state, t.foundAt, t.id),
  ],
)

/** Points given or taken by hand; above the limit of whoever asks, another person decides. */
export const pointGrants = table(
  'point_grants',
  {
    id: id(),
    personId: text().notNull(),
    /** Negative where points are taken. */
    amount: integer().notNull(),
    reason: text().notNull(),
    askedBy: text().notNull(),
    askedAt: createdAt(),
    state: text({ enum: ['asked', 'done', 'refused'] }).notNull(),
    decidedBy: text(),
    decidedAt: timestamp(),
    seq: integer(),
  },
  (t) => [
    index('point_grants_state').on(t.state, t.askedAt, t.id),
    index('point_grants_person').on(t.personId, t.askedAt),
    index('point_grants_asker').on(t.askedBy, t.askedAt),
    check('point_grants_some', sql`${t.amount} <> 0`),
  ],
)

/**
 * What was booked in a month (`2026-11` where the community lives), by kind and by the account that
 * it came from; in the row of no month (`''`), `times` says up to which entry all are counted.
 */
export const pointTallies = table(
  'point_tallies',
  {
    month: text().notNull(),
    kind: text().notNull(),
    debit: text().notNull(),
    times: integer().notNull(),
    amount: integer().notNull(),
  },
  (t) => [primaryKey({ name: 'point_tallies_pk', columns: [t.month, t.kind, t.debit] })],
)
