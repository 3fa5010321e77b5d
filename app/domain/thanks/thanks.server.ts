import { and, eq, gt } from 'drizzle-orm'
import { prepared, type Read, type Tx } from '#db/database.server.ts'
import { placeholder } from '#db/expressions.ts'
import { thanks } from '#db/schema/thanks.ts'
import { now } from '#db/time.ts'
import { record } from '../activity/record.server.ts'
import { audit } from '../audit/audit.server.ts'
import { findComment, isGone } from '../comments/comment.server.ts'
import { findIdea } from '../ideas/idea.server.ts'
import { personOf } from '../identity/person.server.ts'
import { isStaff, may, type Person } from '../identity/viewer.rules.ts'
import { siteSettings } from '../site/site.server.ts'
import { takeBackMs } from './thanks.rules.ts'

/** What can be thanked for: an idea by its number, or a comment by its id. */
export type Deed = { number: number } | { commentId: string }
/** The same, found: who did it, and where it stands; `commentId` is '' for the idea itself. */
export type DeedFound = { ideaId: string; commentId: string; authorId: string | null }

/**
 * The idea or comment that `viewer` can read and everybody else can, too; `undefined` where there is
 * none, or it was taken out of sight.
 */
export async function findDeed(db: Read, viewer: Person, deed: Deed) {
  if ('number' in deed) {
    const idea = await findIdea(db, deed.number, viewer)
    if (!idea || idea.place === 'private') return undefined
    return { ideaId: idea.id, commentId: '', authorId: idea.authorId }
  }
  const comment = await findComment(db, deed.commentId, viewer)
  if (!comment || isGone(comment) || comment.idea.place === 'private') return undefined
  return { ideaId: comment.ideaId, commentId: comment.id, authorId: comment.authorId }
}

const isOf = ({ ideaId, commentId }: DeedFound) =>
  and(eq(thanks.ideaId, ideaId), eq(thanks.commentId, commentId))

/** The thanks that were given for a deed, if any. */
export async function thanksFor(db: Read, deed: DeedFound) {
  const [given] = await db.select().from(thanks).where(isOf(deed))
  return given
}

export type Hindrance = 'own' | 'of-staff' | 'nobody'

/** Why nobody can be thanked for a deed: `own`, `of-staff`, or `nobody` where its author has left. */
export async function hindrance(
  db: Read,
  giver: Person,
  { authorId }: DeedFound,
): Promise<Hindrance | undefined> {
  if (authorId === giver.id) return 'own'
  const author = authorId ? await personOf(db, authorId) : undefined
  if (!author) return 'nobody'
  return isStaff(author) ? 'of-staff' : undefined
}

/**
 * Thanks a member in the team's name for an idea or a comment of theirs, once: everybody can read
 * it there, they are told, and the points hear of it. Answers `thanked`; `already-thanked`, nothing
 * changed; `own`, `of-staff`, `nobody` (see `hindrance`); `not-allowed`; or `undefined` where there is
 * no such deed in sight.
 */
export async function giveThanks(tx: Tx, giver: Person, deed: Deed) {
  const done = await findDeed(tx, giver, deed)
  if (!done) return undefined
  if (!may(giver, 'thanks.give')) return 'not-allowed'
  const hindered = await hindrance(tx, giver, done)
  if (hindered) return hindered

  const { ideaId, commentId } = done
  const personId = done.authorId!
  const team = giver.team ?? (await siteSettings(tx)).name
  const [given] = await tx
    .insert(thanks)
    .values({ ideaId, commentId, personId, team, thankedBy: giver.id })
    .onConflictDoNothing()
    .returning()
  if (!given) return 'already-thanked'

  await audit(tx, giver.id, 'thanks.given', { subject: commentId || ideaId, personId })
  const event = { actorId: giver.id, ideaId, data: { personId } }
  await record(
    tx,
    commentId
      ? { ...event, verb: 'comment.thanked', subjectId: commentId }
      : { ...event, verb: 'idea.thanked', subjectId: ideaId },
  )
  return 'thanked'
}

/**
 * Takes thanks back within a day, and with it what it earned. Answers `thanks-taken-back`;
 * `thanks-stay` when there are none, or a day has passed; `not-allowed`; or `undefined` as above.
 */
export async function takeBackThanks(tx: Tx, giver: Person, deed: Deed) {
  const done = await findDeed(tx, giver, deed)
  if (!done) return undefined
  if (!may(giver, 'thanks.give')) return 'not-allowed'

  const recent = gt(thanks.thankedAt, new Date(now().getTime() - takeBackMs))
  const [given] = await tx
    .delete(thanks)
    .where(and(isOf(done), recent))
    .returning()
  if (!given) return 'thanks-stay'

  const { ideaId, commentId, personId } = given
  await audit(tx, giver.id, 'thanks.taken-back', { subject: commentId || ideaId, personId })
  const event = { actorId: giver.id, ideaId, data: { personId } }
  await record(
    tx,
    commentId
      ? { ...event, verb: 'comment.unthanked', subjectId: commentId }
      : { ...event, verb: 'idea.unthanked', subjectId: ideaId },
  )
  return 'thanks-taken-back'
}

const onIdea = (db: Read) => () =>
  db
    .select({ commentId: thanks.commentId, team: thanks.team })
    .from(thanks)
    .where(eq(thanks.ideaId, placeholder('ideaId')))
    .prepare('thanks_on_idea')

/** Which team said thanks for an idea (under '') and for each of its comments (under their ids). */
export async function thanksOn(db: Read, ideaId: string) {
  const rows = await prepared(db, 'thanks_on_idea', onIdea(db)).execute({ ideaId })
  return new Map(rows.map(({ commentId, team }) => [commentId, team]))
}
