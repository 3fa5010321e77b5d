import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '#db/database.server.ts'
import { decisions } from '#db/schema/moderation.ts'
import { now } from '#db/time.ts'
import { record } from '../activity/record.server.ts'
import { beforeOf, type Decision } from './act.rules.ts'
import { settleFlags } from './flag-settle.server.ts'

/**
 * Tells of a decision that cannot be undone any more, once: the person it concerns, and whoever
 * flagged. That something was found in order is told to its author only where it had been held.
 */
export async function tellDecision(tx: Tx, id: string) {
  const due = and(eq(decisions.id, id), isNull(decisions.toldAt), isNull(decisions.undoneAt))
  const [decision] = await tx.update(decisions).set({ toldAt: now() }).where(due).returning()
  if (!decision) return
  const { personId, act, itemId, isAutomated, decidedBy: actorId } = decision
  if (personId && isNews(decision))
    await record(tx, {
      verb: 'decision.made',
      actorId,
      subjectId: id,
      data: { personId, act },
    })
  if (itemId && act !== 'restore' && !isAutomated)
    await settleFlags(tx, itemId, isWrong(decision) ? 'rejected' : 'upheld')
}

const isWrong = ({ act, liftedAt }: Decision) => act === 'approve' || !!liftedAt

const isNews = (decision: Decision) => decision.act !== 'approve' || beforeOf(decision).wasHeld
