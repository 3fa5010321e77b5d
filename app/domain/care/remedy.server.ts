import { and, eq, gte, isNull } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { remedies } from '#db/schema/care-outcomes.ts'
import { people } from '#db/schema/identity.ts'
import { now } from '#db/time.ts'
import { record } from '../activity/record.server.ts'
import { audit } from '../audit/audit.server.ts'
import { may, type Person } from '../identity/viewer.rules.ts'
import { holdChain } from '../points/account.server.ts'
import { bookAmends } from '../points/amends.server.ts'
import { giveCoupon } from '../rewards/gift.server.ts'
import { siteSettings } from '../site/site.server.ts'
import { Moments } from '../site/zone.rules.ts'
import { noteAct } from './act.server.ts'
import type { Case } from './case.server.ts'
import { mayDecideRemedy, needsLead } from './remedy.rules.ts'

export type Remedy = typeof remedies.$inferSelect

/** What an agent wants to give to make good, and why, in words that the member reads; `key` is the form's. */
export type RemedyWish = {
  key: string
  kind: Remedy['kind']
  amount: number
  rewardId: string | null
  reason: string
}

/** What an agent gave alone since midnight, in the community's time, beside what they may. */
export async function remedyRoom(db: Read, agent: { id: string }) {
  const { remedyPoints, remedyCoupons, calendar } = await siteSettings(db)
  const zone = Moments.of(calendar.timeZone)
  const [today] = zone.spans(zone.dayNumber(+now()), { from: 0, to: 24 * 60 })
  const given = await db
    .select({ kind: remedies.kind, amount: remedies.amount })
    .from(remedies)
    .where(
      and(
        eq(remedies.askedBy, agent.id),
        gte(remedies.askedAt, new Date(today![0])),
        eq(remedies.state, 'done'),
        isNull(remedies.decidedBy),
      ),
    )
  const sum = (kind: Remedy['kind']) =>
    given.filter((one) => one.kind === kind).reduce((all, { amount }) => all + amount, 0)
  return { remedyPoints, remedyCoupons, points: sum('points'), coupons: sum('coupon') }
}

/**
 * Gives points, or a coupon, to whoever wrote a case, as its agent; above the agent's limit of the
 * day it waits for a lead. Answers `done` or `asked`, once for each key; `own`, since nobody does it
 * for themselves; `no-member`; `no-code` in the pool; `shut`; `other-wish`, the key was used for
 * another; `not-allowed`.
 */
export async function giveRemedy(tx: Tx, agent: Person, found: Case, wish: RemedyWish) {
  if (!may(agent, 'care.answer')) return 'not-allowed'
  if (found.personId === agent.id) return 'own'
  // Whoever gives twice at once waits here: what was given today is read by one at a time.
  await holdChain(tx)
  const before = await remedyOf(tx, wish.key)
  if (before) return isSame(before, agent, found, wish) ? before.state : 'other-wish'
  const refusal = await refusalOf(tx, found)
  if (refusal) return refusal
  const waits = needsLead(wish, await remedyRoom(tx, agent), await siteSettings(tx))
  return noted(tx, agent, found, { ...wish, state: waits ? 'asked' : 'done' })
}

async function refusalOf(tx: Tx, { state, erasedAt, personId }: Case) {
  if (state === 'merged' || erasedAt) return 'shut'
  return personId && (await isHere(tx, personId)) ? undefined : 'no-member'
}

type Noted = RemedyWish & { state: 'asked' | 'done' }

async function noted(tx: Tx, agent: Person, { id: caseId, personId }: Case, wish: Noted) {
  const { key: id, ...given } = wish
  const remedy: Remedy = {
    ...{ id, ...given, caseId, personId: personId!, askedBy: agent.id, askedAt: now() },
    ...{ decidedBy: null, decidedAt: null },
  }
  const isDone = wish.state === 'done'
  if (isDone && (await handOver(tx, agent, remedy)) === 'no-code') return 'no-code'
  await tx.insert(remedies).values(remedy)
  await note(tx, agent, remedy, isDone ? 'remedy-given' : 'remedy-asked')
  const data = { personId: remedy.personId }
  const verb = isDone ? 'remedy.given' : 'remedy.asked'
  await record(tx, { verb, actorId: agent.id, subjectId: caseId, data })
  return wish.state
}

const isHere = async (tx: Tx, id: string) =>
  (await tx.$count(people, and(eq(people.id, id), isNull(people.erasedAt)))) > 0

function isSame(before: Remedy, agent: Person, found: Case, wish: RemedyWish) {
  const { askedBy, caseId, kind, amount, rewardId } = before
  if (askedBy !== agent.id || caseId !== found.id) return false
  return kind === wish.kind && amount === wish.amount && rewardId === wish.rewardId
}

/** A remedy by its id; `undefined` where there is none. */
export async function remedyOf(db: Read, id: string): Promise<Remedy | undefined> {
  const [remedy] = await db.select().from(remedies).where(eq(remedies.id, id))
  return remedy
}

/** Points go into the ledger, a coupon out of its pool; `actor` is whoever said yes last. */
async function handOver(tx: Tx, actor: Person, remedy: Remedy) {
  const { id, personId, amount, rewardId } = remedy
  const about = { id, personId, actorId: actor.id }
  if (remedy.kind === 'coupon') return giveCoupon(tx, { ...about, rewardId: rewardId ?? '' })
  await bookAmends(tx, { ...about, amount })
  return 'given'
}

const acts = {
  'remedy-asked': 'remedy.asked',
  'remedy-given': 'remedy.given',
  'remedy-refused': 'remedy.refused',
} as const
type Told = keyof typeof acts

/** In the timeline of the case, and in the register: how much, to whom, by whom; the words are its own. */
async function note(tx: Tx, actor: Person, remedy: Remedy, act: Told) {
  const { id, caseId, kind, amount, personId } = remedy
  await noteAct(tx, { caseId, actorId: actor.id }, act, { kind, amount })
  await audit(tx, actor.id, acts[act], { subject: id, caseId, personId, kind, amount })
}

/**
 * Says yes or no to what an agent wanted to give above their limit, as a lead. Answers `done` or
 * `refused`; `own` when they asked for it or it is for them; `already-decided`; `no-code`, and it
 * still waits; `not-allowed`; `undefined` where there is none.
 */
export async function decideRemedy(
  tx: Tx,
  lead: Person,
  id: string,
  verdict: 'approve' | 'refuse',
) {
  if (!may(lead, 'care.lead')) return 'not-allowed'
  await holdChain(tx)
  const remedy = await remedyOf(tx, id)
  if (!remedy) return undefined
  if (!mayDecideRemedy(remedy, lead.id)) return 'own'
  if (remedy.state !== 'asked') return 'already-decided'
  if (verdict === 'refuse') return close(tx, lead, remedy, 'refused')
  if ((await handOver(tx, lead, remedy)) === 'no-code') return 'no-code'
  await close(tx, lead, remedy, 'done')
  const data = { personId: remedy.personId }
  await record(tx, { verb: 'remedy.given', actorId: lead.id, subjectId: remedy.caseId, data })
  return 'done'
}

/** Takes back what nobody has decided yet, as who asked: `withdrawn`, `already-decided`, `not-allowed`, `undefined`. */
export async function withdrawRemedy(tx: Tx, agent: Person, id: string) {
  await holdChain(tx)
  const remedy = await remedyOf(tx, id)
  if (!remedy) return undefined
  if (remedy.askedBy !== agent.id) return 'not-allowed'
  if (remedy.state !== 'asked') return 'already-decided'
  await close(tx, agent, remedy, 'refused')
  return 'withdrawn'
}

async function close(tx: Tx, actor: Person, remedy: Remedy, state: 'done' | 'refused') {
  await tx
    .update(remedies)
    .set({ state, decidedBy: actor.id, decidedAt: now() })
    .where(and(eq(remedies.id, remedy.id), eq(remedies.state, 'asked')))
  await note(tx, actor, remedy, state === 'done' ? 'remedy-given' : 'remedy-refused')
  return state
}
