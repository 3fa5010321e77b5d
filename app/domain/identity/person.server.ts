import { eq } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { people, personRoles } from '#db/schema/identity.ts'
import { now } from '#db/time.ts'
import { permissionsFor } from './permission.rules.ts'
import { isShutOutAt, type Person, silencedAt } from './viewer.rules.ts'

/**
 * Somebody as they may act now, for what they asked to be done later: with the roles of this
 * moment. `undefined` when they are gone or suspended.
 */
export async function personOf(db: Read, personId: string): Promise<Person | undefined> {
  const [row] = await db.select().from(people).where(eq(people.id, personId))
  if (!row || isShutOutAt(row, now())) return undefined
  const held = await db
    .select({ role: personRoles.role })
    .from(personRoles)
    .where(eq(personRoles.personId, personId))
  const roles = held.map(({ role }) => role)
  const { id, handle, displayName, avatarId, team, locale, theme } = row
  const silencedUntil = silencedAt(row, now())
  const known = { id, handle, displayName, avatarId, team, locale, theme, roles, silencedUntil }
  return { ...known, permissions: permissionsFor(roles), sessionId: '', provedAt: now() }
}
