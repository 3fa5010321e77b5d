import { index, integer, primaryKey, table, text, timestamp } from '../dialect.ts'
import { createdAt, id } from '../columns.ts'
import { comments } from './comments.ts'
import { ideas } from './ideas.ts'

/** What became of an idea, told by the brand; the idea of `ideaId` carries it, others may be its sources. */
export const realisations = table(
  'realisations',
  {
    ideaId: text()
      .primaryKey()
      .references(() => ideas.id, { onDelete: 'cascade' }),
    title: text().notNull(),
    story: text().notNull(),
    locale: text({ enum: ['it', 'en'] }),
    productUrl: text(),
    photoId: text(),
    honesty: text({ enum: ['born_here', 'inspired_here', 'already_in_the_works'] }).notNull(),
    /** The day it came out, as `2026-11-22`. */
    realisedOn: text().notNull(),
    team: text().notNull(),
    authorId: text(),
    createdAt: createdAt(),
    publishedAt: timestamp(),
    thankedAt: timestamp(),
    version: integer().notNull().default(1),
  },
  (t) => [index('realisations_published').on(t.publishedAt, t.ideaId)],
)

/** The other ideas that it comes from. */
export const realisationSources = table(
  'realisation_sources',
  {
    ideaId: text()
      .notNull()
      .references(() => realisations.ideaId, { onDelete: 'cascade' }),
    sourceId: text()
      .notNull()
      .references(() => ideas.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
  },
  (t) => [
    primaryKey({ name: 'realisation_sources_pk', columns: [t.ideaId, t.sourceId] }),
    index('realisation_sources_source').on(t.sourceId),
  ],
)

/** The comments that changed it, and how. */
export const realisationComments = table(
  'realisation_comments',
  {
    id: id(),
    ideaId: text()
      .notNull()
      .references(() => realisations.ideaId, { onDelete: 'cascade' }),
    commentId: text()
      .notNull()
      .references(() => comments.id, { onDelete: 'cascade' }),
    change: text().notNull().default(''),
    position: integer().notNull(),
  },
  (t) => [index('realisation_comments_idea').on(t.ideaId, t.position)],
)
