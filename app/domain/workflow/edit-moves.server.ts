import { asc, eq, or } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { transitions } from '#db/schema/workflow.ts'
import { audit } from '../audit/audit.server.ts'
import type { Status } from '../ideas/idea.server.ts'
import { isLive, liveAmong } from '../ideas/status.rules.ts'
import { claimStatuses } from '../ideas/status.server.ts'
import type { Permission } from '../identity/permission.rules.ts'
import { may, type Person } from '../identity/viewer.rules.ts'
import { heldBy } from './edit-status.server.ts'
import { ends, isMovable, receipts } from './status.rules.ts'
import { versionOfAll } from './version.server.ts'

export type Transition = typeof transitions.$inferSelect
/** A move out of a status, as an admin wants it. */
export type MoveWish = {
  to: string
  permission?: Permission
  needsNote: boolean
  needsReason: boolean
  minVotes: number | null
  minDays: number | null
}
type Wish = { seen: string; out: MoveWish[]; from: string[]; confirmed?: boolean }

/** Every transition, in an order of its own. */
export const transitionList = (db: Read) =>
  db.select().from(transitions).orderBy(asc(transitions.fromStatus), asc(transitions.toStatus))

/** The version of the moves out of a status and into it that somebody has before them. */
export const versionOfMoves = (all: Transition[], id: string) =>
  versionOfAll(all.filter((rule) => isOf(rule, id)))

/**
 * The statuses that `rules` would leave without a way out although they hold ideas and are no end of
 * the road: an idea there could never go on.
 */
export function strandedBy(rules: Transition[], statuses: Status[], held: Map<string, number>) {
  const goes = new Set(rules.map(({ fromStatus }) => fromStatus))
  return liveAmong(statuses).filter(
    ({ id }) => !goes.has(id) && !ends.includes(id) && isMovable(id) && (held.get(id) ?? 0) > 0,
  )
}

/**
 * Sets which moves lead out of a status, what they ask for, and from which statuses it is reached
 * (`from`: those that were there stay as they are). Answers `changed`, `unchanged`, `stale` when they
 * are not what was `seen` any more, `no-way-out` when a status that holds ideas would lose its last
 * move and that is not `confirmed`, `not-allowed`, or `undefined` where there is no such status in use.
 */
export async function setMoves(tx: Tx, admin: Person, id: string, wish: Wish) {
  if (!may(admin, 'site.settings')) return 'not-allowed'
  const statuses = await claimStatuses(tx)
  const live = new Set(liveAmong(statuses).map((status) => status.id))
  if (!live.has(id) || !isMovable(id)) return undefined
  const before = await transitionList(tx)
  const after = planned(before, id, wish, live)
  const refusal = refusalOf(id, wish, { before, after })
  if (refusal) return refusal
  if (!wish.confirmed && (await strandsMore(tx, { before, after }, statuses))) return 'no-way-out'

  const [was, is] = [before, after].map((rules) => rules.filter((rule) => isOf(rule, id)))
  await tx
    .delete(transitions)
    .where(or(eq(transitions.fromStatus, id), eq(transitions.toStatus, id)))
  if (is!.length) await tx.insert(transitions).values(is!)
  await audit(tx, admin.id, 'transitions.changed', { subject: id, before: was, after: is })
  return 'changed'
}

type Change = { before: Transition[]; after: Transition[] }

function refusalOf(id: string, { seen }: Wish, { before, after }: Change) {
  if (versionOfMoves(sorted(after), id) === versionOfMoves(sorted(before), id)) return 'unchanged'
  return versionOfMoves(before, id) === seen ? undefined : 'stale'
}

/** Whether a move leads out of a status, or into it. */
export const isOf = ({ fromStatus, toStatus }: Transition, id: string) =>
  fromStatus === id || toStatus === id

async function strandsMore(db: Read, { before, after }: Change, statuses: Status[]) {
  const held = await heldBy(db)
  const already = new Set(strandedBy(before, statuses, held).map(({ id }) => id))
  return strandedBy(after, statuses, held).some(({ id }) => !already.has(id))
}

/** All transitions as they would be; those of retired statuses, which are being emptied, stay as they are. */
function planned(before: Transition[], id: string, { out, from }: Wish, live: Set<string>) {
  const isOpen = (other: string) => live.has(other) && other !== id && isMovable(other)
  const others = before.filter(
    ({ fromStatus, toStatus }) => fromStatus !== id && (toStatus !== id || !live.has(fromStatus)),
  )
  const known = new Map(before.map((row) => [`${row.fromStatus} ${row.toStatus}`, row]))
  return [
    ...others,
    ...out.filter(({ to }) => isOpen(to)).map((move) => ruleOf(id, move)),
    ...from
      .filter(isOpen)
      .map((source) => known.get(`${source} ${id}`) ?? ruleOf(source, plain(id))),
  ]
}

const plain = (to: string): MoveWish => ({
  to,
  needsNote: true,
  needsReason: false,
  minVotes: null,
  minDays: null,
})

function ruleOf(fromStatus: string, { to, permission, ...asks }: MoveWish): Transition {
  const isReceipt = receipts.includes(to)
  return {
    fromStatus,
    toStatus: to,
    permission: permission ?? (to === 'hidden' ? 'ideas.hide' : 'ideas.move'),
    needsNote: asks.needsNote || isReceipt,
    needsReason: asks.needsReason || isReceipt,
    minVotes: asks.minVotes || null,
    minDays: asks.minDays || null,
  }
}

/** As the database sorts them, so that two versions of the same content have one name. */
const sorted = (rules: Transition[]) =>
  [...rules].sort(
    (one, other) =>
      compared(one.fromStatus, other.fromStatus) || compared(one.toStatus, other.toStatus),
  )
const compared = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)

/** Whether a status can be found that is still in use. */
export const liveOf = (statuses: Status[], id: string) =>
  statuses.find((status) => status.id === id && isLive(status))
