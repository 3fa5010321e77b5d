import { createHash } from 'node:crypto'
import { type Adapter, type DatabaseSession, type DatabaseUser, Lucia, TimeSpan } from 'lucia'
import { and, eq, lt, ne } from 'drizzle-orm'
import { db, prepared, transaction, type Tx, unavailability } from '#db/database.server.ts'
import { placeholder } from '#db/expressions.ts'
import { people, personRoles, sessions } from '#db/schema/identity.ts'
import { now } from '#db/time.ts'
import type { Role } from './permission.rules.ts'
import { isShutOutAt, type Person, silencedAt } from './viewer.rules.ts'

const idleDays = 30

type Kept = { agent: string; address: string; provedAt: Date; seenAt: Date; endsAt: Date }
type Known = Omit<Person, 'permissions' | 'sessionId' | 'provedAt'> & {
  isShutOut: boolean
  suspendedUntil: Date | null
}
declare module 'lucia' {
  interface Register {
    Lucia: typeof lucia
    DatabaseSessionAttributes: Kept
    DatabaseUserAttributes: Known
  }
}

/** What the table keeps of a token. */
export const hashed = (token: string) => createHash('sha256').update(token).digest('hex')

const sessionRow = () =>
  db
    .select()
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(eq(sessions.id, placeholder('id')))
    .prepare('session_row')
const roleRows = () =>
  db
    .select({ role: personRoles.role })
    .from(personRoles)
    .where(eq(personRoles.personId, placeholder('personId')))
    .prepare('role_rows')

/** What is noted of a visit: where nothing can be written for now, people read on all the same. */
export const noted = (work: Parameters<typeof transaction<void>>[0]) =>
  transaction(work).catch((error: unknown) => {
    if (!unavailability(error)) throw error
  })

/** Signs `personId` out everywhere, or everywhere but on the device of `exceptId`. */
export async function endSessions(tx: Tx, personId: string, exceptId = '') {
  await tx.delete(sessions).where(and(eq(sessions.personId, personId), ne(sessions.id, exceptId)))
}

/** Lucia's adapter over our tables; Lucia sees tokens, the table only their SHA-256. */
const store: Adapter = {
  async getSessionAndUser(token) {
    const [row] = await prepared(db, 'session_row', sessionRow).execute({ id: hashed(token) })
    if (!row || row.sessions.endsAt <= now()) return [null, null]
    const held = await prepared(db, 'role_rows', roleRows).execute({ personId: row.people.id })
    return [
      kept(token, row.sessions),
      known(
        row.people,
        held.map(({ role }) => role),
      ),
    ]
  },
  async getUserSessions() {
    return []
  },
  async setSession({ id, userId, expiresAt, attributes }) {
    await transaction((tx) =>
      tx
        .insert(sessions)
        .values({ id: hashed(id), personId: userId, expiresAt, ...attributes })
        .then(() => undefined),
    )
  },
  async updateSessionExpiration(token, expiresAt) {
    await noted((tx) =>
      tx
        .update(sessions)
        .set({ expiresAt })
        .where(eq(sessions.id, hashed(token)))
        .then(() => undefined),
    )
  },
  async deleteSession(token) {
    await noted((tx) =>
      tx
        .delete(sessions)
        .where(eq(sessions.id, hashed(token)))
        .then(() => undefined),
    )
  },
  async deleteUserSessions(personId) {
    await transaction((tx) => endSessions(tx, personId))
  },
  async deleteExpiredSessions() {
    await transaction((tx) =>
      tx
        .delete(sessions)
        .where(lt(sessions.expiresAt, now()))
        .then(() => undefined),
    )
  },
}

/** Sessions as Lucia keeps them: over after 30 idle days. */
export const lucia = new Lucia(store, {
  sessionExpiresIn: new TimeSpan(idleDays, 'd'),
  getSessionAttributes: (row) => row,
  getUserAttributes: (row) => row,
})

function kept(token: string, row: typeof sessions.$inferSelect): DatabaseSession {
  const { personId: userId, expiresAt, agent, address, provedAt, seenAt, endsAt } = row
  return { id: token, userId, expiresAt, attributes: { agent, address, provedAt, seenAt, endsAt } }
}

function known(row: typeof people.$inferSelect, held: Role[]): DatabaseUser {
  const { id, handle, displayName, avatarId, team, locale, theme } = row
  const restricted = {
    isShutOut: isShutOutAt(row, now()),
    suspendedUntil: row.suspendedUntil,
    silencedUntil: silencedAt(row, now()),
  }
  const shown = { id, handle, displayName, avatarId, team, locale, theme, roles: held }
  return { id, attributes: { ...shown, ...restricted } }
}
