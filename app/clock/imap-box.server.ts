import type { FetchQueryObject, ImapFlow } from 'imapflow'
import { mostMailBytes } from '#app/web/read-mail.server.ts'

const second = 1000
const localNames = ['localhost', '127.0.0.1', '[::1]']
const weekMs = 7 * 86_400 * second

/** Where a mailbox is: `imaps://user:password@host:993/FOLDER`. Throws for what is no such address. */
export function placeOf(address: string) {
  const { protocol, hostname, port, username, password, pathname } = new URL(address)
  if (!['imap:', 'imaps:'].includes(protocol) || !hostname) throw new Error('not an IMAP address')
  const secure = protocol === 'imaps:'
  const user = decodeURIComponent(username)
  const folder = decodeURIComponent(pathname.slice(1)) || 'INBOX'
  return {
    id: `${user}@${hostname}/${folder}`,
    folder,
    server: {
      host: hostname.replace(/^\[|\]$/g, ''),
      port: Number(port) || (secure ? 993 : 143),
      secure,
      // A password goes in the open to this machine only.
      ...(!secure && { doSTARTTLS: localNames.includes(hostname) ? undefined : true }),
      auth: { user, pass: decodeURIComponent(password) },
    },
  }
}

/**
 * Opens a mailbox, and closes it whatever happens. Whoever does not answer within `patience`
 * milliseconds is left.
 */
export async function withMailbox<T>(
  { server, folder }: ReturnType<typeof placeOf>,
  patience: number,
  work: (box: Box) => Promise<T>,
): Promise<T> {
  const { ImapFlow } = await import('imapflow')
  const waits = { connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience }
  const limits = { maxLiteralSize: mostMailBytes + 2 ** 20, maxLineLength: 2 ** 20 }
  const client = new ImapFlow({ ...server, ...waits, ...limits, logger: false })
  // What goes wrong later is heard by whoever waits for an answer then.
  client.on('error', () => {})
  const within = async <A>(answer: Promise<A>): Promise<A> => {
    let timer: NodeJS.Timeout
    const late = new Promise<never>((_, fail) => {
      timer = setTimeout(() => fail(new Error('the mail server does not answer')), patience)
    })
    return Promise.race([answer, late]).finally(() => clearTimeout(timer))
  }
  try {
    await within(client.connect())
    const { uidValidity, uidNext } = await within(client.mailboxOpen(folder))
    return await work(new Box(client, within, { validity: String(uidValidity), uidNext }))
  } finally {
    client.close()
  }
}

type Within = <A>(answer: Promise<A>) => Promise<A>

/** An open mailbox: its mails by their UIDs. */
export class Box {
  readonly #client: ImapFlow
  readonly #within: Within
  readonly validity: string
  /** The highest UID when it was opened. */
  readonly last: number

  constructor(client: ImapFlow, within: Within, opened: { validity: string; uidNext: number }) {
    this.#client = client
    this.#within = within
    this.validity = opened.validity
    this.last = opened.uidNext - 1
  }

  /**
   * The mails above `lastUid`, oldest first. Of a mailbox never seen before, those that nobody has
   * read and that came within a week: what lay there for years is nobody's new message.
   */
  async after(lastUid: number | undefined) {
    const since = new Date(Date.now() - weekMs)
    const asked = lastUid === undefined ? { seen: false, since } : { uid: `${lastUid + 1}:*` }
    const found = (await this.#within(this.#client.search(asked, { uid: true }))) || []
    // “n:*” names the last mail even where it stands before n.
    return found.filter((uid) => uid > (lastUid ?? 0)).sort((one, other) => one - other)
  }

  /** One mail as it came; `too-large`, or `gone` where somebody has moved it meanwhile. */
  async mail(uid: number) {
    const about = await this.#one(uid, { size: true })
    if (!about) return 'gone'
    if ((about.size ?? 0) > mostMailBytes) return 'too-large'
    const whole = await this.#one(uid, { source: true })
    return (whole && whole.source) || 'gone'
  }

  #one(uid: number, query: FetchQueryObject) {
    return this.#within(this.#client.fetchOne(String(uid), query, { uid: true }))
  }

  /** Marks a mail as read. */
  async see(uid: number) {
    await this.#within(this.#client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true }))
  }
}
