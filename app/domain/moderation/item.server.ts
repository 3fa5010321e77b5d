import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { comments } from '#db/schema/comments.ts'
import { people } from '#db/schema/identity.ts'
import { ideas, images } from '#db/schema/ideas.ts'
import { decisions, flags, reviewItems } from '#db/schema/moderation.ts'
import { imageById } from '../ideas/image-sight.server.ts'
import type { Person } from '../identity/viewer.rules.ts'
import { may } from '../identity/viewer.rules.ts'
import { acts, isOnPerson } from './act.rules.ts'
import { trackRecords } from './record.server.ts'
import type { ReviewItem } from './review.rules.ts'
import type { Thing } from './sight.server.ts'

/** An item of the queue, decided or not, for who may decide; `undefined` for everybody else. */
export async function findItem(db: Read, moderator: Person, id: string) {
  if (!may(moderator, 'moderation.decide')) return undefined
  const [item] = await db.select().from(reviewItems).where(eq(reviewItems.id, id))
  return item
}

/** Who flagged an item, why, and how far each has been right until now; of guests nothing is shown. */
export async function flagsOf(db: Read, { id, subject, subjectId }: ReviewItem) {
  const rows = await db
    .select({
      id: flags.id,
      reason: flags.reason,
      note: flags.note,
      weight: flags.weight,
      createdAt: flags.createdAt,
      confirmedAt: flags.confirmedAt,
      reporterId: flags.reporterId,
      reporter: people.displayName,
    })
    .from(flags)
    .leftJoin(people, eq(people.id, flags.reporterId))
    .where(and(eq(flags.itemId, id), eq(flags.subject, subject), eq(flags.subjectId, subjectId)))
    .limit(100)
  const told = rows
    .filter(({ reporterId, confirmedAt }) => reporterId || confirmedAt)
    .sort((one, other) => +one.createdAt - +other.createdAt)
  const records = await trackRecords(
    db,
    told.flatMap(({ reporterId }) => reporterId ?? []),
  )
  return told.map(({ reporterId, ...row }) => ({
    ...row,
    isGuest: !reporterId,
    record: records.get(reporterId ?? '') ?? null,
  }))
}

/** What was decided on something before, the latest first, each with who decided. */
export const decisionsOn = (db: Read, { subject, subjectId }: Thing) =>
  decided(db, and(eq(decisions.subject, subject), eq(decisions.subjectId, subjectId)))

/** The warnings, silences and suspensions of somebody, as `decisionsOn`. */
export const decisionsAgainst = (db: Read, personId: string) =>
  decided(db, and(eq(decisions.personId, personId), inArray(decisions.act, onPersons)))
const onPersons = acts.filter(isOnPerson)

const decided = (db: Read, which: ReturnType<typeof and>) =>
  db
    .select({ decision: decisions, by: people.displayName })
    .from(decisions)
    .leftJoin(people, eq(people.id, decisions.decidedBy))
    .where(which)
    .orderBy(desc(decisions.decidedAt))
    .limit(20)

/** The whole of what an item is about, as it is now, in its place: what it answers, where it stands. */
export async function contentOf(db: Read, { subject, subjectId, ideaId }: ReviewItem) {
  const idea = ideaId ? await ideaOf(db, ideaId) : undefined
  if (subject === 'comment') return { idea, ...(await commentOf(db, subjectId)) }
  if (subject === 'image') return { idea, images: await pictureOf(db, subjectId) }
  if (subject === 'profile') return { profile: await profileOf(db, subjectId) }
  const body = idea && `${idea.body}`
  return { idea, text: body, images: await picturesOf(db, subjectId) }
}

async function ideaOf(db: Read, id: string) {
  const { number, slug, title, body, status, place, locale, votesCount, commentsCount } = ideas
  const [idea] = await db
    .select({ number, slug, title, body, status, place, locale, votesCount, commentsCount })
    .from(ideas)
    .where(eq(ideas.id, id))
  return idea
}

async function commentOf(db: Read, id: string) {
  const { body, parentId, deletedAt, hiddenAt, createdAt } = comments
  const [comment] = await db
    .select({ body, parentId, deletedAt, hiddenAt, createdAt })
    .from(comments)
    .where(eq(comments.id, id))
  if (!comment || comment.deletedAt) return {}
  return { text: comment.body, parent: comment.parentId && (await parentOf(db, comment.parentId)) }
}

async function parentOf(db: Read, id: string) {
  const [parent] = await db
    .select({ body: comments.body, author: people.displayName, deletedAt: comments.deletedAt })
    .from(comments)
    .leftJoin(people, eq(people.id, comments.authorId))
    .where(eq(comments.id, id))
  return parent && !parent.deletedAt ? { body: parent.body, author: parent.author } : null
}

async function pictureOf(db: Read, id: string) {
  const image = await imageById(db, id)
  return image ? [{ id, alt: image.alt, purpose: image.purpose }] : []
}

const picturesOf = (db: Read, ideaId: string) =>
  db
    .select({ id: images.id, alt: images.alt, purpose: images.purpose })
    .from(images)
    .where(and(eq(images.ideaId, ideaId), eq(images.purpose, 'idea')))
    .orderBy(asc(images.position), asc(images.id))

async function profileOf(db: Read, id: string) {
  const { handle, displayName, bio, avatarId } = people
  const [person] = await db
    .select({ handle, displayName, bio, avatarId })
    .from(people)
    .where(eq(people.id, id))
  return person
}

type Alike = { subject: string; subjectId: string; share: number }

/** The posts that another is nearly the same as, with where each can be read; those that are gone are left out. */
export async function alikeShown(db: Read, alike: Alike[]) {
  const idsOf = (wanted: string) =>
    alike.filter(({ subject }) => subject === wanted).map(({ subjectId }) => subjectId)
  const [found, said] = await Promise.all([
    titlesOf(db, idsOf('idea')),
    wordsOf(db, idsOf('comment')),
  ])
  return alike.flatMap(({ subjectId, share }) => {
    const shown = found.get(subjectId) ?? said.get(subjectId)
    return shown ? [{ ...shown, percent: Math.round(share * 100) }] : []
  })
}

async function titlesOf(db: Read, ids: string[]) {
  const { id, number, slug, title } = ideas
  const rows = ids.length
    ? await db.select({ id, number, slug, title }).from(ideas).where(inArray(id, ids))
    : []
  return new Map(
    rows.map(({ id, number, slug, title }) => [
      id,
      { href: `/ideas/${number}/${slug}`, text: title },
    ]),
  )
}

async function wordsOf(db: Read, ids: string[]) {
  const { id, body } = comments
  const rows = ids.length
    ? await db.select({ id, body }).from(comments).where(inArray(id, ids))
    : []
  return new Map(
    rows.map(({ id, body }) => [id, { href: `/comments/${id}`, text: body.slice(0, 90) }]),
  )
}
