import type { Permission } from '../identity/permission.rules.ts'
import { may, type Viewer } from '../identity/viewer.rules.ts'

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
  points: ['own-thanked', 'own-level', 'own-badge', 'own-points', 'own-expiring', 'own-redemption'],
  decisions: ['own-held', 'own-decision', 'own-objection', 'own-flag'],
  care: ['own-case', 'own-case-solved', 'own-invited', 'own-remedy', 'own-export'],
  team: [
    'staff-assigned',
    'staff-answered',
    'staff-appealed',
    'staff-promise-near',
    'staff-promise-overdue',
    'staff-redemption',
    'staff-grant',
    'staff-suspect',
  ],
  moderators: ['staff-objection', 'staff-burst'],
  agents: [
    'staff-case-opened',
    'staff-case-written',
    'staff-case-assigned',
    'staff-case-called',
    'staff-case-breaching',
    'staff-remedy',
  ],
} as const
export type Section = keyof typeof sections
export const sectionNames = Object.keys(sections) as Section[]
export type NotificationEvent = (typeof sections)[Section][number]

/** The sections that are for some of the staff alone, and what they must be allowed. */
const keptFor: Partial<Record<Section, Permission>> = {
  team: 'staff.enter',
  moderators: 'moderation.decide',
  agents: 'care.answer',
}

const isIn = (section: Section, event: string) => sections[section].some((one) => one === event)

/** Whether `viewer` may be told what is in a section. */
export const isSectionFor = (viewer: Viewer, section: Section) => {
  const needed = keptFor[section]
  return !needed || may(viewer, needed)
}

/** Whether an event is for some of the staff alone, and for nobody once they have left it. */
export const isOfTeam = (event: string) =>
  (Object.keys(keptFor) as Section[]).some((section) => isIn(section, event))

/** Whether `viewer` may still read of an event: what is the team's only as long as they do that work. */
export const isFor = (viewer: Viewer, event: string) =>
  (Object.keys(keptFor) as Section[]).every(
    (section) => !isIn(section, event) || isSectionFor(viewer, section),
  )

/** What is about no idea: one's points, a reward, a decision, a case, or the work of the team on them. */
export const ideaLess = [
  ...sections.decisions,
  ...sections.care,
  ...sections.moderators,
  ...sections.agents,
  'own-level',
  'own-badge',
  'own-points',
  'own-expiring',
  'own-redemption',
  'staff-redemption',
  'staff-grant',
  'staff-suspect',
] as const satisfies NotificationEvent[]
export type IdeaLess = (typeof ideaLess)[number]

export const isIdeaLess = (event: string): event is IdeaLess =>
  ideaLess.some((one) => one === event)

export const events: readonly NotificationEvent[] = Object.values(sections).flat()

export const isEvent = (text: string): text is NotificationEvent =>
  (events as readonly string[]).includes(text)

/** The kinds by which a member looks through what they were told. */
export const kinds = ['replies', 'status', 'points', 'decisions', 'care', 'team'] as const
export type Kind = (typeof kinds)[number]

/** The events of a kind. */
export function eventsOf(kind: Kind): readonly NotificationEvent[] {
  if (kind === 'replies') return sections.talk
  if (kind === 'team') return [...sections.team, ...sections.moderators, ...sections.agents]
  return kind === 'status' ? [...sections.mine, ...sections.followed] : sections[kind]
}

/** How long somebody who moved an idea may take it back before anybody is told. */
export const undoMs = 10_000

/** Whether muting an idea ends this; the receipts of one's own idea and a call by name come anyway. */
export const isMutable = (event: NotificationEvent) =>
  event.startsWith('followed-') || event === 'own-commented' || event === 'replied'

export type Topic = 'points' | 'decisions' | 'care' | 'team' | 'moderators' | 'agents'

/** The topic of news of no idea: whose page it belongs to, and for the team which work. */
export const topicOf = (event: string): Topic =>
  (['decisions', 'care', 'team', 'moderators', 'agents'] as const).find((one) =>
    isIn(one, event),
  ) ?? 'points'

type Gathered = { event: string; data: Record<string, unknown> | null }

/** What news of no idea are gathered under: their topic, or the one reward or case (`subject`). */
export function gatheredBy({ event, data }: Gathered) {
  const topic = topicOf(event)
  const isOne = topic === 'care' || event === 'own-redemption'
  return isOne ? `${topic} ${String(data?.subject)}` : topic
}
