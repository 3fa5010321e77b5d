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
import { now } from '../time.ts'

/** Where mentions and reviews come from. */
export const mentionSources = table(
  'mention_sources',
  {
    id: id(),
    kind: text({ enum: ['csv', 'feed', 'webhook'] }).notNull(),
    name: text().notNull(),
    /** Of a feed. */
    url: text(),
    /** Of a webhook: what it signs with, sealed; shown once. */
    secret: text(),
    isOn: boolean().notNull().default(true),
    polledAt: timestamp(),
    /** What its server said of the version that was read last: `ETag` and `Last-Modified`. */
    etag: text(),
    modified: text(),
    /** Why it could not be read, as a code; null where it could. */
    lastError: text(),
    failures: integer().notNull().default(0),
    version: integer().notNull().default(1),
    createdBy: text(),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex('mention_sources_name').on(t.name)],
)

/**
 * What somebody said of the brand elsewhere; the same is kept once: by its words, author and day (`key`),
 * and by the name that its source gives it (`guid`).
 */
export const mentions = table(
  'mentions',
  {
    id: id(),
    sourceId: text()
      .notNull()
      .references(() => mentionSources.id),
    key: text().notNull(),
    guid: text(),
    author: text().notNull().default(''),
    title: text().notNull().default(''),
    body: text().notNull(),
    /** From 1 to 5; null where it has none. */
    rating: real(),
    band: text({ enum: ['low', 'middle', 'high', 'none'] })
      .notNull()
      .default('none'),
    url: text(),
    locale: text(),
    topic: text().notNull().default(''),
    /** What is looked in: the beginning of its words, folded. */
    words: text().notNull().default(''),
    writtenAt: timestamp(),
    importedAt: createdAt(),
    /** Its place in lists: when it was written, else when it came. */
    heardAt: timestamp()
      .notNull()
      .$defaultFn(() => now()),
    state: text({ enum: ['new', 'case', 'answered', 'ignored'] })
      .notNull()
      .default('new'),
    caseId: text(),
    /** Where it was answered. */
    answerUrl: text(),
    remedy: text().notNull().default(''),
    handledBy: text(),
    handledAt: timestamp(),
    version: integer().notNull().default(1),
  },
  (t) => [
    uniqueIndex('mentions_key').on(t.key),
    uniqueIndex('mentions_guid')
      .on(t.guid)
      .where(sql`${t.guid} is not null`),
    index('mentions_heard').on(t.heardAt, t.id),
    index('mentions_state').on(t.state, t.heardAt, t.id),
    index('mentions_band').on(t.band, t.state, t.heardAt, t.id),
    index('mentions_source').on(t.sourceId, t.state, t.heardAt, t.id),
    index('mentions_rated')
      .on(t.writtenAt, t.sourceId, t.rating)
      .where(sql`${t.rating} is not null`),
  ],
)

/** One import of a file of mentions: how far it is, and the rows that could not be read. */
export const mentionImports = table(
  'mention_imports',
  {
    id: id(),
    sourceId: text().notNull(),
    fileName: text().notNull(),
    /** Rows of the file; null until they were counted. */
    total: integer(),
    read: integer().notNull().default(0),
    written: integer().notNull().default(0),
    known: integer().notNull().default(0),
    bad: json().$type<{ line: number; problem: string }[]>().notNull(),
    badCount: integer().notNull().default(0),
    state: text({ enum: ['waiting', 'running', 'done', 'failed'] }).notNull(),
    /** Why the whole file failed, as a code. */
    problem: text(),
    startedBy: text(),
    startedAt: createdAt(),
    endedAt: timestamp(),
  },
  (t) => [index('mention_imports_at').on(t.startedAt, t.id)],
)
