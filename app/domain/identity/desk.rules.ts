import type { Permission } from './permission.rules.ts'
import { may, type Viewer } from './viewer.rules.ts'

/** The staff's pages and what each asks for, in the order of the tabs. */
const desks = [
  { name: 'ideas', href: '/staff/ideas', needs: 'ideas.see-private' },
  { name: 'rounds', href: '/staff/rounds', needs: 'rounds.run' },
  { name: 'dossiers', href: '/staff/dossiers', needs: 'dossiers.see' },
  { name: 'promises', href: '/staff/promises', needs: 'ideas.move' },
  { name: 'merges', href: '/staff/merges', needs: 'ideas.merge' },
  { name: 'moderation', href: '/staff/moderation', needs: 'moderation.decide' },
  { name: 'appeals', href: '/staff/appeals', needs: 'appeals.decide' },
  { name: 'care', href: '/staff/care', needs: 'care.answer' },
  { name: 'mentions', href: '/staff/mentions', needs: 'mentions.triage' },
  { name: 'realised', href: '/staff/realised', needs: 'realised.edit' },
  { name: 'redemptions', href: '/staff/redemptions', needs: 'rewards.fulfil' },
  { name: 'rewards', href: '/staff/rewards', needs: 'rewards.edit' },
  { name: 'grants', href: '/staff/grants', needs: 'points.grant' },
  { name: 'points', href: '/staff/points', needs: 'points.report' },
  { name: 'suspects', href: '/staff/suspects', needs: 'points.suspects' },
  { name: 'faq', href: '/staff/faq', needs: 'faq.edit' },
  { name: 'people', href: '/staff/people', needs: 'people.manage' },
  { name: 'audit', href: '/staff/audit', needs: 'audit.see' },
  { name: 'outbox', href: '/staff/outbox', needs: 'outbox.see' },
  { name: 'settings', href: '/staff/settings', needs: 'site.settings' },
] as const satisfies { name: string; href: string; needs: Permission }[]

/** The desks that a member of the staff may sit at. */
export const desksOf = (viewer: Viewer) => desks.filter(({ needs }) => may(viewer, needs))
