import { createWriteStream, mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { expect, test } from 'vitest'
import { rowsOf } from '#app/domain/imports/source-file.server.ts'
import { isPostgres } from '#db/dialect.ts'

const folder = mkdtempSync(join(tmpdir(), 'granaio-large-'))
const megabyte = 2 ** 20
// A file is read before any database is asked: once is enough.
const slow = { timeout: 120_000, skip: isPostgres }

/** A packed file: its first line, then `times` times `piece`. */
async function packed(name: string, piece: string, times: number) {
  const path = join(folder, name)
  async function* text() {
    yield 'id,title\n'
    for (let i = 0; i < times; i++) yield piece
  }
  await pipeline(text(), createGzip({ level: 1 }), createWriteStream(path))
  return path
}

/** How many rows come out, and how far the memory went up meanwhile, in MB. */
async function read(file: string, most?: number) {
  const before = process.memoryUsage().rss
  let [rows, highest] = [0, before]
  for await (const row of rowsOf(file, ['id', 'title'], () => {}, { most })) {
    if ('fault' in row) throw new Error(row.fault)
    if (++rows % 50_000 === 0) highest = Math.max(highest, process.memoryUsage().rss)
  }
  return { rows, grew: (highest - before) / megabyte }
}

test('[#88] a file of a million rows is read row by row, in little memory', slow, async () => {
  const piece = '7,Una scatola di latta\n'.repeat(1_000)
  const { rows, grew } = await read(await packed('rows.csv.gz', piece, 1_000))
  expect(rows).toBe(1_000_000)
  expect(grew).toBeLessThan(150)
})

test(
  '[#88] a small file that unpacks to one endless row, or to too much, is refused',
  slow,
  async () => {
    const endless = await packed('endless.csv.gz', 'a'.repeat(megabyte), 200)
    expect(statSync(endless).size).toBeLessThan(2 * megabyte)
    await expect(read(endless)).rejects.toThrow(/never ends/)
    const large = await packed('large.csv.gz', '7,Uno\n'.repeat(100_000), 20)
    await expect(read(large, 2 * megabyte)).rejects.toThrow(/unpacks to more than 2097152 bytes/)
  },
)
