import { index, json, table, text } from '../dialect.ts'
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
  },
  (t) => [index('activity_actor').on(t.actorId, t.at), index('activity_idea').on(t.ideaId, t.at)],
)
