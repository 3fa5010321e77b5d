import { index, integer, json, table, text, timestamp, uniqueIndex } from '../dialect.ts'
import { createdAt, id } from '../columns.ts'

/** Everything slow that a transaction asked for; the clock delivers it. `key` keeps it from happening twice. */
export const jobs = table(
  'jobs',
  {
    id: id(),
    kind: text().notNull(),
    key: text().notNull(),
    payload: json().$type<Record<string, unknown>>().notNull(),
    state: text({ enum: ['waiting', 'done', 'dead'] })
      .notNull()
      .default('waiting'),
    attempts: integer().notNull().default(0),
    runAt: timestamp().notNull(),
    leasedUntil: timestamp(),
    lastError: text(),
    createdAt: createdAt(),
    doneAt: timestamp(),
  },
  (t) => [
    uniqueIndex('jobs_key').on(t.key),
    index('jobs_due').on(t.kind, t.state, t.runAt),
    index('jobs_kind').on(t.kind, t.createdAt, t.id),
  ],
)
