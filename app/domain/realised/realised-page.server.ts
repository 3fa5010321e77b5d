import { and, asc, desc, eq, inArray, isNull, ne } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { howManyDifferent } from '#db/expressions.ts'
import { comments } from '#db/schema/comments.ts'
import { ideas, images } from '#db/schema/ideas.ts'
import { people } from '#db/schema/identity.ts'
import { realisationComments, realisationSources } from '#db/schema/realised.ts'
import { votes } from '#db/schema/votes.ts'
import { findIdea, type Idea } from '../ideas/idea.server.ts'
import { may, type Viewer } from '../identity/viewer.rules.ts'
import { isReal, realisationOf } from './realised.server.ts'

const mostNamed = 200
const mostOffered = 60

const { handle, displayName, avatarId } = people
const face = { handle, displayName, avatarId }

/**
 * The page of what the idea of `number` became, with everybody it is owed to, as `viewer` may see
 * it: everybody when it is published and the idea still stands as done, its editors before that.
 */
export async function realisedPage(db: Read, number: number, viewer: Viewer) {
  const idea = await findIdea(db, number, viewer)
  const page = idea && (await realisationOf(db, idea.id))
  if (!idea || !page) return undefined
  const isShown = !!page.publishedAt && isReal(idea)
  if (!isShown && !may(viewer, 'realised.edit')) return undefined

  const sources = await sourcesOf(db, idea.id)
  const wanted = [idea.id, ...sources.map(({ id }) => id)]
  const [author, changes, photo, supporters, count] = await Promise.all([
    authorOf(db, idea.authorId),
    changesOf(db, idea.id),
    photoOf(db, page.photoId),
    namedSupporters(db, wanted),
    supportersCount(db, [idea, ...sources]),
  ])
  return { idea, page, isShown, author, sources, changes, photo, supporters, count }
}

/** The other ideas that it comes from, each with its author; private ones are left out. */
export const sourcesOf = (db: Read, ideaId: string) =>
  db
    .select({
      id: ideas.id,
      number: ideas.number,
      slug: ideas.slug,
      title: ideas.title,
      locale: ideas.locale,
      votesCount: ideas.votesCount,
      votesBase: ideas.votesBase,
      author: face,
    })
    .from(realisationSources)
    .innerJoin(ideas, eq(ideas.id, realisationSources.sourceId))
    .leftJoin(people, eq(people.id, ideas.authorId))
    .where(and(eq(realisationSources.ideaId, ideaId), ne(ideas.place, 'private')))
    .orderBy(asc(realisationSources.position))

async function authorOf(db: Read, authorId: string | null) {
  if (!authorId) return null
  const [author] = await db.select(face).from(people).where(eq(people.id, authorId))
  return author ?? null
}

const readable = and(
  isNull(comments.deletedAt),
  isNull(comments.hiddenAt),
  ne(ideas.place, 'private'),
)

/** The comments that changed it, as they can be read today. */
export const changesOf = (db: Read, ideaId: string) =>
  db
    .select({
      id: comments.id,
      body: comments.body,
      change: realisationComments.change,
      team: comments.team,
      author: face,
    })
    .from(realisationComments)
    .innerJoin(comments, eq(comments.id, realisationComments.commentId))
    .innerJoin(ideas, eq(ideas.id, comments.ideaId))
    .leftJoin(people, eq(people.id, comments.authorId))
    .where(and(eq(realisationComments.ideaId, ideaId), readable))
    .orderBy(asc(realisationComments.position))

/** The comments that an editor may choose from: the most useful of the idea and its sources. */
export const commentsToChoose = (db: Read, ideaIds: string[]) =>
  db
    .select({ id: comments.id, body: comments.body, useful: comments.usefulCount, author: face })
    .from(comments)
    .innerJoin(ideas, eq(ideas.id, comments.ideaId))
    .leftJoin(people, eq(people.id, comments.authorId))
    .where(and(inArray(comments.ideaId, ideaIds), isNull(comments.team), readable))
    .orderBy(desc(comments.usefulCount), asc(comments.id))
    .limit(mostOffered)

/** A picture by its id; null where there is none to be seen. */
export async function photoOf(db: Read, photoId: string | null) {
  if (!photoId) return null
  const { id, alt, width, height, hiddenAt } = images
  const inSight = and(eq(id, photoId), isNull(hiddenAt))
  const [photo] = await db.select({ id, alt, width, height }).from(images).where(inSight)
  return photo ?? null
}

/** Those among the voters who said that they may be named, at most 200, by name. */
async function namedSupporters(db: Read, ideaIds: string[]) {
  const named = await db
    .selectDistinct({ ...face, folded: people.nameFolded })
    .from(people)
    .innerJoin(votes, eq(votes.voterId, people.id))
    .where(
      and(
        eq(people.isNamedInThanks, true),
        isNull(people.suspendedAt),
        inArray(votes.ideaId, ideaIds),
      ),
    )
    .limit(mostNamed)
  const byName = named.sort((one, other) =>
    one.folded < other.folded || (one.folded === other.folded && one.handle < other.handle)
      ? -1
      : 1,
  )
  return byName.map(({ folded: _, ...person }) => person)
}

/** How many people wanted it: whoever voted for several of the ideas counts once; imported totals as they came. */
async function supportersCount(db: Read, all: Pick<Idea, 'id' | 'votesBase'>[]) {
  const ids = all.map(({ id }) => id)
  const [cast] = await db
    .select({ n: howManyDifferent(votes.voterId) })
    .from(votes)
    .where(inArray(votes.ideaId, ids))
  return cast!.n + all.reduce((sum, { votesBase }) => sum + votesBase, 0)
}
