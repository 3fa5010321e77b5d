import { z } from 'zod'
import { cleanedName } from './name.rules.ts'
import { roles } from './permission.rules.ts'

const reason = z
  .string({ error: 'identity:people.reasonNeeded' })
  .trim()
  .min(3, 'identity:people.reasonNeeded')
  .max(500, 'errors:tooLong')

export const PersonForm = z.discriminatedUnion('intent', [
  z.strictObject({
    intent: z.literal('assign'),
    roles: z.array(z.enum(roles)).default([]),
    team: z
      .string()
      .max(60, 'errors:tooLong')
      .default('')
      .transform((team) => cleanedName(team) || null),
  }),
  z.strictObject({ intent: z.literal('readmit'), reason }),
])
