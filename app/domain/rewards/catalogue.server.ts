import { and, asc, desc, eq, gt, inArray, isNull, ne, or, sum } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { howMany } from '#db/expressions.ts'
import { images } from '#db/schema/ideas.ts'
import { redemptions, rewards } from '#db/schema/rewards.ts'
import { now } from '#db/time.ts'
import { accountOf } from '../points/account.server.ts'
import { levelOf } from '../points/level.rules.ts'
import { siteSettings } from '../site/site.server.ts'
import type { Kind } from './redemption.rules.ts'
import { type Standing, standingBefore } from './reward.rules.ts'

const mostShown = 200
const mostNamed = 200

export type Reward = typeof rewards.$inferSelect
/** A reward with the size of its photo, where it has one. */
export type Shown = Reward & { photo: { id: string; width: number; height: number } | null }

const photo = { id: images.id, width: images.width, height: images.height }

/** What can be taken now or soon, in the house's order; of one kind where `kind` is named. At most 200. */
export async function catalogue(db: Read, kind?: Kind): Promise<Shown[]> {
  const found = await db
    .select({ reward: rewards, photo })
    .from(rewards)
    .leftJoin(images, eq(images.id, rewards.imageId))
    .where(and(isOnOffer(), kind && eq(rewards.kind, kind)))
    .orderBy(asc(rewards.position), asc(rewards.id))
    .limit(mostShown)
  return found.map(({ reward, photo }) => ({ ...reward, photo }))
}

const isOnOffer = () =>
  and(eq(rewards.state, 'shown'), or(isNull(rewards.closesAt), gt(rewards.closesAt, now())))

/** Which kinds there are in the catalogue. */
export async function kindsOnOffer(db: Read) {
  const found = await db.selectDistinct({ kind: rewards.kind }).from(rewards).where(isOnOffer())
  return found.map(({ kind }) => kind)
}

/** A reward that was shown to everybody, also when it is over; a draft is none. */
export async function findReward(db: Read, slug: string): Promise<Shown | undefined> {
  const [found] = await db
    .select({ reward: rewards, photo })
    .from(rewards)
    .leftJoin(images, eq(images.id, rewards.imageId))
    .where(and(eq(rewards.slug, slug), ne(rewards.state, 'draft')))
  return found && { ...found.reward, photo: found.photo }
}

/** How many points everybody has given together for each of some donations. */
export async function raisedFor(db: Read, rewardIds: string[]) {
  if (!rewardIds.length) return new Map<string, number>()
  const found = await db
    .select({ id: redemptions.rewardId, points: sum(redemptions.price).mapWith(Number) })
    .from(redemptions)
    .where(and(inArray(redemptions.rewardId, rewardIds), ne(redemptions.state, 'cancelled')))
    .groupBy(redemptions.rewardId)
  return new Map(found.map(({ id, points }) => [id, points]))
}

/** The names that a thanks is credited to, the latest first, at most 200. */
export async function creditedBy(db: Read, rewardId: string) {
  const { creditName, createdAt, id } = redemptions
  const credited = and(eq(redemptions.rewardId, rewardId), eq(redemptions.state, 'delivered'))
  const named = await db
    .select({ creditName })
    .from(redemptions)
    .where(credited)
    .orderBy(desc(createdAt), desc(id))
    .limit(mostNamed)
  return named.flatMap(({ creditName }) => (creditName ? [creditName] : []))
}

/** How often a member took each of some rewards and kept it. */
export async function takenBy(db: Read, personId: string, rewardIds: string[]) {
  if (!rewardIds.length) return new Map<string, number>()
  const found = await db
    .select({ id: redemptions.rewardId, n: howMany() })
    .from(redemptions)
    .where(
      and(
        inArray(redemptions.rewardId, rewardIds),
        eq(redemptions.personId, personId),
        ne(redemptions.state, 'cancelled'),
      ),
    )
    .groupBy(redemptions.rewardId)
  return new Map(found.map(({ id, n }) => [id, n]))
}

/** How a member stands before some rewards: three questions, however many there are. */
export async function standingsBefore(db: Read, personId: string, offers: Reward[]) {
  const { pointLevels } = await siteSettings(db)
  const { available, earned } = await accountOf(db, personId)
  const times = await takenBy(
    db,
    personId,
    offers.map(({ id }) => id),
  )
  const highest = pointLevels.length - 1
  return new Map<string, Standing & { taken: number; offer: Reward }>(
    offers.map((offer) => {
      const taken = times.get(offer.id) ?? 0
      const taker = { available, level: levelOf(earned, pointLevels), taken }
      // A house may have fewer levels than when the reward was written.
      const level = Math.min(offer.level, highest)
      return [offer.id, { ...standingBefore({ ...offer, level }, taker, now()), taken, offer }]
    }),
  )
}

/** As above, by the ids of the rewards; those that are gone are left out. */
export async function standingsAmong(db: Read, personId: string, ids: string[]) {
  if (!ids.length) return new Map<string, never>()
  return standingsBefore(
    db,
    personId,
    await db.select().from(rewards).where(inArray(rewards.id, ids)),
  )
}

/** What a member can take now, the dearest first, without `except`. */
export async function withinReach(db: Read, personId: string, except?: string) {
  const offers = await catalogue(db)
  const standings = await standingsBefore(db, personId, offers)
  return offers
    .filter(({ id }) => id !== except && standings.get(id)?.is === 'can')
    .sort((a, b) => b.price - a.price)
}
