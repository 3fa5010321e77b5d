import { createHash } from 'node:crypto'
import { and, eq, gt, lte } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { plus } from '#db/expressions.ts'
import { limits } from '#db/schema/identity.ts'
import { now } from '#db/time.ts'

/** So many in so many seconds, for each of whoever is limited. */
export type Limit = { name: string; points: number; seconds: number }
/** How often it was done in the running window, and when that ends. */
export type Hits = { count: number; endsAt: Date }

// Addresses and e-mails of people are not kept, only what tells them apart.
const idOf = ({ name }: Limit, who: string) =>
  createHash('sha256').update(`${name} ${who}`).digest('base64url')

/** Counts `n` more of somebody; answers how many there are now, whichever process they came through. */
export async function countHits(tx: Tx, limit: Limit, who: string, n = 1): Promise<Hits> {
  const [id, moment] = [idOf(limit, who), now()]
  const endsAt = new Date(moment.getTime() + limit.seconds * 1000)
  await tx.delete(limits).where(and(eq(limits.id, id), lte(limits.endsAt, moment)))
  const [hits] = await tx
    .insert(limits)
    .values({ id, hitsCount: n, endsAt })
    .onConflictDoUpdate({
      target: limits.id,
      set: { hitsCount: plus(limits.hitsCount, n) },
    })
    .returning()
  return { count: hits!.hitsCount, endsAt: hits!.endsAt }
}

/** What was counted of somebody in the running window, if anything. */
export async function findHits(db: Read, limit: Limit, who: string): Promise<Hits | undefined> {
  const [hits] = await db
    .select()
    .from(limits)
    .where(and(eq(limits.id, idOf(limit, who)), gt(limits.endsAt, now())))
  return hits && { count: hits.hitsCount, endsAt: hits.endsAt }
}

/** Takes one back. */
export async function forgiveHit(tx: Tx, limit: Limit, who: string) {
  await tx
    .update(limits)
    .set({ hitsCount: plus(limits.hitsCount, -1) })
    .where(and(eq(limits.id, idOf(limit, who)), gt(limits.hitsCount, 0)))
}

/** Takes all back. */
export async function forgetHits(tx: Tx, limit: Limit, who: string) {
  await tx.delete(limits).where(eq(limits.id, idOf(limit, who)))
}

/** Forgets what is counted no more. */
export async function forgetLimits(tx: Tx) {
  await tx.delete(limits).where(lte(limits.endsAt, now()))
}
