/** What a member can be told of, each with its own choices, in the sections of the settings. */
export const sections = {
  mine: [
    'own-moved',
    'round',
    'own-answered',
    'own-asked',
    'own-evaluated',
    'own-appeal',
    'own-merge-asked',
    'own-merged',
    'own-realised',
  ],
  followed: [
    'followed-moved',
    'followed-answered',
    'followed-evaluated',
    'followed-merged',
    'followed-realised',
  ],
  talk: ['own-commented', 'replied', 'mentioned', 'followed-commented'],
  team: [
    'staff-assigned',
    'staff-answered',
    'staff-appealed',
    'staff-promise-near',
    'staff-promise-overdue',
  ],
} as const
export type Section = keyof typeof sections
export type NotificationEvent = (typeof sections)[Section][number]

/** Whether an event is for the team alone, and for nobody once they have left it. */
export const isOfTeam = (event: string) => sections.team.some((one) => one === event)

export const events: readonly NotificationEvent[] = Object.values(sections).flat()

export const mailChoices = ['now', 'digest', 'none'] as const
export type MailChoice = (typeof mailChoices)[number]
export type Choice = { inApp: boolean; mail: MailChoice }

const now: Choice = { inApp: true, mail: 'now' }
const digest: Choice = { inApp: true, mail: 'digest' }

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
  'followed-commented': { inApp: true, mail: 'none' },
  'staff-assigned': now,
  'staff-answered': now,
  'staff-appealed': now,
  'staff-promise-near': digest,
  'staff-promise-overdue': now,
}

/** What was decided or asked of one's own idea is always told on the site: it is the receipt of it. */
export const alwaysInApp: readonly NotificationEvent[] = [
  'own-moved',
  'round',
  'own-answered',
  'own-asked',
  'own-appeal',
  'own-merge-asked',
  'own-merged',
]

export const isEvent = (text: string): text is NotificationEvent =>
  (events as readonly string[]).includes(text)

/** The choice that holds: what was stored, else the default, never less than the receipt. */
export function choiceFor(event: NotificationEvent, stored?: Partial<Choice> | null): Choice {
  const { inApp, mail } = { ...defaults[event], ...stored }
  return { inApp: inApp || alwaysInApp.includes(event), mail }
}

/** The kinds by which a member looks through what they were told. */
export const kinds = ['replies', 'status', 'team'] as const
export type Kind = (typeof kinds)[number]

/** The events of a kind. */
export function eventsOf(kind: Kind): readonly NotificationEvent[] {
  if (kind === 'replies') return sections.talk
  return kind === 'team' ? sections.team : [...sections.mine, ...sections.followed]
}

/** How long somebody who moved an idea may take it back before anybody is told. */
export const undoMs = 10_000

/** Whether muting an idea ends this; the receipts of one's own idea and a call by name come anyway. */
export const isMutable = (event: NotificationEvent) =>
  event.startsWith('followed-') || event === 'own-commented' || event === 'replied'
