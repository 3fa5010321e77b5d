import type { Permission, Role } from './permission.rules.ts'

/** A signed-in person, as the rest of the house knows them. */
export type Person = {
  id: string
  handle: string
  displayName: string
  avatarId: string | null
  team: string | null
  locale: 'it' | 'en' | null
  theme: 'auto' | 'light' | 'dark'
  roles: Role[]
  permissions: Set<Permission>
  sessionId: string
  /** When they last typed their password. */
  provedAt: Date
}

/** Whoever looks, maybe nobody. */
export type Viewer = Person | undefined

/** True when the viewer may do what `permission` names. */
export const may = (viewer: Viewer, permission: Permission) => !!viewer?.permissions.has(permission)

export const isStaff = (viewer: Viewer) => may(viewer, 'staff.enter')
