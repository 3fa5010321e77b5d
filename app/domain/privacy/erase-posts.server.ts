import { and, asc, eq, inArray, isNull, ne, or } from 'drizzle-orm'
import { db, transaction, type Tx } from '#db/database.server.ts'
import { plus } from '#db/expressions.ts'
import { dropWords } from '#db/search.server.ts'
import { comments } from '#db/schema/comments.ts'
import { ideaRevisions, ideas, images } from '#db/schema/ideas.ts'
import { reviewItems } from '#db/schema/moderation.ts'
import { now } from '#db/time.ts'
import { countComment, type Idea } from '../ideas/idea.server.ts'
import { rewriteIdea, tally } from '../ideas/publish.server.ts'
import { slugOf } from '../ideas/slug.rules.ts'
import { siteSettings } from '../site/site.server.ts'
import { dropFiles } from './erase-files.server.ts'
import { removedIdea } from './erasure.rules.ts'
import { gone, type Leaver } from './leaver.ts'
import { breathe, scrub, scrubRows } from './scrub.server.ts'

const atOnce = 5
const commentsAtOnce = 50
/** Nobody but the author, or a moderator, has ever read what is in these. */
const unpublished = ['draft', 'pending_review']

/** The ideas of somebody become nobody's: what was never public goes, the rest stays as it was or without its words. */
export async function leaveIdeas(who: Leaver) {
  const mine = eq(ideas.authorId, who.id)
  for (;;) {
    const some = await db.select().from(ideas).where(mine).orderBy(asc(ideas.id)).limit(atOnce)
    const ids = some.filter((idea) => isToGo(idea, who)).map(({ id }) => id)
    await dropImages(ids)
    await transaction(async (tx) => {
      for (const idea of some) await leaveIdea(tx, idea, who)
    })
    if (some.length < atOnce) return
    await breathe()
  }
}

const isToGo = ({ status, place }: Idea, { texts }: Leaver) =>
  texts === 'remove' || place === 'private' || unpublished.includes(status)

async function leaveIdea(tx: Tx, idea: Idea, who: Leaver) {
  if (unpublished.includes(idea.status)) return dropIdea(tx, idea)
  if (isToGo(idea, who)) return emptyIdea(tx, idea)
  await scrubRows(tx, { table: ideas, key: ideas.id, of: undefined, to: { authorId: null } }, [
    idea.id,
  ])
}

async function dropIdea(tx: Tx, idea: Idea) {
  await tally(tx, idea, -1)
  await dropWords(tx, idea.number)
  await scrubRows(tx, gone(ideas, ideas.id, undefined), [idea.id])
}

async function emptyIdea(tx: Tx, idea: Idea) {
  const { locale } = await siteSettings(tx)
  const { title, body } = removedIdea[idea.locale ?? locale]
  const { categoryId, updatedAt } = idea
  const text = { title, body, categoryId, tags: [], locale: idea.locale }
  const nobody = { slug: slugOf(title), photoId: null, authorId: null, updatedAt }
  await rewriteIdea(tx, idea, text, { ...nobody, version: idea.version + 1 })
  await scrubRows(tx, gone(ideaRevisions, ideaRevisions.ideaId, undefined), [idea.id])
}

async function dropImages(ideaIds: string[]) {
  if (!ideaIds.length) return
  const shown = await db
    .select({ id: images.id })
    .from(images)
    .where(and(inArray(images.ideaId, ideaIds), eq(images.purpose, 'idea')))
  const ids = shown.map(({ id }) => id)
  await dropFiles(ids)
  if (ids.length) await transaction((tx) => scrubRows(tx, gone(images, images.id, undefined), ids))
}

/** Their face, and what they sent with forms that were never done, go; what belongs to an idea that stays is nobody's. */
export async function leaveImages({ id }: Leaver) {
  const mine = eq(images.ownerId, id)
  const alone = or(
    eq(images.purpose, 'avatar'),
    and(eq(images.purpose, 'idea'), isNull(images.ideaId)),
  )
  const loose = await db.select({ id: images.id }).from(images).where(and(mine, alone))
  await dropFiles(loose.map((image) => image.id))
  await scrub(gone(images, images.id, and(mine, alone)))
  await scrub({ table: images, key: images.id, of: mine, to: { ownerId: null } })
}

/**
 * The comments of somebody become nobody's. Of those that nobody can read, and of all where they
 * wanted that, the words go; what was said for the brand is the brand's.
 */
export async function leaveComments(who: Leaver) {
  const mine = eq(comments.authorId, who.id)
  for (;;) {
    const done = await transaction(async (tx) => {
      const some = await tx
        .select()
        .from(comments)
        .where(mine)
        .orderBy(asc(comments.id))
        .limit(commentsAtOnce)
      for (const comment of some) await leaveComment(tx, comment, who)
      return some.length < commentsAtOnce
    })
    if (done) return
    await breathe()
  }
}

async function leaveComment(tx: Tx, comment: typeof comments.$inferSelect, { texts }: Leaver) {
  const { id, ideaId, team, deletedAt, hiddenAt } = comment
  const isSeen = !deletedAt && !hiddenAt
  const isToGo = !isSeen || (texts === 'remove' && !team)
  const empty = { body: '', deletedAt: deletedAt ?? now(), deletedBy: null, heldAt: null }
  const to = { authorId: null, ...(isToGo && empty) }
  await scrubRows(tx, { table: comments, key: comments.id, of: undefined, to }, [id])
  if (isToGo && isSeen) await countComment(tx, ideaId, -1)
}

/** Takes out of the moderators' queue what is not there any more. */
export async function closeReviews({ id, texts }: Leaver) {
  const theirs = or(
    eq(reviewItems.authorId, id),
    and(eq(reviewItems.subject, 'profile'), eq(reviewItems.subjectId, id)),
  )
  const isOver = or(eq(reviewItems.subject, 'profile'), eq(reviewItems.isHeld, true))
  await scrub({
    ...{ table: reviewItems, key: reviewItems.id },
    of: and(theirs, ne(reviewItems.state, 'decided'), texts === 'remove' ? undefined : isOver),
    to: { state: 'decided', decidedAt: now(), version: plus(reviewItems.version, 1) },
  })
}
