import { asc, eq, isNull } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { caseMessages, caseTopics } from '#db/schema/care.ts'
import { clean } from '../ideas/idea.form.ts'
import { cleanedName, holdsAddress } from '../identity/name.rules.ts'
import { siteSettings } from '../site/site.server.ts'
import { noteAct } from './act.server.ts'
import type { Case } from './case.server.ts'
import { contactLimits } from './contact.form.ts'
import type { InboundMail } from './inbound.server.ts'
import { localeOfText, saidIn, subjectOf } from './mail-words.rules.ts'
import { openCase } from './open.server.ts'
import { sendReceipt } from './receipt.server.ts'

type Way = {
  personId: string | null
  fileIds: string[]
  /** The case of theirs to whose secret address it was sent when that was closed already. */
  follows: Case | undefined
  /** Somebody else's, to whose secret address it was sent. */
  strange: Case | undefined
}

/**
 * Opens the case that a mail makes: its sender owns the address, as far as anybody knows, so it needs
 * no confirming. The agents are told what is odd about it; the sender, that it has arrived, unless
 * somebody only says that they sent it. Answers its id.
 */
export async function openByMail(tx: Tx, mail: InboundMail, { personId, fileIds, ...odd }: Way) {
  const { body, quoted } = saidIn(mail.text)
  const { address, name } = mail.from!
  const { locale } = await siteSettings(tx)
  const subject = subjectOf(mail.subject, body) || address.slice(0, contactLimits.subject)
  const opened = await openCase(tx, {
    topicId: await topicFor(tx),
    subject,
    body: body || subject,
    quoted,
    ...(personId ? { personId } : { email: address, name: shownName(name) }),
    locale: localeOfText(body, locale),
    source: 'mail',
    via: 'mail',
    mailId: await unusedName(tx, mail),
    isConfirmed: true,
    fileIds,
  })
  await noteOddities(tx, opened.id, mail, odd)
  if (!mail.isForged) await sendReceipt(tx, opened)
  return opened.id
}

// What poses as an address, or would be a link in our answer, is no name: their own address is shown.
const shownName = (name: string) =>
  holdsAddress(name) ? '' : clean(cleanedName(name).slice(0, contactLimits.name))

async function topicFor(db: Read) {
  const topics = await db
    .select({ id: caseTopics.id })
    .from(caseTopics)
    .where(isNull(caseTopics.retiredAt))
    .orderBy(asc(caseTopics.position))
  return (topics.find(({ id }) => id === 'other') ?? topics.at(-1))?.id ?? 'other'
}

/** The name of a mail, unless a message has it already: of such a mail, too, what it says counts. */
export async function unusedName(db: Read, { mailId }: InboundMail) {
  if (!mailId) return null
  const [taken] = await db
    .select({ id: caseMessages.id })
    .from(caseMessages)
    .where(eq(caseMessages.mailId, mailId))
  return taken ? null : mailId
}

type Odd = Pick<Way, 'follows' | 'strange'>

async function noteOddities(tx: Tx, caseId: string, mail: InboundMail, odd: Odd) {
  const by = { caseId, actorId: null }
  const { follows, strange } = odd
  if (mail.isForged) await noteAct(tx, by, 'sender-unproved')
  if (follows) await noteAct(tx, by, 'follows', { number: follows.number })
  else if (strange) await noteAct(tx, by, 'other-sender', { number: strange.number })
}
