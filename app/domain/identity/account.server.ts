import { and, eq, ne } from 'drizzle-orm'
import { newId } from '#db/columns.ts'
import type { Tx } from '#db/database.server.ts'
import { people } from '#db/schema/identity.ts'
import { now } from '#db/time.ts'
import { sendLetter } from './letter.server.ts'
import { foldedEmail } from './name.rules.ts'
import { tellOfNewPassword } from './reset.server.ts'
import { endSessions } from './session-store.server.ts'
import { issueToken, spendToken, voidTokens } from './token.server.ts'

/** Gives a person a new password: every session and every link of theirs ends, and their address is told. */
export async function changePassword(tx: Tx, personId: string, passwordHash: string) {
  const [person] = await tx
    .update(people)
    .set({ passwordHash })
    .where(eq(people.id, personId))
    .returning()
  await endSessions(tx, personId)
  await voidTokens(tx, personId)
  await tellOfNewPassword(tx, person!)
}

/**
 * Sends a link to the address that a person wants to have from now on; until it is used the old one
 * stays. The owner of an address that is already known gets a letter that says so instead.
 */
export async function askEmailChange(tx: Tx, personId: string, email: string) {
  const [person] = await tx.select().from(people).where(eq(people.id, personId))
  const [taken] = await tx
    .select()
    .from(people)
    .where(and(eq(people.emailFolded, foldedEmail(email)), ne(people.id, personId)))
  const token = await issueToken(tx, 'change-email', { personId, email })
  const { displayName: name, locale } = taken ?? person!
  const params = { name, path: taken ? '/login' : `/verify/${token}` }
  const template = taken ? 'already-joined' : 'change-email'
  await sendLetter(tx, template, newId(), { to: taken?.email ?? email, locale, params })
}

/**
 * Brings a person to the address a link was sent to, and tells the old one. `undefined` when the
 * link does not work (any more), or when the address meanwhile belongs to somebody else.
 */
export async function changeEmail(tx: Tx, secret: string) {
  const token = await spendToken(tx, secret, 'change-email')
  if (!token?.personId || !token.email) return undefined
  const emailFolded = foldedEmail(token.email)
  const [taken] = await tx.select().from(people).where(eq(people.emailFolded, emailFolded))
  const [old] = await tx.select().from(people).where(eq(people.id, token.personId))
  if (taken || !old) return undefined
  await tx
    .update(people)
    .set({ email: token.email, emailFolded, emailVerifiedAt: now() })
    .where(eq(people.id, old.id))
  await voidTokens(tx, old.id)
  if (old.email)
    await sendLetter(tx, 'email-changed', newId(), {
      to: old.email,
      locale: old.locale,
      params: { name: old.displayName, path: '/forgot' },
    })
  return 'changed' as const
}
