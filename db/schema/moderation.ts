import { index, table, text, uniqueIndex } from '../dialect.ts'
import { createdAt, id } from '../columns.ts'
import { people } from './identity.ts'

/** A member's report of an idea or a comment, one a person and subject. */
export const flags = table(
  'flags',
  {
    id: id(),
    subject: text({ enum: ['idea', 'comment'] }).notNull(),
    subjectId: text().notNull(),
    reporterId: text()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    reason: text({
      enum: ['spam', 'offensive', 'off-topic', 'personal-data', 'illegal', 'other'],
    }).notNull(),
    note: text().notNull().default(''),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('flags_once').on(t.subject, t.subjectId, t.reporterId),
    index('flags_at').on(t.createdAt),
  ],
)
