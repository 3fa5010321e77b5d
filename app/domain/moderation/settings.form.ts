import { z } from 'zod'

const tick = z.literal('on').optional()
const within = (least: number, most: number) =>
  z.coerce
    .number({ error: 'moderation:settings.number' })
    .min(least, 'moderation:settings.number')
    .max(most, 'moderation:settings.number')
const whole = (least: number, most: number) => within(least, most).int('moderation:settings.number')

/** How the house looks at posts, flags and votes; `seen` is the version that was shown. */
export const RulesForm = z.strictObject({
  flagHideWeight: within(1, 100),
  reviewFirstPosts: whole(0, 20),
  reviewedCategories: z.array(z.string().max(80)).max(200).optional(),
  holdLinks: tick,
  holdSimilar: tick,
  burstVotes: whole(5, 10_000),
  objectionDays: whole(180, 730),
  objectionAnswerDays: whole(1, 60),
  seen: z.string('errors:invalid').max(80),
})
export type RulesWish = z.output<typeof RulesForm>

const mostText = 20_000

/** The word list: words to add, one a line; one to take off; or a text to try it on. */
export const WordsForm = z.discriminatedUnion('intent', [
  z.strictObject({
    intent: z.literal('add'),
    words: z
      .string('errors:required')
      .trim()
      .min(1, 'errors:required')
      .max(mostText, 'errors:tooLong'),
    severity: z.coerce.number().int().min(1).max(5).default(3),
  }),
  z.strictObject({ intent: z.literal('remove'), word: z.string().max(40) }),
  z.strictObject({
    intent: z.literal('try'),
    text: z
      .string('errors:required')
      .trim()
      .min(1, 'errors:required')
      .max(mostText, 'errors:tooLong'),
  }),
])

/** What a moderator decides on a burst of votes; `seen` names what they looked at. */
export const BurstForm = z.strictObject({
  to: z.enum(['counted', 'annulled'], 'errors:required'),
  note: z.string().trim().max(1000, 'errors:tooLong').default(''),
  seen: z.string().max(40),
})
