import { z } from 'zod'

const seen = z.coerce
  .number({ error: 'errors:invalid' })
  .int()
  .min(0)
  .max(2 ** 31 - 1)

/** The case that this one goes into, by the number that people say. */
export const MergeForm = z.strictObject({
  into: z
    .string({ error: 'errors:required' })
    .trim()
    .regex(/^#?\d{1,9}$/, 'care:merge.error.number')
    .transform((typed) => Number(typed.replace('#', ''))),
  seen,
})

/** A message that becomes a case of its own. */
export const SplitForm = z.strictObject({
  message: z.string({ error: 'care:split.error.choose' }).min(1, 'care:split.error.choose').max(40),
  subject: z
    .string({ error: 'errors:required' })
    .trim()
    .min(3, 'errors:required')
    .max(120, 'errors:tooLong'),
  topic: z.string({ error: 'errors:required' }).min(1).max(60),
})
