import { and, eq, isNull } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { resubmissions } from '#db/schema/appeals.ts'
import { now } from '#db/time.ts'
import { record } from '../activity/record.server.ts'
import { tagsOfIdea } from '../ideas/draft.server.ts'
import type { Idea } from '../ideas/idea.server.ts'
import { hasTooManyLinks } from '../ideas/post-rights.server.ts'
import type { Person } from '../identity/viewer.rules.ts'
import { siteSettings } from '../site/site.server.ts'
import { resubmitState } from './appeal.rules.ts'
import { answerDue } from './due.server.ts'
import { heldReceipt, type Receipt } from './receipt.server.ts'

type Text = { title: string; body: string; categoryId: string; tags: string[] }
type Sent = { decision: string; text: Text; message: string }

/**
 * `author` sends new words for their refused idea of `number`; its page stays as it is until
 * somebody takes them. Answers `resubmitted` (also when the very same words wait already);
 * `unchanged`, they are those of the page; `waiting`, other words wait already; `used-up`, they were
 * sent as often as may be; `busy`, an appeal waits; `too-many-links` for their level; `over`, the idea no longer stands by that
 * decision; or `undefined` where they have no such receipt. Only `resubmitted` writes anything.
 */
export async function resubmit(tx: Tx, author: Person, number: number, sent: Sent) {
  const receipt = await heldReceipt(tx, author, number, sent.decision)
  if (!receipt || receipt === 'over') return receipt
  const state = resubmitState(receipt, receipt.sent)
  if (state === 'waiting') return isWaiting(receipt, sent.text) ? 'resubmitted' : 'waiting'
  if (state !== 'open') return state
  if (await isWhatStands(tx, receipt.idea, sent.text)) return 'unchanged'
  if (await hasTooManyLinks(tx, author, sent.text.body, receipt.idea.body)) return 'too-many-links'
  await write(tx, author, receipt, sent)
  return 'resubmitted'
}

const isWaiting = ({ resubmissions }: Receipt, text: Text) =>
  resubmissions.some((sent) => !sent.decidedAt && isSame(sent, text))

async function write(tx: Tx, author: Person, { idea }: Receipt, sent: Sent) {
  const { decision: moveId, text, message } = sent
  const dueAt = answerDue(await siteSettings(tx), now())
  const [row] = await tx
    .insert(resubmissions)
    .values({ ideaId: idea.id, moveId, authorId: author.id, ...text, message, dueAt })
    .returning()
  const told = { actorId: author.id, ideaId: idea.id, subjectId: row!.id }
  await record(tx, { verb: 'idea.resubmitted', ...told })
}

const isSame = (one: Text, other: Text) =>
  one.title === other.title &&
  one.body === other.body &&
  one.categoryId === other.categoryId &&
  [...one.tags].sort().join() === [...other.tags].sort().join()

const isWhatStands = async (db: Read, idea: Idea, text: Text) =>
  isSame({ ...idea, tags: await tagsOfIdea(db, idea.id) }, text)

/**
 * `author` takes back the words of theirs that wait; they do not count among those that may be sent.
 * Answers `withdrawn`; `decided`, somebody was faster; or `undefined`: none of theirs.
 */
export async function withdrawResubmission(tx: Tx, author: Person, id: string) {
  const mine = and(eq(resubmissions.id, id), eq(resubmissions.authorId, author.id))
  const [gone] = await tx
    .delete(resubmissions)
    .where(and(mine, isNull(resubmissions.decidedAt)))
    .returning()
  if (gone) return 'withdrawn'
  const [there] = await tx.select().from(resubmissions).where(mine)
  return there && 'decided'
}
