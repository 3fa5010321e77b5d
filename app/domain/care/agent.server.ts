import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { people, personRoles } from '#db/schema/identity.ts'
import { permissionsOf, type Role, roles } from '../identity/permission.rules.ts'

const answering = roles.filter((role) => isAnswering(role))

function isAnswering(role: Role) {
  const held: readonly string[] = permissionsOf[role]
  return held.includes('care.answer')
}

/** Those who may answer cases, by name. */
export const agentsOf = (db: Read) =>
  db
    .selectDistinct({ id: people.id, name: people.displayName, handle: people.handle })
    .from(people)
    .innerJoin(personRoles, eq(personRoles.personId, people.id))
    .where(and(inArray(personRoles.role, answering), isNull(people.suspendedAt)))
    .orderBy(asc(people.displayName), asc(people.id))

/** Those of `ids` who may answer cases. */
export async function areAgents(db: Read, ids: string[]) {
  if (!ids.length) return []
  const agents = await db
    .selectDistinct({ id: personRoles.personId })
    .from(personRoles)
    .innerJoin(people, eq(people.id, personRoles.personId))
    .where(
      and(
        inArray(personRoles.personId, ids),
        inArray(personRoles.role, answering),
        isNull(people.suspendedAt),
      ),
    )
  return agents.map(({ id }) => id)
}
