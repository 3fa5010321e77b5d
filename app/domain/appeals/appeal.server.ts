import type { Tx } from '#db/database.server.ts'
import { appeals } from '#db/schema/appeals.ts'
import { now } from '#db/time.ts'
import { record } from '../activity/record.server.ts'
import type { Person } from '../identity/viewer.rules.ts'
import { siteSettings } from '../site/site.server.ts'
import { appealState } from './appeal.rules.ts'
import { answerDue } from './due.server.ts'
import { heldReceipt } from './receipt.server.ts'

/**
 * `author` appeals, once, against `decision`, the one their receipt showed. Answers `appealed` (also
 * when the very same words had been sent already); `already-appealed`; `late`, the last day is
 * over; `busy`, new words of theirs are waiting; `over`, the idea no longer stands by that decision;
 * or `undefined` where they have no such receipt. Only `appealed` writes anything.
 */
export async function appeal(
  tx: Tx,
  author: Person,
  number: number,
  { decision, body }: { decision: string; body: string },
) {
  const receipt = await heldReceipt(tx, author, number, decision)
  if (!receipt || receipt === 'over') return receipt
  const state = appealState(receipt, now())
  if (receipt.appeal) return receipt.appeal.body === body ? 'appealed' : 'already-appealed'
  if (state !== 'open') return state

  const { id: ideaId } = receipt.idea
  const dueAt = answerDue(await siteSettings(tx), now())
  const [row] = await tx
    .insert(appeals)
    .values({ ideaId, moveId: decision, authorId: author.id, body, dueAt })
    .returning()
  await record(tx, { verb: 'idea.appealed', actorId: author.id, ideaId, subjectId: row!.id })
  return 'appealed'
}
