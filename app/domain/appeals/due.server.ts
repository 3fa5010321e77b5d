import { addWorkingDays } from '../site/calendar.rules.ts'
import type { SiteSettings } from '../site/site.server.ts'

/** By when an appeal, or new words, that came at `moment` are answered: so many working days. */
export const answerDue = ({ appealAnswerDays, calendar }: SiteSettings, moment: Date) =>
  addWorkingDays(calendar, moment, appealAnswerDays)
