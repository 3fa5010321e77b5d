import { eq } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { decisions, objections } from '#db/schema/moderation.ts'
import { siteSettings } from '../site/site.server.ts'

type Locale = 'it' | 'en'
type News = { subjectId: string }

const regions = { en: 'en-GB', it: 'it-IT' }

/** Days as the house's calendar has them, in words. */
async function dayWriter(db: Read) {
  const { timeZone } = (await siteSettings(db)).calendar
  return (at: Date | null | undefined, locale: Locale) =>
    at ? new Intl.DateTimeFormat(regions[locale], { dateStyle: 'long', timeZone }).format(at) : ''
}

/**
 * The statement of reasons of a decision: rule, facts, until when it holds and until when it can be
 * objected to. What it was about is on its page alone.
 */
export async function ofDecision(db: Read, { subjectId }: News) {
  const [decision] = await db.select().from(decisions).where(eq(decisions.id, subjectId))
  const { act = 'approve', reason, facts, until, appealDueAt, isAutomated } = decision ?? {}
  const day = await dayWriter(db)
  const words = (locale: Locale) => ({
    ...{ kind: 'statement', rule: reason ?? '', note: facts ?? '', isAutomated },
    until: day(until, locale),
    objectBy: day(appealDueAt, locale),
  })
  return { template: `decision-${act}`, words }
}

/** What came of an objection, with the words of whoever looked again. */
export async function ofObjection(db: Read, { subjectId }: News) {
  const [objection] = await db.select().from(objections).where(eq(objections.id, subjectId))
  const { outcome = 'upheld', answer = '' } = objection ?? {}
  return { template: `objection-${outcome ?? 'upheld'}`, words: () => ({ note: answer }) }
}
