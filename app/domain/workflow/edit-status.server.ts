import type { Read, Tx } from '#db/database.server.ts'
import { audit } from '../audit/audit.server.ts'
import { statusList, tallyList } from '../ideas/categories.server.ts'
import type { Status } from '../ideas/idea.server.ts'
import { isLive, liveAmong } from '../ideas/status.rules.ts'
import {
  claimStatuses,
  orderStatuses,
  rewriteStatus,
  type StatusLook,
  writeStatus,
} from '../ideas/status.server.ts'
import { may, type Person } from '../identity/viewer.rules.ts'
import { slugOf } from '../ideas/slug.rules.ts'
import { askForRemap } from './remap.server.ts'
import type { StatusWish } from './status.form.ts'
import { fixedOf, takenIds } from './status.rules.ts'
import { versionOfAll } from './version.server.ts'

/** The version of a status that somebody has before them: whatever may be edited of it. */
export const versionOfStatus = ({ position: _, ...status }: Status) => versionOfAll(status)

/** The version of the order in which the statuses follow each other. */
export const versionOfOrder = (statuses: Pick<Status, 'id' | 'retiredAt'>[]) =>
  versionOfAll(liveAmong(statuses).map(({ id }) => id))

/** How many ideas stand in each status. */
export async function heldBy(db: Read) {
  const held = new Map<string, number>()
  for (const { status, ideasCount } of await tallyList(db))
    held.set(status, (held.get(status) ?? 0) + ideasCount)
  return held
}

/** What a form says of a status, where the house leaves that open. */
function lookOf(id: string, wish: StatusWish, now?: Status): StatusLook {
  const { labelIt, labelEn, tone, icon } = wish
  return {
    ...{ labelIt, labelEn, tone, icon },
    place: wish.place ?? now?.place ?? 'board',
    votesOpen: !!wish.votesOpen,
    commentsOpen: !!wish.commentsOpen,
    editsOpen: !!wish.editsOpen,
    onRoadmap: !!wish.onRoadmap,
    isStep: !!wish.isStep,
    promiseDays: wish.promiseDays || null,
    ...fixedOf(id),
  }
}

/** Why a status cannot look so: two of one name, or one that nobody sees and yet may vote in or meet on the road. */
function faultIn(id: string, look: StatusLook, statuses: Status[]) {
  const others = liveAmong(statuses).filter((status) => status.id !== id)
  const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()
  if (others.some((other) => same(other.labelIt, look.labelIt))) return 'label-it-taken'
  if (others.some((other) => same(other.labelEn, look.labelEn))) return 'label-en-taken'
  if (look.place !== 'private') return undefined
  const { votesOpen, commentsOpen, onRoadmap, isStep } = look
  return votesOpen || commentsOpen || onRoadmap || isStep ? 'private-open' : undefined
}

/**
 * Gives a status other words, another look or other rules, at once for all its ideas; where it is met
 * elsewhere from now on, they follow in batches. Answers `changed`, `unchanged`, `stale` when it is
 * not the version `seen` any more, `label-it-taken`, `label-en-taken`, `private-open` (nothing of these
 * is written), `not-allowed`, or `undefined` where there is no such status in use.
 */
export async function editStatus(
  tx: Tx,
  admin: Person,
  { id, seen }: { id: string; seen: string },
  wish: StatusWish,
) {
  if (!may(admin, 'site.settings')) return 'not-allowed'
  const statuses = await claimStatuses(tx)
  const before = statuses.find((status) => status.id === id && isLive(status))
  if (!before) return undefined
  const look = lookOf(id, wish, before)
  const after = { ...before, ...look }
  if (versionOfStatus(after) === versionOfStatus(before)) return 'unchanged'
  if (versionOfStatus(before) !== seen) return 'stale'
  const fault = faultIn(id, look, statuses)
  if (fault) return fault

  await rewriteStatus(tx, id, look)
  if (look.place !== before.place) await askForRemap(tx, id)
  await audit(tx, admin.id, 'status.changed', { subject: id, ...changes(before, after) })
  return 'changed'
}

function changes(before: Status, after: Status) {
  const names = (Object.keys(after) as (keyof Status)[]).filter(
    (name) => before[name] !== after[name],
  )
  const of = (status: Status) => Object.fromEntries(names.map((name) => [name, status[name]]))
  return { before: of(before), after: of(after) }
}

/**
 * Writes a new status, which follows `after` on the path and which no move leads to yet. Answers
 * `{ id }`, or what `editStatus` answers of a look that cannot be; `undefined` when `after` is gone.
 */
export async function addStatus(
  tx: Tx,
  admin: Person,
  { after, ...wish }: StatusWish & { after: string },
) {
  if (!may(admin, 'site.settings')) return 'not-allowed'
  const statuses = await claimStatuses(tx)
  const place = statuses.find((status) => status.id === after)
  if (!place) return undefined
  const id = freeId(wish.labelEn, statuses)
  const look = lookOf(id, wish)
  const fault = faultIn(id, look, statuses)
  if (fault) return fault

  await writeStatus(tx, id, place.position, look)
  await audit(tx, admin.id, 'status.added', { subject: id, after: look })
  return { id }
}

function freeId(label: string, statuses: Status[]) {
  const stem = slugOf(label).slice(0, 34).replaceAll('-', '_')
  const isFree = (id: string) => !takenIds.includes(id) && !statuses.some((one) => one.id === id)
  for (let n = 1; ; n++) {
    const id = n === 1 ? stem : `${stem}_${n}`
    if (isFree(id)) return id
  }
}

/**
 * Moves a status one place up or down the path. Answers `moved`, `stale` when the order is not the
 * one `seen` any more, `unmoved` at the end of the path, `not-allowed`, or `undefined` as above.
 */
export async function shiftStatus(
  tx: Tx,
  admin: Person,
  { id, way, seen }: { id: string; way: 'up' | 'down'; seen: string },
) {
  if (!may(admin, 'site.settings')) return 'not-allowed'
  const statuses = await claimStatuses(tx)
  const [live, gone] = [liveAmong(statuses), statuses.filter((status) => !isLive(status))]
  const ids = live.map((status) => status.id)
  const at = ids.indexOf(id)
  if (at < 0) return undefined
  if (versionOfOrder(statuses) !== seen) return 'stale'
  const to = way === 'up' ? at - 1 : at + 1
  if (to < 0 || to >= ids.length) return 'unmoved'

  const before = [...ids]
  ids.splice(to, 0, ...ids.splice(at, 1))
  await orderStatuses(tx, [...ids, ...gone.map((status) => status.id)])
  await audit(tx, admin.id, 'statuses.ordered', { subject: id, before, after: ids })
  return 'moved'
}

/** The status of an id as it is now, retired ones too; `undefined` when there is none. */
export const findStatus = async (db: Read, id: string) =>
  (await statusList(db)).find((status) => status.id === id)
