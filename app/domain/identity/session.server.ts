import { createHash } from 'node:crypto'
import { type Adapter, type DatabaseSession, type DatabaseUser, Lucia, TimeSpan } from 'lucia'
import { and, desc, eq, gt, lt, ne, or } from 'drizzle-orm'
import { db, prepared, transaction, type Tx, unavailability } from '#db/database.server.ts'
import { placeholder } from '#db/expressions.ts'
import { people, personRoles, sessions } from '#db/schema/identity.ts'
import { now } from '#db/time.ts'
import { permissionsFor, type Role } from './permission.rules.ts'
import { isShutOutAt, type Person, type ShutOut, silencedAt } from './viewer.rules.ts'

const day = 86_400_000
const idleDays = 30
const absoluteDays = 90
const rewriteSeenAfter = 3_600_000

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

const hashed = (token: string) => createHash('sha256').update(token).digest('hex')

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
const noted = (work: Parameters<typeof transaction<void>>[0]) =>
  transaction(work).catch((error: unknown) => {
    if (!unavailability(error)) throw error
  })

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

const lucia = new Lucia(store, {
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

/** Signs somebody in on a device; answers the token for the cookie. Ends after 30 idle days, 90 in all. */
export async function startSession(personId: string, agent: string, address: string) {
  const moment = now()
  const endsAt = new Date(moment.getTime() + absoluteDays * day)
  const session = await lucia.createSession(personId, {
    agent,
    address,
    provedAt: moment,
    seenAt: moment,
    endsAt,
  })
  return session.id
}

/** Whoever a token lets in: a person, or somebody shut out, who may do next to nothing; or neither. */
export type Visitor = { viewer?: Person; shutOut?: ShutOut }

/**
 * Whose session this token opens, as the `viewer`; as `shutOut` where they are suspended; neither
 * when it is unknown or expired.
 */
export async function findVisitor(token: string): Promise<Visitor> {
  const { session, user } = await lucia.validateSession(token)
  if (!session) return {}
  const sessionId = hashed(token)
  if (now().getTime() - session.seenAt.getTime() > rewriteSeenAfter) await seen(sessionId)
  const { isShutOut, suspendedUntil: until, ...known } = user
  const { id, handle, displayName, locale, theme } = known
  const { provedAt } = session
  const self = { id, handle, displayName, locale, theme, sessionId, provedAt }
  if (isShutOut) return { shutOut: { ...self, until } }
  return { viewer: { ...known, permissions: permissionsFor(known.roles), sessionId, provedAt } }
}

/** The person whose session this token opens; `undefined` when it is unknown, expired, or they are suspended. */
export const findSession = async (token: string) => (await findVisitor(token)).viewer

const seen = (id: string) =>
  noted((tx) =>
    tx
      .update(sessions)
      .set({ seenAt: now() })
      .where(eq(sessions.id, id))
      .then(() => undefined),
  )

/** The devices a person is signed in on, the one seen last first. */
export const devicesOf = (personId: string) =>
  db
    .select()
    .from(sessions)
    .where(and(eq(sessions.personId, personId), gt(sessions.expiresAt, now())))
    .orderBy(desc(sessions.seenAt))

/** Signs one device of `personId` out, by the session's id. */
export async function endSession(tx: Tx, personId: string, sessionId: string) {
  await tx.delete(sessions).where(and(eq(sessions.personId, personId), eq(sessions.id, sessionId)))
}

/** Signs `personId` out everywhere, or everywhere but on the device of `exceptId`. */
export async function endSessions(tx: Tx, personId: string, exceptId = '') {
  await tx.delete(sessions).where(and(eq(sessions.personId, personId), ne(sessions.id, exceptId)))
}

/** Notes that the password was just typed again on this device. */
export async function proveSession(tx: Tx, sessionId: string) {
  await tx.update(sessions).set({ provedAt: now() }).where(eq(sessions.id, sessionId))
}

/** Forgets the sessions whose time is over. */
export async function forgetSessions(tx: Tx) {
  const over = or(lt(sessions.expiresAt, now()), lt(sessions.endsAt, now()))
  await tx.delete(sessions).where(over)
}
