import { basename } from 'node:path'
import { migrate } from '#db/migrate.ts'
import type { Said } from '#app/domain/imports/tally.rules.ts'
import type { Tally } from '#app/domain/mentions/import-rows.server.ts'
import type { FileProblem, Problem } from '#app/domain/mentions/mention.rules.ts'
import { progressOf } from '../progress.ts'
import { fail, tableOf } from '../terminal.ts'
import { explain } from './report.ts'

type Wish = { source?: string; isDry: boolean; limit?: number }
type Told = Tally & { file: string; ms: number }

const problems: Record<Problem, string> = {
  notCsv: 'no row of a CSV',
  noText: 'neither text nor rating',
  badRating: 'its rating is not from 1 to 5',
  badUrl: 'its link is no web address',
  badDate: 'its date is none',
  futureDate: 'its date is yet to come',
  notStored: 'refused by the database',
}
const reasons: Record<FileProblem, string> = {
  unknownColumns: 'has no column that is known to hold a text; README, “Mentions”, names them',
  notText: 'is no CSV',
  notGzip: 'is a broken gzip',
  neverEnds: 'has a quotation that never ends',
  tooLarge: 'unpacks to more than 256 MB',
  gone: 'is not there',
  stopped: 'was not read on: somebody stopped it, or is reading it too',
  broken: 'could not be read',
}

/** Imports files of mentions, each into the source called as asked, else as the file. */
export async function importMentions(files: string[], { source, isDry, limit }: Wish) {
  await migrate()
  const { closeDatabase, transaction } = await import('#db/database.server.ts')
  const { openImport, sourceForFiles } = await import('#app/domain/mentions/import.server.ts')
  const { readImport, tryImport } = await import('#app/domain/mentions/import-run.server.ts')
  const { importPace } = await import('#app/clock/pace.ts')
  const { show, stop } = progressOf()
  const told: Told[] = []
  for (const file of files) {
    const name = basename(file)
    const startedAt = Date.now()
    const onProgress = (far: Parameters<typeof show>[1]) => show(name, far)
    const way = { limit, onProgress, pace: importPace() }
    const read = async () => {
      if (isDry) return tryImport(file, way)
      const id = await transaction(async (tx) => {
        const sourceId = await sourceForFiles(tx, source ?? name.replace(/\..*$/, ''))
        return sourceId && openImport(tx, { sourceId, fileName: name })
      })
      if (!id) return fail(`Another source that is none of files is called so, or it is off.`)
      return readImport(id, file, way)
    }
    const tally = await read().finally(stop)
    if (typeof tally === 'string') return fail(`${file} ${reasons[tally]}`)
    told.push({ ...tally, file: name, ms: Date.now() - startedAt })
  }
  await closeDatabase()
  report(told, isDry)
}

function report(told: Told[], isDry: boolean) {
  const written = isDry ? 'would import' : 'imported'
  const head = ['file', 'rows', 'read', written, 'here already', 'bad', 'seconds']
  const rows = told.map(({ file, total, read, written, known, badCount, ms }) => [
    ...[file, total, read, written, known, badCount],
    Number((ms / 1000).toFixed(1)),
  ])
  console.log(`\n${tableOf([head, ...rows])}`)
  for (const { file, bad, badCount } of told) {
    explain(`${file} bad`, byProblem(bad))
    if (badCount > bad.length) console.log(`\n${file}: and ${badCount - bad.length} more.`)
  }
  console.log(`\n${isDry ? 'Nothing was written' : 'Done'}.`)
}

function byProblem(bad: Tally['bad']) {
  const all = new Map<string, Said>()
  for (const { line, problem } of bad) {
    const said = all.get(problems[problem]) ?? { count: 0, lines: [] }
    all.set(problems[problem], said)
    said.count++
    said.lines.push(line)
  }
  return all
}
