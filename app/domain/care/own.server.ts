import { and, asc, desc, eq, inArray, isNotNull, isNull, lte, ne, or } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { caseMessages, cases } from '#db/schema/care.ts'
import { people } from '#db/schema/identity.ts'
import { now } from '#db/time.ts'

const { id, number, subject, topicId, state, createdAt, lastMessageAt, dueAt, dueClock } = cases
const shown = {
  id,
  number,
  subject,
  topicId,
  state,
  createdAt,
  lastMessageAt,
  dueAt,
  dueClock,
  product: cases.product,
  batch: cases.batch,
  shop: cases.shop,
  solvedAt: cases.solvedAt,
  closedAt: cases.closedAt,
  erasedAt: cases.erasedAt,
  mergedIntoId: cases.mergedIntoId,
}

/** What a member sees of a case of theirs: nothing that the agents tell each other, nor what they do. */
export type OwnCase = Awaited<ReturnType<typeof ownCases>>[number]

/** The cases of a member, the latest word first; those that were merged are found in the other. */
export const ownCases = (db: Read, { id: personId }: { id: string }) =>
  db
    .select(shown)
    .from(cases)
    .where(and(eq(cases.personId, personId), isNotNull(cases.confirmedAt), ne(state, 'merged')))
    .orderBy(desc(lastMessageAt), desc(id))
    .limit(200)

/**
 * A case of this member's, with what they and care said to each other; `undefined` where there is no
 * such case of theirs. An answer is there once it has left. Of a deleted message only that it was there.
 */
export async function findOwnCase(db: Read, person: { id: string }, caseId: string) {
  const mine = and(eq(id, caseId), eq(cases.personId, person.id), isNotNull(cases.confirmedAt))
  const [found] = await db.select(shown).from(cases).where(mine)
  if (!found) return undefined
  return { ...found, messages: await saidTo(db, found.id) }
}

/** What the member and care said in a case and in those that were merged into it, in order. */
async function saidTo(db: Read, caseId: string) {
  const merged = await db.select({ id }).from(cases).where(eq(cases.mergedIntoId, caseId))
  const hasLeft = or(
    isNotNull(caseMessages.sentAt),
    isNull(caseMessages.leavesAt),
    lte(caseMessages.leavesAt, now()),
  )
  const said = await db
    .select({
      id: caseMessages.id,
      caseId: caseMessages.caseId,
      side: caseMessages.side,
      body: caseMessages.body,
      quoted: caseMessages.quoted,
      via: caseMessages.via,
      at: caseMessages.createdAt,
      deletedAt: caseMessages.deletedAt,
      author: { name: people.displayName, avatarId: people.avatarId, team: people.team },
    })
    .from(caseMessages)
    .leftJoin(people, eq(people.id, caseMessages.authorId))
    .where(and(inArray(caseMessages.caseId, [caseId, ...merged.map((other) => other.id)]), hasLeft))
    .orderBy(asc(caseMessages.createdAt), asc(caseMessages.id))
  return said.map((one) => (one.deletedAt ? { ...one, body: '', quoted: '' } : one))
}
