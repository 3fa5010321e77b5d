import { z } from 'zod'

/** A vote that somebody gave elsewhere: whose it is, and where they said so. */
export const VoteForForm = z.strictObject({
  handle: z
    .string('errors:required')
    .trim()
    .transform((handle) => handle.replace(/^@/, '').toLowerCase())
    .pipe(z.string().min(1, 'errors:required').max(40, 'errors:tooLong')),
  castNote: z.string('errors:required').trim().min(3, 'errors:required').max(300, 'errors:tooLong'),
  redirectTo: z.string().max(2000).optional(),
})
