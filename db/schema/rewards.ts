import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, table, text, timestamp, uniqueIndex } from '../dialect.ts'
import { createdAt, id } from '../columns.ts'

/** What points buy. `stock` is null where there is no end of it; for coupons it is what the pool holds. */
export const rewards = table(
  'rewards',
  {
    id: id(),
    slug: text().notNull(),
    kind: text({ enum: ['coupon', 'prize', 'donation', 'thanks'] }).notNull(),
    titleIt: text().notNull(),
    titleEn: text().notNull(),
    textIt: text().notNull(),
    textEn: text().notNull(),
    /** What holds for it: how to use it, how long it is good, how it is sent. */
    termsIt: text().notNull().default(''),
    termsEn: text().notNull().default(''),
    imageId: text(),
    imageAlt: text().notNull().default(''),
    price: integer().notNull(),
    stock: integer(),
    takenCount: integer().notNull().default(0),
    /** The level (its place from 0) from which on it may be taken. */
    level: integer().notNull().default(0),
    opensAt: timestamp(),
    closesAt: timestamp(),
    perMember: integer(),
    /** Whether the staff look at each wish first. */
    needsApproval: boolean().notNull().default(false),
    /** What all want to reach together, in points; for donations. */
    goal: integer(),
    /** What one costs the house, in cents; for the liability report. */
    costCents: integer(),
    state: text({ enum: ['draft', 'shown', 'ended'] })
      .notNull()
      .default('draft'),
    position: integer().notNull().default(0),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('rewards_slug').on(t.slug),
    index('rewards_state').on(t.state, t.position, t.id),
    index('rewards_image').on(t.imageId),
    check('rewards_price', sql`${t.price} > 0`),
    check('rewards_stock', sql`${t.stock} is null or ${t.stock} >= 0`),
  ],
)

/** The pool of a coupon: each code sealed, `fingerprint` (keyed) finds the same code again. */
export const rewardCodes = table(
  'reward_codes',
  {
    id: id(),
    rewardId: text()
      .notNull()
      .references(() => rewards.id, { onDelete: 'cascade' }),
    sealed: text().notNull(),
    fingerprint: text().notNull(),
    redemptionId: text(),
    importedAt: createdAt(),
  },
  (t) => [
    uniqueIndex('reward_codes_fingerprint').on(t.rewardId, t.fingerprint),
    uniqueIndex('reward_codes_redemption').on(t.redemptionId),
    index('reward_codes_free').on(t.rewardId, t.redemptionId, t.id),
  ],
)

/** One reward taken by one member. `key` is the form's: the same one twice is the same wish. */
export const redemptions = table(
  'redemptions',
  {
    id: id(),
    rewardId: text()
      .notNull()
      .references(() => rewards.id),
    personId: text().notNull(),
    key: text().notNull(),
    /** What was asked for with that key, as a hash: the same key for something else is refused. */
    asked: text().notNull(),
    price: integer().notNull(),
    state: text({ enum: ['requested', 'approved', 'sent', 'delivered', 'cancelled'] }).notNull(),
    /** Where to send it, sealed; gone some time after it arrived. */
    address: text(),
    addressUntil: timestamp(),
    /** How they want to be named; for thanks. */
    creditName: text().notNull().default(''),
    /** What the courier calls it. */
    tracking: text().notNull().default(''),
    /** When the code was first looked at. */
    shownAt: timestamp(),
    createdAt: createdAt(),
    movedAt: timestamp().notNull(),
  },
  (t) => [
    uniqueIndex('redemptions_key').on(t.personId, t.key),
    index('redemptions_person').on(t.personId, t.createdAt, t.id),
    index('redemptions_reward').on(t.rewardId, t.personId),
    index('redemptions_queue').on(t.state, t.createdAt, t.id),
    index('redemptions_queue_reward').on(t.rewardId, t.state, t.createdAt, t.id),
    index('redemptions_address').on(t.addressUntil),
  ],
)

/** What happened to a redemption, in order. */
export const redemptionSteps = table(
  'redemption_steps',
  {
    id: id(),
    redemptionId: text()
      .notNull()
      .references(() => redemptions.id, { onDelete: 'cascade' }),
    state: text({ enum: ['requested', 'approved', 'sent', 'delivered', 'cancelled'] }).notNull(),
    /** Who took the step; null for the house itself. */
    actorId: text(),
    note: text().notNull().default(''),
    at: createdAt(),
  },
  (t) => [index('redemption_steps_redemption').on(t.redemptionId, t.at, t.id)],
)
