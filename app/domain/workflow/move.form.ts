import { z } from 'zod'
import { tagLine } from '../ideas/idea.form.ts'
import { reasons } from './workflow.rules.ts'

const longest = 5000
const plainLines = (text: string) => text.replace(/\r\n?/g, '\n')
const status = z.string('errors:required').min(1, 'errors:required').max(40)

const wish = {
  to: status,
  note: z.string().max(longest, 'errors:tooLong').transform(plainLines).default(''),
  reason: z.enum(reasons, 'errors:invalid').optional(),
  couldChange: z.string().max(longest, 'errors:tooLong').transform(plainLines).optional(),
  official: z.literal('on').optional(),
  redirectTo: z.string().max(2000).optional(),
}

/** A move of one idea; `from` is the status the page showed. */
export const MoveForm = z.strictObject({ ...wish, from: status.optional() })

export const mostAtOnce = 50

/** What may be done to all that is ticked in the list. */
export const bulkActs = ['move', 'tag', 'untag', 'assign', 'merge', 'export'] as const
export type BulkAct = (typeof bulkActs)[number]

const numbers = z
  .array(z.coerce.number().int().positive().max(999_999_999))
  .min(1, 'staff:bulk.chooseSome')
  .max(mostAtOnce, 'staff:bulk.tooMany')

/** One act on several ideas, by their numbers; a move where nothing else is said. */
export const BulkForm = z
  .strictObject({
    ...wish,
    to: status.optional(),
    act: z.enum(bulkActs).default('move'),
    tags: tagLine.optional(),
    evaluator: z.string().max(40).optional(),
    duty: z.string().trim().max(80, 'errors:tooLong').optional(),
    number: numbers,
  })
  .superRefine(({ number, ...said }, issues) => {
    const field = needed[said.act]
    const miss = (path: string, message: string) =>
      issues.addIssue({ code: 'custom', path: [path], message })
    if (field && !said[field]?.length) miss(field, 'errors:required')
    if (said.act === 'merge' && new Set(number).size !== 2) miss('number', 'staff:bulk.chooseTwo')
  })

/** The field that each act cannot do without. */
const needed: Partial<Record<BulkAct, 'to' | 'tags' | 'evaluator'>> = {
  move: 'to',
  tag: 'tags',
  untag: 'tags',
  assign: 'evaluator',
}

/** Tags of one idea: some to add, or one to remove. */
export const TagForm = z
  .strictObject({
    add: tagLine.optional(),
    remove: z.string().max(60).optional(),
    redirectTo: z.string().max(2000).optional(),
  })
  .refine(({ add, remove }) => add?.length || remove, { path: ['add'], error: 'errors:required' })

/** Somebody to weigh an idea, and in which function. */
export const EvaluatorForm = z.strictObject({
  evaluator: z.string('errors:required').min(1, 'errors:required').max(40),
  duty: z.string().trim().max(80, 'errors:tooLong').default(''),
  redirectTo: z.string().max(2000).optional(),
})

/** Moves that are to be taken back. */
export const UndoForm = z.strictObject({
  move: z.array(z.string().max(40)).min(1).max(mostAtOnce),
  redirectTo: z.string().max(2000).optional(),
})

const body = z
  .string('errors:required')
  .trim()
  .min(1, 'errors:required')
  .max(longest, 'errors:tooLong')
  .transform(plainLines)

/** An official answer without a move, or new words for one: then `answerId`, and the version that was `seen`. */
export const AnswerForm = z.strictObject({
  body,
  answerId: z.string().max(40).optional(),
  seen: z.string().max(20).optional(),
  redirectTo: z.string().max(2000).optional(),
})

/** Whether somebody wants the desk's keys. */
export const KeysForm = z.strictObject({
  keys: z.enum(['on', 'off']),
  redirectTo: z.string().max(2000).optional(),
})
