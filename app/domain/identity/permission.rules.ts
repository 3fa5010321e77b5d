export const roles = ['moderator', 'care', 'evaluator', 'editor', 'admin'] as const
export type Role = (typeof roles)[number]

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
  ],
  care: ['staff.enter', 'comments.speak'],
  evaluator: [
    'staff.enter',
    'ideas.see-private',
    'ideas.move',
    'ideas.answer',
    'ideas.merge',
    'ideas.ask',
    'dossiers.see',
    'dossiers.score',
    'dossiers.lead',
    'rounds.run',
    'appeals.decide',
    'realised.edit',
    'comments.speak',
  ],
  editor: ['staff.enter', 'realised.edit', 'comments.speak'],
  admin: [
    'staff.enter',
    'ideas.see-private',
    'ideas.move',
    'ideas.hide',
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
    'site.settings',
    'comments.speak',
    'comments.hide',
    'people.manage',
    'outbox.see',
    'site.set-up',
  ],
} as const satisfies Record<Role, readonly string[]>

export type Permission = (typeof permissionsOf)[Role][number]

/** Everything that holders of `held` may do. */
export const permissionsFor = (held: readonly Role[]) =>
  new Set<Permission>(held.flatMap((role) => permissionsOf[role]))
