import { existsSync, mkdtempSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { desc, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { importFileOfMentions } from '#app/clock/mentions.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { lease } from '#app/domain/jobs/job.server.ts'
import {
  dropImportFile,
  importFile,
  keepImportFile,
  sweepImportFiles,
} from '#app/domain/mentions/import-file.server.ts'
import { readImport, tryImport } from '#app/domain/mentions/import-run.server.ts'
import {
  allImports,
  findImport,
  openImport,
  sourceForFiles,
  startImport,
  stopImport,
} from '#app/domain/mentions/import.server.ts'
import { surveyOf } from '#app/domain/mentions/survey.server.ts'
import { addSource } from '#app/domain/mentions/source.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { isPostgres } from '#db/dialect.ts'
import { mentions } from '#db/schema/mentions.ts'
import { person, world } from '#tests/world.ts'

const folder = mkdtempSync(join(tmpdir(), 'granaio-mentions-'))
let files = 0
function fileOf(content: string | Buffer) {
  const path = join(folder, `${++files}.csv`)
  writeFileSync(path, content)
  return path
}

let cora: Person
let mo: Person
beforeAll(async () => {
  mo = (await world()).mo
  cora = await transaction((tx) => person(tx, 'cora', ['care']))
})

/** Reads a file into a source of this name, and answers what the import says afterwards. */
async function read(path: string, source = `source ${files}`) {
  const id = await transaction(async (tx) =>
    openImport(tx, { sourceId: (await sourceForFiles(tx, source))!, fileName: path }),
  )
  await readImport(id, path)
  return (await findImport(db, cora, id))!
}
const newest = () =>
  db.select().from(mentions).orderBy(desc(mentions.importedAt), desc(mentions.id))
const row = (i: number) =>
  `${i},Ann ${i},A word about the rusks number ${i},${(i % 5) + 1},2026-01-01`
const many = (count: number) =>
  ['id,author,text,rating,date', ...Array.from({ length: count }, (_, i) => row(i))].join('\n')

describe('[#88] a file of mentions', () => {
  test('comes whole, and nothing of it a second time', async () => {
    const path = fileOf(many(120))
    const done = { total: 120, read: 120, badCount: 0, state: 'done', share: 1 }
    expect(await read(path, 'Twice')).toMatchObject({ ...done, written: 120, known: 0 })
    expect(await read(path, 'Twice')).toMatchObject({ ...done, written: 0, known: 120 })
    const other = await read(fileOf(gzipSync(many(120))), 'Another name')
    expect(other).toMatchObject({ ...done, written: 120, known: 0 })
  })

  test('names each row that is bad, by line, and goes on after it', async () => {
    const rows = [
      'author,text,rating,link,date',
      'Ann,"Two\nlines",5,,',
      'Ben,Bad stars,9,,',
      'Cleo,Bad link,,javascript:1,',
      'Dora,Too,many,cells,in,it',
      ',,,,',
      'Emil,Bad day,,,yesterday',
      '=cmd(),Good to the end,1,https://example.org/x,2026-01-02',
    ]
    const said = await read(fileOf(rows.join('\n')))
    expect(said).toMatchObject({ total: 7, read: 7, written: 2, badCount: 5, state: 'done' })
    expect(said.bad).toEqual([
      { line: 4, problem: 'badRating' },
      { line: 5, problem: 'badUrl' },
      { line: 6, problem: 'notCsv' },
      { line: 7, problem: 'noText' },
      { line: 8, problem: 'badDate' },
    ])
  })

  test('with thousands of bad rows keeps the first 200 of them and counts all', async () => {
    const said = await read(fileOf(`text,rating\n${'x,9\n'.repeat(230)}fine,5\n`))
    expect(said).toMatchObject({ written: 1, badCount: 230 })
    expect(said.bad).toHaveLength(200)
    expect(said.bad.at(-1)).toEqual({ line: 201, problem: 'badRating' })
  })

  test.each([
    ['with semicolons, in the letters of Windows', 'latin1', ';'],
    ['with tabs and a byte order mark', 'utf8', '\t'],
  ] as const)('is read %s', async (_, encoding, mark) => {
    const text = `autore${mark}testo${mark}voto\nZoë ${encoding}${mark}Perché è così crudo?${mark}4,5\n`
    const bom = encoding === 'utf8' ? '\ufeff' : ''
    expect(await read(fileOf(Buffer.from(bom + text, encoding)))).toMatchObject({ written: 1 })
    const [kept] = await newest()
    expect(kept).toMatchObject({
      author: `Zoë ${encoding}`,
      body: 'Perché è così crudo?',
      rating: 4.5,
    })
  })

  test.each<[string, () => string | Buffer]>([
    ['unknownColumns', () => 'one,two\n1,2\n'],
    ['unknownColumns', () => ''],
    ['notText', () => Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 1, 2])],
    ['notGzip', () => gzipSync(many(5_000)).subarray(0, 9_000)],
  ])('that is %s is refused whole, before a row is written', async (problem, content) => {
    const before = await db.$count(mentions)
    expect(await read(fileOf(content()))).toMatchObject({ state: 'failed', problem, written: 0 })
    expect(await db.$count(mentions)).toBe(before)
  })

  test('that unpacks to more than there is room for is refused, and one that is whole is not', async () => {
    const path = fileOf(gzipSync(`text\n${'word '.repeat(2 ** 16)}`))
    expect(await surveyOf(path, 2 ** 17)).toBe('tooLarge')
    expect(await surveyOf(path)).toMatchObject({ ways: { charset: undefined } })
  })

  test('can be tried first, and nothing is written', async () => {
    const before = await db.$count(mentions)
    const path = fileOf(`${many(110)}\n${row(7)}`.replaceAll('rusks', 'tins'))
    expect(await tryImport(path)).toMatchObject({ read: 111, written: 110, known: 1 })
    expect(await tryImport(path, { limit: 10 })).toMatchObject({ total: 111, read: 10 })
    expect(await db.$count(mentions)).toBe(before)
  })
})

describe('an import', () => {
  const csv = async (name: string) => {
    const added = await transaction((tx) => addSource(tx, cora, { kind: 'csv', name }))
    return (added as { id: string }).id
  }
  const start = (sourceId: string, fileId: string) =>
    transaction((tx) => startImport(tx, cora, { sourceId, fileId, fileName: '../a/b\u0000.csv' }))

  test('that was broken off goes on where it was: no row twice, none left out', async () => {
    const path = fileOf(many(210).replaceAll('rusks', 'biscuits'))
    const sourceId = await csv('Broken off')
    const id = await transaction((tx) => openImport(tx, { sourceId, fileName: 'a.csv' }))
    let steps = 0
    const alive = () => (++steps > 1 ? Promise.reject(new Error('killed')) : Promise.resolve())
    await expect(readImport(id, path, { alive })).rejects.toThrow('killed')
    const half = { state: 'running', read: 100, written: 100, total: 210 }
    expect(await findImport(db, cora, id)).toMatchObject({ ...half, share: 100 / 210 })
    await readImport(id, path)
    const whole = { state: 'done', read: 210, written: 210, known: 0 }
    expect(await findImport(db, cora, id)).toMatchObject(whole)
    expect(await db.$count(mentions, eq(mentions.sourceId, sourceId))).toBe(210)
  })

  test('that two take up at once is counted once', async () => {
    const path = fileOf(many(150).replaceAll('rusks', 'crackers'))
    const sourceId = await csv('Two readers')
    const id = await transaction((tx) => openImport(tx, { sourceId, fileName: 'a.csv' }))
    await Promise.all([readImport(id, path), readImport(id, path)])
    await readImport(id, path)
    const said = await findImport(db, cora, id)
    expect(said).toMatchObject({ read: 150, written: 150, known: 0, state: 'done' })
  })

  test('is asked for by care, done by the clock, and its file is gone afterwards', async () => {
    const sourceId = await csv('By the clock')
    const fileId = await keepImportFile(Buffer.from(many(20).replaceAll('rusks', 'cakes')))
    const { id } = (await start(sourceId, fileId)) as { id: string }
    expect(await start(sourceId, fileId)).toBe('already-running')
    expect(await start('none', fileId)).toBe('no-such-source')
    for (const job of await transaction((tx) => lease(tx, 'mention-import', 5)))
      await importFileOfMentions(job)
    const [latest] = await allImports(db, cora)
    expect(latest).toMatchObject({ id, written: 20, state: 'done', startedBy: 'cora' })
    expect(latest!.fileName).toBe('b.csv')
    expect(existsSync(importFile(fileId))).toBe(false)
    expect(() => importFile('../../etc/passwd')).toThrow()
    expect([await allImports(db, mo), await findImport(db, mo, id)]).toEqual([[], undefined])
  })

  test('[#94] that was never begun leaves no file behind: it goes after a day', async () => {
    const [old, fresh] = [
      await keepImportFile(Buffer.from('a')),
      await keepImportFile(Buffer.from('b')),
    ]
    const yesterday = new Date(Date.now() - 86_500_000)
    utimesSync(importFile(old), yesterday, yesterday)
    await sweepImportFiles()
    expect([existsSync(importFile(old)), existsSync(importFile(fresh))]).toEqual([false, true])
  })

  test('is stopped, and reads no further', async () => {
    const sourceId = await csv('Stopped')
    const fileId = await keepImportFile(Buffer.from(many(150).replaceAll('rusks', 'loaves')))
    const { id } = (await start(sourceId, fileId)) as { id: string }
    const stop = () => transaction((tx) => stopImport(tx, cora, id))
    let steps = 0
    const alive = async () => void (++steps === 2 && (await stop()))
    expect(await readImport(id, importFile(fileId), { alive })).toBe('stopped')
    const stopped = { state: 'failed', problem: 'stopped', read: 100, written: 100 }
    expect(await findImport(db, cora, id)).toMatchObject(stopped)
    expect(await stop()).toBeUndefined()
    await dropImportFile(fileId)
    expect(await readImport(id, importFile(fileId))).toBe('gone')
  })
})

const shared = '../shared/data'
const absent = !existsSync(shared)
if (absent) console.log(`The public data sets are not in ${shared}: their import is not tried.`)

describe.skipIf(absent || isPostgres)('real reviews and complaints', () => {
  const real = (name: string) => readFileSync(`${shared}/${name}`)
  const first = (text: Buffer, lines: number) =>
    fileOf(text.toString('utf8').split('\n').slice(0, lines).join('\n'))

  test('come from all four files: each once, none lost, closed reports wait for nobody', async () => {
    const food = { total: 1000, written: 998, known: 2, badCount: 0 }
    expect(await read(`${shared}/food-reviews.csv`, 'Food')).toMatchObject(food)
    const bank = first(gunzipSync(real('us-bank-complaints.csv.gz')), 100)
    const quake = first(gunzipSync(real('it-terremoto-segnalazioni.csv.gz')), 100)
    const town = first(real('it-alessandria-segnalazioni.csv'), 150)
    for (const path of [bank, quake, town]) {
      const said = await read(path)
      expect(said.badCount).toBeLessThanOrEqual(1)
      expect(said.written + said.known + said.badCount).toBe(said.total)
      expect(said.written).toBeGreaterThan(20)
      expect(await read(path)).toMatchObject({ written: 0, known: said.written + said.known })
    }
    const [closed] = await newest()
    expect(closed).toMatchObject({ locale: 'it', body: 'App Municipium' })
    expect(await db.$count(mentions, eq(mentions.state, 'ignored'))).toBeGreaterThan(100)
    const [rated] = await db.select().from(mentions).where(eq(mentions.title, 'Not as Advertised'))
    expect(rated).toMatchObject({ rating: 1, band: 'low', author: 'f00002', topic: 'p00002' })
  })
})
