import type { AddressInfo } from 'node:net'
import hoodiecrow from 'hoodiecrow-imap'

/** The bytes of a text as the server keeps them: one character a byte. */
const bytesOf = (text: string) => Buffer.from(text).toString('latin1')

/** An IMAP server on loopback with one mailbox. */
export async function imapServer(mails: string[] = []) {
  const messages = mails.map((raw) => ({ raw: bytesOf(raw) }))
  const server = hoodiecrow({
    plugins: ['ID', 'UNSELECT', 'ENABLE', 'LITERALPLUS'],
    storage: { INBOX: { messages }, '': {} },
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.server.address() as AddressInfo
  const inbox = () => server.getMailbox('INBOX')
  return {
    url: `imap://testuser:testpass@127.0.0.1:${port}`,
    put: (raw: string) => server.appendMessage('INBOX', [], false, bytesOf(raw)),
    /** Which mails somebody has read, oldest first. */
    seen: () => inbox().messages.map(({ flags }) => flags.includes('\\Seen')),
    inbox,
    close: () => new Promise<void>((done) => server.close(() => done())),
  }
}
