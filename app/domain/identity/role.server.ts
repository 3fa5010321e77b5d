import { and, eq, inArray, isNotNull, isNull, ne, notInArray } from 'drizzle-orm'
import { howMany } from '#db/expressions.ts'
import type { Read, Tx } from '#db/database.server.ts'
import { people, personRoles } from '#db/schema/identity.ts'
import { newId } from '#db/columns.ts'
import { audit } from '../audit/audit.server.ts'
import { sendLetter } from './letter.server.ts'
import type { Role } from './permission.rules.ts'
import { endSessions } from './session-store.server.ts'
import { may, type Person } from './viewer.rules.ts'

/** True when somebody can run the house: an admin who is not suspended. */
export const hasAdmin = async (db: Read) => (await adminsOf(db)) > 0

/** Whether somebody is an admin and nobody beside them could run the house. */
export async function isLastAdmin(db: Read, personId: string) {
  const roles = await rolesOf(db, [personId])
  return roles.some(({ role }) => role === 'admin') && !(await adminsOf(db, personId))
}

async function adminsOf(db: Read, beside?: string) {
  const [row] = await db
    .select({ n: howMany() })
    .from(personRoles)
    .innerJoin(people, eq(people.id, personRoles.personId))
    .where(
      and(
        eq(personRoles.role, 'admin'),
        isNull(people.suspendedAt),
        beside ? ne(people.id, beside) : undefined,
      ),
    )
  return row!.n
}

// PostgreSQL runs two of these at once, and each would see the other's admin stay. Touching the rows makes one wait.
const holdAdmins = (tx: Tx) =>
  tx.update(personRoles).set({ role: 'admin' }).where(eq(personRoles.role, 'admin'))

/** Whoever would leave the house without an admin is stopped by this; the transaction is undone. */
export class LastAdmin extends Error {
  override name = 'LastAdmin'
}

/** Runs `change` and throws `LastAdmin` when no admin is left after it. */
export async function keepingAnAdmin<T>(tx: Tx, change: () => PromiseLike<T>) {
  await holdAdmins(tx)
  const changed = await change()
  if (!(await hasAdmin(tx))) throw new LastAdmin()
  return changed
}

/** Gives roles, without asking who gives them: for the first admin and for stories. */
export async function grantRoles(tx: Tx, personId: string, roles: Role[], grantedBy?: string) {
  if (roles.length)
    await tx
      .insert(personRoles)
      .values(roles.map((role) => ({ personId, role, grantedBy })))
      .onConflictDoNothing()
}

/**
 * Makes `roles` and `team` all that a person has. Their sessions end, but for the one this is done
 * from. Throws `LastAdmin`; `not-allowed` for whoever does not manage people.
 */
export async function assignRoles(
  tx: Tx,
  admin: Person,
  personId: string,
  { roles, team }: { roles: Role[]; team: string | null },
) {
  if (!may(admin, 'people.manage')) return 'not-allowed'
  const before = await rolesOf(tx, [personId])
  const theirs = eq(personRoles.personId, personId)
  await keepingAnAdmin(tx, async () => {
    const others = roles.length ? and(theirs, notInArray(personRoles.role, roles)) : theirs
    await tx.delete(personRoles).where(and(others, theirs))
    await grantRoles(tx, personId, roles, admin.id)
    await tx.update(people).set({ team }).where(eq(people.id, personId))
  })
  await endSessions(tx, personId, personId === admin.id ? admin.sessionId : '')
  const from = before.map(({ role }) => role)
  await audit(tx, admin.id, 'person.roles-assigned', { subject: personId, from, to: roles, team })
  return 'assigned'
}

/** The roles of several people, a row each. */
export const rolesOf = async (db: Read, ids: string[]) =>
  ids.length
    ? await db
        .select({ personId: personRoles.personId, role: personRoles.role })
        .from(personRoles)
        .where(inArray(personRoles.personId, ids))
    : []

/**
 * Lets a suspended person in again whom no decision keeps out (see the moderators' `restore`), and tells
 * them: `readmitted`, `not-suspended` or `not-allowed`.
 */
export async function readmit(tx: Tx, admin: Person, personId: string, reason: string) {
  if (!may(admin, 'people.manage')) return 'not-allowed'
  const shut = and(eq(people.id, personId), isNotNull(people.suspendedAt))
  const [person] = await tx
    .update(people)
    .set({ suspendedAt: null, suspendedUntil: null })
    .where(shut)
    .returning()
  if (!person) return 'not-suspended'
  await tellReadmitted(tx, personId)
  const words = { of: personId, text: reason }
  await audit(tx, admin.id, 'person.readmitted', { subject: personId, words })
  return 'readmitted'
}

/** Imported people and those who never confirmed their address are told nothing. */
async function tellReadmitted(tx: Tx, personId: string) {
  const [person] = await tx.select().from(people).where(eq(people.id, personId))
  if (!person?.email || !person.emailVerifiedAt) return
  const { email: to, locale, displayName: name } = person
  await sendLetter(tx, 'readmitted', newId(), { to, locale, params: { name, path: '/login' } })
}
