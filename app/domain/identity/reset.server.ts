import { and, eq } from 'drizzle-orm'
import { newId } from '#db/columns.ts'
import type { Tx } from '#db/database.server.ts'
import { people } from '#db/schema/identity.ts'
import { askToConfirm } from './join.server.ts'
import { sendLetter } from './letter.server.ts'
import { foldedEmail } from './name.rules.ts'
import { endSessions } from './session-store.server.ts'
import { issueToken, spendToken, voidTokens } from './token.server.ts'

/**
 * Sends the link for a new password to the address as it is stored; whoever never confirmed it gets
 * that link instead. For an unknown address a token without a person is made, as much work in vain.
 */
export async function askReset(tx: Tx, email: string) {
  const [person] = await tx
    .select()
    .from(people)
    .where(eq(people.emailFolded, foldedEmail(email)))
  if (!person?.email) return void (await issueToken(tx, 'reset-password', {}))
  if (!person.emailVerifiedAt) return askToConfirm(tx, person)
  const token = await issueToken(tx, 'reset-password', { personId: person.id, email: person.email })
  await sendLetter(tx, 'reset-password', newId(), {
    to: person.email,
    locale: person.locale,
    params: { name: person.displayName, path: `/reset/${token}` },
  })
}

/**
 * Sets the password that a link allows, ends every session, voids every other link and tells the
 * owner. `undefined` when the link is used, void, expired or for something else.
 */
export async function resetPassword(tx: Tx, secret: string, passwordHash: string) {
  const token = await spendToken(tx, secret, 'reset-password')
  if (!token?.personId || !token.email) return undefined
  const [person] = await tx
    .update(people)
    .set({ passwordHash })
    .where(and(eq(people.id, token.personId), eq(people.emailFolded, foldedEmail(token.email))))
    .returning()
  if (!person) return undefined
  await endSessions(tx, person.id)
  await voidTokens(tx, person.id)
  await tellOfNewPassword(tx, person)
  return 'reset' as const
}

/** A letter to the owner of an account whose password was just changed. */
export const tellOfNewPassword = (
  tx: Tx,
  {
    email,
    locale,
    displayName,
  }: Pick<typeof people.$inferSelect, 'email' | 'locale' | 'displayName'>,
) =>
  sendLetter(tx, 'password-changed', newId(), {
    to: email!,
    locale,
    params: { name: displayName, path: '/forgot' },
  })
