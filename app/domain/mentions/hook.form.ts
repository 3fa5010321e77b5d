import { z } from 'zod'
import { mentionLimits } from './mention.rules.ts'

export const mostBrought = 100

const text = (most: number) => z.string().max(most).optional()

/** One mention as a webhook brings it; every field may be missing. */
const HookRow = z.strictObject({
  id: text(2_000),
  author: text(1_000),
  title: text(2_000),
  text: text(200_000),
  rating: z.union([z.string().max(20), z.number().transform(String)]).optional(),
  url: text(mentionLimits.url * 2),
  language: text(60),
  topic: text(1_000),
  date: text(60),
})
export type HookRow = z.output<typeof HookRow>

/** What a webhook brings: one mention, or up to a hundred of them. */
export const HookBody = z.union([
  z.array(HookRow).min(1).max(mostBrought),
  HookRow.transform((row) => [row]),
])
