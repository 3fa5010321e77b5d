import { z } from 'zod'

const required = { error: 'errors:required' }
/** A password somebody claims to have: any they could once have chosen. */
export const TypedPassword = z.string(required).max(1000, 'errors:tooLong')

export const LoginForm = z.strictObject({
  email: z.string(required).max(254, 'errors:tooLong'),
  password: TypedPassword,
  redirectTo: z.string().optional(),
})

export const ProofForm = z.strictObject({
  password: TypedPassword,
  redirectTo: z.string().optional(),
})
