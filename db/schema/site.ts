import { index, integer, json, table, text, uniqueIndex } from '../dialect.ts'
import { createdAt, id } from '../columns.ts'

export const settings = table('settings', {
  key: text().primaryKey(),
  value: json().$type<unknown>().notNull(),
  changedAt: createdAt(),
})

/**
 * Who of the staff did what. A trigger refuses every change and removal; `hash` is of the entry and of
 * the hash before it. Entries from before there was a chain have neither place nor hash.
 */
export const auditEntries = table(
  'audit_entries',
  {
    id: id(),
    /** The place in the chain, from 1, without gaps. */
    seq: integer(),
    actorId: text(),
    act: text().notNull(),
    subject: text().notNull(),
    details: json().$type<Record<string, unknown>>().notNull(),
    at: createdAt(),
    hash: text(),
  },
  (t) => [
    index('audit_entries_at').on(t.at, t.id),
    index('audit_entries_actor').on(t.actorId, t.at, t.id),
    index('audit_entries_act').on(t.act, t.at, t.id),
    uniqueIndex('audit_entries_seq').on(t.seq),
  ],
)

/**
 * What somebody of the staff wrote about a person as they acted. It stands beside the chain, so that
 * it can be forgotten with that person while the chain stays whole.
 */
export const auditWords = table(
  'audit_words',
  {
    entryId: text().primaryKey(),
    personId: text().notNull(),
    words: text().notNull(),
  },
  (t) => [index('audit_words_person').on(t.personId)],
)

/** The end of the chain of audit entries: one row. Whoever notes something takes it first. */
export const auditChain = table('audit_chain', {
  id: integer().primaryKey(),
  seq: integer().notNull(),
  hash: text().notNull(),
})
