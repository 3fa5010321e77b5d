import { z } from 'zod'
import { folded } from './words.rules.ts'

/** What an idea may measure, in characters, pieces and bytes; the same on both sides of the wire. */
export const limits = {
  title: [10, 100],
  body: [30, 8000],
  tag: [2, 24],
  tags: 5,
  images: 4,
  imageBytes: 10 * 2 ** 20,
  alt: 200,
} as const

const unspeakable = /[^\P{Cc}\n\t]|\p{Cs}/gu

/** Text as it may be kept: line feeds only, no control characters, no half characters. */
export const clean = (text: string) =>
  text.replace(/\r\n?/g, '\n').replace(unspeakable, '').normalize('NFC')

/** The tags in a comma-separated line: folded, blanks as hyphens, each once. */
export const tagsOf = (line: string) => [
  ...new Set(
    line
      .split(/[,;\n]/)
      .map((tag) => folded(tag).trim().replace(/^#+/, '').replace(/\s+/g, '-'))
      .filter(Boolean),
  ),
]

const words = ([least, most]: readonly [number, number], name: 'title' | 'body') =>
  z
    .string({ error: `ideas:editor.error.${name}Short` })
    .transform((text) => clean(text).trim())
    .pipe(
      z
        .string()
        .min(least, `ideas:editor.error.${name}Short`)
        .max(most, `ideas:editor.error.${name}Long`),
    )

const [shortest, longest] = limits.tag
const isTag = (tag: string) =>
  tag.length >= shortest && tag.length <= longest && /^[\p{L}\p{N}-]+$/u.test(tag)

/** A line of tags, as the form of an idea takes them. */
export const tagLine = z
  .string()
  .max(1000, 'errors:tooLong')
  .default('')
  .transform(tagsOf)
  .refine((tags) => tags.length <= limits.tags, 'ideas:editor.error.tags')
  .refine((tags) => tags.every(isTag), 'ideas:editor.error.tag')

const alt = () => z.string().max(2000, 'errors:tooLong').optional()
const key = z.uuid({ error: 'errors:invalid' })

/**
 * The idea as it is proposed or edited; files come beside it. `draft` and `version` say which text
 * it replaces, `kept` and `remove` name images that came before, `altN` describes the Nth image.
 */
export const IdeaForm = z.strictObject({
  title: words(limits.title, 'title'),
  body: words(limits.body, 'body'),
  category: z
    .string({ error: 'ideas:editor.error.category' })
    .max(60, 'ideas:editor.error.category'),
  tags: tagLine,
  alt0: alt(),
  alt1: alt(),
  alt2: alt(),
  alt3: alt(),
  kept: z.array(key).max(20).optional(),
  remove: z.array(key).max(20).optional(),
  draft: key.optional(),
  version: z.coerce.number().int().optional(),
  confirm: z.string().max(10).optional(),
  intent: z.enum(['publish', 'draft', 'delete']).optional(),
  campaign: z.string().max(200).optional(),
  website: z.string().max(2000).optional(),
  redirectTo: z.string().max(2000).optional(),
})
