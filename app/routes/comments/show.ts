import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { findComment } from '#app/domain/comments/comment.server.ts'
import { found } from '#app/web/answer.server.ts'
import { db } from '#db/database.server.ts'
import { pathTo } from './comment-door.server.ts'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const comment = found(await findComment(db, params.id!, context.visit.viewer))
  return redirect(await pathTo(comment), 302)
}

/** Never seen: it makes this door a page, so that a comment which is gone is told in the shell. */
export default function Show() {
  return null
}
