import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { people, personRoles } from '#db/schema/identity.ts'
import { type Permission, permissionsFor, roles } from './permission.rules.ts'

/** The ids of everybody who holds a permission and is not suspended, each once. */
export async function holdersOf(db: Read, permission: Permission) {
  const enough = roles.filter((role) => permissionsFor([role]).has(permission))
  const found = await db
    .selectDistinct({ id: people.id })
    .from(personRoles)
    .innerJoin(people, eq(people.id, personRoles.personId))
    .where(and(inArray(personRoles.role, enough), isNull(people.suspendedAt)))
  return found.map(({ id }) => id)
}
