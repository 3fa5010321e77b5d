export const roles = ['moderator', 'care', 'evaluator', 'editor', 'admin'] as const
export type Role = (typeof roles)[number]

/** What weighing ideas and answering them takes. */
const weighing = [
  'ideas.see-private',
  'ideas.move',
  'ideas.answer',
  'ideas.export',
  'ideas.merge',
  'ideas.ask',
  'dossiers.see',
  'dossiers.score',
  'dossiers.lead',
  'rounds.run',
  'appeals.decide',
  'realised.edit',
  'thanks.give',
  'comments.speak',
] as const

/** What telling what was realised, and rewarding, takes. */
const rewarding = [
  'realised.edit',
  'rewards.edit',
  'rewards.fulfil',
  'points.grant',
  'points.report',
  'thanks.give',
  'comments.speak',
] as const

/** What keeping the place kind takes. */
const moderating = ['moderation.decide', 'moderation.rules'] as const

/** What answering members takes. Moderators see no cases, care sees no moderation. */
const caring = ['care.answer', 'faq.edit', 'mentions.triage'] as const

/** What each role may do; whoever holds several may do all of it. */
export const permissionsOf = {
  moderator: [
    'staff.enter',
    'ideas.see-private',
    'ideas.hide',
    'ideas.merge',
    'appeals.decide',
    'comments.speak',
    'comments.hide',
    'points.suspects',
    ...moderating,
  ],
  care: ['staff.enter', 'comments.speak', ...caring],
  evaluator: ['staff.enter', ...weighing],
  editor: ['staff.enter', 'faq.edit', ...rewarding],
  admin: [
    'staff.enter',
    ...weighing,
    ...rewarding,
    ...moderating,
    ...caring,
    'care.lead',
    'audit.see',
    'privacy.oversee',
    'ideas.hide',
    'comments.hide',
    'points.approve',
    'points.suspects',
    'people.manage',
    'site.settings',
    'site.set-up',
    'outbox.see',
  ],
} as const satisfies Record<Role, readonly string[]>

export type Permission = (typeof permissionsOf)[Role][number]

/** Everything that holders of `held` may do. */
export const permissionsFor = (held: readonly Role[]) =>
  new Set<Permission>(held.flatMap((role) => permissionsOf[role]))
