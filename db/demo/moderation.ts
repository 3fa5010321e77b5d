import { eq } from 'drizzle-orm'
import { postComment } from '#app/domain/comments/comment.server.ts'
import type { Idea } from '#app/domain/ideas/idea.server.ts'
import { decide } from '#app/domain/moderation/decide.server.ts'
import { flagComment } from '#app/domain/moderation/flag.server.ts'
import { tellDecision } from '#app/domain/moderation/tell.server.ts'
import { transaction, type Tx } from '../database.server.ts'
import { reviewItems } from '../schema/moderation.ts'
import { at } from '../time.ts'
import type { Stage } from './acts.ts'
import { type Trouble, troubles } from './moderation-stories.ts'

const hour = 3_600_000
const day = 24 * hour
const moderator = 'nadia_forno'

/** Tells what went wrong in the comments: what was flagged, what was decided, what still waits. */
export async function tellModeration(stage: Stage, found: (title: string) => Idea) {
  for (const trouble of troubles) {
    const start = stage.today.getTime() - trouble.daysAgo * day
    const commentId = await at(new Date(start), () => said(stage, trouble, found(trouble.under)))
    await at(new Date(start + hour), () => flagged(stage, trouble, commentId))
    const { decided } = trouble
    if (decided)
      await at(new Date(start + decided.hoursLater * hour), () =>
        settled(stage, trouble, commentId),
      )
  }
}

const said = ({ cast }: Stage, { author, body, under }: Trouble, idea: Idea) =>
  transaction(async (tx) => {
    const comment = await postComment(tx, cast.get(author)!, idea.number, { body })
    if (!comment || typeof comment === 'string')
      throw new Error(`The story stumbled under “${under}”: ${comment}`)
    return comment.id
  })

const flagged = ({ cast }: Stage, { flags }: Trouble, commentId: string) =>
  transaction(async (tx) => {
    for (const { by, reason, note = '' } of flags)
      await flagComment(tx, cast.get(by)!, commentId, { reason, note })
  })

const settled = ({ cast }: Stage, { decided }: Trouble, commentId: string) =>
  transaction(async (tx) => {
    const item = await itemOf(tx, commentId)
    const { act, reason, facts } = decided!
    const wish = { act, reason, facts, seen: item.version }
    const decision = await decide(tx, cast.get(moderator)!, item.id, wish)
    if (!decision || typeof decision === 'string')
      throw new Error(`The story stumbled: ${decision}`)
    await tellDecision(tx, decision.id)
  })

async function itemOf(tx: Tx, commentId: string) {
  const [item] = await tx.select().from(reviewItems).where(eq(reviewItems.subjectId, commentId))
  return item!
}
