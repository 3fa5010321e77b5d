import { z } from 'zod'

const time = z.string().max(5, 'promises:calendar.errors.time').default('')
const lines = (text: string) => text.replace(/\r\n?/g, '\n')

/** The brand's calendar as it is typed; `readCalendar` says what it means. */
export const CalendarForm = z.strictObject({
  timeZone: z.string('errors:required').max(60, 'errors:invalid'),
  ...{ from0: time, from1: time, from2: time, from3: time, from4: time, from5: time, from6: time },
  ...{ to0: time, to1: time, to2: time, to3: time, to4: time, to5: time, to6: time },
  holidays: z.string().max(20_000, 'errors:tooLong').transform(lines).default(''),
  promiseWarning: z.coerce
    .number('promises:calendar.errors.warning')
    .int('promises:calendar.errors.warning')
    .min(0, 'promises:calendar.errors.warning')
    .max(30, 'promises:calendar.errors.warning'),
  /** The calendar that the page showed. */
  seen: z.string().max(40).default(''),
})
