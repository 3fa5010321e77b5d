export const roles = ['moderator', 'care', 'evaluator', 'editor', 'admin'] as const
export type Role = (typeof roles)[number]

/** What each role may do; whoever holds several may do all of it. */
export const permissionsOf = {
  moderator: ['staff.enter', 'ideas.see-private', 'ideas.hide', 'comments.speak', 'comments.hide'],
  care: ['staff.enter', 'comments.speak'],
  evaluator: ['staff.enter', 'ideas.see-private', 'ideas.move', 'ideas.answer', 'comments.speak'],
  editor: ['staff.enter', 'comments.speak'],
  admin: [
    'staff.enter',
    'ideas.see-private',
    'ideas.move',
    'ideas.hide',
    'ideas.answer',
    'ideas.export',
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
