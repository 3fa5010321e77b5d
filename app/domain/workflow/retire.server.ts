import { desc, eq } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { ideas } from '#db/schema/ideas.ts'
import { transitions } from '#db/schema/workflow.ts'
import { audit } from '../audit/audit.server.ts'
import { statusList, tallyList } from '../ideas/categories.server.ts'
import type { Status } from '../ideas/idea.server.ts'
import { isLive, liveAmong } from '../ideas/status.rules.ts'
import { claimStatuses, closeStatus, reopenStatus } from '../ideas/status.server.ts'
import { may, type Person } from '../identity/viewer.rules.ts'
import { isOf, liveOf, strandedBy, type Transition, transitionList } from './edit-moves.server.ts'
import { heldBy } from './edit-status.server.ts'
import { askForRemap, closeWays } from './remap.server.ts'
import { ends, isStructural, mayTakeOver } from './status.rules.ts'
import { versionOfAll } from './version.server.ts'

const shownExamples = 5

/** The statuses that may take over the ideas of one that is retired, in the order of the path. */
export const successorsOf = (statuses: Status[], id: string) =>
  liveAmong(statuses).filter((status) => mayTakeOver(id, status))

/** The transitions once `id` has been retired into `into`: what led to it leads there, asking for the same. */
function withoutStatus(rules: Transition[], id: string, into: string) {
  const kept = rules.filter(({ fromStatus, toStatus }) => fromStatus !== id && toStatus !== id)
  const known = new Set(kept.map(({ fromStatus, toStatus }) => `${fromStatus} ${toStatus}`))
  const redirected = rules
    .filter(({ fromStatus, toStatus }) => toStatus === id && fromStatus !== into)
    .filter(({ fromStatus }) => fromStatus !== id && !known.has(`${fromStatus} ${into}`))
    .map((rule) => ({ ...rule, toStatus: into }))
  return { kept, redirected }
}

/** The version of what a retirement is decided on: both statuses and every transition. */
const versionOf = (status: Status, into: Status, rules: Transition[]) =>
  versionOfAll([status, into, rules])

/**
 * What would come of retiring a status into another: how many ideas move, of which categories, some
 * of them, what is different for them there, which statuses would be left without a way out, and the
 * version `seen` of all that. `undefined` when either is not in use, or may not.
 */
export async function retirementPreview(db: Read, id: string, into: string) {
  const statuses = await statusList(db)
  const [status, target] = [liveOf(statuses, id), liveOf(statuses, into)]
  if (!status || !target || isStructural(id) || !mayTakeOver(id, target)) return undefined
  const [rules, tallies, held] = await Promise.all([transitionList(db), tallyList(db), heldBy(db)])
  const counts = tallies.filter((tally) => tally.status === id && tally.ideasCount > 0)
  return {
    status,
    target,
    total: held.get(id) ?? 0,
    categories: counts.map(({ categoryId, ideasCount }) => ({ categoryId, ideasCount })),
    examples: await mostWanted(db, id),
    changes: changesFor(status, target),
    stranded: newlyStranded(rules, statuses, { id, into, held }),
    seen: versionOf(status, target, rules),
  }
}

const { number, title, votesCount } = ideas
const mostWanted = (db: Read, id: string) =>
  db
    .select({ number, title, votesCount })
    .from(ideas)
    .where(eq(ideas.status, id))
    .orderBy(desc(votesCount), desc(number))
    .limit(shownExamples)

/** What is different for an idea that goes from one status to another; each by its name. */
export function changesFor(from: Status, to: Status) {
  const told: string[] = []
  const turned = (was: boolean, is: boolean, name: string) => {
    if (was !== is) told.push(`${name}-${is ? 'opens' : 'closes'}`)
  }
  turned(from.votesOpen, to.votesOpen, 'votes')
  turned(from.commentsOpen, to.commentsOpen, 'comments')
  turned(from.editsOpen, to.editsOpen, 'edits')
  turned(from.place === 'board', to.place === 'board', 'board')
  turned(from.place !== 'private', to.place !== 'private', 'public')
  turned(from.onRoadmap, to.onRoadmap, 'roadmap')
  if (from.promiseDays !== to.promiseDays)
    told.push(to.promiseDays ? 'promise-changes' : 'promise-ends')
  return told
}

type Plan = { id: string; into: string; held: Map<string, number> }

function newlyStranded(rules: Transition[], statuses: Status[], { id, into, held }: Plan) {
  const { kept, redirected } = withoutStatus(rules, id, into)
  const others = statuses.filter((status) => status.id !== id)
  const then = new Map(held).set(into, (held.get(into) ?? 0) + (held.get(id) ?? 0))
  const already = new Set(strandedBy(rules, others, held).map((status) => status.id))
  return strandedBy([...kept, ...redirected], others, then).filter(
    (status) => !already.has(status.id) && !ends.includes(status.id),
  )
}

type Retirement = { into: string; note: string; tell?: boolean; confirmed?: boolean; seen: string }

/**
 * Takes a status out of use. At once no move leads to it any more, and old links to it lead to
 * `into`; its ideas follow in batches, each with `note` in its timeline, in the name of the house.
 * Answers `retired`, `structural` when the house needs it, `bad-successor`, `stale` when anything
 * that was `seen` has changed, `no-way-out` when that leaves another status without one and is not
 * `confirmed`, `not-allowed`, or `undefined` where there is no such status in use.
 */
export async function retireStatus(tx: Tx, admin: Person, id: string, wish: Retirement) {
  if (!may(admin, 'site.settings')) return 'not-allowed'
  const statuses = await claimStatuses(tx)
  const status = liveOf(statuses, id)
  if (!status) return undefined
  if (isStructural(id)) return 'structural'
  const target = successorsOf(statuses, id).find((one) => one.id === wish.into)
  if (!target) return 'bad-successor'
  const [rules, held] = await Promise.all([transitionList(tx), heldBy(tx)])
  if (versionOf(status, target, rules) !== wish.seen) return 'stale'
  const plan = { id, into: target.id, held }
  if (mustConfirm(wish, newlyStranded(rules, statuses, plan))) return 'no-way-out'

  await closeWaysTo(tx, rules, plan)
  await askForRemap(tx, id, { note: wish.note, tell: wish.tell })
  await audit(tx, admin.id, 'status.retired', {
    subject: id,
    before: { status, transitions: rules.filter((rule) => isOf(rule, id)) },
    after: { into: target.id, ideas: held.get(id) ?? 0, note: wish.note, told: !!wish.tell },
  })
  return 'retired'
}

const mustConfirm = ({ confirmed }: Retirement, stranded: Status[]) =>
  !confirmed && stranded.length > 0

/** The ways out stay until the status is empty, so that nothing in it has to wait. */
async function closeWaysTo(tx: Tx, rules: Transition[], { id, into, held }: Plan) {
  await closeStatus(tx, id, into)
  const { redirected } = withoutStatus(rules, id, into)
  await tx.delete(transitions).where(eq(transitions.toStatus, id))
  if (redirected.length) await tx.insert(transitions).values(redirected)
  if (!held.get(id)) await closeWays(tx, id)
}

/**
 * Takes a retired status into use again, without the moves it had; the ideas that left it stay where
 * they are. Answers `reinstated`, `label-taken` when another one bears its name now, `not-allowed`, or
 * `undefined` where there is no such retired status.
 */
export async function reinstateStatus(tx: Tx, admin: Person, id: string) {
  if (!may(admin, 'site.settings')) return 'not-allowed'
  const statuses = await claimStatuses(tx)
  const status = statuses.find((one) => one.id === id && !isLive(one))
  if (!status) return undefined
  const { labelIt, labelEn } = status
  if (liveAmong(statuses).some((one) => one.labelIt === labelIt || one.labelEn === labelEn))
    return 'label-taken'
  await reopenStatus(tx, id)
  await audit(tx, admin.id, 'status.reinstated', {
    subject: id,
    before: { into: status.retiredInto },
  })
  return 'reinstated'
}

/** Whether any idea still stands in a retired status: those whose remap was lost, by id. */
export async function unsettledStatuses(db: Read) {
  const [statuses, held] = [await statusList(db), await heldBy(db)]
  return statuses.filter((status) => !isLive(status) && (held.get(status.id) ?? 0) > 0)
}
