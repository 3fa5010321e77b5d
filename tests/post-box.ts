import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

export type Letter = { from: string; to: string[]; raw: string }
/** How the post box behaves: takes mails, refuses for now or for good, or takes its time. */
export type Mood = 'open' | 'later' | 'never' | 'silent'

const refusals = { later: [451, 'Try again later'], never: [550, 'No such person'] } as const

type Wish = { port?: number; keep?: (letter: Letter) => void }

/** A mail server on loopback that keeps what it is given, and can be in different moods. */
export async function postBox({ port = 0, keep }: Wish = {}) {
  const letters: Letter[] = []
  const box = { letters, mood: 'open' as Mood, url: '', close: () => Promise.resolve() }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 100,
    onRcptTo(_address, _session, done) {
      if (box.mood === 'silent') return
      const refusal = refusals[box.mood as keyof typeof refusals]
      done(refusal && Object.assign(new Error(refusal[1]), { responseCode: refusal[0] }))
    },
    onData(stream, { envelope }, done) {
      void text(stream).then((raw) => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : ''
        const letter = { from, to: envelope.rcptTo.map(({ address }) => address), raw }
        if (keep) keep(letter)
        else letters.push(letter)
        done()
        // Whoever died while sending sent nothing.
      }, done)
    },
  })
  server.on('error', () => {})
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done))
  box.url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  box.close = () => new Promise((done) => server.close(() => done()))
  return box
}

/** The headers of a raw mail, by lower-cased name, folded lines joined. */
export function headersOf(raw: string) {
  const [head = ''] = raw.split('\r\n\r\n')
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n')
  return lines.map((line) => {
    const at = line.indexOf(':')
    return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()] as const
  })
}
