import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import { secretId } from '#db/columns.ts'
import type { Read, Tx } from '#db/database.server.ts'
import { decisions } from '#db/schema/moderation.ts'
import { now } from '#db/time.ts'
import { audit } from '../audit/audit.server.ts'
import { ask } from '../jobs/job.server.ts'
import { siteSettings } from '../site/site.server.ts'
import { type Before, type Decision, undoMs } from './act.rules.ts'
import type { HouseRule } from './rule.rules.ts'
import type { Sight, Thing } from './sight.server.ts'

const day = 86_400_000

/** What a decision is about, and how it came up. */
export type About = Thing & Pick<Decision, 'itemId' | 'ideaId' | 'personId' | 'excerpt' | 'origin'>
type Said = Pick<Decision, 'act' | 'reason' | 'facts'> &
  Partial<Pick<Decision, 'until' | 'isAutomated' | 'decidedBy'>> & {
    before: Before
    /** Where somebody else tells the person (the answer to an objection). */
    isQuiet?: boolean
  }

/**
 * Writes a decision that was carried out already, with its row in the audit, and asks for its person
 * and the reporters to be told once it cannot be undone any more (at once where the house decided).
 */
export async function writeDecision(tx: Tx, about: About, { isQuiet, ...said }: Said) {
  const moment = now()
  const { objectionDays } = await siteSettings(tx)
  const isAgainst = said.act !== 'approve' && said.act !== 'restore'
  const { subject, subjectId, itemId, ideaId, personId, excerpt, origin } = about
  const tellAt = isQuiet ? null : new Date(+moment + (said.isAutomated ? 0 : undoMs))
  const [decision] = await tx
    .insert(decisions)
    .values({
      ...{ id: secretId(), subject, subjectId, itemId, ideaId, personId, excerpt, origin },
      ...said,
      decidedAt: moment,
      tellAt,
      appealDueAt: isAgainst && personId ? new Date(+moment + objectionDays * day) : null,
    })
    .returning()
  await askAbout(tx, decision!)
  const { act, reason, isAutomated } = decision!
  const facts = { decisionId: decision!.id, kind: subject, act, reason, isAutomated }
  await audit(tx, said.decidedBy ?? null, 'moderation.decided', { subject: subjectId, ...facts })
  return decision!
}

async function askAbout(tx: Tx, { id, tellAt, until }: Decision) {
  if (tellAt)
    await ask(tx, 'moderation', `tell:${id}`, { payload: { decision: id }, runAt: tellAt })
  if (until) await ask(tx, 'moderation', `end:${id}`, { payload: { end: id }, runAt: until })
}

type Hidden = Omit<About, 'origin'> & { reason: HouseRule; sight: Sight }

/**
 * Writes that the house itself has taken something out of sight, by the weight of its flags, until a
 * moderator has looked: its author has a statement of it at once, as automated.
 */
export const writeHiding = (tx: Tx, { reason, sight, ...about }: Hidden) =>
  writeDecision(
    tx,
    { ...about, origin: 'flag' },
    { act: 'hide', reason, facts: '', isAutomated: true, before: { sight } },
  )

const hiding: Decision['act'][] = ['hide', 'remove', 'warn', 'silence', 'suspend']

/** The decisions that still keep something out of sight, the latest first. */
export async function standingOn(db: Read, { subject, subjectId }: Thing) {
  const found = await db
    .select()
    .from(decisions)
    .where(
      and(
        eq(decisions.subject, subject),
        eq(decisions.subjectId, subjectId),
        isNull(decisions.undoneAt),
        isNull(decisions.liftedAt),
        inArray(decisions.act, hiding),
      ),
    )
    .orderBy(desc(decisions.decidedAt), desc(decisions.id))
  return found.filter(({ before }) => (before as Before).sight)
}

/** Marks decisions as lifted; answers the ids of those that were not yet. */
export async function markLifted(tx: Tx, ids: string[], liftedAt: Date | null) {
  if (!ids.length) return []
  const isOpen = liftedAt ? isNull(decisions.liftedAt) : undefined
  const changed = await tx
    .update(decisions)
    .set({ liftedAt })
    .where(and(inArray(decisions.id, ids), isNull(decisions.undoneAt), isOpen))
    .returning({ id: decisions.id })
  return changed.map(({ id }) => id)
}
