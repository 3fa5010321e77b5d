/** What a member can be told of, each with its own choices. */
export const events = [
  'own-moved',
  'own-answered',
  'own-commented',
  'replied',
  'mentioned',
  'followed-moved',
  'followed-answered',
  'followed-commented',
] as const
export type NotificationEvent = (typeof events)[number]

export const mailChoices = ['now', 'digest', 'none'] as const
export type MailChoice = (typeof mailChoices)[number]
export type Choice = { inApp: boolean; mail: MailChoice }

/** What happens until a member chooses otherwise. */
export const defaults: Record<NotificationEvent, Choice> = {
  'own-moved': { inApp: true, mail: 'now' },
  'own-answered': { inApp: true, mail: 'now' },
  'own-commented': { inApp: true, mail: 'digest' },
  replied: { inApp: true, mail: 'digest' },
  mentioned: { inApp: true, mail: 'now' },
  'followed-moved': { inApp: true, mail: 'digest' },
  'followed-answered': { inApp: true, mail: 'digest' },
  'followed-commented': { inApp: true, mail: 'none' },
}

/** What was decided of one's own idea is always told on the site: it is the receipt of the decision. */
export const alwaysInApp: readonly NotificationEvent[] = ['own-moved', 'own-answered']

export const isEvent = (text: string): text is NotificationEvent =>
  (events as readonly string[]).includes(text)

/** The choice that holds: what was stored, else the default, never less than the receipt. */
export function choiceFor(event: NotificationEvent, stored?: Partial<Choice> | null): Choice {
  const { inApp, mail } = { ...defaults[event], ...stored }
  return { inApp: inApp || alwaysInApp.includes(event), mail }
}

const digestHour = 8

const kept = new Map<string, Intl.DateTimeFormat>()

/** The clock asks every second, and a format takes twenty milliseconds to make. */
function format(locale: string, options: Intl.DateTimeFormatOptions) {
  const name = `${locale} ${JSON.stringify(options)}`
  const made = kept.get(name) ?? new Intl.DateTimeFormat(locale, options)
  kept.set(name, made)
  return made
}

/** The day of a moment where the community lives, as `2026-11-22`. */
export const dayIn = (timeZone: string, moment: Date) =>
  format('sv-SE', { timeZone, dateStyle: 'short' }).format(moment)

/** Whether the digests of today may leave: it is 8 o'clock or later there. */
export function isDigestTime(timeZone: string, moment: Date) {
  const hour = format('en-GB', { timeZone, hour: '2-digit', hour12: false })
  return Number(hour.format(moment)) % 24 >= digestHour
}

export const timeZone = 'Europe/Rome'
