import type { ActionFunctionArgs, MetaFunction } from '@remix-run/node'
import { CommentForm } from '#app/domain/comments/comment.form.ts'
import { placeOf } from '#app/domain/comments/place.server.ts'
import { threadQuery } from '#app/domain/comments/thread.rules.ts'
import { findIdea } from '#app/domain/ideas/idea.server.ts'
import { sayComment } from '#app/domain/moderation/screen.server.ts'
import type { Handle } from '#app/root.tsx'
import { back, found, numberIn } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requireVoice } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { levelRefusal } from '../level-refusal.server.ts'
import { ideaPage } from './show-loader.server.ts'
import { ShowIdea } from './show-idea.tsx'
import { ideaMeta } from './show-meta.ts'

export const handle: Handle = { section: 'ideas' }
export const meta: MetaFunction<typeof loader> = ideaMeta
export const loader = ideaPage

const refusals: Record<string, Record<string, string>> = {
  'comments-closed': { body: 'ideas:comments.closedNow' },
  'parent-gone': { parentId: 'ideas:comments.parentGone' },
  silenced: { body: 'moderation:waits.silenced' },
}

export async function action(knock: ActionFunctionArgs) {
  const number = numberIn(knock.params)
  // Read before signing in, so that nobody is sent there with a text that will be refused.
  const form = await read(knock.request.clone(), CommentForm)
  if (form.reply && found(await findIdea(db, number, knock.context.visit.viewer)))
    return invalid(form.reply)
  const author = await requireVoice(knock)
  if (!form.values) return invalid(form.reply)

  const said = found(await transaction((tx) => sayComment(tx, author, number, form.values)))
  if (typeof said === 'string') {
    const refusal = refusals[said]
    if (refusal) return form.refuse(refusal)
    const right = said === 'too-many-links' ? 'links' : 'mentions'
    const { key, words } = await levelRefusal(author, right, knock.context.visit.locale)
    return form.refuse({ body: key }, words)
  }
  const idea = found(await findIdea(db, number, author))
  if (said.heldAt) return back(`/ideas/${number}/${idea.slug}#comments`, 'comment-waiting')
  const place = await placeOf(db, said)
  return back(`/ideas/${number}/${idea.slug}${threadQuery(place)}#c-${said.id}`, 'comment-posted')
}

export default ShowIdea
