import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import Database from 'better-sqlite3'
import pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { isPostgres } from '#db/dialect.ts'

const run = promisify(execFile)
const slow = { timeout: 180_000 }
const folder = mkdtempSync(join(tmpdir(), 'granaio-move-'))
const story = `file:${join(folder, 'story.db')}`

/** An empty database on the server of the tests. */
async function emptyDatabase() {
  const name = `move_${randomUUID().replaceAll('-', '')}`
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  return process.env.DATABASE_URL!.replace(/\/[^/]*$/, `/${name}`)
}

async function onPostgres(url: string, text: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(text).finally(() => client.end())
  return rows
}

const command = (name: string, args: string[] = [], settings = {}) =>
  run(process.execPath, ['--import', 'tsx', `commands/${name}.ts`, ...args], {
    env: { ...process.env, DATA_DIR: folder, NODE_ENV: 'test', ...settings },
  }).then(
    ({ stdout }) => ({ code: 0, says: stdout }),
    ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({
      code,
      says: stdout + stderr,
    }),
  )
const moved = (from: string, to: string) => command('move', ['--from', from, '--to', to])

const tried = (title: string, work: (url: string) => Promise<void>) =>
  test(title, slow, async ({ skip }) => {
    skip(!isPostgres, 'a move needs a PostgreSQL; it is tested in the other project')
    await work(await emptyDatabase())
  })

beforeAll(async () => {
  if (isPostgres) await command('demo', [], { DATABASE_URL: story, GRANAIO_DEMO: '1' })
}, 180_000)

tried('[#140] a story moves to PostgreSQL and back, and is the same on both', async (url) => {
  const there = await moved(story, url)
  expect(there.says).toMatch(/ideas .* equal/)
  expect(there.says).not.toContain('DIFFERENT')
  expect(there.code).toBe(0)

  const home = `file:${join(folder, 'home.db')}`
  const back = await moved(url, home)
  expect(back.says).toMatch(/(\d+) of \1 searches find the same ideas/)
  expect(back.code).toBe(0)

  const rows = (file: string, table: string) => {
    const client = new Database(file.slice(5), { readonly: true })
    const all = client.prepare(`select * from ${table} order by 1, 2`).all()
    client.close()
    return all
  }
  for (const table of ['ideas', 'people', 'votes', 'comments', 'moves', 'counters', 'idea_tallies'])
    expect(rows(home, table), table).toEqual(rows(story, table))
  for (const to of [url, home]) {
    const verified = await command('verify', [], { DATABASE_URL: to })
    expect(verified.says).toContain('Every counter is what the rows say.')
  }
})

tried('[#140] nothing moves onto something, nor from another version', async (url) => {
  expect((await moved(story, url)).code).toBe(0)
  const again = await moved(story, url)
  expect(again.says).toMatch(/The target is not empty: it has rows in /)
  expect(again.code).toBe(1)

  await onPostgres(
    url,
    'delete from drizzle.__drizzle_migrations where id = (select max(id) from drizzle.__drizzle_migrations)',
  )
  const older = await moved(url, `file:${join(folder, 'older.db')}`)
  expect(older.says).toContain('The source is not migrated as this version is')
  expect(older.code).toBe(1)
})

tried(
  '[#140] what a database would change on the way is noticed, and nothing of the move stays',
  async (url) => {
    await command('verify', [], { DATABASE_URL: url })
    await onPostgres(
      url,
      `create function sly() returns trigger language plpgsql as
      $$ begin if new.number = 3 then new.votes_count := new.votes_count + 1; end if; return new; end $$;
     create trigger sly before insert on ideas for each row execute function sly()`,
    )
    const outcome = await moved(story, url)
    expect(outcome.says).toMatch(/ideas .* DIFFERENT/)
    expect(outcome.says).toContain('The two differ: nothing was written.')
    expect(outcome.code).toBe(1)
    expect(await onPostgres(url, 'select count(*)::int as n from people')).toEqual([{ n: 0 }])
  },
)
