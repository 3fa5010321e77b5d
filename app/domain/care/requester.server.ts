import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { people } from '#db/schema/identity.ts'
import { foldedEmail } from '../identity/name.rules.ts'
import type { Case } from './case.server.ts'

const isReachable = and(
  isNotNull(people.email),
  isNotNull(people.emailVerifiedAt),
  isNull(people.erasedAt),
)

/**
 * Where whoever wrote a case is answered: a member at their verified address, whoever is none at the
 * one that they proved to be theirs. `undefined` where there is no such address (any more).
 */
export async function requesterOf(db: Read, about: Case) {
  const { personId, email, name, locale } = about
  if (!about.confirmedAt || about.erasedAt) return undefined
  if (!personId) return email ? { personId, email, name, locale } : undefined
  const [member] = await db
    .select()
    .from(people)
    .where(and(eq(people.id, personId), isReachable))
  if (!member) return undefined
  const { displayName, locale: chosen } = member
  return { personId, email: member.email!, name: displayName, locale: chosen ?? locale }
}

/** Whether a mail from `address` is from whoever wrote this case. */
export async function isRequester(db: Read, about: Case, address: string) {
  const requester = await requesterOf(db, about)
  return !!requester && foldedEmail(requester.email) === foldedEmail(address)
}

/** The member whose verified address this is. */
export async function memberAt(db: Read, address: string) {
  const [member] = await db
    .select({ id: people.id, locale: people.locale })
    .from(people)
    .where(and(eq(people.emailFolded, foldedEmail(address)), isReachable))
  return member
}
