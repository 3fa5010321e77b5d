import { sql } from 'drizzle-orm'
import {
  boolean,
  index,
  integer,
  json,
  real,
  table,
  text,
  timestamp,
  uniqueIndex,
} from '../dialect.ts'
import { createdAt, id } from '../columns.ts'
import { people } from './identity.ts'

/** What can be flagged, held and decided on. */
const subject = () => text({ enum: ['idea', 'comment', 'image', 'profile'] }).notNull()

/**
 * A report of something that can be read here, one a person (or a confirmed address) and subject.
 * `weight` is how far its reporter has been right until now; 0 until an address is confirmed.
 */
export const flags = table(
  'flags',
  {
    id: id(),
    subject: subject(),
    subjectId: text().notNull(),
    reporterId: text().references(() => people.id, { onDelete: 'cascade' }),
    /** Of whoever reports signed out. */
    email: text(),
    emailFolded: text(),
    locale: text({ enum: ['it', 'en'] }),
    /** SHA-256 of what the link in the receipt carries. */
    tokenHash: text(),
    confirmedAt: timestamp(),
    reason: text({
      enum: ['spam', 'offensive', 'off-topic', 'personal-data', 'illegal', 'other'],
    }).notNull(),
    note: text().notNull().default(''),
    weight: real().notNull().default(1),
    /** The item of the queue that it went into, and what came of it. */
    itemId: text(),
    outcome: text({ enum: ['upheld', 'rejected'] }),
    decidedAt: timestamp(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('flags_once').on(t.subject, t.subjectId, t.reporterId),
    uniqueIndex('flags_once_guest')
      .on(t.subject, t.subjectId, t.emailFolded)
      .where(sql`${t.emailFolded} is not null`),
    uniqueIndex('flags_token')
      .on(t.tokenHash)
      .where(sql`${t.tokenHash} is not null`),
    index('flags_at').on(t.createdAt),
    index('flags_reporter').on(t.reporterId, t.createdAt),
    index('flags_item').on(t.itemId),
  ],
)

/** One thing that waits for a moderator; of each subject one at most is open. */
export const reviewItems = table(
  'review_items',
  {
    id: id(),
    subject: subject(),
    subjectId: text().notNull(),
    /** Where it is read: the idea of a comment or an image. */
    ideaId: text(),
    authorId: text(),
    /** Why it waits, the gravest first met. */
    why: text({
      enum: ['flagged', 'approval', 'first-post', 'words', 'links', 'similar', 'burst'],
    }).notNull(),
    /** What a rule matched: words, the posts it is alike, figures of the burst. Never shown to its author. */
    matched: json().$type<Record<string, unknown>>().notNull(),
    /** The text as it was when it came in, so that an edit does not take it away from who decides. */
    excerpt: text().notNull().default(''),
    severity: integer().notNull(),
    weight: real().notNull(),
    reach: integer().notNull(),
    /** severity × weight × reach: what comes first. */
    rank: real().notNull(),
    flagsCount: integer().notNull().default(0),
    /** Out of sight until somebody has looked. */
    isHeld: boolean().notNull().default(false),
    openedAt: createdAt(),
    state: text({ enum: ['open', 'decided'] })
      .notNull()
      .default('open'),
    /** Who looks at it just now, so that two do not decide unknowingly. */
    claimedBy: text(),
    claimedAt: timestamp(),
    version: integer().notNull().default(1),
    decidedAt: timestamp(),
  },
  (t) => [
    uniqueIndex('review_items_open')
      .on(t.subject, t.subjectId)
      .where(sql`${t.state} = 'open'`),
    index('review_items_rank').on(t.state, t.rank, t.id),
    index('review_items_why').on(t.state, t.why, t.rank, t.id),
    index('review_items_decided').on(t.state, t.decidedAt, t.id),
    index('review_items_author').on(t.authorId, t.openedAt),
  ],
)

/**
 * What was decided, and the statement of reasons for whoever it concerns (DSA, article 17). What is
 * decided together (bulk) has one row each. `before` is all that a restore needs to bring it back as it was.
 */
export const decisions = table(
  'decisions',
  {
    id: id(),
    itemId: text(),
    subject: subject(),
    subjectId: text().notNull(),
    ideaId: text(),
    /** Whom it concerns; they read the statement. */
    personId: text(),
    act: text({
      enum: ['approve', 'hide', 'remove', 'warn', 'silence', 'suspend', 'restore'],
    }).notNull(),
    /** The house rule, or the law, that it rests on; empty where nothing was wrong. */
    reason: text().notNull().default(''),
    /** What was said to the person, in the moderator's words. */
    facts: text().notNull().default(''),
    excerpt: text().notNull().default(''),
    isAutomated: boolean().notNull().default(false),
    /** How it came to the moderators' eyes. */
    origin: text({ enum: ['flag', 'rule', 'own'] }).notNull(),
    /** Until when a silence or suspension lasts; null for good. */
    until: timestamp(),
    before: json().$type<Record<string, unknown>>().notNull(),
    /** An address in `/me/decisions`; nobody can guess it. */
    decidedBy: text(),
    decidedAt: createdAt(),
    /** When the person is told: after the moment in which it can be undone. */
    tellAt: timestamp(),
    toldAt: timestamp(),
    undoneAt: timestamp(),
    /** Overturned by an appeal, or restored by the moderators. */
    liftedAt: timestamp(),
    appealDueAt: timestamp(),
  },
  (t) => [
    index('decisions_person').on(t.personId, t.decidedAt, t.id),
    index('decisions_subject').on(t.subject, t.subjectId, t.decidedAt),
    index('decisions_item').on(t.itemId),
    index('decisions_at').on(t.decidedAt, t.id),
    index('decisions_by').on(t.decidedBy, t.decidedAt, t.id),
    index('decisions_until')
      .on(t.until)
      .where(sql`${t.until} is not null and ${t.liftedAt} is null`),
  ],
)

/** Somebody against a decision on them: once for each, answered by somebody else than who decided. */
export const objections = table(
  'objections',
  {
    id: id(),
    decisionId: text()
      .notNull()
      .references(() => decisions.id),
    personId: text().notNull(),
    body: text().notNull(),
    sentAt: createdAt(),
    dueAt: timestamp().notNull(),
    decidedBy: text(),
    decidedAt: timestamp(),
    outcome: text({ enum: ['upheld', 'overturned'] }),
    answer: text().notNull().default(''),
  },
  (t) => [
    uniqueIndex('objections_decision').on(t.decisionId),
    index('objections_waiting')
      .on(t.dueAt, t.id)
      .where(sql`${t.decidedAt} is null`),
    index('objections_decided')
      .on(t.decidedAt, t.id)
      .where(sql`${t.decidedAt} is not null`),
  ],
)
