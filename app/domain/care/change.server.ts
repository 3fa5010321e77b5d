import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '#db/database.server.ts'
import { plus } from '#db/expressions.ts'
import { cases, caseTopics } from '#db/schema/care.ts'
import { caseTags } from '#db/schema/care-desk.ts'
import { now } from '#db/time.ts'
import { record } from '../activity/record.server.ts'
import { noteAct } from './act.server.ts'
import { areAgents } from './agent.server.ts'
import type { Case } from './case.server.ts'
import { followClocks } from './clock.server.ts'
import { planRating } from './rating.server.ts'
import {
  type AgentState,
  canBring,
  type CasePriority,
  clockStepOf,
  urgencyOf,
} from './state.rules.ts'
import { mostTags, tagOf } from './tag.rules.ts'

export type CaseChanges = {
  state?: AgentState
  /** With the state `snoozed`: until when; null until the member writes. */
  snoozedUntil?: Date | null
  /** Null for nobody. */
  assigneeId?: string | null
  priority?: CasePriority
  topicId?: string
  tags?: { add?: string[]; remove?: string[] }
}

/**
 * Changes a case in what an agent asked for, all of it or nothing. `seen` is the version they looked
 * at. Answers `changed`; `changed-meanwhile`, another was faster; `no-such-agent`, `no-such-topic`,
 * `no-way` (it cannot be brought there from where it is), `past` (a moment that is over), `too-many-tags`.
 */
export async function changeCase(
  tx: Tx,
  agent: { id: string },
  { id }: { id: string },
  { seen, ...changes }: CaseChanges & { seen: number },
) {
  // Taking the row by its version holds it: nobody else changes it until the commit.
  const [found] = await tx
    .update(cases)
    .set({ version: plus(cases.version, 1) })
    .where(and(eq(cases.id, id), eq(cases.version, seen)))
    .returning()
  if (!found) return 'changed-meanwhile'
  const refusal = await refusalOf(tx, found, changes)
  if (refusal) {
    await tx.update(cases).set({ version: seen }).where(eq(cases.id, id))
    return refusal
  }

  const { state, snoozedUntil = null, tags } = changes
  await reassign(tx, agent, found, changes)
  if (tags) await retag(tx, agent, found, tags)
  await rank(tx, agent, found, changes)
  if (state) await bring(tx, found, state, { actorId: agent.id, snoozedUntil })
  return 'changed'
}

async function refusalOf(tx: Tx, found: Case, changes: CaseChanges) {
  if (found.state === 'merged') return 'no-way'
  return wayOf(found, changes) ?? (await strangerIn(tx, found, changes))
}

function wayOf(found: Case, { state, snoozedUntil }: CaseChanges) {
  if (state && state !== found.state && !canBring(found.state, state)) return 'no-way'
  return snoozedUntil && snoozedUntil <= now() ? 'past' : undefined
}

/** What a change names that there is not, or for which there is no room. */
async function strangerIn(tx: Tx, found: Case, { assigneeId, topicId, tags }: CaseChanges) {
  if (assigneeId && !(await areAgents(tx, [assigneeId])).length) return 'no-such-agent'
  if (topicId && !(await isTopic(tx, topicId))) return 'no-such-topic'
  return tags && !(await fitsTags(tx, found, tags)) ? 'too-many-tags' : undefined
}

const isTopic = async (tx: Tx, id: string) =>
  (await tx.select({ id: caseTopics.id }).from(caseTopics).where(eq(caseTopics.id, id))).length > 0

async function fitsTags(tx: Tx, { id }: Case, { add = [], remove = [] }: Tags) {
  const rows = await tx.select().from(caseTags).where(eq(caseTags.caseId, id))
  const gone = new Set(remove.map(tagOf))
  const kept = rows.map(({ tag }) => tag).filter((tag) => !gone.has(tag))
  return new Set([...kept, ...add.map(tagOf)]).size <= mostTags
}

type Tags = NonNullable<CaseChanges['tags']>

async function reassign(
  tx: Tx,
  agent: { id: string },
  found: Case,
  { assigneeId, state }: CaseChanges,
) {
  if (assigneeId === undefined || assigneeId === found.assigneeId) return
  const { id: caseId } = found
  await tx.update(cases).set({ assigneeId }).where(eq(cases.id, caseId))
  await noteAct(tx, { caseId, actorId: agent.id }, 'assigned', { to: assigneeId })
  // Whoever takes a new case has begun with it.
  if (assigneeId && found.state === 'new' && !state)
    await bring(tx, found, 'open', { actorId: agent.id })
  if (!assigneeId || assigneeId === agent.id) return
  const data = { personId: assigneeId }
  await record(tx, { verb: 'case.assigned', actorId: agent.id, subjectId: caseId, data })
}

async function retag(tx: Tx, agent: { id: string }, { id: caseId }: Case, tags: Tags) {
  const add = (tags.add ?? []).map(tagOf).filter(Boolean)
  const remove = (tags.remove ?? []).map(tagOf)
  if (remove.length)
    await tx.delete(caseTags).where(and(eq(caseTags.caseId, caseId), inArray(caseTags.tag, remove)))
  if (add.length)
    await tx
      .insert(caseTags)
      .values(add.map((tag) => ({ caseId, tag })))
      .onConflictDoNothing()
  await noteAct(tx, { caseId, actorId: agent.id }, 'tags', { add, remove })
}

/** Priority and topic: with either another policy may fit. */
async function rank(tx: Tx, agent: { id: string }, found: Case, changes: CaseChanges) {
  const { priority = found.priority, topicId = found.topicId } = changes
  const by = { caseId: found.id, actorId: agent.id }
  const isRanked = priority !== found.priority
  const isMoved = topicId !== found.topicId
  if (!isRanked && !isMoved) return
  await tx
    .update(cases)
    .set({ priority, urgency: urgencyOf(priority), topicId })
    .where(eq(cases.id, found.id))
  if (isRanked) await noteAct(tx, by, 'priority', { from: found.priority, to: priority })
  if (isMoved) await noteAct(tx, by, 'topic', { from: found.topicId, to: topicId })
  await followClocks(tx, found.id, 'changed')
}

/**
 * Brings a case to a state, with its clocks and those who hear of it; for who has asked whether it may
 * go there, and holds its row.
 */
export async function bring(
  tx: Tx,
  found: Case,
  to: AgentState,
  { actorId, snoozedUntil = null }: { actorId: string | null; snoozedUntil?: Date | null },
) {
  const { id: caseId, state: from } = found
  if (to === from && to !== 'snoozed') return
  const until = to === 'snoozed' ? { until: snoozedUntil } : {}
  await tx
    .update(cases)
    .set({
      state: to,
      snoozedUntil: until.until ?? null,
      ...endOf(found, to),
      version: plus(cases.version, 1),
    })
    .where(eq(cases.id, caseId))
  await noteAct(tx, { caseId, actorId }, 'state', { from, to, ...until })
  const step = clockStepOf(from, to)
  if (step) await followClocks(tx, caseId, step)
  if (to === 'solved') await announceSolved(tx, found, actorId)
}

function endOf({ solvedAt }: Case, to: AgentState) {
  if (to === 'solved') return { solvedAt: now(), closedAt: null }
  if (to === 'closed') return { solvedAt: solvedAt ?? now(), closedAt: now() }
  return { solvedAt: null, closedAt: null }
}

async function announceSolved(tx: Tx, { id, personId }: Case, actorId: string | null) {
  await planRating(tx, id)
  if (!personId) return
  await record(tx, { verb: 'case.solved', actorId, subjectId: id, data: { personId } })
}
