import { and, eq, inArray, isNotNull, isNull, ne } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { cases } from '#db/schema/care.ts'
import { comments } from '#db/schema/comments.ts'
import { ideas } from '#db/schema/ideas.ts'
import { redemptions } from '#db/schema/rewards.ts'
import { votes } from '#db/schema/votes.ts'
import { accountOf } from '../points/account.server.ts'

/** What somebody has here that goes, or stays without their name, when they close their account. */
export async function effectsOf(db: Read, personId: string) {
  const mine = eq(ideas.authorId, personId)
  const unpublished = inArray(ideas.status, ['draft', 'pending_review'])
  const seen = and(isNull(comments.deletedAt), isNull(comments.hiddenAt))
  const ownCase = and(eq(cases.personId, personId), isNotNull(cases.confirmedAt))
  const isOpen = inArray(cases.state, ['new', 'open', 'waiting', 'snoozed'])
  const isOnItsWay = inArray(redemptions.state, ['requested', 'approved', 'sent'])
  const [drafts, published, said, cast, allCases, openCases, rewards, { available }] =
    await Promise.all([
      db.$count(ideas, and(mine, unpublished)),
      db.$count(ideas, and(mine, ne(ideas.place, 'private'))),
      db.$count(comments, and(eq(comments.authorId, personId), seen)),
      db.$count(votes, eq(votes.voterId, personId)),
      db.$count(cases, ownCase),
      db.$count(cases, and(ownCase, isOpen)),
      db.$count(redemptions, and(eq(redemptions.personId, personId), isOnItsWay)),
      accountOf(db, personId),
    ])
  return {
    ...{ drafts, ideas: published, comments: said, votes: cast, cases: allCases },
    ...{ openCases, rewards, points: available },
  }
}
