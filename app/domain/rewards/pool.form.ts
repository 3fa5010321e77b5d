import { z } from 'zod'
import { mostBytes } from './pool.rules.ts'

/** Codes for the pool of a coupon: pasted, or a file; `column` names theirs where there are several. */
export const CodesForm = z.strictObject({
  intent: z.enum(['preview', 'import'], 'errors:invalid'),
  column: z.string().trim().max(60, 'errors:tooLong').default(''),
  codes: z.string().max(mostBytes, 'rewards:pool.error.tooLarge').default(''),
  file: z
    .instanceof(File)
    .refine(({ size }) => size <= mostBytes, 'rewards:pool.error.tooLarge')
    .optional(),
})
