import { createHash } from 'node:crypto'
import { and, eq, isNotNull, isNull, ne } from 'drizzle-orm'
import { newId } from '#db/columns.ts'
import { prepared, type Read, type Tx } from '#db/database.server.ts'
import { criteria } from '#db/schema/dossiers.ts'
import { now } from '#db/time.ts'
import { audit, holdAudit } from '../audit/audit.server.ts'
import { may, type Person } from '../identity/viewer.rules.ts'

export type Criterion = typeof criteria.$inferSelect
type Words = Pick<Criterion, 'labelIt' | 'labelEn' | 'helpIt' | 'helpEn' | 'weight' | 'axis'>

const every = (db: Read) => () => db.select().from(criteria).prepare('criteria')

/** Every criterion that there ever was, the retired too, in the brand's order. */
export const everyCriterion = async (db: Read) => {
  const all = await prepared(db, 'criteria', every(db)).execute()
  return all.sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
}

/** The criteria by which ideas are weighed today, in the brand's order. */
export const criteriaInUse = async (db: Read) =>
  (await everyCriterion(db)).filter(({ retiredAt }) => !retiredAt)

/** Which words, weight and axis of a criterion somebody has before them. */
export const seenOf = ({ labelIt, labelEn, helpIt, helpEn, weight, axis }: Words) =>
  createHash('sha256')
    .update(JSON.stringify([labelIt, labelEn, helpIt, helpEn, weight, axis]))
    .digest('base64url')
    .slice(0, 16)

/** Adds a criterion after the others, for dossiers opened from now on: `added` or `not-allowed`. */
export async function addCriterion(tx: Tx, admin: Person, words: Words) {
  if (!may(admin, 'site.settings')) return 'not-allowed'
  await holdAudit(tx)
  const all = await everyCriterion(tx)
  const twin = all.find((one) => !one.retiredAt && seenOf(one) === seenOf(words))
  if (twin) return 'added'
  const id = newId()
  const position = (all.at(-1)?.position ?? -1) + 1
  await tx.insert(criteria).values({ id, ...words, position })
  await audit(tx, admin.id, 'criterion.added', { subject: id, ...words })
  return 'added'
}

/**
 * Changes the words, the weight or the axis of a criterion; verdicts keep the weight of their day.
 * Answers `saved`; `stale` when it is no longer what was `seen` (see `seenOf`); `not-allowed`;
 * `undefined` where there is no such criterion.
 */
export async function saveCriterion(
  tx: Tx,
  admin: Person,
  { id, seen }: { id: string; seen: string },
  words: Words,
) {
  if (!may(admin, 'site.settings')) return 'not-allowed'
  await holdAudit(tx)
  const [stored] = await tx.select().from(criteria).where(eq(criteria.id, id))
  if (!stored) return undefined
  if (seenOf(stored) === seenOf(words)) return 'saved'
  if (seenOf(stored) !== seen) return 'stale'

  const { labelIt, labelEn, helpIt, helpEn, weight, axis } = stored
  const from = { labelIt, labelEn, helpIt, helpEn, weight, axis }
  await tx.update(criteria).set(words).where(eq(criteria.id, id))
  await audit(tx, admin.id, 'criterion.saved', { subject: id, from, to: words })
  return 'saved'
}

/** Puts a criterion in the place of the one before it (`up`) or after it (`down`); at an end it stays. */
export async function moveCriterion(tx: Tx, admin: Person, id: string, way: 'up' | 'down') {
  if (!may(admin, 'site.settings')) return 'not-allowed'
  await holdAudit(tx)
  const inUse = await criteriaInUse(tx)
  const at = inUse.findIndex((one) => one.id === id)
  if (at < 0) return undefined
  const to = at + (way === 'up' ? -1 : 1)
  const [one] = inUse.splice(at, 1)
  inUse.splice(Math.max(0, to), 0, one!)
  for (const [position, { id }] of inUse.entries())
    await tx.update(criteria).set({ position }).where(eq(criteria.id, id))
  await audit(tx, admin.id, 'criterion.moved', { subject: id, way })
  return 'moved'
}

/**
 * Takes a criterion out of the dossiers to come; those that have it keep it. Answers `retired`
 * (also when it was), `last-one` for the only one left, `not-allowed`, or `undefined`.
 */
export async function retireCriterion(tx: Tx, admin: Person, id: string) {
  if (!may(admin, 'site.settings')) return 'not-allowed'
  await holdAudit(tx)
  const [stored] = await tx.select().from(criteria).where(eq(criteria.id, id))
  if (!stored) return undefined
  if (stored.retiredAt) return 'retired'
  const [other] = await tx
    .select({ id: criteria.id })
    .from(criteria)
    .where(and(isNull(criteria.retiredAt), ne(criteria.id, id)))
    .limit(1)
  if (!other) return 'last-one'
  await tx.update(criteria).set({ retiredAt: now() }).where(eq(criteria.id, id))
  await audit(tx, admin.id, 'criterion.retired', { subject: id })
  return 'retired'
}

/** Brings a retired criterion back, for the dossiers to come: `restored`, `not-allowed` or `undefined`. */
export async function restoreCriterion(tx: Tx, admin: Person, id: string) {
  if (!may(admin, 'site.settings')) return 'not-allowed'
  await holdAudit(tx)
  const [stored] = await tx.select().from(criteria).where(eq(criteria.id, id))
  if (!stored) return undefined
  const retired = and(eq(criteria.id, id), isNotNull(criteria.retiredAt))
  const [restored] = await tx.update(criteria).set({ retiredAt: null }).where(retired).returning()
  if (restored) await audit(tx, admin.id, 'criterion.restored', { subject: id })
  return 'restored'
}
