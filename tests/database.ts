import { randomUUID } from 'node:crypto'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, inject, vi } from 'vitest'

const template = inject('template')
const folder = mkdtempSync(join(tmpdir(), 'granaio-test-'))
process.env.DATA_DIR = folder
process.env.LOG_LEVEL = 'silent'

/** Each test file has a database of its own, copied from the template before anything is imported. */
if (template.startsWith('file:')) {
  copyFileSync(template.slice(5), join(folder, 'granaio.db'))
  process.env.DATABASE_URL = `file:${join(folder, 'granaio.db')}`
} else process.env.DATABASE_URL = await copyOnPostgres(template)

async function copyOnPostgres(url: string) {
  const { default: pg } = await import('pg')
  const name = `t_${randomUUID().replaceAll('-', '')}`
  const client = new pg.Client({ connectionString: url.replace(/\/template$/, '/postgres') })
  await client.connect()
  await client.query(`create database ${name} template template`)
  await client.end()
  return url.replace(/\/template$/, `/${name}`)
}

// A silent error is a defect: a test that means one says so with `expectErrors()`.
let said: unknown[][] = []
beforeEach(() => {
  said = []
  vi.spyOn(console, 'error').mockImplementation((...words) => void said.push(words))
})
afterEach(() => {
  expect(said, 'unexpected console.error').toEqual([])
})

afterAll(async () => {
  const { closeDatabase } = await import('#db/database.server.ts')
  await closeDatabase()
  rmSync(folder, { recursive: true, force: true })
})
