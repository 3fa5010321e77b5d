import { createHash } from 'node:crypto'
import type { Attachment, ParsedMail } from 'mailparser'
import { env } from './env.server.ts'
import { isOneAddress } from './post.server.ts'

/** The largest mail that is read, attachments and all. */
export const mostMailBytes = 15 * 2 ** 20
const longestHtml = 100_000
const longestText = 50_000
const mostAttachments = 20
/** Pictures of signatures are small, and part of the page. */
const logoBytes = 20_000

const plain = /^<[^\s<>]+@[^\s<>]+>$/

/**
 * What a mail says, from its bytes, of at most 15 MB. Nothing of it is believed here, but for what
 * our own mail server wrote on it about its sender. Throws where it cannot be read.
 */
export async function readMail(raw: Buffer) {
  const mail = await parsed(raw)
  const headers = new Map<string, string>()
  // Mail servers write above what was there before: the first of a name is the latest.
  for (const { key, line } of mail.headerLines)
    if (!headers.has(key)) headers.set(key, valueOf(line))
  return {
    mailId: mail.messageId?.trim() || undefined,
    digest: createHash('sha256').update(raw).digest('base64url'),
    from: senderOf(mail),
    to: recipientsOf(mail),
    subject: mail.subject ?? '',
    text: mail.text ?? plainText(mail.html || ''),
    headers,
    isForged: isForged(mail),
    undelivered: undeliveredIn(mail, headers.get('content-type')),
    attachments: mail.attachments.filter(isSent).slice(0, mostAttachments),
  }
}

async function parsed(raw: Buffer): Promise<ParsedMail> {
  const { simpleParser } = await import('mailparser')
  const all = { skipTextToHtml: true, skipTextLinks: true, skipImageLinks: true }
  const limited = { ...all, keepDeliveryStatus: true, maxHtmlLengthToParse: longestHtml }
  // Where the page of a mail is too large to be made a text, the text beside it counts alone.
  return simpleParser(raw, limited).catch(() =>
    simpleParser(raw, { ...limited, skipHtmlToText: true, maxHtmlLengthToParse: undefined }),
  )
}

/** What stands between the marks of a page that nobody could read as one. */
const plainText = (html: string) => html.slice(0, longestText).replace(/<[^<>]*>/g, ' ')

const valueOf = (line: string) =>
  line
    .slice(line.indexOf(':') + 1)
    .replace(/\s+/g, ' ')
    .trim()

/**
 * The one who sent it; nobody where it names none, or several. Of two `From` lines a mail server may
 * have looked at the other one.
 */
function senderOf({ from, headerLines }: ParsedMail) {
  const lines = headerLines.filter(({ key }) => key === 'from')
  const named = from?.value ?? []
  if (lines.length !== 1 || named.length !== 1) return undefined
  const { address, name } = named[0]!
  const one = address?.trim()
  return isOneAddress(one) ? { address: one, name } : undefined
}

const delivered = ['delivered-to', 'x-original-to', 'x-forwarded-to', 'envelope-to']

/** All to whom it was sent, or brought, as far as it says. */
function recipientsOf({ to, cc, headerLines }: ParsedMail) {
  const named = [to, cc].flat().flatMap((group) => group?.value ?? [])
  const brought = headerLines
    .filter(({ key }) => delivered.includes(key))
    .map(({ line }) => valueOf(line).replace(/^<|>$/g, ''))
  return [...named.map(({ address }) => address ?? ''), ...brought].filter(Boolean).slice(0, 200)
}

/**
 * Whether our own mail server (`CARE_MAIL_AUTHSERV`) found that the mail is not from the domain that it
 * says. What others wrote about it, and what stands below our server's word, counts for nothing.
 */
function isForged({ headerLines }: ParsedMail) {
  if (!env.careMailAuthserv) return false
  const results = headerLines
    .filter(({ key }) => key === 'authentication-results')
    .map(({ line }) => valueOf(line).toLowerCase())
  const ours = results.find((result) => /^[^\s;]+/.exec(result)?.[0] === env.careMailAuthserv)
  return /\bdmarc\s*=\s*fail\b/.test(ours ?? '')
}

/** The names of mails that a report says could not be delivered. */
function undeliveredIn({ attachments, text }: ParsedMail, contentType = '') {
  if (!/^multipart\/report\b/i.test(contentType)) return []
  const parts = attachments
    .filter(({ contentType }) => /^(message|text)\/(rfc822|rfc822-headers)/.test(contentType))
    .map(({ content }) => content.toString('utf8', 0, 100_000))
  const named = [...parts, text ?? ''].flatMap((part) =>
    [...part.matchAll(/^message-id:\s*(<[^\s<>]{1,300}>)/gim)].map(([, id]) => id!),
  )
  return [...new Set(named)].filter((id) => plain.test(id))
}

/** Whether somebody sent it: neither a picture of a signature, nor what only machines read. */
function isSent({ contentType, related, size }: Attachment) {
  if (/^(message\/|application\/(pgp|pkcs7|x-pkcs7|ms-tnef)|text\/calendar)/.test(contentType))
    return false
  return !(related && size < logoBytes)
}
