import { z } from 'zod'
import { reasons } from '../workflow/workflow.rules.ts'

const longest = 5000
const plainLines = (text: string) => text.replace(/\r\n?/g, '\n')
const title = z
  .string('errors:required')
  .trim()
  .min(3, 'rounds:errors.titleShort')
  .max(80, 'errors:tooLong')
const moment = z
  .string('errors:required')
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, 'rounds:errors.date')
  // PostgreSQL knows no year 0.
  .refine((text) => text > '1970' && text < '9000', 'rounds:errors.date')
const version = z.coerce.number('errors:invalid').int().min(1).max(1_000_000_000)

export const mostPlaces = 100
const places = (least: number) =>
  z.coerce
    .number('rounds:errors.number')
    .int('rounds:errors.number')
    .min(least, 'rounds:errors.number')
    .max(mostPlaces, 'rounds:errors.tooManyPlaces')

/** A round as it is planned; moments are those of the brand's own clock. */
export const RoundForm = z
  .strictObject({
    intent: z.enum(['preview', 'save'], 'errors:invalid').default('save'),
    titleIt: title,
    titleEn: title,
    opens: moment,
    closes: moment,
    capacity: places(1),
    perCategory: places(0).default(0),
    version: version.optional(),
  })
  .refine(({ opens, closes }) => opens < closes, {
    path: ['closes'],
    message: 'rounds:errors.closesFirst',
  })
export type RoundValues = z.infer<typeof RoundForm>

const ideaNumber = z
  .string('errors:required')
  .trim()
  .regex(/^#?\d{1,9}$/, 'rounds:errors.ideaNumber')
  .transform((text) => Number(text.replace('#', '')))

/** A pick of the staff: the number of an idea and the reason that everybody reads. */
const PickForm = z.strictObject({
  intent: z.literal('pick'),
  idea: ideaNumber,
  pickReason: z
    .string('errors:required')
    .trim()
    .min(10, 'rounds:errors.reasonShort')
    .max(500, 'errors:tooLong')
    .transform(plainLines),
})
const UnpickForm = z.strictObject({ intent: z.literal('unpick'), idea: ideaNumber })
const OpenForm = z.strictObject({ intent: z.literal('open') })

/** What may be done on a round's own page of the staff. */
export const RoundActForm = z.discriminatedUnion(
  'intent',
  [PickForm, UnpickForm, OpenForm],
  'errors:invalid',
)

/** What is decided of an idea of a round; without `to` it stays undecided, the words are kept. */
export const DecisionForm = z.strictObject({
  to: z.string().max(40).optional(),
  note: z.string().max(longest, 'errors:tooLong').transform(plainLines).default(''),
  reason: z.enum(reasons, 'errors:invalid').optional(),
  couldChange: z.string().max(longest, 'errors:tooLong').transform(plainLines).default(''),
  official: z.literal('on').optional(),
  version,
  /** Where to go afterwards: to the next that is undecided. */
  next: z.literal('on').optional(),
})
export type DecisionValues = Omit<z.infer<typeof DecisionForm>, 'next'>

export const PublicationForm = z.strictObject({
  version,
  carry: z.literal('on').optional(),
})

export const CancellationForm = z.strictObject({
  version,
  note: z
    .string('errors:required')
    .trim()
    .min(10, 'rounds:errors.reasonShort')
    .max(1000, 'errors:tooLong')
    .transform(plainLines),
})
