import type { PrivacySettings } from '../site/privacy-settings.rules.ts'

/** What is forgotten after so many days, each by its setting. */
export const retentionKinds = [
  'devices',
  'sentMails',
  'deadMails',
  'notices',
  'inbound',
  'reports',
  'mentions',
  'cases',
] as const
export type RetentionKind = (typeof retentionKinds)[number]

/** The settings of the page itself; cases have theirs, in months, with customer care. */
export const daySettings = {
  devices: 'ipDays',
  sentMails: 'mailDays',
  deadMails: 'deadMailDays',
  notices: 'noticeDays',
  inbound: 'inboundDays',
  reports: 'flagDays',
  mentions: 'mentionDays',
} as const satisfies Record<Exclude<RetentionKind, 'cases'>, keyof PrivacySettings>

const day = 86_400_000

/** The moment that many days ago: what is older has had its time, to the millisecond. */
export const daysBefore = (moment: Date, days: number) => new Date(+moment - days * day)

/** The same day so many months ago; the last of a month that is shorter. */
export function monthsBefore(moment: Date, months: number) {
  const then = new Date(moment)
  then.setUTCDate(1)
  then.setUTCMonth(then.getUTCMonth() - months)
  const last = new Date(Date.UTC(then.getUTCFullYear(), then.getUTCMonth() + 1, 0)).getUTCDate()
  then.setUTCDate(Math.min(moment.getUTCDate(), last))
  return then
}
