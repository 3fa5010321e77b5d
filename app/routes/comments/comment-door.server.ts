import type { LoaderFunctionArgs } from '@remix-run/node'
import { type Comment, findComment, isGone } from '#app/domain/comments/comment.server.ts'
import { placeOf } from '#app/domain/comments/place.server.ts'
import { threadQuery } from '#app/domain/comments/thread.rules.ts'
import { found } from '#app/web/answer.server.ts'
import { db } from '#db/database.server.ts'

/** The comment of an address that the visitor can read; a 404 where there is none, or no longer. */
export async function readable({ params, context }: LoaderFunctionArgs) {
  const comment = found(await findComment(db, params.id!, context.visit.viewer))
  return found(isGone(comment) ? undefined : comment)
}

type Placed = Comment & { idea: { number: number; slug: string; mergedIntoId: string | null } }

/** The path of the page on which a comment is read, down to the comment. */
export async function pathTo(comment: Placed) {
  const { number, mergedIntoId } = comment.idea
  const slug = mergedIntoId ? 'original' : comment.idea.slug
  return `/ideas/${number}/${slug}${threadQuery(await placeOf(db, comment))}#c-${comment.id}`
}
