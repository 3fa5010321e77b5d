import { z } from 'zod'
import { IdeaForm } from '../ideas/idea.form.ts'
import { reasons } from '../workflow/workflow.rules.ts'

const longest = 5000
const plainLines = (text: string) => text.replace(/\r\n?/g, '\n').trim()
const key = z.string('errors:invalid').min(1, 'errors:invalid').max(40, 'errors:invalid')

const text = (least: number, short: string) =>
  z
    .string({ error: 'errors:required' })
    .transform(plainLines)
    .pipe(z.string().min(1, 'errors:required').min(least, short).max(longest, 'errors:tooLong'))
const optionalText = z.string().max(longest, 'errors:tooLong').transform(plainLines).default('')

export const leastAppeal = 20

/** An author against a decision; `decision` is the one that the page showed. */
export const AppealForm = z.strictObject({
  decision: key,
  body: text(leastAppeal, 'appeals:appeal.short20'),
})

const { title, body, category, tags } = IdeaForm.shape

/** New words for a refused idea, with a message to the team that stays between them. */
export const ResubmissionForm = z.strictObject({
  decision: key,
  title,
  body,
  category,
  tags,
  message: z.string().max(2000, 'errors:tooLong').transform(plainLines).default(''),
})

/** The author takes their waiting words back. */
export const WithdrawalForm = z.strictObject({ resubmission: key })

const to = z.string().max(40, 'errors:invalid').optional()

/** What a reviewer decides on an appeal; `from` is the status the page showed. */
export const AppealDecisionForm = z.strictObject({
  kind: z.literal('appeal'),
  outcome: z.enum(['upheld', 'overturned'], 'errors:required'),
  answer: text(1, 'errors:required'),
  to,
  note: optionalText,
  from: key,
})

/** What a reviewer decides on new words. */
export const ResubmissionDecisionForm = z.strictObject({
  kind: z.literal('resubmission'),
  outcome: z.enum(['taken', 'refused'], 'errors:required'),
  answer: text(1, 'errors:required'),
  to,
  note: optionalText,
  reason: z.enum(reasons, 'errors:invalid').optional(),
  couldChange: optionalText,
  from: key,
})

export const DecisionForm = z.discriminatedUnion('kind', [
  AppealDecisionForm,
  ResubmissionDecisionForm,
])

const days = (least: number, most: number) =>
  z.coerce
    .number({ error: 'appeals:settings.error' })
    .int('appeals:settings.error')
    .min(least, 'appeals:settings.error')
    .max(most, 'appeals:settings.error')

/** How long authors have to appeal, and the brand to answer. */
export const DaysForm = z.strictObject({
  seen: z.string().max(20),
  appealDays: days(7, 180),
  appealAnswerDays: days(1, 60),
})
