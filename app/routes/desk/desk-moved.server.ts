import { statusList } from '#app/domain/ideas/categories.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { deskSearch } from '#app/domain/workflow/desk.form.ts'
import { ideaAfter } from '#app/domain/workflow/desk.server.ts'
import { movesOpenTo } from '#app/domain/workflow/move.server.ts'
import { db } from '#db/database.server.ts'
import { deskQueryOf } from './desk-loader.server.ts'

/**
 * Where a move leads: back to where it came from, and on the desk to the idea that follows, so that
 * nobody has to look for it; where none does, the moved one stays open. To be asked before the move, while the list is still as it was shown.
 */
export async function afterwards(
  request: Request,
  mover: Person,
  number: number,
  redirectTo?: string,
) {
  if (!redirectTo) return `/staff/ideas?idea=${number}`
  if (!redirectTo.startsWith('/staff/ideas')) return redirectTo
  const query = await deskQueryOf(request)
  const idea = (await ideaAfter(db, query, number, mover)) ?? number
  return `/staff/ideas${deskSearch({ ...query, idea, to: undefined })}#idea-${idea}`
}

/** The 403 of a status that exists, but to which this person may move nothing, from anywhere. */
export async function forbidUnreachable(mover: Person, to: string) {
  const [open, statuses] = await Promise.all([movesOpenTo(db, mover), statusList(db)])
  const isReachable = open.some(({ toStatus }) => toStatus === to)
  if (!isReachable && statuses.some(({ id }) => id === to))
    throw new Response(null, { status: 403 })
}
