import { z } from 'zod'
import { clean } from '../ideas/idea.form.ts'

export const faqLimits = { title: 140, body: 8000, comment: 1000, query: 200 }

const line = (most: number) =>
  z
    .string('errors:required')
    .transform((text) => clean(text).replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(5, 'faq:edit.error.titleShort').max(most, 'errors:tooLong'))
const text = z
  .string('errors:required')
  .transform((text) => clean(text).trim())
  .pipe(z.string().min(1, 'errors:required').max(faqLimits.body, 'errors:tooLong'))
const key = z.string('errors:required').min(1, 'errors:required').max(60, 'errors:invalid')

/** An article as its editor writes it; `seen` is the version that was shown, `case` what it was born from. */
export const ArticleForm = z.strictObject({
  intent: z.enum(['save', 'preview'], 'errors:invalid').default('save'),
  seen: z.coerce.number('errors:invalid').int().min(0).max(1_000_000_000).default(0),
  case: z.uuid('errors:invalid').optional(),
  category: key,
  topic: z.string().max(60, 'errors:invalid').optional(),
  titleIt: line(faqLimits.title),
  titleEn: line(faqLimits.title),
  bodyIt: text,
  bodyEn: text,
  state: z.enum(['draft', 'published', 'retired'], 'errors:invalid').default('draft'),
  position: z.coerce
    .number('errors:invalid')
    .int('errors:invalid')
    .min(0, 'errors:invalid')
    .max(100_000, 'errors:invalid')
    .default(0),
})
export type ArticleValues = z.output<typeof ArticleForm>

const label = z
  .string('errors:required')
  .transform((name) => clean(name).replace(/\s+/g, ' ').trim())
  .pipe(z.string().min(2, 'errors:required').max(60, 'errors:tooLong'))

/** The name of a category in both languages; `seen` are the names that were shown. */
export const CategoryForm = z.strictObject({
  seen: z.string().max(300).default(''),
  labelIt: label,
  labelEn: label,
})

/** A step of one category in the list of them. */
export const CategoryStepForm = z.strictObject({
  id: z.string().min(1, 'errors:invalid').max(60, 'errors:invalid'),
  step: z.enum(['up', 'down', 'remove'], 'errors:invalid'),
})

/** Whether an article helped, and what was missing. */
export const FeedbackForm = z.strictObject({
  useful: z.enum(['yes', 'no'], 'errors:invalid'),
  comment: z
    .string()
    .transform((text) => clean(text).trim())
    .pipe(z.string().max(faqLimits.comment, 'errors:tooLong'))
    .default(''),
  website: z.string().max(2000).optional(),
  redirectTo: z.string().max(2000).optional(),
})

/** Where and for what the reader looks among the questions. */
export const FaqWish = z.object({
  q: z.string().max(faqLimits.query).default('').catch(''),
  category: z.string().max(60).optional().catch(undefined),
})
