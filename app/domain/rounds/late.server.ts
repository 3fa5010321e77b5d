import type { Tx } from '#db/database.server.ts'
import { now } from '#db/time.ts'
import { audit } from '../audit/audit.server.ts'
import { record } from '../activity/record.server.ts'
import { beginPublishing, undecidedOf } from './publish.server.ts'
import { findRound, isLate } from './round.server.ts'

/**
 * What happens when a round's last day has come: with everything decided its outcomes are published
 * (`begun`); else the team is warned, once, by the most voted idea that waits (`late`). `not-due` before, and
 * for a round that is no longer open.
 */
export async function closeRound(tx: Tx, number: number) {
  const round = await findRound(tx, number)
  if (!round || !isLate(round, now())) return 'not-due'
  const begun = await beginPublishing(tx, null, { number, version: round.version })
  if (begun !== 'undecided') return begun

  const waiting = await undecidedOf(tx, round)
  const subject = { ideaId: waiting[0]!.idea.ideaId, subjectId: round.id }
  await record(tx, { verb: 'promise.overdue', actorId: null, ...subject })
  await audit(tx, null, 'round.late', { subject: round.id, number, undecided: waiting.length })
  return 'late'
}
