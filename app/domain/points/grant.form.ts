import { z } from 'zod'
import { mostGranted } from './grant.rules.ts'

const key = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'errors:invalid')

/** Points given or taken by hand; `key` is the form's: the same one twice is the same act. */
export const GrantForm = z.strictObject({
  key,
  member: z
    .string('errors:required')
    .trim()
    .min(1, 'errors:required')
    .max(60, 'errors:tooLong')
    .transform((handle) => handle.replace(/^@/, '')),
  way: z.enum(['give', 'take'], 'errors:required'),
  amount: z
    .string('errors:required')
    .trim()
    .regex(/^\d{1,9}$/, 'points:grants.error.amount')
    .transform(Number)
    .pipe(
      z
        .number()
        .min(1, 'points:grants.error.amount')
        .max(mostGranted, 'points:grants.error.tooMuch'),
    ),
  reason: z
    .string('errors:required')
    .trim()
    .min(10, 'points:grants.error.reasonShort')
    .max(300, 'errors:tooLong'),
})

/** What becomes of a wish for points above the limit of whoever asks. */
export const GrantDecisionForm = z.strictObject({
  id: key,
  verdict: z.enum(['approve', 'refuse', 'withdraw'], 'errors:invalid'),
})
