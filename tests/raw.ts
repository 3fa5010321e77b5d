import { connect } from 'node:net'

type Asked = {
  method?: string
  path?: string
  headers?: Record<string, string>
  body?: string | Buffer
}

/** Writes `bytes` to the port and answers all that comes back until the other side closes, or 3 seconds. */
export const exchange = (port: number, bytes: string | Buffer, patience = 3_000) =>
  new Promise<string>((done) => {
    const parts: Buffer[] = []
    const socket = connect(port, '127.0.0.1', () => void socket.write(bytes))
    const end = () => {
      clearTimeout(late)
      socket.destroy()
      done(Buffer.concat(parts).toString('latin1'))
    }
    const late = setTimeout(end, patience)
    socket.on('data', (part) => void parts.push(part))
    socket.on('close', end).on('error', end)
  })

/** One request as it is spelt, which no client would send; its status and everything that came back. */
export async function raw(
  port: number,
  { method = 'GET', path = '/', headers = {}, body = '' }: Asked,
) {
  const all = { Host: `localhost:${port}`, Connection: 'close', ...headers }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  const head = [`${method} ${path} HTTP/1.1`, ...lines, '', ''].join('\r\n')
  const text = await exchange(port, Buffer.concat([Buffer.from(head), Buffer.from(body)]))
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0)
  const [top = ''] = text.split('\r\n\r\n')
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(top)?.[1]?.trim()
  return { status, text, header }
}
