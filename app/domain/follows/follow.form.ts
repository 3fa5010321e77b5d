import { z } from 'zod'

/** The follow button: `intent` says which way; `redirectTo` where the reader was. */
export const FollowForm = z.strictObject({
  intent: z.enum(['follow', 'mute']),
  redirectTo: z.string().max(2000).optional(),
})
