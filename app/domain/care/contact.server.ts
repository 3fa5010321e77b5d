import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { and, eq, isNotNull, isNull, lt } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { cases } from '#db/schema/care.ts'
import { people } from '#db/schema/identity.ts'
import { now } from '#db/time.ts'
import { sendLetter } from '../identity/letter.server.ts'
import { foldedEmail } from '../identity/name.rules.ts'
import { houseSecret } from '../identity/secret.server.ts'
import type { Viewer } from '../identity/viewer.rules.ts'
import type { ContactValues } from './contact.form.ts'
import { confirmCase, openCase } from './open.server.ts'

type Said = Omit<ContactValues, 'email' | 'name'> & { email?: string; name?: string }
type Sent = { said: Said; fileIds: string[]; locale: 'it' | 'en'; isLetterAllowed: boolean }

const goodForMs = 7 * 86_400_000

/**
 * Opens the case that somebody writes with the contact form. A member's is care's at once. Of
 * somebody signed out nobody of care learns before they have followed the link in a mail, which says
 * nothing of what they wrote: anybody may have typed that address. The same form, sent twice, opens
 * one case. Answers its id.
 */
export async function writeToCare(tx: Tx, writer: Viewer, { said, fileIds, ...how }: Sent) {
  const who = writer?.id ?? foldedEmail(said.email!)
  const sourceId = said.key ? onceFor(who, said.key) : undefined
  const { topic: topicId, subject, body, product, batch, shop } = said
  const from = writer
    ? { personId: writer.id }
    : { email: said.email!.trim(), name: said.name ?? '' }
  const opened = await openCase(tx, {
    ...{ topicId, subject, body, product, batch, shop, fileIds, sourceId },
    ...from,
    locale: how.locale,
    source: 'form',
    isConfirmed: !!writer,
  })
  if (!writer && how.isLetterAllowed) await askToConfirm(tx, opened.id, said, how.locale)
  return opened.id
}

const onceFor = (who: string, key: string) =>
  createHash('sha256').update(`${who} ${key}`).digest('base64url')

async function askToConfirm(tx: Tx, caseId: string, { email }: Said, locale: 'it' | 'en') {
  const path = `/contact/confirm/${confirmTokenOf(caseId)}`
  await sendLetter(tx, 'confirm-case', caseId, {
    to: email!,
    locale,
    params: { path },
  })
}

const signed = (caseId: string) =>
  createHmac('sha256', houseSecret()).update(`confirm-case ${caseId}`).digest('base64url')

/** What the link carries that confirms a case: which one, and our word for it. */
export const confirmTokenOf = (caseId: string) => `${caseId}.${signed(caseId)}`

function caseIn(token: string) {
  const [caseId = '', signature = ''] = token.split('.')
  const [given, right] = [signature, signed(caseId)].map((text) => Buffer.from(text))
  return given!.length === right!.length && timingSafeEqual(given!, right!) ? caseId : undefined
}

/** The case that a link of ours is to confirm, within a week; looking changes nothing. */
export async function findUnconfirmed(db: Read, token: string) {
  const caseId = caseIn(token)
  if (!caseId) return undefined
  const [found] = await db
    .select({
      id: cases.id,
      number: cases.number,
      emailFolded: cases.emailFolded,
      confirmedAt: cases.confirmedAt,
      createdAt: cases.createdAt,
    })
    .from(cases)
    .where(and(eq(cases.id, caseId), isNull(cases.erasedAt)))
  if (!found) return undefined
  const isOver = found.createdAt.getTime() + goodForMs < now().getTime()
  return found.confirmedAt || !isOver ? found : undefined
}

/**
 * Whoever follows the link has the address: from now on care sees the case, and the member whose
 * address it is finds it among theirs. Outcomes: `confirmed`, `already-confirmed`; `undefined` where
 * the link is none of ours, or over.
 */
export async function confirmByLink(tx: Tx, token: string) {
  const found = await findUnconfirmed(tx, token)
  if (!found) return undefined
  if (found.confirmedAt) return 'already-confirmed'
  const personId = await memberWith(tx, found.emailFolded)
  if (personId) await tx.update(cases).set({ personId }).where(eq(cases.id, found.id))
  return (await confirmCase(tx, found.id)) ? 'confirmed' : 'already-confirmed'
}

async function memberWith(db: Read, emailFolded: string | null) {
  if (!emailFolded) return undefined
  const [member] = await db
    .select({ id: people.id })
    .from(people)
    .where(
      and(
        eq(people.emailFolded, emailFolded),
        isNotNull(people.emailVerifiedAt),
        isNull(people.erasedAt),
      ),
    )
  return member?.id
}

/** Forgets what nobody has confirmed within a week, with all that was written and sent. */
export async function forgetUnconfirmedCases(tx: Tx) {
  const before = new Date(now().getTime() - goodForMs)
  await tx.delete(cases).where(and(isNull(cases.confirmedAt), lt(cases.createdAt, before)))
}
