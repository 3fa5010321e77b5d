import { index, json, table, text } from '../dialect.ts'
import { createdAt, id } from '../columns.ts'

export const settings = table('settings', {
  key: text().primaryKey(),
  value: json().$type<unknown>().notNull(),
  changedAt: createdAt(),
})

export const auditEntries = table(
  'audit_entries',
  {
    id: id(),
    actorId: text(),
    act: text().notNull(),
    subject: text().notNull(),
    details: json().$type<Record<string, unknown>>().notNull(),
    at: createdAt(),
  },
  (t) => [index('audit_entries_at').on(t.at, t.id)],
)
