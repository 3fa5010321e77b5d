import { and, eq, isNotNull, isNull, lt } from 'drizzle-orm'
import { newId } from '#db/columns.ts'
import type { Tx } from '#db/database.server.ts'
import { people } from '#db/schema/identity.ts'
import { now } from '#db/time.ts'
import type { Purpose } from './consent.rules.ts'
import { giveConsent } from './consent.server.ts'
import { sendLetter } from './letter.server.ts'
import { foldedEmail, foldedName, handleOf } from './name.rules.ts'
import { issueToken, spendToken } from './token.server.ts'

export type Newcomer = {
  email: string
  passwordHash: string
  displayName: string
  birthYear: number
  consents: Purpose[]
  locale: 'it' | 'en'
  /** Where to go once the address is confirmed. */
  redirectTo?: string
  /** The code of the member's link that they came by. */
  friend?: string
}

/**
 * Lets somebody in who has yet to confirm their address; the link goes out by mail. A known, confirmed
 * address gets a letter instead. Whoever joined with it before and never confirmed starts afresh,
 * so that nobody can sit on an address that is not theirs.
 */
export async function join(tx: Tx, newcomer: Newcomer): Promise<'joined' | 'already-joined'> {
  const emailFolded = foldedEmail(newcomer.email)
  await tx
    .delete(people)
    .where(
      and(
        eq(people.emailFolded, emailFolded),
        isNull(people.emailVerifiedAt),
        isNull(people.suspendedAt),
      ),
    )
  const [known] = await tx.select().from(people).where(eq(people.emailFolded, emailFolded))
  const person = known ? undefined : await enrol(tx, { ...newcomer, emailFolded })
  if (!person) {
    if (known) await remind(tx, known)
    return 'already-joined'
  }
  for (const purpose of newcomer.consents) await giveConsent(tx, person.id, purpose)
  await askToConfirm(tx, person, newcomer)
  return 'joined'
}

type Entry = Omit<Newcomer, 'consents' | 'redirectTo' | 'friend' | 'birthYear'> & {
  emailFolded: string
  birthYear: number | null
}

/** Writes a person down, not yet confirmed; `undefined` when the address is taken. */
export async function enrol(tx: Tx, entry: Entry) {
  const plain = handleOf(entry.displayName)
  const close = await insertPerson(tx, entry, await freeHandle(tx, plain))
  // Nothing was written: the address is taken, or somebody took the same handle a moment ago.
  return close ?? (await insertPerson(tx, entry, `${plain}_${newId().slice(-7)}`))
}

async function insertPerson(tx: Tx, entry: Entry, handle: string) {
  const { email, emailFolded, passwordHash, displayName, birthYear, locale } = entry
  const nameFolded = foldedName(displayName)
  const said = { email, emailFolded, passwordHash, displayName, birthYear, locale }
  const [person] = await tx
    .insert(people)
    .values({ ...said, handle, nameFolded })
    .onConflictDoNothing()
    .returning()
  return person
}

/** A handle nobody has, close to `plain`. */
async function freeHandle(tx: Tx, plain: string) {
  for (const ending of ['', '_2', '_3', '_4', '_5']) {
    const handle = plain + ending
    const [taken] = await tx.select({ id: people.id }).from(people).where(eq(people.handle, handle))
    if (!taken) return handle
  }
  return `${plain}_${newId().slice(-7)}`
}

const remind = (tx: Tx, { email, locale, displayName }: typeof people.$inferSelect) =>
  sendLetter(tx, 'already-joined', newId(), {
    to: email!,
    locale,
    params: { name: displayName, path: '/login' },
  })

/** Sends the link that confirms an address; links sent before are void. */
export async function askToConfirm(
  tx: Tx,
  { id, email, locale, displayName }: typeof people.$inferSelect,
  kept: Pick<Newcomer, 'redirectTo' | 'friend'> = {},
) {
  const token = await issueToken(tx, 'verify-email', { personId: id, email })
  const said = Object.entries({ redirectTo: kept.redirectTo, friend: kept.friend })
  const query = new URLSearchParams(said.flatMap(([name, value]) => (value ? [[name, value]] : [])))
  const path = `/verify/${token}`
  await sendLetter(tx, 'verify-email', newId(), {
    to: email!,
    locale,
    params: {
      name: displayName,
      path: query.size ? `${path}?${query}` : path,
    },
  })
}

/**
 * Confirms the address that a link was sent to and welcomes its owner. Answers their id;
 * `undefined` when the link is used, void, expired or meant for something else.
 */
export async function confirmEmail(tx: Tx, secret: string) {
  const token = await spendToken(tx, secret, 'verify-email')
  if (!token?.email) return undefined
  const [person] = await tx
    .update(people)
    .set({ emailVerifiedAt: now() })
    .where(and(eq(people.id, token.personId!), eq(people.emailFolded, foldedEmail(token.email))))
    .returning()
  if (!person) return undefined
  await sendLetter(tx, 'welcome', person.id, {
    to: token.email,
    locale: person.locale,
    params: { name: person.displayName, path: '/ideas' },
  })
  return person.id
}

const week = 7 * 86_400_000

/** Forgets those who never confirmed their address within a week: their data has no purpose any more. */
export async function forgetUnconfirmed(tx: Tx) {
  const longAgo = new Date(now().getTime() - week)
  await tx
    .delete(people)
    .where(
      and(
        isNull(people.emailVerifiedAt),
        isNotNull(people.passwordHash),
        lt(people.joinedAt, longAgo),
      ),
    )
}
