import { and, asc, desc, eq, gt, inArray, isNotNull, isNull } from 'drizzle-orm'
import { secretId } from '#db/columns.ts'
import type { Read, Tx } from '#db/database.server.ts'
import { cases } from '#db/schema/care.ts'
import { people } from '#db/schema/identity.ts'
import { erasures } from '#db/schema/privacy.ts'
import { redemptions } from '#db/schema/rewards.ts'
import { now } from '#db/time.ts'
import { audit } from '../audit/audit.server.ts'
import { openStates } from '../care/state.rules.ts'
import { sendLetter } from '../identity/letter.server.ts'
import { isLastAdmin } from '../identity/role.server.ts'
import { ask } from '../jobs/job.server.ts'
import { siteSettings } from '../site/site.server.ts'
import {
  dayText,
  goesAt,
  goesAtLatest,
  type Hindrance,
  looksAgainAt,
  reasonOf,
} from './erasure.rules.ts'

export type Erasure = typeof erasures.$inferSelect
type Wish = { texts: Erasure['texts'] }

const waiting = and(isNull(erasures.doneAt), isNull(erasures.cancelledAt))

/** The erasure that somebody asked for and that is neither done nor taken back. */
export async function erasureOf(db: Read, personId: string) {
  const [found] = await db
    .select()
    .from(erasures)
    .where(and(eq(erasures.personId, personId), waiting))
  return found
}

/** The erasure of an id, whoever asks, until it is done: who asked for it alone was told the id. */
export async function undoneErasure(db: Read, id: string) {
  const [found] = await db
    .select()
    .from(erasures)
    .where(and(eq(erasures.id, id), isNull(erasures.doneAt)))
  return found
}

/** What would keep an account from going now; empty where nothing does. */
export async function hindrancesOf(db: Read, personId: string): Promise<Hindrance[]> {
  const isOpen = inArray(cases.state, openStates)
  const isOnItsWay = inArray(redemptions.state, ['requested', 'approved', 'sent'])
  const ownCase = and(eq(cases.personId, personId), isNotNull(cases.confirmedAt), isOpen)
  const openCases = await db.$count(cases, ownCase)
  const ownReward = and(eq(redemptions.personId, personId), isOnItsWay)
  const rewards = await db.$count(redemptions, ownReward)
  const isLast = await isLastAdmin(db, personId)
  return [
    ...(openCases ? ['case' as const] : []),
    ...(rewards ? ['reward' as const] : []),
    ...(isLast ? ['admin' as const] : []),
  ]
}

/**
 * Asks for an account to be closed: it goes after the days in which its owner may think again. Answers
 * `asked`; `asked-already`, nothing changed; `last-admin`, the house would be nobody's.
 */
export async function askErasure(tx: Tx, { id: personId }: { id: string }, { texts }: Wish) {
  if (await erasureOf(tx, personId)) return 'asked-already'
  if ((await hindrancesOf(tx, personId)).includes('admin')) return 'last-admin'
  const askedAt = now()
  const dueAt = goesAt(askedAt)
  const [wish] = await tx
    .insert(erasures)
    .values({ id: secretId(), personId, texts, askedAt, dueAt, deferredFor: [] })
    .onConflictDoNothing()
    .returning()
  if (!wish) return 'asked-already'
  await audit(tx, personId, 'erasure.asked', { subject: personId, texts })
  await planErasure(tx, wish)
  await tell(tx, 'erasure-asked', wish)
  return 'asked'
}

const planErasure = (tx: Tx, { id, dueAt }: Pick<Erasure, 'id' | 'dueAt'>) =>
  ask(tx, 'privacy', `erase:${id}:${+dueAt}`, { payload: { erase: id }, runAt: dueAt })

/** Takes an erasure back that has not begun: `cancelled`, or `undefined` where there is none, or it is due. */
export async function cancelErasure(tx: Tx, id: string) {
  const [kept] = await tx
    .update(erasures)
    .set({ cancelledAt: now() })
    .where(and(eq(erasures.id, id), gt(erasures.dueAt, now()), waiting))
    .returning()
  if (!kept) return undefined
  await audit(tx, kept.personId, 'erasure.cancelled', { subject: kept.personId })
  return 'cancelled'
}

/**
 * Whether an erasure that is due can be done: `due`; `deferred`, and looked at again in a day, where
 * something is open and the latest moment is not yet there. The first time its owner is told why and
 * until when. `gone` where it was taken back or is done.
 */
export async function takeErasure(tx: Tx, id: string) {
  const [wish] = await tx
    .update(erasures)
    .set({ id })
    .where(and(eq(erasures.id, id), waiting))
    .returning()
  if (!wish) return { is: 'gone' } as const
  const open = await hindrancesOf(tx, wish.personId)
  const isLate = now() >= goesAtLatest(wish.askedAt)
  if (!open.length || (isLate && !open.includes('admin'))) return { is: 'due', wish } as const
  const dueAt = looksAgainAt(wish.askedAt, now())
  const put = { ...wish, dueAt: isLate ? looksAgainAt(now(), now()) : dueAt }
  await tx.update(erasures).set({ deferredFor: open, dueAt: put.dueAt }).where(eq(erasures.id, id))
  await planErasure(tx, put)
  if (!wish.deferredFor.length) await tell(tx, 'erasure-deferred', { ...put, deferredFor: open })
  return { is: 'deferred' } as const
}

async function tell(tx: Tx, template: 'erasure-asked' | 'erasure-deferred', wish: Erasure) {
  const [person] = await tx.select().from(people).where(eq(people.id, wish.personId))
  if (!person?.email) return
  const { id, askedAt, dueAt, deferredFor } = wish
  const { locale: house, calendar } = await siteSettings(tx)
  const locale = person.locale ?? house
  const day = (moment: Date) => dayText(moment, locale, calendar.timeZone)
  const params = {
    ...{ name: person.displayName, path: `/erasure/${id}`, context: reasonOf(deferredFor) },
    ...{ day: day(dueAt), latest: day(goesAtLatest(askedAt)) },
  }
  await sendLetter(tx, template, `${id}:${template}`, { to: person.email, locale, params })
}

/** The register of erasures, the last asked first, at most 100; the handle of whoever is still here. */
export async function erasureRegister(db: Read) {
  return db
    .select({ wish: erasures, handle: people.handle })
    .from(erasures)
    .leftJoin(people, and(eq(people.id, erasures.personId), isNull(people.erasedAt)))
    .orderBy(desc(erasures.askedAt), asc(erasures.id))
    .limit(100)
}
