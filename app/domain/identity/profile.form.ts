import { z } from 'zod'
import { EmailField, NameField, NewPasswordField, tick } from './join.form.ts'

export const ProfileForm = z.strictObject({
  displayName: NameField,
  bio: z.string().trim().max(300, 'identity:bio.long').default(''),
  avatar: z.instanceof(File).optional(),
  removeAvatar: tick,
})

/** What somebody wants to be spoken to like; from the footer one of the two at a time. */
export const PreferencesForm = z.strictObject({
  locale: z.enum(['it', 'en']).optional(),
  theme: z.enum(['auto', 'light', 'dark']).optional(),
  redirectTo: z.string().optional(),
})

export const ConsentForm = z.strictObject({ marketing: tick, profiling: tick })
export const PasswordChangeForm = z.strictObject({ password: NewPasswordField })
export const EmailChangeForm = z.strictObject({ email: EmailField })

export const DeviceForm = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('one'), device: z.string().max(100) }),
  z.strictObject({ intent: z.literal('others') }),
])
