import { sql } from 'drizzle-orm'
import {
  boolean,
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
import { id } from '../columns.ts'

/**
 * The ledger: one row moves `amount` points from the account `debit` to the account `credit`, so both
 * sides of it are there or none is. `pending`, `available` and `owed` are the member's, the others the
 * house's. A trigger refuses every change and removal; `hash` is of the row and of the hash before it.
 * `personId` is no reference: what was booked stays when somebody leaves, under an id that names nobody.
 */
export const pointEntries = table(
  'point_entries',
  {
    /** The place in the chain, from 1, without gaps. */
    seq: integer().primaryKey(),
    at: timestamp().notNull(),
    personId: text().notNull(),
    kind: text({
      enum: [
        'earn',
        'confirm',
        'reverse',
        'owe',
        'settle',
        'spend',
        'refund',
        'expire',
        'grant',
        'claw',
      ],
    }).notNull(),
    debit: text({ enum: ['issued', 'pending', 'available', 'owed', 'spent', 'expired'] }).notNull(),
    credit: text({
      enum: ['issued', 'pending', 'available', 'owed', 'spent', 'expired'],
    }).notNull(),
    amount: integer().notNull(),
    /** What must not be booked twice. */
    key: text().notNull(),
    /** The earning rule, for what is earned. */
    rule: text(),
    ideaId: text(),
    categoryId: text(),
    /** The comment, the redemption, the friend, the grant that it is about. */
    subjectId: text(),
    /** The `seq` of the entry that this one confirms, reverses or gives back. */
    answers: integer(),
    actorId: text(),
    note: text(),
    /** When the act was done that earned it, where that is not `at`. */
    actedAt: timestamp(),
    /** The last day on which these points are good, as `2026-11-30`; on what becomes available. */
    expiresOn: text(),
    hash: text().notNull(),
  },
  (t) => [
    uniqueIndex('point_entries_key').on(t.key),
    index('point_entries_person').on(t.personId, t.seq),
    index('point_entries_answers')
      .on(t.answers)
      .where(sql`${t.answers} is not null`),
    check('point_entries_positive', sql`${t.amount} > 0`),
    check('point_entries_two_sides', sql`${t.debit} <> ${t.credit}`),
  ],
)

/** The end of the chain: one row. Whoever books takes it first, so that no two do at once. */
export const pointChain = table('point_chain', {
  id: integer().primaryKey(),
  seq: integer().notNull(),
  hash: text().notNull(),
})

/** What the entries of a member add up to; kept with each entry, proven by `verify`. */
export const pointAccounts = table(
  'point_accounts',
  {
    personId: text().primaryKey(),
    available: integer().notNull().default(0),
    pending: integer().notNull().default(0),
    /** What was taken back after it had been spent: the next points settle it. */
    owed: integer().notNull().default(0),
    /** Confirmed in total, less what was taken back: what levels are measured by. */
    earned: integer().notNull().default(0),
    spent: integer().notNull().default(0),
    level: integer().notNull().default(0),
    /** The highest level and the newest badge they were congratulated on. */
    celebratedAt: timestamp(),
    isOffBoard: boolean().notNull().default(false),
    friendCode: text(),
  },
  (t) => [
    uniqueIndex('point_accounts_friend').on(t.friendCode),
    check('point_accounts_available', sql`${t.available} >= 0`),
    check('point_accounts_pending', sql`${t.pending} >= 0`),
    check('point_accounts_owed', sql`${t.owed} >= 0`),
  ],
)

/** What was earned and waits to be confirmed; a row goes when it is confirmed or taken back. */
export const pointPending = table(
  'point_pending',
  {
    seq: integer().primaryKey(),
    personId: text().notNull(),
    amount: integer().notNull(),
    rule: text().notNull(),
    ideaId: text(),
    categoryId: text(),
    actedAt: timestamp().notNull(),
    confirmsAt: timestamp().notNull(),
    /** The suspicion that holds it back until somebody of the staff has looked. */
    heldBy: text(),
  },
  (t) => [
    index('point_pending_due').on(t.heldBy, t.confirmsAt, t.seq),
    index('point_pending_person').on(t.personId, t.seq),
  ],
)

/** How often a rule paid somebody on a day (`2026-11-22` where the community lives) or ever (`''`). */
export const pointCounts = table(
  'point_counts',
  {
    personId: text().notNull(),
    rule: text().notNull(),
    day: text().notNull(),
    times: integer().notNull(),
  },
  (t) => [
    primaryKey({ name: 'point_counts_pk', columns: [t.personId, t.rule, t.day] }),
    index('point_counts_day').on(t.day),
  ],
)

/** Each version of an earning rule, and from when: what it was stays written. */
export const pointRules = table(
  'point_rules',
  {
    id: id(),
    rule: text().notNull(),
    since: timestamp().notNull(),
    terms: json().$type<Record<string, unknown>>().notNull(),
    changedBy: text(),
  },
  (t) => [index('point_rules_since').on(t.rule, t.since, t.id)],
)

/** How much of a member's points ends on which day: credits less nothing; what goes out goes out of the oldest. */
export const pointVintages = table(
  'point_vintages',
  {
    personId: text().notNull(),
    expiresOn: text().notNull(),
    amount: integer().notNull(),
  },
  (t) => [
    primaryKey({ name: 'point_vintages_pk', columns: [t.personId, t.expiresOn] }),
    index('point_vintages_day').on(t.expiresOn, t.personId),
  ],
)

/** Who was told, when, that points of theirs will end: without it, none do. */
export const pointNotices = table(
  'point_notices',
  {
    personId: text().notNull(),
    expiresOn: text().notNull(),
    amount: integer().notNull(),
    toldAt: timestamp().notNull(),
    doneAt: timestamp(),
  },
  (t) => [
    primaryKey({ name: 'point_notices_pk', columns: [t.personId, t.expiresOn] }),
    index('point_notices_open')
      .on(t.expiresOn, t.personId)
      .where(sql`${t.doneAt} is null`),
  ],
)
