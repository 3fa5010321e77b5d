import type { Permission } from './permission.rules.ts'
import { may, type Viewer } from './viewer.rules.ts'

/** The staff's pages and what each asks for, in the order of the tabs. */
const desks = [
  { name: 'ideas', href: '/staff/ideas', needs: 'ideas.see-private' },
  { name: 'people', href: '/staff/people', needs: 'people.manage' },
  { name: 'outbox', href: '/staff/outbox', needs: 'outbox.see' },
] as const satisfies { name: string; href: string; needs: Permission }[]

/** The desks that a member of the staff may sit at. */
export const desksOf = (viewer: Viewer) => desks.filter(({ needs }) => may(viewer, needs))
