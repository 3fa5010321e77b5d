import { boolean, index, integer, table, text, timestamp, uniqueIndex } from '../dialect.ts'
import { createdAt, id } from '../columns.ts'

export const faqCategories = table('faq_categories', {
  id: text().primaryKey(),
  labelIt: text().notNull(),
  labelEn: text().notNull(),
  position: integer().notNull(),
})

/** A question and its answer, in both languages. */
export const faqArticles = table(
  'faq_articles',
  {
    id: id(),
    slug: text().notNull(),
    categoryId: text().notNull(),
    /** The topic of the contact form that it is suggested first for, if any. */
    topicId: text(),
    titleIt: text().notNull(),
    titleEn: text().notNull(),
    bodyIt: text().notNull(),
    bodyEn: text().notNull(),
    /** Folded and stemmed words of both languages; what a search looks in. */
    words: text().notNull().default(''),
    state: text({ enum: ['draft', 'published', 'retired'] })
      .notNull()
      .default('draft'),
    /** The case that it was born from; never shown to the public. */
    caseId: text(),
    usefulCount: integer().notNull().default(0),
    uselessCount: integer().notNull().default(0),
    position: integer().notNull().default(0),
    editedBy: text(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    updatedAt: timestamp().notNull(),
  },
  (t) => [
    uniqueIndex('faq_articles_slug').on(t.slug),
    index('faq_articles_category').on(t.state, t.categoryId, t.position, t.id),
  ],
)

/** Whether an article helped, one a reader: a mark of theirs for this article alone, and the day. */
export const faqFeedback = table(
  'faq_feedback',
  {
    id: id(),
    articleId: text()
      .notNull()
      .references(() => faqArticles.id, { onDelete: 'cascade' }),
    reader: text().notNull(),
    isUseful: boolean().notNull(),
    comment: text().notNull().default(''),
    givenAt: createdAt(),
  },
  (t) => [
    uniqueIndex('faq_feedback_once').on(t.articleId, t.reader),
    index('faq_feedback_at').on(t.givenAt, t.id),
  ],
)
