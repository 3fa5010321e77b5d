import { z } from 'zod'

/** What the sidebar shows only in part. */
export const maskedFields = ['email', 'birthYear', 'batch'] as const
export type MaskedField = (typeof maskedFields)[number]

/** What somebody may need a masked field for; it stands in the audit log. */
export const revealPurposes = ['answer', 'identity', 'safety', 'law'] as const

/** Asks for one masked field, once, for a purpose. */
export const RevealForm = z.strictObject({
  intent: z.literal('reveal'),
  field: z.enum(maskedFields, 'errors:invalid'),
  purpose: z.enum(revealPurposes, 'care:reveal.error'),
})
