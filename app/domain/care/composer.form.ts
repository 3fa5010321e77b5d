import { z } from 'zod'

/** As many characters as an answer, or a note, may have. */
export const longestWords = 10_000

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const id = z.string().regex(uuid, 'errors:invalid')
const plainLines = (text: string) => text.replace(/\r\n?/g, '\n')
const words = z
  .string()
  .max(longestWords + 2_000, 'errors:tooLong')
  .transform(plainLines)
  .pipe(z.string().max(longestWords, 'errors:tooLong'))
  .default('')
const remove = z.array(id, 'errors:invalid').max(20, 'errors:invalid').default([])

/** Where somebody was in the list, so that the next case of the same view opens. */
const view = z
  .string()
  .max(300, 'errors:invalid')
  .regex(/^[\w=&%.+-]*$/, 'errors:invalid')
  .default('')

/**
 * What goes to the customer, or is kept for later. Its words have a name of their own, which a note
 * has not: a note that is sent here by mistake is refused, whoever wrote the form.
 */
export const ReplyForm = z.strictObject({
  intent: z.enum(['send', 'solve', 'wait', 'draft', 'note', 'macro'], 'errors:invalid'),
  reply: words,
  /** The last message that was on the page; of a case without any, nothing. */
  seen: z.union([id, z.literal('')]).default(''),
  macro: z.union([id, z.literal('')]).default(''),
  remove,
  view,
})

/** What only the agents read. */
export const NoteForm = z.strictObject({
  intent: z.enum(['save', 'draft', 'reply'], 'errors:invalid'),
  note: words,
  remove,
  view,
})

/** What the page keeps by itself while somebody types: one of the two, never both. */
export const DraftForm = z.union([
  z.strictObject({ reply: words }),
  z.strictObject({ note: words }),
])

/** Does what a ready answer says, as its preview showed it. */
export const MacroRunForm = z.strictObject({
  macro: id,
  seen: z.coerce
    .number({ error: 'errors:invalid' })
    .int()
    .min(0)
    .max(2 ** 31 - 1),
  view,
})
