import { z } from 'zod'
import { commentSorts } from './thread.rules.ts'

const body = z
  .string('errors:required')
  .trim()
  .min(2, 'ideas:comments.tooShort')
  .max(4000, 'ideas:comments.tooLong')
const redirectTo = z.string().max(2000).optional()

/** A comment on an idea; `parentId` is the comment it answers, `comments` the order the reader was in. */
export const CommentForm = z.strictObject({
  body,
  parentId: z.string().max(40).optional(),
  comments: z.enum(commentSorts).optional(),
  redirectTo,
})

/** What its author may do with a comment on its page: new words, or none. */
export const EditForm = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('save'), body }),
  z.strictObject({ intent: z.literal('delete') }),
])

/** The "useful" button. */
export const UsefulForm = z.strictObject({ intent: z.enum(['mark', 'unmark']), redirectTo })

export const hidingReasons = ['house_rules', 'personal_data', 'legal', 'off_topic'] as const

/** Why a moderator takes a comment out of sight, or that it comes back. */
export const HidingForm = z.discriminatedUnion('intent', [
  z.strictObject({
    intent: z.literal('hide'),
    reason: z.enum(hidingReasons, 'errors:required'),
    note: z.string().trim().max(1000, 'errors:tooLong').optional(),
  }),
  z.strictObject({ intent: z.literal('restore') }),
])
