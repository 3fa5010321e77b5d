import { newId } from '#db/columns.ts'
import type { Tx } from '#db/database.server.ts'
import { people, personRoles } from '#db/schema/identity.ts'
import { now } from '#db/time.ts'
import { giveConsent } from './consent.server.ts'
import { foldedEmail, foldedName } from './name.rules.ts'
import { permissionsFor, type Role } from './permission.rules.ts'
import type { Person } from './viewer.rules.ts'

export type Settler = Pick<typeof people.$inferInsert, 'handle' | 'displayName' | 'joinedAt'> &
  Partial<
    Pick<
      typeof people.$inferInsert,
      'email' | 'passwordHash' | 'birthYear' | 'bio' | 'locale' | 'team'
    >
  > & { roles?: Role[] }

/**
 * Writes people of whom everything is known already, without the letters and proofs of joining:
 * for stories and trials. Answers them as they would be signed in, by handle.
 */
export async function settlePeople(tx: Tx, settlers: Settler[]) {
  const rows = await tx.insert(people).values(settlers.map(rowOf)).returning()
  const rolesOf = new Map(settlers.map(({ handle, roles }) => [handle, roles ?? []]))
  const settled = rows.map((row) => asSignedIn(row, rolesOf.get(row.handle)!))
  for (const { id, roles } of settled)
    if (roles.length)
      await tx.insert(personRoles).values(roles.map((role) => ({ personId: id, role })))
  for (const { id, passwordHash } of rows) if (passwordHash) await giveConsent(tx, id, 'terms')
  return new Map(settled.map((person) => [person.handle, person]))
}

function rowOf({ roles: _, ...settler }: Settler) {
  const { displayName, email, joinedAt } = settler
  return {
    ...settler,
    nameFolded: foldedName(displayName),
    emailFolded: email ? foldedEmail(email) : null,
    emailVerifiedAt: email ? joinedAt : null,
  }
}

function asSignedIn(row: typeof people.$inferSelect, roles: Role[]): Person {
  const { id, handle, displayName, avatarId, team, locale, theme } = row
  const rights = { roles, permissions: permissionsFor(roles), sessionId: newId(), provedAt: now() }
  return { id, handle, displayName, avatarId, team, locale, theme, silencedUntil: null, ...rights }
}
