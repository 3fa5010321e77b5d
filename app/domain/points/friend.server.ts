import { randomBytes } from 'node:crypto'
import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { howMany } from '#db/expressions.ts'
import { people } from '#db/schema/identity.ts'
import { friends } from '#db/schema/boards.ts'
import { pointAccounts } from '#db/schema/points.ts'
import { lockAccount } from './account.server.ts'

const bytes = 9

/** What somebody's own link carries; made when they first ask for it. Nobody can guess it. */
export async function friendCodeOf(tx: Tx, personId: string) {
  const { friendCode } = await lockAccount(tx, personId)
  if (friendCode) return friendCode
  const code = randomBytes(bytes).toString('base64url')
  await tx
    .update(pointAccounts)
    .set({ friendCode: code })
    .where(eq(pointAccounts.personId, personId))
  return code
}

/** Whose link carries this code; `undefined` for nobody's, and while they are suspended. */
export async function findInviter(db: Read, code: string) {
  const [inviter] = await db
    .select({ id: people.id, displayName: people.displayName })
    .from(pointAccounts)
    .innerJoin(people, eq(people.id, pointAccounts.personId))
    .where(and(eq(pointAccounts.friendCode, code), isNull(people.suspendedAt)))
  return inviter
}

/**
 * Notes by whose link somebody came who has just confirmed their address: once, and nobody comes by
 * their own. Answers `brought`, `already-brought`, or `unknown` for a code that is nobody's.
 */
export async function bringFriend(tx: Tx, friendId: string, code: string) {
  const inviter = await findInviter(tx, code)
  if (!inviter || inviter.id === friendId) return 'unknown'
  const [friend] = await tx
    .insert(friends)
    .values({ friendId, inviterId: inviter.id })
    .onConflictDoNothing()
    .returning()
  return friend ? 'brought' : 'already-brought'
}

/** How many came by somebody's link, and how many of them have taken part. */
export async function broughtBy(db: Read, personId: string) {
  const mine = eq(friends.inviterId, personId)
  const [[came], [tookPart]] = await Promise.all([
    db.select({ n: howMany() }).from(friends).where(mine),
    db
      .select({ n: howMany() })
      .from(friends)
      .where(and(mine, isNotNull(friends.tookPartAt))),
  ])
  return { came: came!.n, tookPart: tookPart!.n }
}
