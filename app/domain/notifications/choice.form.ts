import { z } from 'zod'
import { type Choice, mailChoices, neverMailed } from './choice.rules.ts'
import { events, isOfTeam, type NotificationEvent } from './notification.rules.ts'

const mail = z.enum(mailChoices, 'errors:invalid')
const mailIfShown: z.core.$ZodType = mail.optional()
const inApp = z.literal('on').optional()

/** The rows that not everybody is shown, or that have nothing to choose. */
const isOptional = (event: NotificationEvent) => isOfTeam(event) || neverMailed.includes(event)

const row = (event: NotificationEvent): [string, z.core.$ZodType][] => [
  [`inApp-${event}`, inApp],
  [`mail-${event}`, isOptional(event) ? mailIfShown : mail],
]

const matrix: unknown = z.strictObject(Object.fromEntries(events.flatMap(row)))

/** The whole matrix: for each event a box `inApp-…` and a choice `mail-…`. */
export const ChoicesForm = matrix as z.core.$ZodType<Partial<Record<string, string>>>

/** The matrix as choices, of the rows that were there. */
export const choicesIn = (values: Record<string, string | undefined>) =>
  Object.fromEntries(
    events
      .filter((event) => values[`mail-${event}`])
      .map((event) => [
        event,
        { inApp: values[`inApp-${event}`] === 'on', mail: values[`mail-${event}`] },
      ]),
  ) as Partial<Record<NotificationEvent, Choice>>

/** Pausing all mails for 30 days, or ending the pause. */
export const PauseForm = z.strictObject({ intent: z.enum(['pause', 'resume']) })

/** Marking one notification as read, those of `ids` (by commas), or all; `redirectTo` is what it leads to. */
export const ReadForm = z.strictObject({
  id: z.string().max(80).optional(),
  ids: z.string().max(4000).optional(),
  redirectTo: z.string().max(2000).optional(),
})
