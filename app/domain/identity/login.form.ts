import { z } from 'zod'

const needed = (field: string) => ({ error: `identity:${field}.required` })
/** A password somebody claims to have: any they could once have chosen. */
export const TypedPassword = z.string(needed('password')).max(1000, 'errors:tooLong')

export const LoginForm = z.strictObject({
  email: z.string(needed('email')).max(254, 'errors:tooLong'),
  password: TypedPassword,
  redirectTo: z.string().optional(),
})

export const ProofForm = z.strictObject({
  password: TypedPassword,
  redirectTo: z.string().optional(),
})
