import { eq } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { people, tokens } from '#db/schema/identity.ts'
import { now } from '#db/time.ts'
import { askToConfirm } from './join.server.ts'
import { foldedEmail } from './name.rules.ts'
import { isPassword } from './password.server.ts'
import { isShutOutAt } from './viewer.rules.ts'

type Recognised =
  { is: 'known' | 'shut-out' | 'unconfirmed'; personId: string } | { is: 'stranger' }

/**
 * Who an address and a password belong to. Unknown and wrong are both a `stranger`, found out in the
 * same time. Only the right password tells more: `unconfirmed` for an address not yet confirmed,
 * `shut-out` for somebody who is suspended and may read why.
 */
export async function recognise(db: Read, email: string, password: string): Promise<Recognised> {
  const [person] = await db
    .select()
    .from(people)
    .where(eq(people.emailFolded, foldedEmail(email)))
  const right = await isPassword(person?.passwordHash, password)
  if (!person || !right) return { is: 'stranger' }
  if (!person.emailVerifiedAt)
    return person.suspendedAt ? { is: 'stranger' } : { is: 'unconfirmed', personId: person.id }
  return { is: isShutOutAt(person, now()) ? 'shut-out' : 'known', personId: person.id }
}

const minutes15 = 900_000

/** Sends the confirmation link again, at most every 15 minutes. */
export async function confirmAgain(tx: Tx, personId: string) {
  const [last] = await tx
    .select({ createdAt: tokens.createdAt })
    .from(tokens)
    .where(eq(tokens.personId, personId))
  if (last && now().getTime() - last.createdAt.getTime() < minutes15) return
  const [person] = await tx.select().from(people).where(eq(people.id, personId))
  if (person) await askToConfirm(tx, person)
}

/** True when `typed` is this person's password. */
export async function provesToBe(db: Read, personId: string, typed: string) {
  const [person] = await db
    .select({ passwordHash: people.passwordHash })
    .from(people)
    .where(eq(people.id, personId))
  return isPassword(person?.passwordHash, typed)
}
