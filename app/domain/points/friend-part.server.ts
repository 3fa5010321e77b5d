import { and, inArray, isNull, ne } from 'drizzle-orm'
import type { Tx } from '#db/database.server.ts'
import { isOneOf } from '#db/expressions.ts'
import { friends } from '#db/schema/boards.ts'
import { pointCounts } from '#db/schema/points.ts'
import { now } from '#db/time.ts'
import { type Claim, ownActs, takingPart } from './claim.rules.ts'

/**
 * Notes who of some people, brought by a friend, takes part by now: with acts that pay, on more than
 * one day. Answers what whoever brought them has earned.
 */
export async function friendClaims(tx: Tx, personIds: string[]): Promise<Claim[]> {
  if (!personIds.length) return []
  const isNew = isNull(friends.tookPartAt)
  const found = await tx
    .select({ friendId: friends.friendId })
    .from(friends)
    .where(and(isOneOf(friends.friendId, personIds), isNew))
  const ready = await takingPartAmong(
    tx,
    found.map(({ friendId }) => friendId),
  )
  if (!ready.length) return []
  const taken = await tx
    .update(friends)
    .set({ tookPartAt: now() })
    .where(and(inArray(friends.friendId, ready), isNew))
    .returning()
  return taken.map(({ friendId, inviterId }) => claimOf(friendId, inviterId))
}

const claimOf = (friendId: string, inviterId: string): Claim => ({
  key: `friend:${friendId}`,
  rule: 'friend',
  personId: inviterId,
  ...{ ideaId: null, categoryId: null, subjectId: friendId },
  at: now(),
  isDue: inviterId !== friendId,
  ...{ mayBegin: true, mayReturn: false, mayEnd: true, isForGood: true },
})

async function takingPartAmong(tx: Tx, friendIds: string[]) {
  if (!friendIds.length) return []
  const { personId, rule, day } = pointCounts
  const rows = await tx
    .select()
    .from(pointCounts)
    .where(and(isOneOf(personId, friendIds), inArray(rule, ownActs), ne(day, '')))
  return friendIds.filter((id) => {
    const own = rows.filter((row) => row.personId === id)
    const acts = own.reduce((sum, { times }) => sum + times, 0)
    return acts >= takingPart.acts && new Set(own.map(({ day }) => day)).size >= takingPart.days
  })
}
