import { boolean, index, integer, json, primaryKey, table, text, timestamp } from '../dialect.ts'
import { createdAt, id } from '../columns.ts'
import { cases } from './care.ts'

/** What the agents tell each other. Never read by anything that a member, a mail or a feed is made of. */
export const caseNotes = table(
  'case_notes',
  {
    id: id(),
    caseId: text()
      .notNull()
      .references(() => cases.id, { onDelete: 'cascade' }),
    authorId: text(),
    body: text().notNull(),
    /** Agents called by name. */
    calls: json().$type<string[]>().notNull(),
    deletedAt: timestamp(),
    createdAt: createdAt(),
  },
  (t) => [index('case_notes_case').on(t.caseId, t.createdAt, t.id)],
)

/** Who was called in a note and has not looked yet. */
export const caseCalls = table(
  'case_calls',
  {
    caseId: text()
      .notNull()
      .references(() => cases.id, { onDelete: 'cascade' }),
    agentId: text().notNull(),
    noteId: text().notNull(),
    calledAt: createdAt(),
    seenAt: timestamp(),
  },
  (t) => [
    primaryKey({ name: 'case_calls_pk', columns: [t.caseId, t.agentId] }),
    index('case_calls_agent').on(t.agentId, t.calledAt, t.caseId),
  ],
)

/** What was done with a case, in order: assigned, tagged, merged, solved. For the agents. */
export const caseActs = table(
  'case_acts',
  {
    id: id(),
    caseId: text()
      .notNull()
      .references(() => cases.id, { onDelete: 'cascade' }),
    actorId: text(),
    act: text().notNull(),
    details: json().$type<Record<string, unknown>>().notNull(),
    at: createdAt(),
  },
  (t) => [index('case_acts_case').on(t.caseId, t.at, t.id)],
)

export const caseTags = table(
  'case_tags',
  {
    caseId: text()
      .notNull()
      .references(() => cases.id, { onDelete: 'cascade' }),
    tag: text().notNull(),
  },
  (t) => [
    primaryKey({ name: 'case_tags_pk', columns: [t.caseId, t.tag] }),
    index('case_tags_tag').on(t.tag, t.caseId),
  ],
)

/** What an agent has typed and not sent: one reply and one note a case, both kept. */
export const caseDrafts = table(
  'case_drafts',
  {
    caseId: text()
      .notNull()
      .references(() => cases.id, { onDelete: 'cascade' }),
    agentId: text().notNull(),
    kind: text({ enum: ['reply', 'note'] }).notNull(),
    body: text().notNull(),
    /** Files that will go with it. */
    fileIds: json().$type<string[]>(),
    changedAt: createdAt(),
  },
  (t) => [primaryKey({ name: 'case_drafts_pk', columns: [t.caseId, t.agentId, t.kind] })],
)

/** Who has a case open, and whether they are writing: two agents are told of each other. */
export const casePresence = table(
  'case_presence',
  {
    caseId: text()
      .notNull()
      .references(() => cases.id, { onDelete: 'cascade' }),
    agentId: text().notNull(),
    isWriting: boolean().notNull().default(false),
    seenAt: timestamp().notNull(),
  },
  (t) => [primaryKey({ name: 'case_presence_pk', columns: [t.caseId, t.agentId] })],
)

/** A ready answer with what it does beside. Placeholders are `{{name}}`. */
export const macros = table('macros', {
  id: id(),
  name: text().notNull(),
  bodyIt: text().notNull().default(''),
  bodyEn: text().notNull().default(''),
  /** Acts in order: `{ act: 'assign', to: 'me' }`, `{ act: 'tag', tag }`, `{ act: 'state', to }`, `{ act: 'priority', to }`. */
  acts: json().$type<Record<string, string>[]>().notNull(),
  position: integer().notNull().default(0),
  version: integer().notNull().default(1),
  retiredAt: timestamp(),
})
