import { z } from 'zod'
import {
  type Choice,
  events,
  mailChoices,
  type NotificationEvent,
  sections,
} from './notification.rules.ts'

const mail = z.enum(mailChoices, 'errors:invalid')
const inApp = z.literal('on').optional()

/** The rows that only the staff are shown. */
const isTeams = (event: NotificationEvent) => (sections.team as readonly string[]).includes(event)

const row = (event: NotificationEvent) =>
  [
    [`inApp-${event}`, inApp],
    [`mail-${event}`, isTeams(event) ? mail.optional() : mail],
  ] as const

/** The whole matrix: for each event a box `inApp-…` and a choice `mail-…`. */
export const ChoicesForm = z.strictObject(
  Object.fromEntries(events.flatMap(row)) as Record<
    string,
    z.ZodOptional<typeof mail> | typeof inApp
  >,
)

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
