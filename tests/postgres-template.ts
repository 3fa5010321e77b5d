import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EmbeddedPostgres } from '#tests/embedded-postgres.ts'
import { freePort } from '#tests/free-port.ts'
import type { TestProject } from 'vitest/node'

/** A server on a free port, or on another one where somebody took that first. */
async function started(databaseDir: string) {
  let said = ''
  for (let tries = 1; tries <= 3; tries++) {
    const port = await freePort()
    const server = new EmbeddedPostgres({
      databaseDir,
      port,
      user: 'granaio',
      password: 'granaio',
      persistent: false,
      createPostgresUser: process.getuid?.() === 0,
      initdbFlags: ['--encoding=UTF8', '--locale=C'],
      postgresFlags: ['-c', 'max_connections=400'],
      onLog: (words: string) => void (said = words),
    })
    if (tries === 1) await server.initialise()
    const runs = await server.start().then(
      () => true,
      () => false,
    )
    if (runs) return { server, port }
  }
  throw new Error(`PostgreSQL does not start: ${said}`)
}

/** A real PostgreSQL on a free port, with one migrated database that every test file copies. */
export default async function setup({ provide }: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'granaio-pg-'))
  // As root, PostgreSQL runs as a user of its own, who must be able to reach its folder.
  chmodSync(folder, 0o755)
  const { server, port } = await started(join(folder, 'data'))
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
