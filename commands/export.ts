import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { migrate } from '#db/migrate.ts'
import { type Cell, csvLine } from '#app/domain/imports/csv-cell.rules.ts'
import { asked, fail, tableOf } from './terminal.ts'

const usage = 'npm run export -- --format csv|jsonl --out DIR'

const wish = asked({ format: { type: 'string', default: 'csv' }, out: { type: 'string' } })

type Row = Record<string, Cell>

try {
  await exportAsked()
} catch (error) {
  fail(error)
}

async function exportAsked() {
  const { format, out } = wish
  if (!out || !['csv', 'jsonl'].includes(format)) return fail(usage)
  await migrate()
  const { closeDatabase, db } = await import('#db/database.server.ts')
  const exported = await import('#app/domain/imports/export.server.ts')
  await mkdir(out, { recursive: true })

  const files: [string, AsyncGenerator<Row>][] = [
    ['ideas', exported.exportedIdeas(db)],
    ['comments', exported.exportedComments(db)],
    ['votes', exported.exportedVotes(db)],
  ]
  const counts: [string, number][] = []
  for (const [name, rows] of files) {
    const path = join(out, `${name}.${format}`)
    const written = { rows: 0 }
    const lines = format === 'csv' ? asCsv(rows, written) : asJsonLines(rows, written)
    await pipeline(lines, createWriteStream(path))
    counts.push([path, written.rows])
  }
  await closeDatabase()
  console.log(tableOf([['file', 'rows'], ...counts]))
}

async function* asCsv(rows: AsyncIterable<Row>, written: { rows: number }) {
  for await (const row of rows) {
    if (!written.rows++) yield csvLine(Object.keys(row))
    yield csvLine(Object.values(row))
  }
}

async function* asJsonLines(rows: AsyncIterable<Row>, written: { rows: number }) {
  for await (const row of rows) {
    written.rows++
    yield `${JSON.stringify(row)}\n`
  }
}
