import { z } from 'zod'
import { type Choice, events, mailChoices, type NotificationEvent } from './notification.rules.ts'

const mail = z.enum(mailChoices, 'errors:invalid')
const inApp = z.literal('on').optional()

const row = (event: NotificationEvent) =>
  [
    [`inApp-${event}`, inApp],
    [`mail-${event}`, mail],
  ] as const

/** The whole matrix: for each event a box `inApp-…` and a choice `mail-…`. */
export const ChoicesForm = z.strictObject(
  Object.fromEntries(events.flatMap(row)) as Record<string, typeof mail | typeof inApp>,
)

/** The matrix as choices. */
export const choicesIn = (values: Record<string, string | undefined>) =>
  Object.fromEntries(
    events.map((event) => [
      event,
      { inApp: values[`inApp-${event}`] === 'on', mail: values[`mail-${event}`] },
    ]),
  ) as Record<NotificationEvent, Choice>

/** Pausing all mails for 30 days, or ending the pause. */
export const PauseForm = z.strictObject({ intent: z.enum(['pause', 'resume']) })

/** Marking one notification as read, or all; `redirectTo` is what it leads to. */
export const ReadForm = z.strictObject({
  id: z.string().max(80).optional(),
  redirectTo: z.string().max(2000).optional(),
})
