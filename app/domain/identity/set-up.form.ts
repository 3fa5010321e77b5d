import { z } from 'zod'
import { isColour } from '../site/colour.rules.ts'
import { EmailField, NameField, NewPasswordField, tick } from './join.form.ts'
import { cleanedName } from './name.rules.ts'

export const SetUpForm = z.strictObject({
  siteName: z
    .string({ error: 'identity:setUp.nameLength' })
    .max(200, 'errors:tooLong')
    .transform(cleanedName)
    .pipe(z.string().min(2, 'identity:setUp.nameLength').max(40, 'identity:setUp.nameLength')),
  locale: z.enum(['it', 'en']),
  accent: z.string().trim().refine(isColour, 'identity:setUp.notColour').optional(),
  email: EmailField,
  displayName: NameField,
  password: NewPasswordField,
  samples: tick,
})
