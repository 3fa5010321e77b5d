import { z } from 'zod'

export const honesties = ['born_here', 'inspired_here', 'already_in_the_works'] as const
export type Honesty = (typeof honesties)[number]

export const limits = {
  title: 120,
  story: 10_000,
  alt: 200,
  change: 300,
  sources: 20,
  comments: 12,
}

const plainLines = (text: string) => text.replace(/\r\n?/g, '\n').trim()
const isWebAddress = (text: string) => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  return !!url && /^https?:$/.test(url.protocol) && url.hostname.includes('.')
}

/** The numbers of ideas in a line such as `12, #45 7`. */
export const numbersIn = (line: string) =>
  [...new Set(line.split(/[\s,;#]+/).filter(Boolean))].map(Number)

const Sources = z
  .string()
  .trim()
  .max(300, 'realised:edit.error.sources')
  .regex(/^(?:[#\s,;]*\d{1,9})*[\s,;]*$/, 'realised:edit.error.sources')
  .default('')
  .transform(numbersIn)
  .refine((numbers) => numbers.length <= limits.sources, 'realised:edit.error.sources')

const comment = z.string().regex(/^[0-9a-f-]{36}$/)

/** The page of something that became real. `comment` names the comments that changed it; how, is in `change-…`. */
export const RealisedForm = z
  .object({
    intent: z.enum(['save', 'publish', 'withdraw']),
    version: z.coerce.number().int().min(0).max(1_000_000_000).default(0),
    title: z
      .string('errors:required')
      .trim()
      .min(1, 'errors:required')
      .max(limits.title, 'errors:tooLong'),
    story: z
      .string('errors:required')
      .transform(plainLines)
      .pipe(z.string().min(1, 'errors:required').max(limits.story, 'errors:tooLong')),
    locale: z.enum(['it', 'en'], 'errors:invalid'),
    honesty: z.enum(honesties, 'realised:edit.error.honesty'),
    realisedOn: z.iso.date('realised:edit.error.day'),
    productUrl: z
      .string()
      .trim()
      .max(500, 'errors:tooLong')
      .refine(isWebAddress, 'realised:edit.error.link')
      .optional(),
    sources: Sources,
    comment: z.array(comment).max(limits.comments, 'realised:edit.error.comments').default([]),
    photo: z.instanceof(File).optional(),
    removePhoto: z.literal('on').optional(),
    photoAlt: z.string().trim().max(limits.alt, 'errors:tooLong').default(''),
  })
  .catchall(z.string().trim().max(limits.change, 'errors:tooLong'))

export type RealisedValues = z.output<typeof RealisedForm>

/** The comments that were chosen, in order, each with how it changed the thing. */
export const changesIn = (values: RealisedValues) =>
  values.comment.map((commentId) => ({
    commentId,
    change: String((values as Record<string, unknown>)[`change-${commentId}`] ?? ''),
  }))

/** Being named among the supporters of what became real, or not any more. */
export const NamedForm = z.strictObject({
  named: z.literal('on').optional(),
  redirectTo: z.string().max(2000).optional(),
})
