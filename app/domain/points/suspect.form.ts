import { z } from 'zod'

const longest = 1000

/** What a moderator decides about doings that look like farming, and why. */
export const DecisionForm = z.strictObject({
  intent: z.enum(['clear', 'take-back'], 'errors:required'),
  note: z
    .string('errors:required')
    .trim()
    .min(10, 'points:suspects.noteTooShort')
    .max(longest, 'errors:tooLong')
    .transform((text) => text.replace(/\r\n?/g, '\n')),
})
