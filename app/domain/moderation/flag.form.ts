import { z } from 'zod'

/** Why somebody reports, each by a rule of the house; the words are in `ideas:flags.reasons`. */
export const flagReasons = [
  'spam',
  'offensive',
  'off-topic',
  'personal-data',
  'illegal',
  'other',
] as const

/** A report; `email` of whoever is not signed in. `website` is for those who fill in what nobody sees. */
export const FlagForm = z.strictObject({
  reason: z.enum(flagReasons, 'ideas:flags.chooseReason'),
  note: z.string().trim().max(1000, 'errors:tooLong').default(''),
  email: z.string().trim().max(254, 'errors:tooLong').optional(),
  website: z.string().max(200).optional(),
  redirectTo: z.string().max(2000).optional(),
})

/** Whether the receipt of a report can be sent there. */
export const isAddress = (email: string) => z.email().safeParse(email).success
