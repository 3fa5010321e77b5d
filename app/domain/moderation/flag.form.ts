import { z } from 'zod'

/** Why somebody reports; the words are in `ideas:flags.reasons`. */
export const flagReasons = [
  'spam',
  'offensive',
  'off-topic',
  'personal-data',
  'illegal',
  'other',
] as const

/** A report of an idea or a comment. */
export const FlagForm = z.strictObject({
  reason: z.enum(flagReasons, 'ideas:flags.chooseReason'),
  note: z.string().trim().max(1000, 'errors:tooLong').default(''),
  redirectTo: z.string().max(2000).optional(),
})
