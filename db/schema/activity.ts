import { sql } from 'drizzle-orm'
import { boolean, index, json, table, text } from '../dialect.ts'
import { createdAt, id } from '../columns.ts'

/** What happened, in the order it happened: one row an event, written with the act itself. */
export const activity = table(
  'activity',
  {
    id: id(),
    verb: text().notNull(),
    actorId: text(),
    ideaId: text(),
    subjectId: text(),
    data: json().$type<Record<string, unknown>>().notNull(),
    at: createdAt(),
    /** Whether the points have yet to hear of it. */
    isUnsettled: boolean().notNull().default(false),
  },
  (t) => [
    index('activity_actor').on(t.actorId, t.at),
    index('activity_idea').on(t.ideaId, t.at),
    index('activity_unsettled')
      .on(t.id)
      .where(sql`${t.isUnsettled}`),
  ],
)
