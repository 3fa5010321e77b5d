import { z } from 'zod'
import { reasons } from './workflow.rules.ts'

const longest = 5000
const plainLines = (text: string) => text.replace(/\r\n?/g, '\n')
const status = z.string('errors:required').min(1, 'errors:required').max(40)

const wish = {
  to: status,
  note: z.string().max(longest, 'errors:tooLong').transform(plainLines).default(''),
  reason: z.enum(reasons, 'errors:invalid').optional(),
  couldChange: z.string().max(longest, 'errors:tooLong').transform(plainLines).optional(),
  official: z.literal('on').optional(),
  redirectTo: z.string().max(2000).optional(),
}

/** A move of one idea; `from` is the status the page showed. */
export const MoveForm = z.strictObject({ ...wish, from: status.optional() })

export const mostAtOnce = 50

/** The same move for several ideas, by their numbers. */
export const BulkMoveForm = z.strictObject({
  ...wish,
  number: z
    .array(z.coerce.number().int().positive().max(999_999_999))
    .min(1, 'staff:bulk.chooseSome')
    .max(mostAtOnce, 'staff:bulk.tooMany'),
})

const body = z
  .string('errors:required')
  .trim()
  .min(1, 'errors:required')
  .max(longest, 'errors:tooLong')
  .transform(plainLines)

/** An official answer without a move, or new words for one: then `answerId`, and the version that was `seen`. */
export const AnswerForm = z.strictObject({
  body,
  answerId: z.string().max(40).optional(),
  seen: z.string().max(20).optional(),
  redirectTo: z.string().max(2000).optional(),
})
