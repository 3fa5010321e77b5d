import { z } from 'zod'

export const limits = { name: 80, street: 120, postcode: 12, city: 80, province: 60, country: 60 }

/** One line of a label: what is no letter, figure or mark has no place there. */
const line = (field: 'name' | 'street' | 'postcode' | 'city' | 'country') =>
  z
    .string(`rewards:redeem.error.${field}`)
    .transform((text) => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim())
    .pipe(z.string().min(1, `rewards:redeem.error.${field}`).max(limits[field], 'errors:tooLong'))

const optionalLine = (most: number) =>
  z
    .string()
    .transform((text) => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim())
    .pipe(z.string().max(most, 'errors:tooLong'))
    .default('')

const common = {
  idempotencyKey: z.string('errors:required').min(1, 'errors:required').max(200, 'errors:tooLong'),
  /** What it cost on the page that was looked at. */
  price: z.coerce.number().int().min(0).max(2_000_000_000).optional(),
  redirectTo: z.string().max(2000).optional(),
}

const postal = {
  name: line('name'),
  street: line('street'),
  postcode: line('postcode').refine(
    (text) => /^[\p{L}\d][\p{L}\d -]{1,11}$/u.test(text),
    'rewards:redeem.error.postcode',
  ),
  city: line('city'),
  province: optionalLine(limits.province),
  country: line('country'),
}

const creditName = optionalLine(60).refine(
  (name) => !/:\/\/|\bwww\.|\w\.[a-z]{2,}\//i.test(name),
  'rewards:redeem.error.creditName',
)

const maybe = z.string().max(2000).optional()
const unused = {
  ...{ name: maybe, street: maybe, postcode: maybe, city: maybe, province: maybe, country: maybe },
  creditName: maybe,
}

/** What is asked for each kind; what another kind would need is let through and not kept. */
export const redeemForms = {
  prize: z.strictObject({ ...unused, ...common, ...postal }),
  thanks: z.strictObject({ ...unused, ...common, creditName }),
  coupon: z.strictObject({ ...unused, ...common }),
  donation: z.strictObject({ ...unused, ...common }),
}

/** What an owner does with a redemption. */
export const OwnForm = z.strictObject({ intent: z.enum(['show', 'cancel']) })
