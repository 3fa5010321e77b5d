import { and, desc, eq } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { pointGrants } from '#db/schema/point-desk.ts'
import { thanks } from '#db/schema/thanks.ts'
import { redemptionSteps } from '#db/schema/rewards.ts'
import { siteSettings } from '../site/site.server.ts'
import { factsOf } from './fact.rules.ts'
import { rewardOf } from './reward.server.ts'

type Locale = 'it' | 'en'
type News = { ideaId?: string; subjectId: string; data?: Record<string, string | number> }

/** A letter that says the level, the points, the day or the reward of its news, and nothing more. */
export const ofPoints =
  (template: string) =>
  async (db: Read, { data = {} }: News) => {
    const settings = await siteSettings(db)
    return { template, words: (locale: Locale) => factsOf(data, settings, locale) }
  }

/** Points given or taken by hand, with the reason of whoever did. */
export async function ofGrant(db: Read, news: News) {
  const isTaken = Number(news.data?.amount) < 0
  const { template, words } = await ofPoints(`points-${isTaken ? 'taken' : 'given'}`)(db, news)
  const [grant] = await db.select().from(pointGrants).where(eq(pointGrants.id, news.subjectId))
  const note = grant?.reason ?? ''
  return { template, words: (locale: Locale) => ({ ...words(locale), note }) }
}

/**
 * A step of a redemption, with what the staff said of it and how the courier calls the parcel. Never
 * a code, never an address: those are on its page, for its owner alone.
 */
export async function ofRedemption(db: Read, news: News) {
  const settings = await siteSettings(db)
  const [reward, note] = await Promise.all([rewardOf(db, news.subjectId), noteOf(db, news)])
  const { step } = factsOf(news.data ?? {}, settings, 'it')
  const tracking = step === 'sent' ? (reward?.tracking ?? '') : ''
  return {
    template: tracking ? 'reward-tracked' : `reward-${step}`,
    words: (locale: Locale) => ({ ...factsOf(news.data ?? {}, settings, locale), tracking, note }),
  }
}

async function noteOf(db: Read, { subjectId, data }: News) {
  const { redemptionId, state, note, at, id } = redemptionSteps
  const said = and(eq(redemptionId, subjectId), eq(state, data?.state as 'sent'))
  const [step] = await db
    .select({ note })
    .from(redemptionSteps)
    .where(said)
    .orderBy(desc(at), desc(id))
    .limit(1)
  return step?.note ?? ''
}

/** The brand's thanks for an idea, or for a comment to it. */
export async function ofThanks(db: Read, { ideaId = '', data }: News) {
  const isComment = data?.verb === 'comment.thanked'
  const commentId = isComment ? String(data?.subject) : ''
  const [said] = await db
    .select({ team: thanks.team })
    .from(thanks)
    .where(and(eq(thanks.ideaId, ideaId), eq(thanks.commentId, commentId)))
  const { name } = await siteSettings(db)
  const template = isComment ? 'comment-thanked' : 'idea-thanked'
  return { template, words: () => ({ team: said?.team || name }) }
}
