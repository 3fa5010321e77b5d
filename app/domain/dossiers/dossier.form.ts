import { z } from 'zod'

const id = z.string('errors:required').min(1, 'errors:required').max(40)
const plainLines = (text: string) => text.replace(/\r\n?/g, '\n')
const text = (most: number) => z.string().trim().max(most, 'errors:tooLong').transform(plainLines)
const version = z.coerce
  .number('errors:invalid')
  .int('errors:invalid')
  .min(1)
  .max(2 ** 31 - 1)

/** Which dossier a page showed, in which version. */
const shown = { dossierId: id, version }

/** A whole number that may be left out; `1.500` is how Italian writes 1500. */
const whole = (most: number) =>
  z
    .string()
    .default('')
    .transform((typed) => typed.replace(/[\s.'’€]|,(?=\d{3}\b)/g, ''))
    .refine((typed) => /^\d{0,9}$/.test(typed), 'dossiers:wrong.whole')
    .transform((typed) => (typed === '' ? null : Number(typed)))
    .refine((value) => value === null || value <= most, 'dossiers:wrong.tooMuch')

const day = z
  .string()
  .default('')
  .refine((typed) => typed === '' || isDay(typed), 'dossiers:wrong.day')
const isDay = (typed: string) =>
  /^20\d\d-\d\d-\d\d$/.test(typed) && !!new Date(`${typed}T00:00Z`).toJSON()?.startsWith(typed)

export const mostRemark = 4000
const remark = text(mostRemark)

const said = [
  z.strictObject({ intent: z.literal('open') }),
  z.strictObject({
    intent: z.literal('assign'),
    evaluatorId: id,
    duty: z.string().trim().max(60, 'errors:tooLong').default(''),
  }),
  z.strictObject({ intent: z.literal('remove'), evaluatorId: id }),
  z.strictObject({
    intent: z.literal('plan'),
    ...shown,
    leadId: z.string().max(40).default(''),
    dueAt: day,
  }),
  z.strictObject({
    intent: z.literal('remark'),
    dossierId: id,
    criterionId: z.string().max(40).default(''),
    body: remark.pipe(z.string().min(2, 'errors:required')),
  }),
  z.strictObject({
    intent: z.enum(['close-scoring', 'reopen-scoring', 'publish', 'retract', 'close']),
    ...shown,
  }),
] as const

const Conclusion = z.strictObject({
  intent: z.literal('conclude'),
  ...shown,
  costFrom: whole(2_000_000_000),
  costTo: whole(2_000_000_000),
  weeksFrom: whole(1_000),
  weeksTo: whole(1_000),
  explanation: text(5_000).default(''),
})

const score = z.coerce.number('errors:invalid').int('errors:invalid').min(1).max(5)
const notes = z.string().trim().max(2000, 'errors:tooLong').transform(plainLines)
const each = <T>(ids: string[], fieldOf: (id: string) => [string, T]) =>
  Object.fromEntries(ids.map(fieldOf))

/**
 * What may be done on a dossier's page. The fields of scores and verdicts are named by the criteria
 * of that dossier: `score-<id>` with `note-<id>`, `verdict-<id>` with `remark-<id>`.
 */
export const dossierForm = (criterionIds: string[]) =>
  z.discriminatedUnion('intent', [
    ...said,
    Conclusion,
    z.strictObject({
      intent: z.literal('score'),
      dossierId: id,
      ...each(criterionIds, (id) => [`score-${id}`, score.optional()]),
      ...each(criterionIds, (id) => [`note-${id}`, notes.default('')]),
    }),
    z.strictObject({
      intent: z.literal('reconcile'),
      ...shown,
      ...each(criterionIds, (id) => [
        `verdict-${id}`,
        z.coerce.number('errors:required').int('errors:required').min(1).max(5),
      ]),
      ...each(criterionIds, (id) => [`remark-${id}`, notes.default('')]),
    }),
  ])

export type Intent = z.infer<ReturnType<typeof dossierForm>>['intent']

export const views = ['mine', 'open', 'published', 'closed', 'map'] as const
export type View = (typeof views)[number]

/** What narrows the list of dossiers. */
export const ListQuery = z.object({
  view: z.enum(views).optional().catch(undefined),
  category: z.string().max(40).optional().catch(undefined),
  disputed: z.literal('1').optional().catch(undefined),
  after: z
    .string()
    .regex(/^\d{1,15}\.[\w-]{1,40}$/)
    .optional()
    .catch(undefined),
})
export type ListQuery = z.infer<typeof ListQuery>
