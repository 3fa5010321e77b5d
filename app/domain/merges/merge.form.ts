import { z } from 'zod'

const longest = 2000
const plainLines = (text: string) => text.replace(/\r\n?/g, '\n')
const number = z.coerce.number().int().positive().max(999_999_999)
const words = z.string().trim().max(longest, 'errors:tooLong').transform(plainLines)

/** One idea into another, by its number; `seen` are the versions that the page showed. */
export const MergeForm = z.strictObject({
  into: number,
  note: z
    .string('errors:required')
    .trim()
    .min(10, 'merges:note.tooShort')
    .max(longest, 'errors:tooLong')
    .transform(plainLines),
  seen: z.string().max(30).optional(),
})

/** What the author of the source says to being merged. */
export const AnswerForm = z
  .strictObject({ intent: z.enum(['agree', 'refuse']), words: words.default('') })
  .refine(({ intent, words }) => intent === 'agree' || words.length >= 10, {
    path: ['words'],
    message: 'merges:answer.tooShort',
  })

/** What the staff do with one merge; `note` is said in public where ideas come apart again. */
export const OneMergeForm = z
  .strictObject({
    intent: z.enum(['unmerge', 'proceed', 'withdraw-question']),
    note: words.default(''),
  })
  .refine(({ intent, note }) => intent !== 'unmerge' || note.length >= 10, {
    path: ['note'],
    message: 'merges:note.tooShort',
  })

/** How merges treat authors; `seen` is what the page showed. */
export const RulesForm = z.strictObject({
  mergeConsent: z.enum(['ask', 'tell'], 'errors:required'),
  mergeAnswerDays: z.coerce
    .number('errors:invalid')
    .int('errors:invalid')
    .min(1, 'errors:invalid')
    .max(60, 'errors:invalid'),
  seen: z.string().max(40),
})

/** Two ideas, by their numbers, that are not the same, or may be after all. */
export const PairForm = z.strictObject({
  intent: z.enum(['dismiss', 'restore']),
  one: number,
  other: number,
  redirectTo: z.string().max(2000).optional(),
})

/** The link of a letter: take the brought vote back, or give it again. */
export const WithdrawForm = z.strictObject({ intent: z.enum(['withdraw', 'restore']) })
