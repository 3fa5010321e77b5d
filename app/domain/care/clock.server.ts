import { and, asc, eq, isNull } from 'drizzle-orm'
import { newId } from '#db/columns.ts'
import { type Read, type Tx, untilCommit } from '#db/database.server.ts'
import { cases } from '#db/schema/care.ts'
import { caseClocks, slaPolicies } from '#db/schema/care-clocks.ts'
import { now } from '#db/time.ts'
import type { Calendar } from '../site/calendar.rules.ts'
import { siteSettings } from '../site/site.server.ts'
import { type Case, caseById } from './case.server.ts'
import {
  type ClockName,
  clockNames,
  ended,
  minutesOf,
  paused,
  policyFor,
  replanned,
  resumed,
  started,
} from './sla.rules.ts'
import { isDone, neverDue } from './state.rules.ts'

export type ClockStep =
  | 'opened'
  | 'opened-by-care'
  | 'member-wrote'
  | 'agent-answered'
  | 'waiting'
  | 'resumed'
  | 'solved'
  | 'reopened'
  | 'changed'
  | 'nothing-asked'

type Row = typeof caseClocks.$inferSelect
type Policy = typeof slaPolicies.$inferSelect
type Turn = { tx: Tx; found: Case; calendar: Calendar; clocks: Row[]; policy: Policy | undefined }

/** The policies that hold, the first that fits a case is its own. */
export const policiesOf = (db: Read) =>
  untilCommit(db, 'sla-policies', () =>
    db
      .select()
      .from(slaPolicies)
      .where(isNull(slaPolicies.retiredAt))
      .orderBy(asc(slaPolicies.position), asc(slaPolicies.id)),
  )

/**
 * Follows with the clocks of a case what happened to it, and keeps when the next one runs out beside
 * the case. The clock of the first answer begins with the case and ends with the first answer; that of
 * the next one begins with what the member writes after it; that of the resolution ends when the case
 * is solved, and goes on with what it had left when it is opened again. All stand while care waits for
 * the member; a snoozed case goes on. By another priority or topic they are planned anew.
 */
export async function followClocks(tx: Tx, caseId: string, what: ClockStep) {
  const found = await caseById(tx, caseId)
  if (!found?.confirmedAt) return
  const [{ calendar }, policies] = await Promise.all([siteSettings(tx), policiesOf(tx)])
  const clocks = await tx.select().from(caseClocks).where(eq(caseClocks.caseId, caseId))
  await steps[what]({ tx, found, calendar, clocks, policy: policyFor(policies, found) })
  await keepDue(tx, caseId)
}

const isRunning = ({ endedAt }: Row) => !endedAt
const has = ({ clocks }: Turn, name: ClockName) => clocks.some(({ clock }) => clock === name)

const steps: Record<ClockStep, (turn: Turn) => Promise<void>> = {
  opened: async (turn) => {
    await begin(turn, 'first')
    await begin(turn, 'resolution')
  },
  // Nobody has asked anything yet: there is no first answer to wait for.
  'opened-by-care': (turn) => begin(turn, 'resolution'),
  'member-wrote': async (turn) => {
    const isAnswered = !!turn.found.lastAgentAt
    const runs = turn.clocks.some((row) => row.clock !== 'resolution' && isRunning(row))
    if (isAnswered && !runs) await begin(turn, 'next')
  },
  'agent-answered': (turn) => end(turn, ['first', 'next']),
  waiting: (turn) => changeEach(turn, (clock) => paused(turn.calendar, clock, now())),
  resumed: (turn) => changeEach(turn, (clock) => resumed(turn.calendar, clock, now())),
  solved: (turn) => solve(turn),
  reopened: reopen,
  changed: replanAll,
  // What was asked is asked in another case now.
  'nothing-asked': (turn) =>
    changeEach(turn, (row) =>
      row.clock === 'next' ? { ...ended(turn.calendar, row, now()), outcome: 'void' } : undefined,
    ),
}

async function begin({ tx, found, calendar, policy }: Turn, clock: ClockName, since = now()) {
  const minutes = minutesOf(policy, clock)
  if (!policy || minutes === null) return
  const { id: caseId, topicId, priority } = found
  const of = { id: newId(), caseId, clock, policyId: policy.id, topicId, priority }
  await tx.insert(caseClocks).values({ ...of, ...started(calendar, minutes, since) })
}

async function changeEach({ tx, clocks }: Turn, change: (row: Row) => Partial<Row> | undefined) {
  for (const row of clocks.filter(isRunning)) {
    const changed = change(row)
    if (changed) await tx.update(caseClocks).set(changed).where(eq(caseClocks.id, row.id))
  }
}

const end = (turn: Turn, names: ClockName[]) =>
  changeEach(turn, (row) =>
    names.includes(row.clock) ? ended(turn.calendar, row, now()) : undefined,
  )

/** A case that is solved, or merged, without an answer was not answered: those clocks do not count. */
const solve = (turn: Turn) =>
  changeEach(turn, (row) => {
    const over = ended(turn.calendar, row, now())
    const counts = row.clock === 'resolution' && turn.found.state !== 'merged'
    return counts ? over : { ...over, outcome: 'void' }
  })

/** The resolution goes on where it stopped: a case that was solved too early has no more time for it. */
async function reopen(turn: Turn) {
  const { tx, calendar, clocks } = turn
  const last = clocks.filter(({ clock }) => clock === 'resolution').at(-1)
  if (!last?.endedAt) return
  const stood = { ...last, pausedAt: last.endedAt, dueAt: null }
  const leftMinutes = last.minutes - (last.tookMinutes ?? 0)
  const again = resumed(calendar, { ...stood, leftMinutes }, now())
  const open = { endedAt: null, tookMinutes: null, outcome: null }
  await tx
    .update(caseClocks)
    .set({ ...again, ...open })
    .where(eq(caseClocks.id, last.id))
}

async function replanAll(turn: Turn) {
  const { calendar, policy, found } = turn
  const moment = now()
  const { topicId, priority } = found
  await changeEach(turn, (row) => {
    const minutes = minutesOf(policy, row.clock)
    if (minutes === null) return { ...ended(calendar, row, moment), outcome: 'void' }
    const plan = replanned(calendar, row, { minutes, moment })
    const isLate = !!plan.dueAt && plan.dueAt <= moment
    const news = isLate ? {} : { warnedAt: null, breachedAt: null }
    return { ...plan, ...news, topicId, priority, policyId: policy!.id }
  })
  if (isDone(found.state)) return
  // What the policy before did not promise is promised from the beginning.
  const since = found.confirmedAt ?? found.createdAt
  for (const clock of ['first', 'resolution'] as const)
    if (!has(turn, clock) && !(clock === 'first' && found.lastAgentAt))
      await begin(turn, clock, since)
}

/** The clock that runs out next, beside the case: what the inbox sorts by. */
async function keepDue(tx: Tx, caseId: string) {
  const running = and(eq(caseClocks.caseId, caseId), isNull(caseClocks.endedAt))
  const clocks = await tx.select().from(caseClocks).where(running)
  const due = clocks
    .flatMap(({ clock, dueAt, warnAt }) => (dueAt ? [{ dueAt, warnAt, dueClock: clock }] : []))
    .sort((one, other) => +one.dueAt - +other.dueAt || order(one) - order(other))
  const next = due[0] ?? { dueAt: neverDue, warnAt: null, dueClock: null }
  await tx.update(cases).set(next).where(eq(cases.id, caseId))
}

const order = ({ dueClock }: { dueClock: ClockName }) => clockNames.indexOf(dueClock)
