import { and, eq, isNotNull } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { howMany } from '#db/expressions.ts'
import { people } from '#db/schema/identity.ts'
import { flags } from '#db/schema/moderation.ts'
import { now } from '#db/time.ts'
import { record } from '../activity/record.server.ts'
import type { Event } from '../event.ts'
import type { Person } from '../identity/viewer.rules.ts'
import { holdIfGrave } from './flag-hold.server.ts'
import { isYoung, weightOf, weightOfNewcomer } from './flag.rules.ts'
import { commentToFlag, type Flaggable, ideaToFlag } from './flag-thing.server.ts'
import { openReview } from './review.server.ts'
import { severityOf } from './rule.rules.ts'

export type Flag = typeof flags.$inferSelect
export type Why = Pick<Flag, 'reason' | 'note'>

/**
 * `reporter` tells the moderators that something is wrong with what they can see. Answers `flagged`,
 * or `already-flagged` (one report a person; the first one stands). Enough weight of flags together
 * takes it out of sight until somebody has looked.
 */
export async function flagThing(tx: Tx, reporter: Person, thing: Flaggable, why: Why) {
  const { subject, subjectId } = thing
  const weight = await weightOfMember(tx, reporter.id)
  const [flag] = await tx
    .insert(flags)
    .values({ subject, subjectId, reporterId: reporter.id, weight, ...why })
    .onConflictDoNothing()
    .returning()
  if (!flag) return 'already-flagged'
  await putBefore(tx, flag, thing)
  await record(tx, eventOf(reporter, thing))
  return 'flagged'
}

/** As `flagThing`, of the idea of `number`; `undefined` where they see none. */
export async function flagIdea(tx: Tx, reporter: Person, number: number, why: Why) {
  const thing = await ideaToFlag(tx, reporter, number)
  return thing && flagThing(tx, reporter, thing, why)
}

/** As `flagThing`, of a comment that can still be read. */
export async function flagComment(tx: Tx, reporter: Person, commentId: string, why: Why) {
  const thing = await commentToFlag(tx, reporter, commentId)
  return thing && flagThing(tx, reporter, thing, why)
}

function eventOf({ id: actorId }: Person, { subject, subjectId, ideaId }: Flaggable): Event {
  if (subject === 'profile') return { verb: 'profile.flagged', actorId, subjectId }
  if (subject === 'idea') return { verb: 'idea.flagged', actorId, ideaId: subjectId }
  if (subject === 'comment') return { verb: 'comment.flagged', actorId, ideaId: ideaId!, subjectId }
  // A face belongs to no idea.
  return ideaId
    ? { verb: 'image.flagged', actorId, ideaId, subjectId }
    : { verb: 'profile.flagged', actorId, subjectId }
}

/** Puts a flag that counts into the queue, and what it is about out of sight where the flags weigh enough. */
export async function putBefore(tx: Tx, flag: Flag, thing: Flaggable) {
  const { subject, subjectId, authorId, ideaId, excerpt, reach } = thing
  const itemId = await openReview(tx, {
    ...{ subject, subjectId, authorId, ideaId, excerpt, reach },
    ...{ why: 'flagged', matched: {}, isHeld: false },
    severity: severityOf[flag.reason],
    weight: flag.weight,
  })
  await tx.update(flags).set({ itemId }).where(eq(flags.id, flag.id))
  await holdIfGrave(tx, itemId, thing)
  return itemId
}

async function weightOfMember(db: Read, personId: string) {
  const past = await pastOf(db, eq(flags.reporterId, personId))
  const [person] = await db
    .select({ joinedAt: people.joinedAt })
    .from(people)
    .where(eq(people.id, personId))
  return person && !isYoung(person.joinedAt, now()) ? weightOf(past) : weightOfNewcomer(past)
}

/** What a confirmed address weighs: nobody knows who it is, but how often it was right. */
export const weightOfAddress = async (db: Read, emailFolded: string) =>
  weightOfNewcomer(await pastOf(db, eq(flags.emailFolded, emailFolded)))

async function pastOf(db: Read, theirs: ReturnType<typeof eq>) {
  const rows = await db
    .select({ outcome: flags.outcome, n: howMany() })
    .from(flags)
    .where(and(theirs, isNotNull(flags.outcome)))
    .groupBy(flags.outcome)
  const upheld = rows.find(({ outcome }) => outcome === 'upheld')?.n ?? 0
  return { upheld, decided: rows.reduce((all, { n }) => all + n, 0) }
}
