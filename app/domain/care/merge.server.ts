import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { plus } from '#db/expressions.ts'
import { cases } from '#db/schema/care.ts'
import { caseTags } from '#db/schema/care-desk.ts'
import { people } from '#db/schema/identity.ts'
import { now } from '#db/time.ts'
import { audit } from '../audit/audit.server.ts'
import { noteAct } from './act.server.ts'
import { type Case, caseById } from './case.server.ts'
import { bring } from './change.server.ts'
import { followClocks } from './clock.server.ts'
import { isDone } from './state.rules.ts'

/**
 * Merges a case into another of the same person, by its number: what was said is read in that one from
 * now on, also by the member, and what they write to the old address arrives there. Answers `merged`;
 * `changed-meanwhile`; `no-such-case`, also where that one was merged or erased; `same-case`;
 * `other-person`, whose words must not be shown to this one; `merged-already`. Only `merged` changes anything.
 */
export async function mergeCase(
  tx: Tx,
  agent: { id: string },
  duplicate: { id: string },
  { into, seen }: { into: number; seen: number },
) {
  const [found] = await tx
    .update(cases)
    .set({ version: plus(cases.version, 1) })
    .where(and(eq(cases.id, duplicate.id), eq(cases.version, seen)))
    .returning()
  if (!found) return 'changed-meanwhile'
  const original = await heldByNumber(tx, into)
  const refusal = await refusalOf(tx, found, original)
  if (refusal || !original) {
    await tx.update(cases).set({ version: seen }).where(eq(cases.id, found.id))
    return refusal ?? 'no-such-case'
  }

  await giveUp(tx, agent, found, original)
  await takeIn(tx, agent, original, found)
  const { number, id: subject } = found
  await audit(tx, agent.id, 'case.merged', { subject, number, into: original.number })
  return 'merged'
}

async function heldByNumber(tx: Tx, number: number) {
  const stands = [isNotNull(cases.confirmedAt), isNull(cases.mergedIntoId), isNull(cases.erasedAt)]
  const [original] = await tx
    .update(cases)
    .set({ version: plus(cases.version, 1) })
    .where(and(eq(cases.number, number), ...stands))
    .returning()
  return original
}

async function refusalOf(tx: Tx, found: Case, original: Case | undefined) {
  if (found.mergedIntoId) return 'merged-already'
  if (!original) return 'no-such-case'
  if (original.id === found.id) return 'same-case'
  return (await isOfSame(tx, found, original)) ? undefined : 'other-person'
}

async function isOfSame(db: Read, found: Case, original: Case) {
  const { personId } = found
  if (personId && original.personId) return personId === original.personId
  const [one, other] = [await addressOf(db, found), await addressOf(db, original)]
  return one !== null && one === other
}

/** The address that whoever wrote has proved to be theirs: a member's own, or that of the mail. */
async function addressOf(db: Read, { personId, emailFolded }: Case) {
  if (!personId) return emailFolded
  const [person] = await db
    .select({ email: people.emailFolded, at: people.emailVerifiedAt })
    .from(people)
    .where(eq(people.id, personId))
  return person?.at ? person.email : null
}

async function giveUp(tx: Tx, agent: { id: string }, found: Case, original: Case) {
  const { id: caseId } = found
  await tx
    .update(cases)
    .set({ state: 'merged', mergedIntoId: original.id, closedAt: now(), snoozedUntil: null })
    .where(eq(cases.id, caseId))
  // What was merged into it before stands in the original too.
  await tx.update(cases).set({ mergedIntoId: original.id }).where(eq(cases.mergedIntoId, caseId))
  await noteAct(tx, { caseId, actorId: agent.id }, 'merged-into', { number: original.number })
  await followClocks(tx, caseId, 'solved')
}

const later = (one: Date | null, other: Date | null) => (+(one ?? 0) >= +(other ?? 0) ? one : other)

async function takeIn(tx: Tx, agent: { id: string }, original: Case, found: Case) {
  const { id: caseId } = original
  await tx
    .update(cases)
    .set({
      messagesCount: plus(cases.messagesCount, found.messagesCount),
      isUnanswered: original.isUnanswered || found.isUnanswered,
      lastMessageAt: later(original.lastMessageAt, found.lastMessageAt)!,
      lastMemberAt: later(original.lastMemberAt, found.lastMemberAt),
      lastAgentAt: later(original.lastAgentAt, found.lastAgentAt),
    })
    .where(eq(cases.id, caseId))
  const tags = await tx.select().from(caseTags).where(eq(caseTags.caseId, found.id))
  if (tags.length)
    await tx
      .insert(caseTags)
      .values(tags.map(({ tag }) => ({ caseId, tag })))
      .onConflictDoNothing()
  await noteAct(tx, { caseId, actorId: agent.id }, 'merged', { number: found.number, id: found.id })
  if (!found.isUnanswered) return
  if (isDone(original.state) || original.state === 'waiting')
    await bring(tx, (await caseById(tx, caseId))!, 'open', { actorId: agent.id })
  await followClocks(tx, caseId, 'member-wrote')
}
