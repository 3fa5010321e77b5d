import {
  boolean,
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

export const people = table(
  'people',
  {
    id: id(),
    handle: text().notNull(),
    displayName: text().notNull(),
    /** What the staff's search compares with. */
    nameFolded: text().notNull().default(''),
    email: text(),
    emailFolded: text(),
    emailVerifiedAt: timestamp(),
    passwordHash: text(),
    birthYear: integer(),
    bio: text().notNull().default(''),
    avatarId: text(),
    team: text(),
    locale: text({ enum: ['it', 'en'] }),
    theme: text({ enum: ['auto', 'light', 'dark'] })
      .notNull()
      .default('auto'),
    joinedAt: createdAt(),
    suspendedAt: timestamp(),
    /** When a suspension ends by itself; null for one without end. */
    suspendedUntil: timestamp(),
    /** Reads, votes and asks care, but posts nothing until then. */
    silencedUntil: timestamp(),
    /** Erased at their own wish: nothing of them is here but what was said as a former member. */
    erasedAt: timestamp(),
    mailPausedUntil: timestamp(),
    /** Hours of the day where the community lives: when the digest leaves, and between which no mail does. */
    digestHour: integer().notNull().default(8),
    quietFrom: integer(),
    quietTo: integer(),
    /** May be named among the supporters of what was realised. */
    isNamedInThanks: boolean().notNull().default(false),
    /** Has switched off the desk's keys of one letter. */
    isWithoutKeys: boolean().notNull().default(false),
    source: text(),
  },
  (t) => [
    uniqueIndex('people_handle').on(t.handle),
    uniqueIndex('people_email').on(t.emailFolded),
    uniqueIndex('people_source').on(t.source),
    index('people_joined').on(t.joinedAt, t.id),
  ],
)

export const personRoles = table(
  'person_roles',
  {
    personId: text()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    role: text({ enum: ['moderator', 'care', 'evaluator', 'editor', 'admin'] }).notNull(),
    grantedBy: text(),
    grantedAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: 'person_roles_pk', columns: [t.personId, t.role] }),
    index('person_roles_role').on(t.role),
  ],
)

/** The id is the SHA-256 of the token in the cookie: a copy of the database signs nobody in. */
export const sessions = table(
  'sessions',
  {
    id: text().primaryKey(),
    personId: text()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    createdAt: createdAt(),
    expiresAt: timestamp().notNull(),
    endsAt: timestamp().notNull(),
    seenAt: timestamp().notNull(),
    provedAt: timestamp().notNull(),
    agent: text().notNull().default(''),
    address: text().notNull().default(''),
  },
  (t) => [index('sessions_person').on(t.personId), index('sessions_expiry').on(t.expiresAt)],
)

/** Single-use, purpose-bound; the id is the SHA-256 of what the link carries. */
export const tokens = table(
  'tokens',
  {
    id: text().primaryKey(),
    purpose: text({ enum: ['verify-email', 'reset-password', 'change-email', 'set-up'] }).notNull(),
    personId: text().references(() => people.id, { onDelete: 'cascade' }),
    email: text(),
    createdAt: createdAt(),
    expiresAt: timestamp().notNull(),
    usedAt: timestamp(),
  },
  (t) => [index('tokens_person').on(t.personId, t.purpose), index('tokens_expiry').on(t.expiresAt)],
)

export const consents = table(
  'consents',
  {
    id: id(),
    personId: text()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    purpose: text({ enum: ['terms', 'marketing', 'profiling'] }).notNull(),
    version: text().notNull(),
    givenAt: createdAt(),
    withdrawnAt: timestamp(),
  },
  (t) => [index('consents_person').on(t.personId, t.purpose)],
)

/** What somebody wanted to do before signing in; completed afterwards. The id is a token's SHA-256. */
export const pendingActs = table(
  'pending_acts',
  {
    id: text().primaryKey(),
    path: text().notNull(),
    fields: json().$type<[string, string][]>().notNull(),
    createdAt: createdAt(),
    expiresAt: timestamp().notNull(),
  },
  (t) => [index('pending_acts_expiry').on(t.expiresAt)],
)

/** How often something was tried in the window that runs until `endsAt`; the id is a hash of what and who. */
export const limits = table(
  'limits',
  {
    id: text().primaryKey(),
    hitsCount: integer().notNull(),
    endsAt: timestamp().notNull(),
  },
  (t) => [index('limits_end').on(t.endsAt)],
)
