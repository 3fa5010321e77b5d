import { z } from 'zod'
import { importLimits } from '#app/domain/mentions/mention.rules.ts'

/** A file of mentions, and the source that they are of. */
export const ImportForm = z.strictObject({
  source: z.string('errors:required').min(1, 'errors:required').max(40, 'errors:invalid'),
  file: z
    .instanceof(File, { error: 'mentions:error.noFile' })
    .refine(({ size }) => size > 0, 'mentions:error.noFile')
    .refine(({ size }) => size <= importLimits.bytes, 'mentions:fileProblem.tooLarge'),
})
