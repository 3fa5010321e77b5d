import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EmbeddedPostgres } from '#tests/embedded-postgres.ts'
import { freePort } from '#tests/free-port.ts'

/** A PostgreSQL of its own, that can be stopped and started again. */
export async function ownPostgres() {
  const folder = mkdtempSync(join(tmpdir(), 'granaio-own-pg-'))
  chmodSync(folder, 0o755)
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'granaio',
    password: 'granaio',
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'wal_level=replica', '-c', 'max_wal_senders=4'],
    onLog: () => {},
    onError: () => {},
  })
  await server.initialise()
  await server.start()
  await server.createDatabase('granaio')
  return {
    port,
    folder: join(folder, 'data'),
    url: `postgres://granaio:granaio@127.0.0.1:${port}/granaio`,
    start: () => server.start(),
    stop: () => server.stop(),
    ask: async (text: string) => {
      const client = server.getPgClient('granaio', '127.0.0.1')
      await client.connect()
      return (await client.query(text).finally(() => client.end())).rows
    },
    client: () => server.getPgClient('granaio', '127.0.0.1'),
    end: async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** How the way to a server is: as it should be, each step late, silent with the line open, or closed. */
type Weather = 'fair' | 'slow' | 'silent' | 'closed'

/** A TCP way to a port, in every weather. */
export async function proxyTo(target: number, lateMs = 2_000) {
  const proxy = { weather: 'fair' as Weather, port: 0, drop: () => {}, close: () => {} }
  const open = new Set<Socket>()
  const carry = (from: Socket, to: Socket) => {
    from.on('data', (part) => {
      if (proxy.weather === 'silent') return
      const wait = proxy.weather === 'slow' ? lateMs : 0
      setTimeout(() => to.writable && to.write(part), wait)
    })
    from.on('close', () => proxy.weather !== 'silent' && to.destroy())
    from.on('error', () => {})
  }
  const server = createServer((here) => {
    if (proxy.weather === 'closed') return void here.destroy()
    const there = connect(target, '127.0.0.1')
    for (const socket of [here, there]) open.add(socket.on('close', () => open.delete(socket)))
    carry(here, there)
    carry(there, here)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  proxy.port = (server.address() as { port: number }).port
  proxy.drop = () => open.forEach((socket) => socket.destroy())
  proxy.close = () => {
    proxy.drop()
    server.close()
  }
  return proxy
}
