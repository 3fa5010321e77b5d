import type { Tx } from '#db/database.server.ts'
import { editComment, findComment, postComment } from '../comments/comment.server.ts'
import { handInDraft, publishDraft } from '../ideas/draft.server.ts'
import { editIdea } from '../ideas/edit.server.ts'
import { findIdea, type Idea } from '../ideas/idea.server.ts'
import { waitingRoom } from '../ideas/waiting.server.ts'
import type { IdeaText } from '../ideas/publish.server.ts'
import type { Person } from '../identity/viewer.rules.ts'
import { holdBack } from './hold.server.ts'
import { keepPrint } from './print.server.ts'
import { isSilenced, openPostReview, verdictFor, type Waiting } from './verdict.server.ts'

/**
 * Publishes `author`'s draft with this text, or hands it in to be read by a moderator first where the
 * house's rules ask for that: `waits` says so. `silenced`, nothing done, for who may post nothing now;
 * `undefined` when there is no such draft of theirs any more.
 */
export async function proposeIdea(tx: Tx, author: Person, text: IdeaText, draftId: string) {
  if (await isSilenced(tx, author.id)) return 'silenced'
  const said = `${text.title} ${text.body}`
  const post = {
    subject: 'idea',
    subjectId: draftId,
    categoryId: text.categoryId,
    text: said,
  } as const
  const verdict = await verdictFor(tx, author, post)
  const begin = verdict ? handInDraft : publishDraft
  const idea = await begin(tx, author, draftId, text)
  if (!idea) return undefined
  await keepPrint(tx, { ...post, authorId: author.id })
  if (verdict) await openPostReview(tx, idea, { ...post, authorId: author.id, verdict })
  return { idea, waits: !!verdict }
}

type Saying = { body: string; parentId?: string }

/**
 * Says something under the idea of `number`, as `postComment`, or has a moderator read it first where
 * the house's rules ask for that: its `heldAt` says so. Answers what `postComment` does, and
 * `silenced`, nothing done, for who may post nothing now.
 */
export async function sayComment(
  tx: Tx,
  author: Person,
  number: number,
  { body, parentId }: Saying,
) {
  if (await isSilenced(tx, author.id)) return 'silenced'
  const idea = await findIdea(tx, number, author)
  if (!idea) return undefined
  const { categoryId } = idea
  const verdict = await verdictFor(tx, author, {
    subject: 'comment',
    subjectId: '',
    categoryId,
    text: body,
  })
  const said = await postComment(tx, author, number, { body, parentId, waits: !!verdict })
  if (!said || typeof said === 'string') return said
  const post = { subject: 'comment', subjectId: said.id, text: body, authorId: author.id } as const
  await keepPrint(tx, post)
  if (verdict) await openPostReview(tx, idea, { ...post, verdict })
  return said
}

/**
 * Edits `author`'s idea as `editIdea` does. Where the new words have to be read first it goes out of
 * sight with them, votes and comments kept, until a moderator has: `waits`. `silenced` as above.
 */
export async function changeIdea(
  tx: Tx,
  author: Person,
  at: { number: number; version: number },
  text: IdeaText,
) {
  if (await isSilenced(tx, author.id)) return 'silenced'
  const outcome = await editIdea(tx, author, at, text)
  const idea = outcome === 'edited' ? await findIdea(tx, at.number, author) : undefined
  if (!idea) return outcome
  const said = { subject: 'idea', subjectId: idea.id, text: `${text.title} ${text.body}` } as const
  const verdict = await verdictFor(tx, author, {
    ...said,
    categoryId: text.categoryId,
    isEdit: true,
  })
  await keepPrint(tx, { ...said, authorId: author.id })
  if (!verdict) return outcome
  const post = { ...said, authorId: author.id, verdict }
  await (idea.status === waitingRoom ? openPostReview(tx, idea, post) : holdEdit(tx, idea, post))
  return 'waits'
}

/** As `changeIdea`, of a comment of one's own. */
export async function changeComment(tx: Tx, author: Person, commentId: string, body: string) {
  if (await isSilenced(tx, author.id)) return 'silenced'
  const outcome = await editComment(tx, author, commentId, body)
  if (outcome !== 'edited') return outcome
  const said = { subject: 'comment', subjectId: commentId, text: body } as const
  const verdict = await verdictFor(tx, author, { ...said, categoryId: '', isEdit: true })
  await keepPrint(tx, { ...said, authorId: author.id })
  if (!verdict) return outcome
  const comment = await findComment(tx, commentId, author)
  await holdEdit(tx, comment!.idea, { ...said, authorId: author.id, verdict })
  return 'waits'
}

/** What could be seen goes out of sight with its new words. */
async function holdEdit(
  tx: Tx,
  idea: Pick<Idea, 'id' | 'votesCount' | 'commentsCount'>,
  post: Waiting,
) {
  const { subject, subjectId } = post
  const matched = await holdBack(tx, { subject, subjectId })
  await openPostReview(tx, idea, { ...post, matched })
}
