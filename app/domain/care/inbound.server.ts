import { createHash } from 'node:crypto'
import { and, eq, gt, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { howMany } from '#db/expressions.ts'
import { cases } from '#db/schema/care.ts'
import { inboundMails } from '#db/schema/care-mail.ts'
import { now } from '#db/time.ts'
import { foldedEmail } from '../identity/name.rules.ts'
import { noteAct } from './act.server.ts'
import type { Case } from './case.server.ts'
import { keepCaseFiles } from './file.server.ts'
import type { StoredFile } from './file-store.server.ts'
import { openByMail, unusedName } from './inbound-case.server.ts'
import { isCareAddress, keysIn } from './mail-address.rules.ts'
import { type Headers, whyUnanswered } from './mail-kind.rules.ts'
import { saidIn } from './mail-words.rules.ts'
import { addMessage } from './message.server.ts'
import { noteUndelivered } from './outbound.server.ts'
import { isRequester, memberAt, requesterOf } from './requester.server.ts'

/** A mail as it was read: what its sender says of it, and nothing that we know. */
export type InboundMail = {
  mailId: string | undefined
  /** SHA-256 of all of it. */
  digest: string
  from: { address: string; name: string } | undefined
  to: string[]
  subject: string
  text: string
  headers: Headers
  /** Whether our own mail server found that it is not from whom it says. */
  isForged: boolean
  /** Message-IDs of mails that could not be delivered, as a report of that names them. */
  undelivered: string[]
}
/** What the house knows of itself: the address of care, and the mark on all its mails. */
export type House = { careAddress: string | undefined; mark: string }
export type Outcome = (typeof inboundMails.$inferSelect)['outcome'] | 'known'
type Taken = { outcome: Exclude<Outcome, 'known'>; caseId?: string; detail?: string }

const hour = 3_600_000
const mostInHour = 20

// With its sender: nobody can keep another's mail out by sending one of the same name before.
function idOf({ mailId, digest, from }: InboundMail) {
  const name = mailId ? `${mailId} ${senderOf({ from })}` : digest
  return createHash('sha256').update(name).digest('base64url')
}

const senderOf = ({ from }: Pick<InboundMail, 'from'>) =>
  from ? foldedEmail(from.address).slice(0, 254) : ''

/**
 * Why a mail would not be taken into any case: `known`, it came before; `refused`, it has no one
 * sender, or says nothing; `loop`, it is our own; `automatic`, nobody waits for an answer;
 * `too-many`, its sender wrote twenty in an hour. `undefined` where it would.
 */
export async function whyNotTaken(db: Read, mail: InboundMail, house: House, files = 0) {
  const [known] = await db
    .select()
    .from(inboundMails)
    .where(eq(inboundMails.id, idOf(mail)))
  return known ? 'known' : reasonAgainst(db, mail, house, files)
}

async function reasonAgainst(db: Read, mail: InboundMail, house: House, files: number) {
  const from = mail.from?.address
  if (!from) return 'refused'
  if (isCareAddress(house.careAddress, from)) return 'loop'
  const why = whyUnanswered(mail.headers, from, mail.subject, house.mark)
  if (why) return why
  if (!`${mail.text}${mail.subject}`.trim() && !files) return 'refused'
  return (await takenWithin(db, senderOf(mail), hour)) >= mostInHour ? 'too-many' : undefined
}

async function takenWithin(db: Read, fromFolded: string, ms: number) {
  const [taken] = await db
    .select({ n: howMany() })
    .from(inboundMails)
    .where(
      and(
        eq(inboundMails.fromFolded, fromFolded),
        gt(inboundMails.at, new Date(+now() - ms)),
        inArray(inboundMails.outcome, ['new-case', 'reply']),
      ),
    )
  return taken!.n
}

/**
 * Takes a mail, once, however often it comes. It is a `reply` only where it was sent to the secret
 * address of a case by whoever wrote that case; whatever it says of the mails it answers opens
 * nothing. All else from somebody who waits for an answer is a `new-case`. `files` are those stored
 * from it; `leftOut` says how many could not be.
 */
export async function receiveMail(
  tx: Tx,
  mail: InboundMail,
  house: House,
  { files, leftOut }: { files: StoredFile[]; leftOut: number },
): Promise<Outcome> {
  const id = idOf(mail)
  const [first] = await tx
    .insert(inboundMails)
    .values({ id, fromFolded: senderOf(mail), outcome: 'failed', at: now() })
    .onConflictDoNothing()
    .returning()
  if (!first) return 'known'
  const against = await reasonAgainst(tx, mail, house, files.length + leftOut)
  const taken = against
    ? await putAside(tx, mail, against)
    : await takeIn(tx, mail, house, { files, leftOut })
  await tx.update(inboundMails).set(taken).where(eq(inboundMails.id, id))
  return taken.outcome
}

async function putAside(tx: Tx, { undelivered }: InboundMail, outcome: Taken['outcome']) {
  for (const mailId of outcome === 'automatic' ? undelivered.slice(0, 5) : []) {
    const caseId = await noteUndelivered(tx, { mailId })
    if (caseId) return { outcome, caseId, detail: 'undelivered' }
  }
  return { outcome }
}

type Files = { files: StoredFile[]; leftOut: number }

async function takeIn(tx: Tx, mail: InboundMail, house: House, sent: Files): Promise<Taken> {
  const { own, strange, personId } = await senderIn(tx, mail, house)
  const sender = personId ? ({ id: personId, side: 'member' } as const) : null
  const { kept, refused } = await keepCaseFiles(tx, sender, sent.files)
  const fileIds = kept.map(({ id }) => id)

  const reply = own && (await answerIn(tx, own, mail, { personId, fileIds }))
  const way = { personId, fileIds, follows: own, strange }
  const caseId = reply ?? (await openByMail(tx, mail, way))
  const count = sent.leftOut + refused.length
  if (count) await noteAct(tx, { caseId, actorId: null }, 'files-left-out', { count })
  return { outcome: reply ? 'reply' : 'new-case', caseId }
}

/** The case of theirs that the mail was sent to, or the one of somebody else; and which member they are. */
async function senderIn(tx: Tx, mail: InboundMail, house: House) {
  const addressed = await addressedCases(tx, keysIn(house.careAddress, mail.to))
  const strange = addressed[0]
  if (mail.isForged) return { strange, personId: null }
  const { address } = mail.from!
  const own = await ownAmong(tx, addressed, address)
  const member = own ? await requesterOf(tx, own) : undefined
  const personId = own ? member?.personId : (await memberAt(tx, address))?.id
  return { own, strange, personId: personId ?? null }
}

async function addressedCases(db: Read, keys: string[]): Promise<Case[]> {
  if (!keys.length) return []
  const standing = and(isNotNull(cases.confirmedAt), isNull(cases.erasedAt))
  return db
    .select()
    .from(cases)
    .where(and(inArray(cases.mailKey, keys), standing))
}

async function ownAmong(db: Read, addressed: Case[], address: string) {
  for (const each of addressed) if (await isRequester(db, each, address)) return each
  return undefined
}

type Sender = { personId: string | null; fileIds: string[] }

/** The case that now holds what the mail says; `undefined` where nobody writes there any more. */
async function answerIn(tx: Tx, own: Case, mail: InboundMail, { personId, fileIds }: Sender) {
  const { body, quoted } = saidIn(mail.text)
  const message = await addMessage(tx, own, {
    side: 'member',
    via: 'mail',
    authorId: personId,
    body: body || mail.subject.slice(0, 200),
    quoted,
    mailId: await unusedName(tx, mail),
    fileIds,
  })
  return typeof message === 'string' ? undefined : message.caseId
}
