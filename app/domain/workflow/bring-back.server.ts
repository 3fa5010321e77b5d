import { and, eq } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { transitions } from '#db/schema/workflow.ts'
import { audit } from '../audit/audit.server.ts'
import { statusList } from '../ideas/categories.server.ts'
import type { Idea, Status } from '../ideas/idea.server.ts'
import type { Permission } from '../identity/permission.rules.ts'
import { may, type Person } from '../identity/viewer.rules.ts'
import { put, speaksFor } from './move.server.ts'

/**
 * Where `reviewer` may bring a refused idea back to: `stoodAt`, the status it was refused from,
 * first, then what the transitions allow without a reason. Who decides on appeals needs no
 * permission to move ideas for it; what leads out of hiding, or into it, still asks for that of hiding.
 */
export async function waysBack(
  db: Read,
  reviewer: Person,
  status: string,
  stoodAt?: string | null,
): Promise<Status[]> {
  const every = await statusList(db)
  const of = (id: string | null | undefined) => every.find((one) => one.id === id)
  const rules = await db
    .select()
    .from(transitions)
    .where(and(eq(transitions.fromStatus, status), eq(transitions.needsReason, false)))
  const open = rules.filter(({ permission }) => mayBring(reviewer, permission as Permission))
  const ids = new Set(open.map(({ toStatus }) => toStatus))
  const stood = inUse(of, stoodAt)
  const isOpen = ({ id, retiredAt }: Status) => ids.has(id) && !retiredAt && id !== stood?.id
  const home = stood && canReturn(reviewer, of(status)) ? [stood] : []
  return [...home, ...every.filter(isOpen)]
}

const mayBring = (reviewer: Person, permission: Permission) =>
  may(reviewer, permission) || (permission === 'ideas.move' && may(reviewer, 'appeals.decide'))

const canReturn = (reviewer: Person, now?: Status) =>
  mayBring(reviewer, now?.place === 'private' ? 'ideas.hide' : 'ideas.move')

/** Of a status that was retired since, the one that took its place. */
function inUse(of: (id?: string | null) => Status | undefined, id?: string | null) {
  let status = of(id)
  for (let i = 0; status?.retiredAt && i < 20; i++) status = of(status.retiredInto)
  return status?.retiredAt ? undefined : status
}

type Return = { to: string; note: string; stoodAt?: string | null; answersId: string }

/**
 * Brings a refused idea back, as `waysBack` allows, with a row in its public timeline; `answersId`
 * is the appeal or the resubmission it follows from. Answers `moved`, `not-allowed`, or `stale`
 * when it was moved meanwhile.
 */
export async function bringBack(tx: Tx, reviewer: Person, idea: Idea, wish: Return) {
  const { to, note, stoodAt, answersId } = wish
  const ways = await waysBack(tx, reviewer, idea.status, stoodAt)
  if (!ways.some(({ id }) => id === to)) return 'not-allowed'

  const team = await speaksFor(tx, reviewer)
  const said = { to, note: note.trim(), reason: null, team, actorId: reviewer.id, answersId }
  if (!(await put(tx, idea, said))) return 'stale'
  const facts = { number: idea.number, from: idea.status, to, answersId }
  await audit(tx, reviewer.id, 'idea.moved', { subject: idea.id, ...facts })
  return 'moved'
}
