import { z } from 'zod'

const longest = 5000
const plainLines = (text: string) => text.replace(/\r\n?/g, '\n').trim()

const text = (least: number, short: string) =>
  z
    .string({ error: 'errors:required' })
    .transform(plainLines)
    .pipe(z.string().min(1, 'errors:required').min(least, short).max(longest, 'errors:tooLong'))

export const leastObjection = 20

/** Somebody against a decision on them. */
export const ObjectionForm = z.strictObject({
  body: text(leastObjection, 'moderation:objection.short20'),
})

/** What a moderator answers to an objection. */
export const AnswerForm = z.strictObject({
  outcome: z.enum(['upheld', 'overturned'], 'errors:required'),
  answer: text(1, 'errors:required'),
})
