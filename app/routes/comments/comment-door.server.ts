import type { Comment } from '#app/domain/comments/comment.server.ts'
import { placeOf } from '#app/domain/comments/place.server.ts'
import { threadQuery } from '#app/domain/comments/thread.rules.ts'
import { db } from '#db/database.server.ts'

type Placed = Comment & { idea: { number: number; slug: string } }

/** The path of the page on which a comment is read, down to the comment. */
export async function pathTo(comment: Placed) {
  const { number, slug } = comment.idea
  return `/ideas/${number}/${slug}${threadQuery(await placeOf(db, comment))}#c-${comment.id}`
}
