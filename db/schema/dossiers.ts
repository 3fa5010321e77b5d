import { sql } from 'drizzle-orm'
import {
  check,
  index,
  integer,
  json,
  primaryKey,
  table,
  text,
  timestamp,
  uniqueIndex,
} from '../dialect.ts'
import { createdAt, id } from '../columns.ts'
import { ideas } from './ideas.ts'
import { people } from './identity.ts'

/** What an idea is weighed by. A score of 5 is the best for the idea, whatever the axis. */
export const criteria = table('criteria', {
  id: text().primaryKey(),
  labelIt: text().notNull(),
  labelEn: text().notNull(),
  helpIt: text().notNull(),
  helpEn: text().notNull(),
  weight: integer().notNull(),
  axis: text({ enum: ['effort', 'impact'] }).notNull(),
  position: integer().notNull(),
  retiredAt: timestamp(),
})

/** One evaluation of an idea; costs in whole euros, times in weeks, both as published ranges. */
export const dossiers = table(
  'dossiers',
  {
    id: id(),
    ideaId: text()
      .notNull()
      .references(() => ideas.id, { onDelete: 'cascade' }),
    state: text({ enum: ['open', 'published', 'closed'] }).notNull(),
    leadId: text().references(() => people.id, { onDelete: 'set null' }),
    openedBy: text(),
    openedAt: createdAt(),
    dueAt: timestamp(),
    /** What it is weighed by: the criteria of the day it was opened, whatever becomes of them. */
    criterionIds: json().$type<string[]>().notNull().default([]),
    /** When the lead stopped waiting for scores, and when the verdicts were reached: scores stay as they are. */
    scoringClosedAt: timestamp(),
    reconciledAt: timestamp(),
    costFrom: integer(),
    costTo: integer(),
    weeksFrom: integer(),
    weeksTo: integer(),
    explanation: text().notNull().default(''),
    team: text(),
    publishedAt: timestamp(),
    version: integer().notNull().default(1),
  },
  (t) => [
    uniqueIndex('dossiers_open')
      .on(t.ideaId)
      .where(sql`${t.state} = 'open'`),
    index('dossiers_idea').on(t.ideaId, t.openedAt),
    index('dossiers_state').on(t.state, t.openedAt, t.id),
  ],
)

/** Who weighs a dossier, and in which function (production, purchasing, law …). */
export const evaluations = table(
  'evaluations',
  {
    dossierId: text()
      .notNull()
      .references(() => dossiers.id, { onDelete: 'cascade' }),
    evaluatorId: text()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    duty: text().notNull().default(''),
    assignedBy: text(),
    assignedAt: createdAt(),
    scoredAt: timestamp(),
  },
  (t) => [
    primaryKey({ name: 'evaluations_pk', columns: [t.dossierId, t.evaluatorId] }),
    index('evaluations_evaluator').on(t.evaluatorId, t.scoredAt),
  ],
)

/** One evaluator's score for one criterion, with a note that never leaves the team. */
export const scores = table(
  'scores',
  {
    dossierId: text()
      .notNull()
      .references(() => dossiers.id, { onDelete: 'cascade' }),
    evaluatorId: text()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    criterionId: text()
      .notNull()
      .references(() => criteria.id),
    score: integer().notNull(),
    note: text().notNull().default(''),
  },
  (t) => [
    primaryKey({ name: 'scores_pk', columns: [t.dossierId, t.evaluatorId, t.criterionId] }),
    check('scores_range', sql`${t.score} between 1 and 5`),
  ],
)

/** What the lead made of the scores for a criterion; the weight is the one of that day. */
export const verdicts = table(
  'verdicts',
  {
    dossierId: text()
      .notNull()
      .references(() => dossiers.id, { onDelete: 'cascade' }),
    criterionId: text()
      .notNull()
      .references(() => criteria.id),
    score: integer().notNull(),
    weight: integer().notNull(),
    /** Why this score, where the evaluators disagreed; it never leaves the team. */
    remark: text().notNull().default(''),
  },
  (t) => [
    primaryKey({ name: 'verdicts_pk', columns: [t.dossierId, t.criterionId] }),
    check('verdicts_range', sql`${t.score} between 1 and 5`),
  ],
)

/** The private talk of the team about a dossier, or about one criterion of it. */
export const dossierRemarks = table(
  'dossier_remarks',
  {
    id: id(),
    dossierId: text()
      .notNull()
      .references(() => dossiers.id, { onDelete: 'cascade' }),
    authorId: text().references(() => people.id, { onDelete: 'set null' }),
    criterionId: text(),
    body: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [index('dossier_remarks_dossier').on(t.dossierId, t.createdAt, t.id)],
)
