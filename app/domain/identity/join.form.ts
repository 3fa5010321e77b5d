import { z } from 'zod'
import { cleanedName, holdsAddress } from './name.rules.ts'
import { isGoodLength } from './password.rules.ts'

const needed = (field: string) => ({ error: `identity:${field}.required` })
export const tick = z
  .literal('on')
  .optional()
  .transform((said) => said === 'on')

export const EmailField = z
  .string(needed('email'))
  .max(254, 'errors:tooLong')
  .trim()
  .pipe(z.email('identity:email.invalid'))

export const NewPasswordField = z
  .string(needed('password'))
  .refine(isGoodLength, { error: 'identity:password.length' })

export const NameField = z
  .string(needed('name'))
  .max(200, 'errors:tooLong')
  .transform(cleanedName)
  .pipe(
    z
      .string()
      .min(2, 'identity:name.length')
      .max(40, 'identity:name.length')
      // A name stands in mails to others, whose programs would make a link of it.
      .refine((name) => !holdsAddress(name), 'identity:name.address'),
  )

const thisYear = () => new Date().getUTCFullYear()

/** Whoever joins. `website` is a trap for machines: no person sees it. */
export const JoinForm = z.strictObject({
  email: EmailField,
  password: NewPasswordField,
  displayName: NameField,
  birthYear: z
    .string(needed('birthYear'))
    .trim()
    .regex(/^\d{4}$/, 'identity:birthYear.invalid')
    .transform(Number)
    .refine((year) => year >= 1900 && year <= thisYear(), 'identity:birthYear.invalid'),
  terms: z.literal('on', { error: 'identity:terms.required' }),
  marketing: tick,
  profiling: tick,
  redirectTo: z.string().optional(),
  /** The code of the link that they came by. */
  friend: z.string().max(100).optional(),
  website: z.string().optional(),
})

export const EmailForm = z.strictObject({ email: EmailField })
export const NewPasswordForm = z.strictObject({ password: NewPasswordField })
