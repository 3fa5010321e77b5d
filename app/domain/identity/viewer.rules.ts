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
  /** Posts nothing until then; null for whoever may. */
  silencedUntil: Date | null
}

type Signed = 'id' | 'handle' | 'displayName' | 'locale' | 'theme' | 'sessionId' | 'provedAt'

/**
 * Somebody who is suspended and signed in all the same: they read why, object, have a copy of their
 * data or go for good, and nothing else. Not a `Person`, so that no door takes them for one. `until` is
 * null where it has no end.
 */
export type ShutOut = Pick<Person, Signed> & {
  until: Date | null
}

/** Whoever looks, maybe nobody. */
export type Viewer = Person | undefined

type Restricted = Record<'suspendedAt' | 'suspendedUntil' | 'silencedUntil', Date | null>

/** Whether somebody is shut out at a moment: a suspension that has an end is over after it. */
export const isShutOutAt = (
  { suspendedAt, suspendedUntil }: Omit<Restricted, 'silencedUntil'>,
  moment: Date,
) => !!suspendedAt && !(suspendedUntil && suspendedUntil <= moment)

/** Until when somebody is silenced, at a moment; null where they are not. */
export const silencedAt = ({ silencedUntil }: Pick<Restricted, 'silencedUntil'>, moment: Date) =>
  silencedUntil && silencedUntil > moment ? silencedUntil : null

/** True when the viewer may do what `permission` names. */
export const may = (viewer: Viewer, permission: Permission) => !!viewer?.permissions.has(permission)

export const isStaff = (viewer: Viewer) => may(viewer, 'staff.enter')
