import { and, desc, eq, inArray, or } from 'drizzle-orm'
import { alias } from '#db/dialect.ts'
import type { Read, Tx } from '#db/database.server.ts'
import { ideas } from '#db/schema/ideas.ts'
import { dismissedPairs, merges } from '#db/schema/merges.ts'
import { audit } from '../audit/audit.server.ts'
import { findIdea } from '../ideas/idea.server.ts'
import type { Person } from '../identity/viewer.rules.ts'
import { pairOf } from './merge.rules.ts'

type Numbers = { one: number; other: number }

async function idsOf(tx: Tx, person: Person, { one, other }: Numbers) {
  const [first, second] = [await findIdea(tx, one, person), await findIdea(tx, other, person)]
  return first && second && first.id !== second.id ? pairOf(first.id, second.id) : undefined
}

/** Two ideas are not the same: they are not proposed again. `dismissed`, or `undefined` where there are no such. */
export async function dismissPair(tx: Tx, person: Person, numbers: Numbers) {
  const ids = await idsOf(tx, person, numbers)
  if (!ids) return undefined
  const [oneId, otherId] = ids
  const [row] = await tx
    .insert(dismissedPairs)
    .values({ oneId, otherId, dismissedBy: person.id })
    .onConflictDoNothing()
    .returning()
  if (row) await audit(tx, person.id, 'pair.dismissed', { subject: oneId, other: otherId })
  return 'dismissed'
}

/** They may be the same after all: `restored`, or `undefined` as above. */
export async function restorePair(tx: Tx, person: Person, numbers: Numbers) {
  const ids = await idsOf(tx, person, numbers)
  if (!ids) return undefined
  const [oneId, otherId] = ids
  const [row] = await tx
    .delete(dismissedPairs)
    .where(and(eq(dismissedPairs.oneId, oneId), eq(dismissedPairs.otherId, otherId)))
    .returning()
  if (row) await audit(tx, person.id, 'pair.restored', { subject: oneId, other: otherId })
  return 'restored'
}

const shown = 50
const other = alias(ideas, 'other')

/** The pairs dismissed last, at most 50. */
export const dismissedLately = (db: Read) =>
  db
    .select({
      at: dismissedPairs.dismissedAt,
      one: { number: ideas.number, slug: ideas.slug, title: ideas.title },
      other: { number: other.number, slug: other.slug, title: other.title },
    })
    .from(dismissedPairs)
    .innerJoin(ideas, eq(ideas.id, dismissedPairs.oneId))
    .innerJoin(other, eq(other.id, dismissedPairs.otherId))
    .orderBy(desc(dismissedPairs.dismissedAt))
    .limit(shown)

const closedStates = ['asked', 'refused', 'unmerged', 'merging', 'merged', 'unmerging'] as const

/**
 * The pairs (as `pairOf`, joined by a blank) among some ideas and any others that nobody need look
 * at: dismissed, asked about, refused by their author, or taken apart again.
 */
export async function settledPairs(db: Read, ideaIds: string[]): Promise<Set<string>> {
  if (!ideaIds.length) return new Set()
  const { oneId, otherId } = dismissedPairs
  const dismissed = await db
    .select({ one: oneId, two: otherId })
    .from(dismissedPairs)
    .where(or(inArray(oneId, ideaIds), inArray(otherId, ideaIds)))
  const { sourceId, targetId } = merges
  const met = await db
    .select({ one: sourceId, two: targetId })
    .from(merges)
    .where(
      and(
        or(inArray(sourceId, ideaIds), inArray(targetId, ideaIds)),
        inArray(merges.state, closedStates),
      ),
    )
  return new Set([...dismissed, ...met].map(({ one, two }) => pairOf(one, two).join(' ')))
}
