import { and, desc, eq, inArray } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { people } from '#db/schema/identity.ts'
import { merges } from '#db/schema/merges.ts'
import { now } from '#db/time.ts'
import { record } from '../activity/record.server.ts'
import { audit } from '../audit/audit.server.ts'
import { findIdea } from '../ideas/idea.server.ts'
import type { Person } from '../identity/viewer.rules.ts'
import { siteSettings } from '../site/site.server.ts'
import { speaksFor } from '../workflow/move.server.ts'
import { beginMerge } from './begin.server.ts'
import type { Merge } from './carry.server.ts'
import { answerDeadline, obstacleTo, seenOf } from './merge.rules.ts'

type Found = NonNullable<Awaited<ReturnType<typeof findIdea>>>
type Wish = { source: number; target: number; note: string; seen?: string }

export const running = ['asked', 'merging', 'merged', 'unmerging'] as const

/** The merge that an idea goes through, has gone through, or that its author is asked about. */
export async function runningMergeOf(db: Read, sourceId: string): Promise<Merge | undefined> {
  const [merge] = await db
    .select()
    .from(merges)
    .where(and(eq(merges.sourceId, sourceId), inArray(merges.state, running)))
  return merge
}

/**
 * Merges one idea into another, or asks the author of the first whether it may, by the setting
 * `mergeConsent`. Answers `begun` or `asked` with the merge; `already` with the one that the source
 * is in, whoever began it; why it cannot be (`obstacleTo`); `stale` when one of the two has changed
 * since `seen`; `same-note` when the author refused just these words; `undefined` where the merger
 * can see no such ideas.
 */
export async function mergeIdeas(tx: Tx, merger: Person, wish: Wish) {
  const [source, target] = [
    await findIdea(tx, wish.source, merger),
    await findIdea(tx, wish.target, merger),
  ]
  if (!source || !target) return undefined
  const before = await runningMergeOf(tx, source.id)
  if (before) return { is: 'already', merge: before } as const
  const refusal = await refusalOf(tx, source, target, wish)
  if (refusal) return { is: refusal } as const

  const asked = await isToBeAsked(tx, merger, source, target)
  const merge = await written(tx, merger, { source, target, note: wish.note.trim() })
  // On PostgreSQL somebody may have been faster since the question above.
  if (!merge) return { is: 'already', merge: (await runningMergeOf(tx, source.id))! } as const
  if (asked) return { is: 'asked', merge: await askAuthor(tx, merger, merge) } as const
  const begun = await beginMerge(tx, merge, merger.id)
  if (begun) return { is: 'begun', merge: begun } as const
  await end(tx, merge)
  return { is: 'stale' } as const
}

async function refusalOf(tx: Tx, source: Found, target: Found, { seen, note }: Wish) {
  const obstacle = obstacleTo(source, target)
  if (obstacle) return obstacle
  if (seen && seen !== seenOf(source, target)) return 'stale'
  const [refused] = await tx
    .select({ note: merges.note })
    .from(merges)
    .where(
      and(
        eq(merges.sourceId, source.id),
        eq(merges.targetId, target.id),
        eq(merges.state, 'refused'),
      ),
    )
    .orderBy(desc(merges.askedAt))
    .limit(1)
  return refused && refused.note === note.trim() ? 'same-note' : undefined
}

type Written = { authorId: string | null }

/**
 * Whether the author of the source is asked before a merge, by the setting: one who is somebody else
 * than the author of the target and the merger, and can answer.
 */
export async function isToBeAsked(db: Read, merger: Person, source: Written, target: Written) {
  const author = source.authorId
  if (!author || author === target.authorId || author === merger.id) return false
  if ((await siteSettings(db)).mergeConsent === 'tell') return false
  const [reachable] = await db
    .select({ email: people.email })
    .from(people)
    .where(eq(people.id, author))
  return !!reachable?.email
}

type New = { source: Found; target: Found; note: string }

async function written(tx: Tx, merger: Person, { source, target, note }: New) {
  const [merge] = await tx
    .insert(merges)
    .values({
      sourceId: source.id,
      targetId: target.id,
      state: 'asked',
      fromStatus: source.status,
      note,
      team: await speaksFor(tx, merger),
      askedBy: merger.id,
    })
    .onConflictDoNothing()
    .returning()
  return merge
}

async function askAuthor(tx: Tx, merger: Person, { id, sourceId, targetId }: Merge) {
  const { mergeAnswerDays } = await siteSettings(tx)
  const [merge] = await tx
    .update(merges)
    .set({ answerBy: answerDeadline(now(), mergeAnswerDays) })
    .where(eq(merges.id, id))
    .returning()
  const event = { actorId: merger.id, ideaId: sourceId, subjectId: id, data: { targetId } }
  await record(tx, { verb: 'merge.asked', ...event })
  await audit(tx, merger.id, 'merge.asked', { subject: sourceId, into: targetId, merge: id })
  return merge!
}

/** Closes a merge that never began. */
export async function end(tx: Tx, { id }: Merge) {
  await tx
    .update(merges)
    .set({ state: 'ended' })
    .where(and(eq(merges.id, id), eq(merges.state, 'asked')))
}
