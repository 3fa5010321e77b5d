import { z } from 'zod'

/** Saying thanks, or taking it back. */
export const ThanksForm = z.strictObject({ intent: z.enum(['thank', 'take-back']) })
