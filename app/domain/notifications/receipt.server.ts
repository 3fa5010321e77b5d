import type { Read } from '#db/database.server.ts'
import type { moves } from '#db/schema/workflow.ts'
import { appealDaysAt, lastMomentWithin } from '../site/deadline.rules.ts'
import { languageOf } from '../site/language.rules.ts'
import { siteSettings } from '../site/site.server.ts'

type Move = typeof moves.$inferSelect

/**
 * What the receipt of a decision says by mail beside its reason and its text: until which day the
 * author may appeal, and in which language the text is where that is not the reader's.
 */
export async function receiptOf(db: Read, { movedAt, note }: Move) {
  const settings = await siteSettings(db)
  const { timeZone } = settings.calendar
  const until = lastMomentWithin(movedAt, appealDaysAt(settings, movedAt), timeZone)
  const written = languageOf(note)
  return (locale: 'it' | 'en') => ({
    kind: 'receipt',
    until: new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'it-IT', {
      dateStyle: 'long',
      timeZone,
    }).format(until),
    language: written && written !== locale ? written : '',
  })
}
