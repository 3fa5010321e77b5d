import { sql } from 'drizzle-orm'
import { index, integer, table, text, timestamp } from '../dialect.ts'
import { id } from '../columns.ts'
import { cases } from './care.ts'

/** Within how many working minutes care answers; the first policy that fits a case is its own. */
export const slaPolicies = table(
  'sla_policies',
  {
    id: id(),
    name: text().notNull(),
    /** Null fits every one. */
    topicId: text(),
    priority: text({ enum: ['low', 'normal', 'high', 'urgent'] }),
    firstMinutes: integer(),
    nextMinutes: integer(),
    resolutionMinutes: integer(),
    position: integer().notNull(),
    version: integer().notNull().default(1),
    retiredAt: timestamp(),
  },
  (t) => [index('sla_policies_position').on(t.position)],
)

/**
 * One clock of a case, from when it began until it was kept, or given up. While it is paused it does
 * not run; `leftMinutes` is what it had left then.
 */
export const caseClocks = table(
  'case_clocks',
  {
    id: id(),
    caseId: text()
      .notNull()
      .references(() => cases.id, { onDelete: 'cascade' }),
    clock: text({ enum: ['first', 'next', 'resolution'] }).notNull(),
    policyId: text(),
    topicId: text().notNull(),
    priority: text().notNull(),
    startedAt: timestamp().notNull(),
    minutes: integer().notNull(),
    dueAt: timestamp(),
    pausedAt: timestamp(),
    leftMinutes: integer(),
    /** From when on it is about to run out. */
    warnAt: timestamp(),
    warnedAt: timestamp(),
    breachedAt: timestamp(),
    endedAt: timestamp(),
    /** Working minutes that it took, without its pauses; set when it ended. */
    tookMinutes: integer(),
    outcome: text({ enum: ['kept', 'broken', 'void'] }),
  },
  (t) => [
    index('case_clocks_case').on(t.caseId, t.startedAt),
    index('case_clocks_due')
      .on(t.dueAt)
      .where(sql`${t.endedAt} is null and ${t.pausedAt} is null`),
    index('case_clocks_warn')
      .on(t.warnAt)
      .where(sql`${t.endedAt} is null and ${t.pausedAt} is null and ${t.warnedAt} is null`),
    index('case_clocks_ended').on(t.endedAt, t.clock),
  ],
)
