import { and, eq, gte } from 'drizzle-orm'
import { prepared, type Read } from '#db/database.server.ts'
import { placeholder, placeholderOf } from '#db/expressions.ts'
import { votes } from '#db/schema/votes.ts'
import { rightsFor, type Wisher } from '../points/rights.server.ts'
import { dawnUnder } from '../site/day.server.ts'
import { siteSettings } from '../site/site.server.ts'

/** One vote of a day, past so many others: it is there, or the day holds no more than those. */
const oneMore = (db: Read) => () =>
  db
    .select({ ideaId: votes.ideaId })
    .from(votes)
    .where(
      and(
        eq(votes.voterId, placeholder('voterId')),
        gte(votes.castAt, placeholderOf(votes.castAt, 'dawn')),
      ),
    )
    .limit(1)
    .offset(placeholder('others'))
    .prepare('one_vote_more')

/** Whether somebody has given `many` votes since the day began. */
async function hasGiven(db: Read, { id: voterId }: Wisher, many: number, since: Date) {
  if (many < 1) return true
  const ask = prepared(db, 'one_vote_more', oneMore(db))
  return (await ask.execute({ voterId, dawn: since, others: many - 1 })).length > 0
}

/**
 * True when somebody has given as many votes today as their level allows. Every vote comes past here:
 * a level is looked up only where the least that any level allows is used up.
 */
export async function hasVotedEnough(db: Read, voter: Wisher) {
  const settings = await siteSettings(db)
  const limits = settings.pointLevels.flatMap(({ rights }) => rights.votes ?? [])
  if (!limits.length) return false
  const since = dawnUnder(settings)
  if (!(await hasGiven(db, voter, Math.min(...limits), since))) return false
  const { votes: most } = await rightsFor(db, voter)
  return typeof most === 'number' && hasGiven(db, voter, most, since)
}
