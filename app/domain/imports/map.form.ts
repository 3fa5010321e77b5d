import { z } from 'zod'

const words = z.record(z.string(), z.string())

/** What `--map` may hold: how the words of another platform are said here, and where a CSV keeps what. */
export const ImportMap = z.strictObject({
  source: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/)
    .optional(),
  locale: z.enum(['it', 'en']).optional(),
  zone: z.string().default('UTC'),
  categories: words.default({}),
  statuses: words.default({}),
  reasons: words.default({}),
  votesFor: z.array(z.string()).default(['1']),
  columns: z
    .strictObject({
      ideas: z
        .strictObject({
          id: z.string(),
          title: z.string(),
          body: z.string(),
          author: z.string(),
          date: z.string(),
          category: z.string(),
          status: z.string(),
          votes: z.string(),
          tags: z.string(),
        })
        .partial(),
      comments: z
        .strictObject({
          id: z.string(),
          idea: z.string(),
          parent: z.string(),
          author: z.string(),
          date: z.string(),
          body: z.string(),
        })
        .partial(),
      votes: z
        .strictObject({
          idea: z.string(),
          voter: z.string(),
          value: z.string(),
          date: z.string(),
        })
        .partial(),
    })
    .partial()
    .default({}),
})

export type ImportMap = z.output<typeof ImportMap>
