import { z } from 'zod'
import { kinds } from './redemption.rules.ts'

export const limits = {
  title: 80,
  text: 2000,
  terms: 1500,
  alt: 200,
  price: 1_000_000,
  stock: 1_000_000,
  perMember: 1000,
  goal: 1_000_000_000,
  costCents: 10_000_000,
}

const plainLines = (text: string) => text.replace(/\r\n?/g, '\n').trim()
const title = z
  .string('errors:required')
  .trim()
  .min(3, 'rewards:desk.error.titleShort')
  .max(limits.title, 'errors:tooLong')
const words = z
  .string('errors:required')
  .transform(plainLines)
  .pipe(z.string().min(1, 'errors:required').max(limits.text, 'errors:tooLong'))
const terms = z
  .string()
  .transform(plainLines)
  .pipe(z.string().max(limits.terms, 'errors:tooLong'))
  .default('')

/** Only digits: neither `1e3` nor `0x10`, nor a fraction, is a number of things. */
const whole = (least: number, most: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,10}$/, 'rewards:desk.error.number')
    .transform(Number)
    .pipe(
      z.number().min(least, 'rewards:desk.error.number').max(most, 'rewards:desk.error.tooMuch'),
    )

const moment = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, 'rewards:desk.error.date')
  // PostgreSQL knows no year 0.
  .refine((text) => text > '1970' && text < '9000', 'rewards:desk.error.date')
  .optional()

/** Money as people type it, `4,50` or `4.5`, in cents. */
export function centsIn(text: string) {
  const [, euros = '', cents = ''] = /^(\d{1,7})(?:[.,](\d{1,2}))?$/.exec(text.trim()) ?? []
  return euros ? Number(euros) * 100 + Number(cents.padEnd(2, '0')) : undefined
}

/** Cents as `centsIn` reads them. */
export const euroOf = (cents: number) =>
  `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, '0')}`

const cost = z
  .string()
  .transform((text, told) => {
    const cents = centsIn(text)
    if (cents !== undefined && cents <= limits.costCents) return cents
    told.addIssue({ code: 'custom', message: 'rewards:desk.error.cost' })
    return z.NEVER
  })
  .optional()

/**
 * A reward as its editor writes it. `opens` and `closes` are on the community's clock, `cost` is in
 * euro; `stockSeen` is what the stock was when the form was drawn, empty for no end of it.
 */
export const RewardForm = z
  .strictObject({
    intent: z.enum(['save', 'preview'], 'errors:invalid').default('save'),
    version: z.coerce.number().int().min(0).max(1_000_000_000).default(0),
    kind: z.enum(kinds, 'errors:required'),
    state: z.enum(['draft', 'shown', 'ended'], 'errors:invalid').default('draft'),
    titleIt: title,
    titleEn: title,
    textIt: words,
    textEn: words,
    termsIt: terms,
    termsEn: terms,
    photo: z.instanceof(File).optional(),
    removePhoto: z.literal('on').optional(),
    photoAlt: z.string().trim().max(limits.alt, 'errors:tooLong').default(''),
    price: z.string('errors:required').pipe(whole(1, limits.price)),
    stock: whole(0, limits.stock).optional(),
    stockSeen: whole(0, limits.stock).optional(),
    level: whole(0, 100).default(0),
    opens: moment,
    closes: moment,
    perMember: whole(1, limits.perMember).optional(),
    needsApproval: z.literal('on').optional(),
    goal: whole(1, limits.goal).optional(),
    cost,
    position: whole(0, 100_000).default(0),
  })
  .refine(({ opens, closes }) => !opens || !closes || opens < closes, {
    path: ['closes'],
    message: 'rewards:desk.error.closesFirst',
  })
export type RewardValues = z.output<typeof RewardForm>
