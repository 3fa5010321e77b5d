import { sql } from 'drizzle-orm'
import {
  check,
  index,
  integer,
  primaryKey,
  table,
  text,
  timestamp,
  uniqueIndex,
} from '../dialect.ts'
import { createdAt, id } from '../columns.ts'
import { people } from './identity.ts'
import { ideas } from './ideas.ts'

/** `rootId` is the comment that opened the thread (null for that one itself); `team` is set when it speaks for the brand. */
export const comments = table(
  'comments',
  {
    id: id(),
    ideaId: text()
      .notNull()
      .references(() => ideas.id, { onDelete: 'cascade' }),
    authorId: text().references(() => people.id, { onDelete: 'set null' }),
    parentId: text(),
    rootId: text(),
    depth: integer().notNull().default(0),
    body: text().notNull(),
    team: text(),
    usefulCount: integer().notNull().default(0),
    createdAt: createdAt(),
    editedAt: timestamp(),
    deletedAt: timestamp(),
    deletedBy: text(),
    hiddenAt: timestamp(),
    /** Set, with `hiddenAt`, while it waits for a moderator before anybody else may read it. */
    heldAt: timestamp(),
    source: text(),
  },
  (t) => [
    uniqueIndex('comments_source').on(t.source),
    index('comments_by_time').on(t.ideaId, t.depth, t.createdAt, t.id),
    index('comments_by_use').on(t.ideaId, t.depth, t.usefulCount, t.id),
    index('comments_thread').on(t.rootId, t.createdAt, t.id),
    index('comments_idea').on(t.ideaId, t.createdAt, t.id),
    index('comments_author').on(t.authorId, t.createdAt, t.id),
    check('comments_useful_whole', sql`${t.usefulCount} >= 0`),
  ],
)

export const commentRevisions = table(
  'comment_revisions',
  {
    id: id(),
    commentId: text()
      .notNull()
      .references(() => comments.id, { onDelete: 'cascade' }),
    body: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [index('comment_revisions_comment').on(t.commentId, t.createdAt)],
)

export const usefulMarks = table(
  'useful_marks',
  {
    commentId: text()
      .notNull()
      .references(() => comments.id, { onDelete: 'cascade' }),
    personId: text()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    markedAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: 'useful_marks_pk', columns: [t.commentId, t.personId] }),
    index('useful_marks_person').on(t.personId, t.markedAt),
  ],
)
