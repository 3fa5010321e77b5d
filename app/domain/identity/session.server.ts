import { and, desc, eq, gt, lt, or } from 'drizzle-orm'
import { db, type Tx } from '#db/database.server.ts'
import { sessions } from '#db/schema/identity.ts'
import { now } from '#db/time.ts'
import { permissionsFor } from './permission.rules.ts'
import { hashed, lucia, noted } from './session-store.server.ts'
import type { Person, ShutOut } from './viewer.rules.ts'

const day = 86_400_000
const absoluteDays = 90
const rewriteSeenAfter = 3_600_000

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

/** Notes that the password was just typed again on this device. */
export async function proveSession(tx: Tx, sessionId: string) {
  await tx.update(sessions).set({ provedAt: now() }).where(eq(sessions.id, sessionId))
}

/** Forgets the sessions whose time is over. */
export async function forgetSessions(tx: Tx) {
  const over = or(lt(sessions.expiresAt, now()), lt(sessions.endsAt, now()))
  await tx.delete(sessions).where(over)
}
