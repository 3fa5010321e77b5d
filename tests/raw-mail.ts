import { randomUUID } from 'node:crypto'

type Part = { name: string; type: string; content: Buffer }
type Wish = {
  from?: string
  to?: string
  subject?: string
  text?: string
  id?: string
  headers?: Record<string, string>
  files?: Part[]
}

/** A mail as it lies on a server. */
export function rawMail(wish: Wish = {}) {
  const { from = 'Anna Rossi <anna@example.org>', to = 'care@valdoro.example' } = wish
  const { subject = 'Pane', text = 'Il pane è secco.', id = `<${randomUUID()}@example.org>` } = wish
  const files = wish.files ?? []
  const type = 'text/plain; charset=utf-8'
  const head = {
    ...wish.headers,
    From: from,
    To: to,
    Subject: subject,
    ...(id && { 'Message-ID': id }),
    Date: 'Sun, 22 Nov 2026 10:00:00 +0100',
    'MIME-Version': '1.0',
    'Content-Type': files.length ? 'multipart/mixed; boundary="edge"' : type,
    ...wish.headers,
  }
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}`)
  const part = ({ name, type, content }: Part) =>
    [
      '--edge',
      `Content-Type: ${type}; name="${name}"`,
      `Content-Disposition: attachment; filename="${name}"`,
      'Content-Transfer-Encoding: base64',
      '',
      content.toString('base64'),
    ].join('\r\n')
  const body = files.length
    ? [`--edge\r\nContent-Type: ${type}\r\n\r\n${text}`, ...files.map(part), '--edge--'].join(
        '\r\n',
      )
    : text
  return `${lines.join('\r\n')}\r\n\r\n${body}\r\n`
}
