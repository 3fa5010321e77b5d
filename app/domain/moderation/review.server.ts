import { and, eq } from 'drizzle-orm'
import type { Tx } from '#db/database.server.ts'
import { plus } from '#db/expressions.ts'
import { reviewItems } from '#db/schema/moderation.ts'
import { now } from '#db/time.ts'
import { graverOf, rankOf, type ReviewItem } from './review.rules.ts'

/** Something for the moderators to look at. `excerpt` is the text as it is now. */
export type Finding = Pick<
  ReviewItem,
  | 'subject'
  | 'subjectId'
  | 'ideaId'
  | 'authorId'
  | 'why'
  | 'matched'
  | 'excerpt'
  | 'severity'
  | 'weight'
  | 'reach'
  | 'isHeld'
>

/**
 * Puts something into the moderators' queue and answers the id of its item. Where an item of the same
 * subject is open already, this joins it: weights add up, the graver reason, severity and reach
 * stand, `matched` is put together, and whoever looks at it just now is told that it changed. Each
 * call with why `flagged` counts as one flag.
 */
export async function openReview(tx: Tx, finding: Finding) {
  // Between a conflict and the row that caused it, somebody may decide that one.
  for (;;) {
    const [opened] = await tx
      .insert(reviewItems)
      .values({ ...finding, rank: rankOf(finding), flagsCount: flagsIn(finding) })
      .onConflictDoNothing()
      .returning()
    const id = opened?.id ?? (await joined(tx, finding))
    if (id) return id
  }
}

const flagsIn = ({ why }: Finding) => (why === 'flagged' ? 1 : 0)

async function joined(tx: Tx, finding: Finding) {
  const { subject, subjectId } = finding
  const [open] = await tx
    .update(reviewItems)
    .set({
      version: plus(reviewItems.version, 1),
      flagsCount: plus(reviewItems.flagsCount, flagsIn(finding)),
    })
    .where(
      and(
        eq(reviewItems.subject, subject),
        eq(reviewItems.subjectId, subjectId),
        eq(reviewItems.state, 'open'),
      ),
    )
    .returning()
  if (!open) return undefined
  await tx.update(reviewItems).set(together(open, finding)).where(eq(reviewItems.id, open.id))
  return open.id
}

function together(open: ReviewItem, finding: Finding) {
  const sum = {
    severity: Math.max(open.severity, finding.severity),
    weight: open.weight + finding.weight,
    reach: Math.max(open.reach, finding.reach),
  }
  return {
    ...sum,
    rank: rankOf(sum),
    why: graverOf(open.why, finding.why),
    matched: { ...open.matched, ...finding.matched },
    isHeld: open.isHeld || finding.isHeld,
  }
}

/** Takes an item out of the queue: `closed`, or `closed-already`. */
export async function closeReview(tx: Tx, itemId: string) {
  const [closed] = await tx
    .update(reviewItems)
    .set(closing())
    .where(and(eq(reviewItems.id, itemId), eq(reviewItems.state, 'open')))
    .returning()
  return closed ? 'closed' : 'closed-already'
}

/**
 * Takes an item out of the queue for who decides on it as they `seen` it. Answers the item;
 * `decided-already` where somebody was faster, `changed` where something came in since.
 */
export async function takeReview(tx: Tx, itemId: string, seen: number) {
  const { id, state, version } = reviewItems
  const [taken] = await tx
    .update(reviewItems)
    .set(closing())
    .where(and(eq(id, itemId), eq(state, 'open'), eq(version, seen)))
    .returning()
  if (taken) return taken
  const [item] = await tx.select({ state }).from(reviewItems).where(eq(id, itemId))
  return item?.state === 'open' ? 'changed' : 'decided-already'
}

/** Puts an item back into the queue, as it was; `replaced` where its subject has another one there by now. */
export async function reopenReview(tx: Tx, itemId: string) {
  const [item] = await tx.select().from(reviewItems).where(eq(reviewItems.id, itemId))
  if (!item || item.state === 'open') return 'open'
  const [other] = await tx
    .select({ id: reviewItems.id })
    .from(reviewItems)
    .where(
      and(
        eq(reviewItems.subject, item.subject),
        eq(reviewItems.subjectId, item.subjectId),
        eq(reviewItems.state, 'open'),
      ),
    )
  if (other) return 'replaced'
  await tx
    .update(reviewItems)
    .set({ state: 'open', decidedAt: null, version: plus(reviewItems.version, 1) })
    .where(eq(reviewItems.id, itemId))
  return 'open'
}

const closing = () => ({
  state: 'decided' as const,
  decidedAt: now(),
  claimedBy: null,
  claimedAt: null,
  version: plus(reviewItems.version, 1),
})
