import { and, eq, isNull } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { decisions, objections } from '#db/schema/moderation.ts'
import { now } from '#db/time.ts'
import { record } from '../activity/record.server.ts'
import { audit } from '../audit/audit.server.ts'
import { may, type Person } from '../identity/viewer.rules.ts'
import { addWorkingDays } from '../site/calendar.rules.ts'
import { siteSettings } from '../site/site.server.ts'
import { restore } from './restore.server.ts'
import { mayAnswer } from './statement.rules.ts'
import { findStatement } from './statement.server.ts'

/**
 * `person`, a member or somebody suspended, objects once to a decision on them. Answers `sent` (also
 * where the very same words had been sent), `already-sent`, `late`, `lifted` or `none` (nothing to
 * object to); `undefined` where no such decision concerns them. Only the first `sent` writes.
 */
export async function objectTo(tx: Tx, person: { id: string }, decisionId: string, body: string) {
  const statement = await findStatement(tx, person.id, decisionId)
  if (!statement) return undefined
  const { recourse, objection } = statement
  if (objection) return objection.body === body ? 'sent' : 'already-sent'
  if (recourse !== 'open') return recourse as 'late' | 'lifted' | 'none'

  const { calendar, objectionAnswerDays } = await siteSettings(tx)
  const dueAt = addWorkingDays(calendar, now(), objectionAnswerDays)
  const [sent] = await tx
    .insert(objections)
    .values({ decisionId, personId: person.id, body, dueAt, sentAt: now() })
    .onConflictDoNothing()
    .returning()
  if (!sent) return 'already-sent'
  const [decision] = await tx.select().from(decisions).where(eq(decisions.id, decisionId))
  const data = { decidedBy: decision!.decidedBy }
  await record(tx, { verb: 'objection.sent', actorId: person.id, subjectId: sent.id, data })
  return 'sent'
}

/** An objection with the decision that it is against; `undefined` where there is none. */
export async function findObjection(db: Read, id: string) {
  const [row] = await db
    .select({ objection: objections, decision: decisions })
    .from(objections)
    .innerJoin(decisions, eq(decisions.id, objections.decisionId))
    .where(eq(objections.id, id))
  return row
}

type Answer = { outcome: 'upheld' | 'overturned'; answer: string }

/**
 * `moderator`, never who made the decision, answers an objection: `upheld`, the decision stands; or
 * `overturned`, and all that it took is back. Or, with nothing changed: `decided`, somebody else was
 * faster; `own-decision`; `lifted`, the decision stands no more, so that it cannot be upheld;
 * `not-allowed`; `staff`, a colleague's, which an admin answers; `undefined`, no such objection.
 */
export async function decideObjection(tx: Tx, moderator: Person, id: string, wish: Answer) {
  if (!may(moderator, 'moderation.decide')) return 'not-allowed'
  const found = await findObjection(tx, id)
  if (!found) return undefined
  if (found.objection.decidedAt) return 'decided'
  if (!mayAnswer(moderator, found.decision)) return 'own-decision'
  const isOpen = and(eq(objections.id, id), isNull(objections.decidedAt))
  // Held until the commit: of two at once the second finds it decided.
  const [held] = await tx.update(objections).set({ decidedAt: null }).where(isOpen).returning()
  if (!held) return 'decided'
  // As it is now that it is held: what was read above may have been lifted since.
  const { decision } = (await findObjection(tx, id))!
  const refusal = await actOn(tx, moderator, decision, wish)
  if (refusal) return refusal

  const answered = { ...wish, decidedBy: moderator.id, decidedAt: now() }
  const [decided] = await tx.update(objections).set(answered).where(isOpen).returning()
  await told(tx, moderator, decided!)
  return wish.outcome
}

/** Gives back all that a decision took, where it falls; or says why it can neither stand nor fall. */
async function actOn(
  tx: Tx,
  moderator: Person,
  { id, liftedAt }: typeof decisions.$inferSelect,
  { outcome }: Answer,
) {
  if (outcome === 'upheld') return liftedAt ? 'lifted' : undefined
  const restored = await restore(tx, moderator, id, { isQuiet: true })
  return restored === 'staff' || restored === 'not-allowed' ? restored : undefined
}

async function told(tx: Tx, moderator: Person, objection: typeof objections.$inferSelect) {
  const { id, personId, decisionId, outcome } = objection
  await audit(tx, moderator.id, 'objection.decided', { subject: decisionId, outcome })
  await record(tx, {
    verb: 'objection.decided',
    actorId: moderator.id,
    subjectId: id,
    data: { personId, outcome: outcome! },
  })
}
