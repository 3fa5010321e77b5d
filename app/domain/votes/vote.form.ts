import { z } from 'zod'

/** The vote button: `intent` says which way; `redirectTo` where the voter was. */
export const VoteForm = z.strictObject({
  intent: z.enum(['cast', 'withdraw']),
  redirectTo: z.string().max(2000).optional(),
})
