import { and, eq, gte, isNull } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { pointGrants } from '#db/schema/point-desk.ts'
import { pointEntries } from '#db/schema/points.ts'
import { now } from '#db/time.ts'
import { audit } from '../audit/audit.server.ts'
import type { Event } from '../event.ts'
import { may, type Person } from '../identity/viewer.rules.ts'
import { siteSettings } from '../site/site.server.ts'
import { Moments } from '../site/zone.rules.ts'
import { accountOf, holdChain } from './account.server.ts'
import { limitOf, mayDecide, needsSecond } from './grant.rules.ts'
import { book } from './ledger.server.ts'

export type Grant = typeof pointGrants.$inferSelect

/** What somebody wants to give (or, where negative, take), to whom and why; `key` is the form's. */
export type GrantWish = { key: string; personId: string; amount: number; reason: string }

/**
 * What became of it: `done`, with the `amount` that was really moved (no more is taken than there
 * is), or `asked`: a second person decides. `tell` is to be recorded; a key sent again tells nothing.
 */
export type Granted = { outcome: 'done' | 'asked' | 'refused'; amount: number; tell?: Event }

/** How many points `asker` may still give or take alone today, and in one act; in community time. */
export async function grantRoom(db: Read, asker: Person) {
  const { grantLimits, calendar } = await siteSettings(db)
  const limit = limitOf(asker.roles, grantLimits)
  const zone = Moments.of(calendar.timeZone)
  const today = zone.spans(zone.dayNumber(+now()), { from: 0, to: 24 * 60 })
  const given = await db
    .select({ amount: pointGrants.amount })
    .from(pointGrants)
    .where(
      and(
        eq(pointGrants.askedBy, asker.id),
        gte(pointGrants.askedAt, new Date(today[0]![0])),
        eq(pointGrants.state, 'done'),
        isNull(pointGrants.decidedBy),
      ),
    )
  return { limit, today: given.reduce((sum, { amount }) => sum + Math.abs(amount), 0) }
}

/**
 * Gives points to a member by hand, or takes some, with a reason that they read; above the asker's
 * limit (of one act, and of a day) it waits for a second person. Answers `Granted`; `own`, since
 * nobody does it for themselves; `nothing-to-take`; `other-wish` when the key was used for another;
 * `not-allowed`. Only `Granted` changes anything, once for each key.
 */
export async function grantPoints(tx: Tx, asker: Person, wish: GrantWish) {
  if (!may(asker, 'points.grant')) return 'not-allowed'
  if (wish.personId === asker.id) return 'own'
  // Whoever asks twice at once waits here: the day's total is read by one at a time.
  await holdChain(tx)
  const before = await grantOf(tx, wish.key)
  if (before) return repeated(tx, asker, before, wish)
  const waits = needsSecond(wish.amount, await grantRoom(tx, asker))
  if (!waits && (await isNothing(tx, wish))) return 'nothing-to-take'
  return noted(tx, asker, wish, waits)
}

async function noted(tx: Tx, asker: Person, wish: GrantWish, waits: boolean): Promise<Granted> {
  const { key: id, personId, amount, reason } = wish
  const row = { id, personId, amount, reason, askedBy: asker.id, askedAt: now() }
  const [grant] = await tx
    .insert(pointGrants)
    .values({ ...row, state: waits ? 'asked' : 'done' })
    .returning()
  await audit(tx, asker.id, waits ? 'grant.asked' : 'grant.done', {
    ...{ subject: id, personId, amount, words: { of: personId, text: reason } },
  })
  return waits ? asked(grant!) : done(tx, asker, grant!)
}

/** A grant by its id; `undefined` where there is none. */
export async function grantOf(db: Read, id: string): Promise<Grant | undefined> {
  const [grant] = await db.select().from(pointGrants).where(eq(pointGrants.id, id))
  return grant
}

async function repeated(tx: Tx, asker: Person, before: Grant, wish: GrantWish) {
  const { askedBy, personId, amount, reason, state } = before
  const isSame = askedBy === asker.id && personId === wish.personId
  if (!isSame || amount !== wish.amount || reason !== wish.reason) return 'other-wish'
  return { outcome: state, amount: await movedBy(tx, before) } as Granted
}

async function movedBy(tx: Tx, { seq, amount }: Grant) {
  if (seq === null) return amount
  const [entry] = await tx.select().from(pointEntries).where(eq(pointEntries.seq, seq))
  return entry ? entry.amount * Math.sign(amount) : amount
}

/** Nothing can be taken from who has nothing. */
const isNothing = async (tx: Tx, { personId, amount }: Pick<Grant, 'personId' | 'amount'>) =>
  amount < 0 && (await accountOf(tx, personId)).available === 0

function asked({ id, askedBy, personId, amount }: Grant): Granted {
  const data = { personId, amount }
  return {
    ...{ outcome: 'asked', amount },
    tell: { verb: 'grant.asked', actorId: askedBy, subjectId: id, data },
  }
}

/** Books it: `actor` is whoever said yes last. */
async function done(tx: Tx, actor: Person, { id, personId, amount }: Grant) {
  const kind = amount > 0 ? 'grant' : 'claw'
  const wish = { personId, amount: Math.abs(amount), key: `grant:${id}` }
  // The reason stays with the grant: what is in the chain could never be forgotten.
  const [entry] = await book(tx, [{ ...wish, kind, subjectId: id, actorId: actor.id }])
  if (!entry) throw new Error(`Grant ${id} was not booked`)
  await tx.update(pointGrants).set({ seq: entry.seq }).where(eq(pointGrants.id, id))
  const moved = entry.amount * Math.sign(amount)
  return {
    ...{ outcome: 'done', amount: moved },
    tell: {
      ...{ verb: 'points.granted', actorId: actor.id, subjectId: id },
      data: { personId, amount: moved },
    },
  } as Granted
}

/**
 * Says yes or no to a wish above its asker's limit, as a second person. Answers `Granted`; `own` when
 * they asked for it or it concerns them; `already-decided`; `nothing-to-take`, and it still waits;
 * `not-allowed`; `undefined` where there is none.
 */
export async function decideGrant(
  tx: Tx,
  decider: Person,
  id: string,
  verdict: 'approve' | 'refuse',
) {
  if (!may(decider, 'points.approve')) return 'not-allowed'
  await holdChain(tx)
  const grant = await grantOf(tx, id)
  if (!grant) return undefined
  if (!mayDecide(grant, decider.id)) return 'own'
  if (grant.state !== 'asked') return 'already-decided'
  return verdict === 'approve' ? approved(tx, decider, grant) : refused(tx, decider, grant)
}

async function approved(tx: Tx, decider: Person, grant: Grant) {
  if (await isNothing(tx, grant)) return 'nothing-to-take'
  return (await close(tx, decider, grant, 'done')) ? done(tx, decider, grant) : 'already-decided'
}

async function refused(tx: Tx, decider: Person, grant: Grant) {
  if (!(await close(tx, decider, grant, 'refused'))) return 'already-decided'
  return { outcome: 'refused', amount: grant.amount } as Granted
}

/** Takes back a wish that nobody has decided yet, as whoever asked: `withdrawn`, `already-decided`, `not-allowed`, `undefined`. */
export async function withdrawGrant(tx: Tx, asker: Person, id: string) {
  const grant = await grantOf(tx, id)
  if (!grant) return undefined
  if (grant.askedBy !== asker.id) return 'not-allowed'
  return (await close(tx, asker, grant, 'refused')) ? 'withdrawn' : 'already-decided'
}

async function close(
  tx: Tx,
  actor: Person,
  { id, personId, amount }: Grant,
  state: Grant['state'],
) {
  const [closed] = await tx
    .update(pointGrants)
    .set({ state, decidedBy: actor.id, decidedAt: now() })
    .where(and(eq(pointGrants.id, id), eq(pointGrants.state, 'asked')))
    .returning({ id: pointGrants.id })
  if (closed) await audit(tx, actor.id, `grant.${state}`, { subject: id, personId, amount })
  return !!closed
}
