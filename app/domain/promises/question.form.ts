import { z } from 'zod'

const plainLines = (text: string) => text.replace(/\r\n?/g, '\n').trim()

/** A question of the team to the author of an idea, or the wish to take the open one back. */
export const QuestionForm = z.discriminatedUnion('intent', [
  z.strictObject({
    intent: z.literal('ask'),
    body: z
      .string('errors:required')
      .transform(plainLines)
      .pipe(z.string().min(3, 'errors:required').max(2000, 'errors:tooLong')),
  }),
  z.strictObject({ intent: z.literal('withdraw') }),
])

/** The author's word that they have answered. */
export const AnsweredForm = z.strictObject({ redirectTo: z.string().max(2000).optional() })
