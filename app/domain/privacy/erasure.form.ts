import { z } from 'zod'

/** Closes one's account: what becomes of the texts, and one's own handle, typed. */
export const EraseForm = z.strictObject({
  texts: z.enum(['keep', 'remove'], 'privacy:leave.error.texts'),
  typed: z.string('privacy:leave.error.typed').trim().max(60, 'errors:tooLong'),
})

/** What is done on the page of one's data. */
export const PrivacyForm = z.strictObject({ intent: z.enum(['copy', 'stay']).default('copy') })
