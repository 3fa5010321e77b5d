import { and, eq, gte } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { votes } from '#db/schema/votes.ts'
import { rightsFor, type Wisher } from '../points/rights.server.ts'
import { dawn } from '../site/day.server.ts'
import { siteSettings } from '../site/site.server.ts'

/**
 * True when somebody has given as many votes today as their level allows. Nothing is counted where no
 * level of the house, or not theirs, is limited: every vote comes past here.
 */
export async function hasVotedEnough(db: Read, voter: Wisher) {
  const { pointLevels } = await siteSettings(db)
  if (pointLevels.every(({ rights }) => typeof rights.votes !== 'number')) return false
  const { votes: most } = await rightsFor(db, voter)
  if (typeof most !== 'number') return false
  const isToday = and(eq(votes.voterId, voter.id), gte(votes.castAt, await dawn(db)))
  const today = await db.select({ ideaId: votes.ideaId }).from(votes).where(isToday).limit(most)
  return today.length >= most
}
