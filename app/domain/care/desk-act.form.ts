import { z } from 'zod'
import { priorities } from './macro.rules.ts'
import { RevealForm } from './reveal.form.ts'
import { tagOf } from './tag.rules.ts'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const id = z.string().regex(uuid, 'errors:invalid')
const seen = z.coerce
  .number({ error: 'errors:invalid' })
  .int()
  .min(0)
  .max(2 ** 31 - 1)
const word = z.string().min(1, 'errors:required').max(60, 'errors:invalid')
const view = z
  .string()
  .max(300, 'errors:invalid')
  .regex(/^[\w=&%.+-]*$/, 'errors:invalid')
  .default('')

export const snoozes = ['tomorrow', 'days3', 'week', 'date', 'reply'] as const

const tag = z
  .string({ error: 'errors:required' })
  .transform(tagOf)
  .pipe(
    z
      .string()
      .min(2, 'care:talk.error.tag')
      .regex(/^[\p{L}\p{N} _-]+$/u, 'care:talk.error.tag'),
  )

/** One act of an agent on the open case; `seen` is the version that the page showed. */
export const CaseActForm = z.discriminatedUnion(
  'intent',
  [
    z.strictObject({
      intent: z.literal('assign'),
      assignee: z.union([id, z.enum(['me', 'nobody'])], 'errors:invalid'),
      seen,
      view,
    }),
    z.strictObject({
      intent: z.literal('priority'),
      priority: z.enum(priorities, 'errors:invalid'),
      seen,
      view,
    }),
    z.strictObject({ intent: z.literal('topic'), topic: word, seen, view }),
    z.strictObject({ intent: z.literal('tag'), tag, seen, view }),
    z.strictObject({ intent: z.literal('untag'), tag, seen, view }),
    z
      .strictObject({
        intent: z.literal('snooze'),
        until: z.enum(snoozes, 'errors:invalid'),
        date: z
          .string()
          .regex(/^(\d{4}-\d{2}-\d{2})?$/, 'care:talk.error.date')
          .default(''),
        seen,
        view,
      })
      .refine(({ until, date }) => until !== 'date' || date, {
        path: ['date'],
        message: 'care:talk.error.date',
      }),
    z.strictObject({ intent: z.enum(['wake', 'wait', 'solve', 'reopen']), seen, view }),
    z.strictObject({ intent: z.literal('undo'), message: id, view }),
    z.strictObject({ intent: z.literal('delete'), message: id, view }),
    z.strictObject({ intent: z.literal('delete-note'), note: id, view }),
    RevealForm.extend({ view }),
  ],
  'errors:invalid',
)
export type CaseAct = z.output<typeof CaseActForm>
