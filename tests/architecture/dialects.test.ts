import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import { filesIn } from '#tests/files.ts'

type Snapshot = {
  tables: Record<
    string,
    {
      columns: Record<string, { notNull: boolean }>
      indexes: Record<string, { isUnique: boolean }>
    }
  >
}

function latest(dialect: string): Snapshot {
  const folder = `db/migrations/${dialect}/meta`
  const last = filesIn(folder, /_snapshot\.json$/)
    .sort()
    .at(-1)!
  return JSON.parse(readFileSync(last, 'utf8')) as Snapshot
}

const shape = ({ tables }: Snapshot) =>
  Object.entries(tables)
    .map(([name, { columns, indexes }]) => ({
      table: name.replace(/^public\./, ''),
      columns: Object.entries(columns)
        .map(([column, { notNull }]) => `${column}${notNull ? '' : '?'}`)
        .sort(),
      indexes: Object.entries(indexes)
        .map(([index, { isUnique }]) => `${index}${isUnique ? '!' : ''}`)
        .sort(),
    }))
    .sort((a, b) => a.table.localeCompare(b.table))

test('the migrations of both databases end in the same tables, columns, indexes and uniques', () => {
  expect(shape(latest('postgres'))).toEqual(shape(latest('sqlite')))
})

test('a fresh generate has nothing to add: the migrations are those of the schema', () => {
  for (const dialect of ['sqlite', 'postgres']) {
    mkdirSync('.cache', { recursive: true })
    const out = mkdtempSync('.cache/migrations-')
    cpSync(`db/migrations/${dialect}`, out, { recursive: true })
    const said = execFileSync('node_modules/.bin/drizzle-kit', ['generate'], {
      env: {
        ...process.env,
        DATABASE_URL: dialect === 'postgres' ? 'postgres:' : '',
        MIGRATIONS: out,
      },
    })
    rmSync(out, { recursive: true })
    expect(`${dialect}: ${said}`).toContain('No schema changes')
  }
})
