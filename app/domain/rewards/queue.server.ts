import { and, asc, eq, inArray, sum } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { howMany, isOneOf, pageAfterAscending } from '#db/expressions.ts'
import { people } from '#db/schema/identity.ts'
import { redemptions, redemptionSteps, rewards } from '#db/schema/rewards.ts'
import { nextStates, type RedemptionState } from './redemption.rules.ts'

const aPage = 30
const open = ['requested', 'approved', 'sent'] as const

export type QueueWish = {
  state: RedemptionState
  rewardId?: string
  after?: { at: Date; id: string }
}

const { handle, displayName, avatarId } = people
const { titleIt, titleEn, kind } = rewards
/** Of a redemption what a list needs: no address, no code. */
const listed = {
  id: redemptions.id,
  personId: redemptions.personId,
  rewardId: redemptions.rewardId,
  state: redemptions.state,
  price: redemptions.price,
  creditName: redemptions.creditName,
  tracking: redemptions.tracking,
  shownAt: redemptions.shownAt,
  createdAt: redemptions.createdAt,
  movedAt: redemptions.movedAt,
  reward: { titleIt, titleEn, kind },
  person: { handle, displayName, avatarId },
}

/** One page of the redemptions of a state (and a reward), who waits longest first. */
export async function redemptionQueue(db: Read, { state, rewardId, after }: QueueWish) {
  const { createdAt, id } = redemptions
  const rest = after && pageAfterAscending([createdAt, id], [after.at, after.id])
  const found = await db
    .select(listed)
    .from(redemptions)
    .innerJoin(rewards, eq(rewards.id, redemptions.rewardId))
    .leftJoin(people, eq(people.id, redemptions.personId))
    .where(
      and(
        eq(redemptions.state, state),
        rewardId ? eq(redemptions.rewardId, rewardId) : undefined,
        rest,
      ),
    )
    .orderBy(asc(createdAt), asc(id))
    .limit(aPage + 1)
  const rows = found.slice(0, aPage).map((row) => ({ ...row, moves: movesOf(row) }))
  const last = rows.at(-1)
  const next = found.length > aPage && last ? { at: last.createdAt, id: last.id } : undefined
  return { rows, next }
}

type Listed = { state: RedemptionState; shownAt: Date | null; reward: { kind: typeof kind._.data } }

const movesOf = ({ state, shownAt, reward }: Listed) =>
  nextStates({ kind: reward.kind, state, shownAt })

/** How many redemptions stand in each state in which somebody of the staff has to do something. */
export async function queueCounts(db: Read) {
  const counts = await Promise.all(
    open.map((state) =>
      db.select({ n: howMany() }).from(redemptions).where(eq(redemptions.state, state)),
    ),
  )
  return Object.fromEntries(open.map((state, i) => [state, counts[i]![0]!.n])) as Record<
    (typeof open)[number],
    number
  >
}

/** One redemption as the staff see it, with its way so far; `undefined` where there is none. */
export async function queuedRedemption(db: Read, id: string) {
  const [found] = await db
    .select({ ...listed, addressUntil: redemptions.addressUntil, address: redemptions.address })
    .from(redemptions)
    .innerJoin(rewards, eq(rewards.id, redemptions.rewardId))
    .leftJoin(people, eq(people.id, redemptions.personId))
    .where(eq(redemptions.id, id))
  if (!found) return undefined
  const { address, ...row } = found
  const steps = await db
    .select({
      state: redemptionSteps.state,
      note: redemptionSteps.note,
      at: redemptionSteps.at,
      by: displayName,
    })
    .from(redemptionSteps)
    .leftJoin(people, eq(people.id, redemptionSteps.actorId))
    .where(eq(redemptionSteps.redemptionId, id))
    .orderBy(asc(redemptionSteps.at), asc(redemptionSteps.id))
  return { ...row, hasAddress: !!address, moves: movesOf(row), steps }
}

/** What some redemptions are of and whose they are, by their ids; those that are gone are left out. */
export async function redemptionNames(db: Read, ids: string[]) {
  const { id } = redemptions
  const found = await db
    .select({ id, titleIt, titleEn, who: displayName })
    .from(redemptions)
    .innerJoin(rewards, eq(rewards.id, redemptions.rewardId))
    .leftJoin(people, eq(people.id, redemptions.personId))
    .where(isOneOf(id, ids))
  return new Map(found.map((row) => [row.id, row]))
}

/** What was asked for and has not arrived: by reward, how many, for how many points, and what one costs. */
export async function openRedemptions(db: Read) {
  const { rewardId, price, state } = redemptions
  const rows = await db
    .select({ rewardId, count: howMany(), points: sum(price).mapWith(Number) })
    .from(redemptions)
    .where(inArray(state, [...open]))
    .groupBy(rewardId)
  const by = new Map(rows.map((row) => [row.rewardId, row]))
  if (!by.size) return []
  const named = await db
    .select({ id: rewards.id, titleIt, titleEn, costCents: rewards.costCents })
    .from(rewards)
    .where(inArray(rewards.id, [...by.keys()]))
  return named.map(({ costCents, ...reward }) => {
    const { count, points } = by.get(reward.id)!
    return { ...reward, count, points, cents: costCents === null ? null : costCents * count }
  })
}
