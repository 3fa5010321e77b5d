import { and, asc, eq, isNotNull, isNull, or } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { notifications } from '#db/schema/notifications.ts'
import { caseFiles, caseMessages, cases } from '#db/schema/care.ts'
import { caseRatings, remedies } from '#db/schema/care-outcomes.ts'
import { comments, usefulMarks } from '#db/schema/comments.ts'
import { follows } from '#db/schema/follows.ts'
import { ideaRevisions, ideas, images } from '#db/schema/ideas.ts'
import { consents, people, sessions } from '#db/schema/identity.ts'
import { badgeAwards } from '#db/schema/boards.ts'
import { pointEntries } from '#db/schema/points.ts'
import { redemptions, rewards } from '#db/schema/rewards.ts'
import { votes } from '#db/schema/votes.ts'
import { addressOf } from '../rewards/postal.server.ts'
import { aboutThem, ownFlags, ownObjections } from './copy-moderation.server.ts'

type Row = Record<string, unknown>
type Ask = (db: Read, personId: string) => PromiseLike<Row[]>

/** Columns of a row without those that are ours alone. */
function without<R extends Row>(rows: R[], ...left: string[]): Row[] {
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).filter(([name]) => !left.includes(name))),
  )
}

const profile: Ask = async (db, personId) =>
  without(await db.select().from(people).where(eq(people.id, personId)), 'passwordHash')

const devices: Ask = (db, personId) => {
  const { createdAt, seenAt, agent, address } = sessions
  return db.select({ createdAt, seenAt, agent, address }).from(sessions).where(theirs(personId))
}
const theirs = (personId: string) => eq(sessions.personId, personId)

const ownIdeas: Ask = async (db, personId) =>
  without(
    await db.select().from(ideas).where(eq(ideas.authorId, personId)).orderBy(asc(ideas.number)),
    ...['authorId', 'hot', 'place', 'version', 'source'],
  )

const revisions: Ask = async (db, personId) =>
  without(
    await db.select().from(ideaRevisions).where(eq(ideaRevisions.editorId, personId)),
    'editorId',
  )

const ownVotes: Ask = (db, personId) =>
  db
    .select({ number: ideas.number, title: ideas.title, castAt: votes.castAt })
    .from(votes)
    .innerJoin(ideas, eq(ideas.id, votes.ideaId))
    .where(eq(votes.voterId, personId))
    .orderBy(asc(votes.castAt))

const ownComments: Ask = (db, personId) => {
  const { id, body, createdAt, editedAt, deletedAt, hiddenAt, usefulCount } = comments
  const said = { id, body, createdAt, editedAt, deletedAt, hiddenAt, usefulCount }
  return db
    .select({ ...said, idea: ideas.number })
    .from(comments)
    .innerJoin(ideas, eq(ideas.id, comments.ideaId))
    .where(eq(comments.authorId, personId))
    .orderBy(asc(createdAt))
}

const redeemed: Ask = async (db, personId) => {
  const rows = await db
    .select({ redemption: redemptions, title: rewards.titleIt })
    .from(redemptions)
    .innerJoin(rewards, eq(rewards.id, redemptions.rewardId))
    .where(eq(redemptions.personId, personId))
  return rows.map(({ redemption, title }) => ({
    ...{ reward: title, price: redemption.price, state: redemption.state },
    ...{ askedAt: redemption.movedAt, address: addressOf(redemption) },
  }))
}

const ownCases: Ask = async (db, personId) =>
  without(
    await db.select().from(cases).where(eq(cases.personId, personId)).orderBy(asc(cases.number)),
    ...['mailKey', 'assigneeId', 'priority', 'urgency', 'isUnanswered', 'dueAt', 'dueClock'],
    ...['snoozedUntil', 'version', 'sourceId', 'lastAgentAt', 'emailFolded', 'mergedIntoId'],
  )

/** What was said to them and by them: never a note, nor what has not left. Agents are the house. */
const caseTalk: Ask = (db, personId) => {
  const { side, body, sentAt, createdAt, deletedAt } = caseMessages
  const isTheirs = or(eq(side, 'member'), isNotNull(sentAt))
  return db
    .select({ case: cases.number, side, body, sentAt, createdAt })
    .from(caseMessages)
    .innerJoin(cases, eq(cases.id, caseMessages.caseId))
    .where(and(eq(cases.personId, personId), isTheirs, isNull(deletedAt)))
    .orderBy(asc(cases.number), asc(createdAt))
}

const ratings: Ask = (db, personId) => {
  const { score, comment, ratedAt } = caseRatings
  return db
    .select({ case: cases.number, score, comment, ratedAt })
    .from(caseRatings)
    .innerJoin(cases, eq(cases.id, caseRatings.caseId))
    .where(and(eq(cases.personId, personId), isNotNull(ratedAt)))
}

const statement: Ask = async (db, personId) =>
  without(
    await db
      .select()
      .from(pointEntries)
      .where(eq(pointEntries.personId, personId))
      .orderBy(asc(pointEntries.seq)),
    ...['hash', 'actorId', 'personId', 'key'],
  )

const news: Ask = (db, personId) => {
  const { event, createdAt, readAt } = notifications
  return db
    .select({ event, createdAt, readAt })
    .from(notifications)
    .where(eq(notifications.personId, personId))
}

/** Everything that is held of a person, one part a file; nothing of anybody else. */
export const parts: Record<string, Ask> = {
  profile,
  consents: async (db, personId) =>
    without(await db.select().from(consents).where(eq(consents.personId, personId)), 'personId'),
  devices,
  ideas: ownIdeas,
  'idea-revisions': revisions,
  votes: ownVotes,
  comments: ownComments,
  'useful-marks': async (db, personId) =>
    without(
      await db.select().from(usefulMarks).where(eq(usefulMarks.personId, personId)),
      'personId',
    ),
  follows: async (db, personId) =>
    without(await db.select().from(follows).where(eq(follows.personId, personId)), 'personId'),
  points: statement,
  badges: async (db, personId) =>
    without(
      await db.select().from(badgeAwards).where(eq(badgeAwards.personId, personId)),
      'personId',
    ),
  rewards: redeemed,
  cases: ownCases,
  'case-messages': caseTalk,
  'case-ratings': ratings,
  remedies: (db, personId) => {
    const { kind, amount, state, askedAt } = remedies
    return db
      .select({ kind, amount, state, askedAt })
      .from(remedies)
      .where(eq(remedies.personId, personId))
  },
  decisions: aboutThem,
  objections: ownObjections,
  reports: ownFlags,
  notifications: news,
}

/** The files that they sent: pictures, and what went into cases with their own words. */
export async function filesOf(db: Read, personId: string) {
  const pictures = await db
    .select({ id: images.id, purpose: images.purpose })
    .from(images)
    .where(eq(images.ownerId, personId))
  const sent = await db
    .select({ id: caseFiles.id, kind: caseFiles.kind, name: caseFiles.name })
    .from(caseFiles)
    .innerJoin(cases, eq(cases.id, caseFiles.caseId))
    .innerJoin(caseMessages, eq(caseMessages.id, caseFiles.messageId))
    .where(and(eq(cases.personId, personId), eq(caseMessages.side, 'member')))
  return { pictures, sent }
}
