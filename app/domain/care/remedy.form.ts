import { z } from 'zod'
import { mostPoints } from './remedy.rules.ts'

const id = z
  .string('errors:invalid')
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'errors:invalid')

/** What an agent gives to make good: `what` is `points`, or the id of a coupon. */
export const RemedyForm = z
  .strictObject({
    key: id,
    what: z.union([z.literal('points'), id], 'care:remedies.error.what'),
    amount: z
      .string()
      .trim()
      .regex(/^\d{0,7}$/, 'care:remedies.error.amount')
      .default(''),
    reason: z
      .string('errors:required')
      .trim()
      .min(10, 'care:remedies.error.reason')
      .max(300, 'errors:tooLong'),
    view: z
      .string()
      .max(300, 'errors:invalid')
      .regex(/^[\w=&%.+-]*$/, 'errors:invalid')
      .default(''),
  })
  .refine(({ what, amount }) => what !== 'points' || Number(amount) >= 1, {
    path: ['amount'],
    message: 'care:remedies.error.amount',
  })
  .refine(({ what, amount }) => what !== 'points' || Number(amount) <= mostPoints, {
    path: ['amount'],
    message: 'care:remedies.error.tooMuch',
  })

/** What becomes of a remedy above the limit of who asked for it. */
export const RemedyDecisionForm = z.strictObject({
  id,
  verdict: z.enum(['approve', 'refuse', 'withdraw'], 'errors:invalid'),
})
