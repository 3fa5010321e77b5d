import { and, eq } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { moves } from '#db/schema/workflow.ts'
import { now } from '#db/time.ts'
import { findIdea, type Idea } from '../ideas/idea.server.ts'
import { type SiteSettings, siteSettings } from '../site/site.server.ts'
import { put, ruleFor } from './move.server.ts'
import { lastVoteMoment, thresholdIn } from './threshold.rules.ts'
import { thresholdReason } from './workflow.rules.ts'

/**
 * Shortlists an idea whose votes have reached the threshold of its category, while there is time:
 * the house's own move, once in an idea's life, called after a vote and in its transaction. Answers
 * `shortlisted`, or `undefined` when it is not (yet, or any more) its turn; the staff may still move it.
 */
export async function shortlistIfWanted(tx: Tx, number: number) {
  const settings = await siteSettings(tx)
  const idea = await findIdea(tx, number, undefined)
  if (!idea || idea.status !== 'voting') return undefined
  if (!isWanted(idea, wanted(settings, idea))) return undefined
  if (!(await ruleFor(tx, idea.status, 'shortlisted'))) return undefined
  if (await wasShortlisted(tx, idea.id)) return undefined

  const said = { note: '', reason: thresholdReason, team: settings.name, actorId: null }
  return (await put(tx, idea, { to: 'shortlisted', ...said })) && 'shortlisted'
}

async function wasShortlisted(db: Read, ideaId: string) {
  const [before] = await db
    .select({ id: moves.id })
    .from(moves)
    .where(and(eq(moves.ideaId, ideaId), eq(moves.reason, thresholdReason)))
    .limit(1)
  return !!before
}

const isWanted = ({ votesCount }: Idea, { votes, until }: ReturnType<typeof wanted>) =>
  votes > 0 && votesCount >= votes && !isPast(until)

const isPast = (until: Date | undefined) => !!until && now() > until

type Published = Pick<Idea, 'categoryId' | 'publishedAt'>

function wanted(settings: SiteSettings, { categoryId, publishedAt }: Published) {
  const { votes, days } = thresholdIn(settings, categoryId)
  return { votes, until: lastVoteMoment(publishedAt, days, settings.calendar.timeZone) }
}

export type Goal = { votes: number; until: Date | undefined; isOver: boolean }

/**
 * What an idea that is voted on still needs: how many `votes`, `until` when, and whether that time
 * `isOver`; `undefined` where there is no threshold, or it is no longer voted on.
 */
export function goalOf(
  settings: SiteSettings,
  idea: Published & Pick<Idea, 'status'>,
): Goal | undefined {
  if (idea.status !== 'voting') return undefined
  const { votes, until } = wanted(settings, idea)
  return votes < 1 ? undefined : { votes, until, isOver: isPast(until) }
}
