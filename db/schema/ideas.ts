import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  json,
  primaryKey,
  real,
  table,
  text,
  timestamp,
  uniqueIndex,
} from '../dialect.ts'
import { createdAt, id } from '../columns.ts'
import { people } from './identity.ts'

export const categories = table('categories', {
  id: text().primaryKey(),
  labelIt: text().notNull(),
  labelEn: text().notNull(),
  position: integer().notNull(),
})

/**
 * `place` says where an idea of this status is met: on the board, aside (by link or filter), or in
 * private. `isStep` makes it a step of the road that every idea's page shows. `promiseDays` are
 * working days. Of a retired status the row stays, for the timelines that name it.
 */
export const statuses = table('statuses', {
  id: text().primaryKey(),
  labelIt: text().notNull(),
  labelEn: text().notNull(),
  tone: text({
    enum: ['neutral', 'open', 'progress', 'done', 'refused', 'plum', 'teal'],
  }).notNull(),
  icon: text().notNull(),
  place: text({ enum: ['board', 'aside', 'private'] }).notNull(),
  votesOpen: boolean().notNull(),
  commentsOpen: boolean().notNull(),
  editsOpen: boolean().notNull(),
  onRoadmap: boolean().notNull(),
  isStep: boolean().notNull().default(false),
  promiseDays: integer(),
  position: integer().notNull(),
  retiredAt: timestamp(),
  /** Where the ideas of a retired status go, and what arrives at it by an old link. */
  retiredInto: text(),
})

export const ideas = table(
  'ideas',
  {
    id: id(),
    number: integer().notNull(),
    slug: text().notNull(),
    title: text().notNull(),
    body: text().notNull(),
    locale: text({ enum: ['it', 'en'] }),
    categoryId: text()
      .notNull()
      .references(() => categories.id),
    /** The author of a draft has not chosen yet: `categoryId` only stands in. Never once published. */
    isUnsorted: boolean().notNull().default(false),
    authorId: text().references(() => people.id, { onDelete: 'set null' }),
    status: text()
      .notNull()
      .references(() => statuses.id),
    place: text({ enum: ['board', 'aside', 'private'] }).notNull(),
    votesBase: integer().notNull().default(0),
    votesCount: integer().notNull().default(0),
    commentsCount: integer().notNull().default(0),
    hot: real().notNull(),
    createdAt: createdAt(),
    publishedAt: timestamp().notNull(),
    updatedAt: timestamp().notNull(),
    editedAt: timestamp(),
    answeredAt: timestamp(),
    photoId: text(),
    version: integer().notNull().default(1),
    source: text(),
    /** The idea that this one was merged into; that one may be merged in turn. */
    mergedIntoId: text(),
  },
  (t) => [
    uniqueIndex('ideas_number').on(t.number),
    uniqueIndex('ideas_source').on(t.source),
    index('ideas_hot').on(t.place, t.hot, t.number),
    index('ideas_top').on(t.place, t.votesCount, t.number),
    index('ideas_new').on(t.place, t.publishedAt, t.number),
    index('ideas_updated').on(t.place, t.updatedAt, t.number),
    index('ideas_status_hot').on(t.status, t.hot, t.number),
    index('ideas_status_top').on(t.status, t.votesCount, t.number),
    index('ideas_status_new').on(t.status, t.publishedAt, t.number),
    index('ideas_status_updated').on(t.status, t.updatedAt, t.number),
    index('ideas_category_hot').on(t.categoryId, t.place, t.hot, t.number),
    index('ideas_category_top').on(t.categoryId, t.place, t.votesCount, t.number),
    index('ideas_category_new').on(t.categoryId, t.place, t.publishedAt, t.number),
    index('ideas_category_updated').on(t.categoryId, t.place, t.updatedAt, t.number),
    index('ideas_answered')
      .on(t.place, t.answeredAt, t.number)
      .where(sql`${t.answeredAt} is not null`),
    index('ideas_answered_hot')
      .on(t.place, t.hot, t.number)
      .where(sql`${t.answeredAt} is not null`),
    index('ideas_answered_top')
      .on(t.place, t.votesCount, t.number)
      .where(sql`${t.answeredAt} is not null`),
    index('ideas_answered_new')
      .on(t.place, t.publishedAt, t.number)
      .where(sql`${t.answeredAt} is not null`),
    index('ideas_answered_updated')
      .on(t.place, t.updatedAt, t.number)
      .where(sql`${t.answeredAt} is not null`),
    index('ideas_unanswered')
      .on(t.place, t.publishedAt, t.number)
      .where(sql`${t.answeredAt} is null`),
    index('ideas_author').on(t.authorId, t.publishedAt, t.number),
    index('ideas_merged')
      .on(t.mergedIntoId)
      .where(sql`${t.mergedIntoId} is not null`),
    check('ideas_votes_whole', sql`${t.votesCount} >= ${t.votesBase}`),
    check('ideas_comments_whole', sql`${t.commentsCount} >= 0`),
  ],
)

/** How many ideas a status holds in a category; counted where ideas appear and move. */
export const ideaTallies = table(
  'idea_tallies',
  {
    status: text().notNull(),
    categoryId: text().notNull(),
    ideasCount: integer().notNull(),
  },
  (t) => [primaryKey({ name: 'idea_tallies_pk', columns: [t.status, t.categoryId] })],
)

export const ideaTags = table(
  'idea_tags',
  {
    ideaId: text()
      .notNull()
      .references(() => ideas.id, { onDelete: 'cascade' }),
    tag: text().notNull(),
  },
  (t) => [
    primaryKey({ name: 'idea_tags_pk', columns: [t.ideaId, t.tag] }),
    index('idea_tags_tag').on(t.tag, t.ideaId),
  ],
)

export const ideaRevisions = table(
  'idea_revisions',
  {
    id: id(),
    ideaId: text()
      .notNull()
      .references(() => ideas.id, { onDelete: 'cascade' }),
    title: text().notNull(),
    body: text().notNull(),
    categoryId: text().notNull(),
    tags: json().$type<string[]>().notNull(),
    editorId: text(),
    createdAt: createdAt(),
  },
  (t) => [index('idea_revisions_idea').on(t.ideaId, t.createdAt)],
)

export const images = table(
  'images',
  {
    id: id(),
    ownerId: text().references(() => people.id, { onDelete: 'set null' }),
    ideaId: text().references(() => ideas.id, { onDelete: 'cascade' }),
    purpose: text({ enum: ['idea', 'avatar', 'realised', 'reward'] }).notNull(),
    alt: text().notNull().default(''),
    width: integer().notNull(),
    height: integer().notNull(),
    bytes: integer().notNull(),
    position: integer().notNull().default(0),
    /** Taken out of sight by a moderator, who may put it back. */
    hiddenAt: timestamp(),
    createdAt: createdAt(),
  },
  (t) => [index('images_idea').on(t.ideaId, t.position), index('images_owner').on(t.ownerId)],
)
