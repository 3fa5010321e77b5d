import { connect, type Socket } from 'node:net'

export type Sent = { path: string; fields: Record<string, string>; token: string }
export type Answered = { status: number; location: string; body: string }

/** A posted form as bytes. */
function written(port: number, { path, fields, token }: Sent) {
  const body = String(new URLSearchParams(fields))
  const lines = [
    `POST ${path} HTTP/1.1`,
    `Host: localhost:${port}`,
    `Origin: http://localhost:${port}`,
    'Sec-Fetch-Site: same-origin',
    `Cookie: granaio_session=${token}`,
    'Content-Type: application/x-www-form-urlencoded',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ]
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body}`)
}

const opened = (port: number) =>
  new Promise<Socket>((done, fail) => {
    const socket = connect(port, '127.0.0.1', () => done(socket))
    socket.setNoDelay(true).once('error', fail)
  })

const answerOf = (socket: Socket) =>
  new Promise<Answered>((done, fail) => {
    const parts: Buffer[] = []
    socket.on('data', (part) => void parts.push(part))
    socket.on('error', fail)
    socket.on('close', () => {
      const text = Buffer.concat(parts).toString()
      const [top = '', body = ''] = text.split(/\r\n\r\n([\s\S]*)/)
      const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(top)?.[1] ?? 0)
      done({ status, location: /^location: (.*)$/im.exec(top)?.[1]?.trim() ?? '', body })
    })
  })

/**
 * Sends all forms but for the last byte of each, waits until the server has them, and then gives it
 * all the last bytes in one go: it has them in hand at once, as no clicking could do it.
 */
export async function byLastByte(port: number, forms: Sent[]): Promise<Answered[]> {
  const sockets = await Promise.all(forms.map(() => opened(port)))
  const bytes = forms.map((form) => written(port, form))
  const answers = sockets.map(answerOf)
  sockets.forEach((socket, i) => socket.write(bytes[i]!.subarray(0, -1)))
  await new Promise((done) => setTimeout(done, 300))
  sockets.forEach((socket, i) => socket.write(bytes[i]!.subarray(-1)))
  return Promise.all(answers)
}
