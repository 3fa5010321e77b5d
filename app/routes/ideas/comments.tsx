import type { ActionFunctionArgs, MetaFunction } from '@remix-run/node'
import { CommentForm } from '#app/domain/comments/comment.form.ts'
import { postComment } from '#app/domain/comments/comment.server.ts'
import { placeOf } from '#app/domain/comments/place.server.ts'
import { threadQuery } from '#app/domain/comments/thread.rules.ts'
import { findIdea } from '#app/domain/ideas/idea.server.ts'
import type { Handle } from '#app/root.tsx'
import { back, found, numberIn } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requireMember } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { ideaPage } from './show-loader.server.ts'
import { ShowIdea } from './show-idea.tsx'
import { ideaMeta } from './show-meta.ts'

export const handle: Handle = { section: 'ideas' }
export const meta: MetaFunction<typeof loader> = ideaMeta
export const loader = ideaPage

export async function action(knock: ActionFunctionArgs) {
  const number = numberIn(knock.params)
  // Read before signing in, so that nobody is sent there with a text that will be refused.
  const form = await read(knock.request.clone(), CommentForm)
  if (form.reply && found(await findIdea(db, number, knock.context.visit.viewer)))
    return invalid(form.reply)
  const author = await requireMember(knock)
  if (!form.values) return invalid(form.reply)

  const said = found(await transaction((tx) => postComment(tx, author, number, form.values)))
  if (said === 'comments-closed') return form.refuse({ body: 'ideas:comments.closedNow' })
  if (said === 'parent-gone') return form.refuse({ parentId: 'ideas:comments.parentGone' })
  const idea = found(await findIdea(db, number, author))
  const place = await placeOf(db, said)
  return back(`/ideas/${number}/${idea.slug}${threadQuery(place)}#c-${said.id}`, 'comment-posted')
}

export default ShowIdea
