import { z } from 'zod'
import { privacyDefaults, type PrivacySettings } from '../site/privacy-settings.rules.ts'

const wrong = 'privacy:retention.error.number'
const days = z
  .string('errors:required')
  .trim()
  .regex(/^\d{1,4}$/, wrong)
  .transform(Number)
  .pipe(z.number().min(1, wrong).max(3650, wrong))
const names = Object.keys(privacyDefaults) as (keyof PrivacySettings)[]

/** For how many days each kind of data is kept; `seen` is how it was when the page was read. */
export const RetentionForm = z.strictObject({
  seen: z.string().max(100),
  ...(Object.fromEntries(names.map((name) => [name, days])) as Record<
    keyof PrivacySettings,
    typeof days
  >),
})
