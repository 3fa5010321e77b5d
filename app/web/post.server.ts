import { createHmac } from 'node:crypto'
import type { Transporter, TransportOptions } from 'nodemailer'
import { env } from './env.server.ts'
import type { Travel } from './mail-case.ts'
import type { Mail } from './mail.server.ts'

const oneAddress = /^[^\s@,;:<>()[\]"\\]+@[^\s@,;:<>()[\]"\\]+$/u
const second = 1000

/** A mail that no second try would bring to its reader. */
export class Undeliverable extends Error {
  override name = 'Undeliverable'
}

/** One plain address and nothing else: no lists, groups, comments, quoted parts or line breaks. */
export const isOneAddress = (text: unknown): text is string =>
  typeof text === 'string' && text.length <= 254 && oneAddress.test(text)

function sender(site: string) {
  const [, name, address] = /^(.*)<([^<>]+)>\s*$/.exec(env.mailFrom ?? '') ?? []
  return {
    name: name?.trim() || site,
    address: address ?? env.mailFrom ?? `noreply@${env.publicUrl.hostname}`,
  }
}

/** A way to hand mails to the server of `smtpUrl`; each waits at most `patience` (20 seconds) for an answer. */
export function postOffice(smtpUrl: string, patience = 20 * second) {
  let transport: Transporter | undefined

  /**
   * Hands over one mail. `id` makes its Message-ID, so whoever gets it twice can tell. Throws
   * `Undeliverable` where another try is useless, any other error where it is not.
   */
  async function send(id: string, to: string, site: string, mail: Mail) {
    if (!isOneAddress(to)) throw new Undeliverable('not one address')
    const from = sender(site)
    transport ??= await transportTo(smtpUrl, patience)
    const letter = {
      from,
      to: { name: '', address: to },
      envelope: { from: from.address, to: [to] },
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      messageId: `<${id}@${env.publicUrl.hostname}>`,
      ...threaded(mail.thread),
      ...travelling(mail.travel),
      headers: {
        'X-Granaio': houseMark(),
        ...submitted(mail.travel?.by),
        ...unsubscribing(mail.unsubscribeUrl),
      },
    }
    await transport.sendMail(letter).catch((error: unknown) => {
      throw forGood(error) ? new Undeliverable(String(error)) : error
    })
  }
  return { send }
}

/** The library is loaded with the first mail: a start does not wait for it. */
async function transportTo(url: string, patience: number): Promise<Transporter> {
  const { createTransport } = await import('nodemailer')
  return createTransport({
    url,
    connectionTimeout: 10 * second,
    greetingTimeout: 10 * second,
    socketTimeout: patience,
    dnsTimeout: 10 * second,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as TransportOptions)
}

/** What all mails of this house carry, so that one that comes back is known. */
export const houseMark = () =>
  createHmac('sha256', env.secret).update('mail of this house').digest('base64url').slice(0, 24)

/**
 * No machine shall answer: holiday notes would go round for ever. What a person wrote says nothing of
 * machines: some mail programs hide what is said to come from one.
 */
function submitted(by: Travel['by'] | undefined) {
  const quiet = { 'X-Auto-Response-Suppress': 'All' }
  if (by === 'person') return quiet
  return { 'Auto-Submitted': by ? 'auto-replied' : 'auto-generated', ...quiet }
}

/** A mail of a conversation: its own name, those before it, and where an answer goes. */
function travelling(travel: Travel | undefined) {
  if (!travel) return {}
  const { messageId, thread = [], replyTo, files } = travel
  return {
    ...(messageId && { messageId }),
    ...(thread.length && { inReplyTo: thread.at(-1), references: thread }),
    ...(replyTo && { replyTo: { name: '', address: replyTo } }),
    ...(files?.length && { attachments: files }),
  }
}

/** Names the beginning of a thread that need never have been sent: programs gather what names the same. */
function threaded(thread?: string) {
  const root = `<${thread}@${env.publicUrl.hostname}>`
  return thread && { inReplyTo: root, references: [root] }
}

const unsubscribing = (address?: string) =>
  address && {
    'List-Unsubscribe': `<${address}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    Precedence: 'bulk',
  }

/** The other side said no to this reader or this mail (5xx), not to us or for now. */
function forGood(error: unknown) {
  const { code, responseCode = 0 } = error as { code?: string; responseCode?: number }
  return (code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode >= 500
}
