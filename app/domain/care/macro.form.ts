import { z } from 'zod'
import { macroStates, priorities, unknownIn } from './macro.rules.ts'
import { tagOf } from './tag.rules.ts'

const plainLines = (text: string) => text.replace(/\r\n?/g, '\n').trim()
const seen = z.coerce.number({ error: 'errors:invalid' }).int().min(0).max(1_000_000_000)

const mostTags = 5
const words = z
  .string()
  .max(4000, 'errors:tooLong')
  .transform(plainLines)
  .default('')
  .refine((text) => !unknownIn(text).length, 'care:macros.error.unknown')

/** Tags as they are typed, separated by commas, each once. */
const tags = z
  .string()
  .max(200, 'errors:tooLong')
  .default('')
  .transform((typed) => [...new Set(typed.split(',').map(tagOf).filter(Boolean))])
  .pipe(z.array(z.string()).max(mostTags, 'care:macros.error.tags'))

/** A ready answer: its words in both languages, and what it does beside; it needs one or the other. */
export const MacroForm = z
  .strictObject({
    intent: z.enum(['save', 'try'], 'errors:invalid').default('save'),
    seen,
    name: z
      .string({ error: 'errors:required' })
      .trim()
      .min(2, 'errors:required')
      .max(60, 'errors:tooLong'),
    bodyIt: words,
    bodyEn: words,
    assign: z.literal('on').optional(),
    tags,
    priority: z.enum(['', ...priorities], 'errors:invalid').default(''),
    state: z.enum(['', ...macroStates], 'errors:invalid').default(''),
  })
  .refine(
    ({ bodyIt, bodyEn, assign, tags, priority, state }) =>
      bodyIt || bodyEn || assign || tags.length || priority || state,
    { path: ['bodyIt'], message: 'care:macros.error.nothing' },
  )
