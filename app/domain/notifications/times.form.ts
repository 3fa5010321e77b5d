import { z } from 'zod'

const hour = z.coerce.number('errors:invalid').int('errors:invalid').min(0).max(23)
const maybeHour = z.union([z.literal('').transform(() => undefined), hour]).optional()

/** When a member is written to: the hour of the digest, and between which hours no mail comes. */
export const TimesForm = z
  .strictObject({
    intent: z.literal('times'),
    digestHour: hour,
    quietFrom: maybeHour,
    quietTo: maybeHour,
  })
  .refine(
    ({ quietFrom, quietTo }) =>
      (quietFrom === undefined) === (quietTo === undefined) &&
      (quietFrom === undefined || quietFrom !== quietTo),
    { path: ['quietTo'], message: 'notifications:settings.bothHours' },
  )
