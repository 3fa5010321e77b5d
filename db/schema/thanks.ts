import { table, text, uniqueIndex } from '../dialect.ts'
import { createdAt, id } from '../columns.ts'

/** The brand said thanks for an idea, or for one of its comments. */
export const thanks = table(
  'thanks',
  {
    id: id(),
    ideaId: text().notNull(),
    /** Empty where the idea itself is meant. */
    commentId: text().notNull().default(''),
    personId: text().notNull(),
    team: text().notNull(),
    thankedBy: text().notNull(),
    thankedAt: createdAt(),
  },
  (t) => [uniqueIndex('thanks_once').on(t.ideaId, t.commentId)],
)
