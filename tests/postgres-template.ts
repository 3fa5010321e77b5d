import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer, type AddressInfo } from 'node:net'
import { EmbeddedPostgres } from '#tests/embedded-postgres.ts'
import type { TestProject } from 'vitest/node'

const freePort = () =>
  new Promise<number>((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => done(port))
    })
  })

/** A real PostgreSQL on a free port, with one migrated database that every test file copies. */
export default async function setup({ provide }: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'granaio-pg-'))
  // As root, PostgreSQL runs as a user of its own, who must be able to reach its folder.
  chmodSync(folder, 0o755)
  const databaseDir = join(folder, 'data')
  const port = await freePort()
  const isRoot = process.getuid?.() === 0
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'granaio',
    password: 'granaio',
    persistent: false,
    createPostgresUser: isRoot,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'max_connections=400'],
    onLog: () => {},
  })
  await server.initialise()
  await server.start()
  await server.createDatabase('template')
  const url = `postgres://granaio:granaio@127.0.0.1:${port}/template`
  process.env.DATABASE_URL = url
  const { migrate } = await import('#db/migrate.ts')
  await migrate(url)
  provide('template', url)
  return async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
