import { and, asc, eq, gt, isNull, notExists, or } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { given, howMany, isOneOf } from '#db/expressions.ts'
import { follows } from '#db/schema/follows.ts'
import { ideas } from '#db/schema/ideas.ts'
import { votes } from '#db/schema/votes.ts'
import { ideaById } from '../ideas/merged.server.ts'

type Way = { id: string; sourceId: string; targetId: string }

/**
 * The next people who chose to follow or mute an idea, in the order of their ids, at most `most`; the
 * author counts as one who chose.
 */
export async function choosersAfter(db: Read, ideaId: string, after: string, most: number) {
  const page = await db
    .select({ id: follows.personId })
    .from(follows)
    .where(and(eq(follows.ideaId, ideaId), gt(follows.personId, after)))
    .orderBy(asc(follows.personId))
    .limit(most)
  const ids = page.map(({ id }) => id)
  const author = after ? undefined : (await ideaById(db, ideaId))?.authorId
  return { ids, with: author && !ids.includes(author) ? [...ids, author] : ids }
}

/**
 * Copies the choices of `personIds` along a merge, never over a choice on the target; the author of
 * the source follows the target. A mute is not brought to who wrote the target or voted for it
 * themselves: it was not meant for that one.
 */
export async function carryFollows(tx: Tx, { id, sourceId, targetId }: Way, personIds: string[]) {
  const { personId, state, since } = follows
  await tx
    .insert(follows)
    .select(
      tx
        .select({
          ideaId: given(targetId, 'idea_id'),
          personId,
          state,
          since,
          mergeId: given(id, 'merge_id'),
        })
        .from(follows)
        .where(
          and(
            eq(follows.ideaId, sourceId),
            isOneOf(personId, personIds),
            or(eq(state, 'following'), notExists(ownWish(tx, targetId))),
          ),
        )
        .orderBy(asc(personId)),
    )
    .onConflictDoNothing()
  await carryAuthor(tx, { id, sourceId, targetId }, personIds)
}

const ownWish = (tx: Tx, targetId: string) =>
  tx
    .select({ id: ideas.id })
    .from(ideas)
    .leftJoin(
      votes,
      and(eq(votes.ideaId, ideas.id), eq(votes.voterId, follows.personId), isNull(votes.mergeId)),
    )
    .where(
      and(
        eq(ideas.id, targetId),
        or(eq(ideas.authorId, follows.personId), eq(votes.voterId, follows.personId)),
      ),
    )

async function carryAuthor(tx: Tx, { id, sourceId, targetId }: Way, personIds: string[]) {
  const source = await ideaById(tx, sourceId)
  const author = source?.authorId
  if (!author || !personIds.includes(author)) return
  await tx
    .insert(follows)
    .values({ ideaId: targetId, personId: author, state: 'following', mergeId: id })
    .onConflictDoNothing()
}

/** Takes the copies back that a merge brought for `personIds`. */
export async function dropFollows(tx: Tx, { id, targetId }: Way, personIds: string[]) {
  await tx
    .delete(follows)
    .where(
      and(
        eq(follows.ideaId, targetId),
        isOneOf(follows.personId, personIds),
        eq(follows.mergeId, id),
      ),
    )
}

/** How many hear of an idea: those who chose to, its voters and its author, without who muted it. */
export async function howManyFollow(db: Read, ideaId: string) {
  const isHere = (column: typeof follows.personId | typeof votes.voterId) =>
    and(eq(follows.ideaId, ideaId), eq(follows.personId, column))
  const [chosen] = await db
    .select({ n: howMany() })
    .from(follows)
    .where(and(eq(follows.ideaId, ideaId), eq(follows.state, 'following')))
  const [voting] = await db
    .select({ n: howMany() })
    .from(votes)
    .leftJoin(follows, isHere(votes.voterId))
    .where(and(eq(votes.ideaId, ideaId), isNull(follows.personId)))
  const [writing] = await db
    .select({ n: howMany() })
    .from(ideas)
    .leftJoin(follows, and(eq(follows.ideaId, ideas.id), eq(follows.personId, ideas.authorId)))
    .leftJoin(votes, and(eq(votes.ideaId, ideas.id), eq(votes.voterId, ideas.authorId)))
    .where(and(eq(ideas.id, ideaId), isNull(follows.personId), isNull(votes.voterId)))
  return chosen!.n + voting!.n + writing!.n
}
