import { type NotificationEvent, sections } from './notification.rules.ts'

export const mailChoices = ['now', 'digest', 'none'] as const
export type MailChoice = (typeof mailChoices)[number]
export type Choice = { inApp: boolean; mail: MailChoice }

const now: Choice = { inApp: true, mail: 'now' }
const digest: Choice = { inApp: true, mail: 'digest' }
const none: Choice = { inApp: true, mail: 'none' }

/** What happens until a member chooses otherwise. */
export const defaults: Record<NotificationEvent, Choice> = {
  'own-moved': now,
  'own-answered': now,
  'own-asked': now,
  'own-evaluated': now,
  'own-appeal': now,
  'own-merge-asked': now,
  'own-merged': now,
  'own-realised': now,
  // The one letter about all outcomes of a review round, in place of a mail for each.
  round: now,
  'followed-moved': digest,
  'followed-answered': digest,
  'followed-evaluated': digest,
  // Whoever voted may withdraw: the letter carries the link.
  'followed-merged': now,
  'followed-realised': now,
  'own-commented': digest,
  replied: digest,
  mentioned: now,
  'followed-commented': none,
  'own-thanked': now,
  'own-level': digest,
  'own-badge': none,
  'own-points': now,
  'own-expiring': now,
  'own-redemption': now,
  'own-held': none,
  'own-decision': now,
  'own-objection': now,
  'own-flag': digest,
  'own-case': none,
  'own-case-solved': none,
  'own-invited': now,
  'own-remedy': now,
  'own-export': now,
  'staff-assigned': now,
  'staff-answered': now,
  'staff-appealed': now,
  'staff-promise-near': digest,
  'staff-promise-overdue': now,
  'staff-redemption': digest,
  'staff-grant': now,
  'staff-suspect': digest,
  'staff-objection': now,
  'staff-burst': digest,
  // The inbox shows them; of every one to be told would be too much.
  'staff-case-opened': { inApp: false, mail: 'none' },
  'staff-case-written': none,
  'staff-case-assigned': none,
  'staff-case-called': now,
  'staff-case-breaching': now,
  'staff-remedy': now,
}

/**
 * What was decided or asked of one's own idea is always told on the site: it is the receipt of it. So
 * is what somebody did to one's points, when they end, each step of a reward, what was decided about
 * oneself, and what comes of a case.
 */
export const alwaysInApp: readonly NotificationEvent[] = [
  'own-moved',
  'round',
  'own-answered',
  'own-asked',
  'own-appeal',
  'own-merge-asked',
  'own-merged',
  'own-points',
  'own-expiring',
  'own-redemption',
  ...sections.decisions,
  ...sections.care,
]

/** What is never mailed from here: customer care answers by letters of its own. */
export const neverMailed: readonly NotificationEvent[] = ['own-case', 'own-case-solved']

/** The choice that holds: what was stored, else the default, never less than the receipt. */
export function choiceFor(event: NotificationEvent, stored?: Partial<Choice> | null): Choice {
  const { inApp, mail } = { ...defaults[event], ...stored }
  return {
    inApp: inApp || alwaysInApp.includes(event),
    mail: neverMailed.includes(event) ? 'none' : mail,
  }
}
