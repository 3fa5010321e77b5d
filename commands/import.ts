import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { migrate } from '#db/migrate.ts'
import { decidim } from '#app/domain/imports/decidim.rules.ts'
import { madridDebates } from '#app/domain/imports/madrid.rules.ts'
import { ImportMap } from '#app/domain/imports/map.form.ts'
import { mappedCsv } from '#app/domain/imports/mapped-csv.rules.ts'
import type { Tally } from '#app/domain/imports/tally.rules.ts'
import { importMentions } from './import/mentions.ts'
import { explain } from './import/report.ts'
import { progressOf } from './progress.ts'
import { askedOfFiles, fail, tableOf } from './terminal.ts'

const usage = `npm run import -- --format <madrid-debates|decidim|csv> --ideas FILE
    [--comments FILE] [--votes FILE] [--map FILE] [--dry-run] [--limit N]
npm run import -- --format mentions [--source NAME] [--dry-run] [--limit N] FILE…`

const { wish, files } = askedOfFiles({
  format: { type: 'string' },
  ideas: { type: 'string' },
  comments: { type: 'string' },
  votes: { type: 'string' },
  map: { type: 'string' },
  source: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  limit: { type: 'string' },
})

try {
  await importAsked()
} catch (error) {
  fail(error)
}

async function importAsked() {
  const limit = wish.limit === undefined ? undefined : Number(wish.limit)
  if (limit !== undefined && !(limit > 0)) return fail(usage)
  if (wish.format !== 'mentions') return files.length ? fail(usage) : importIdeas(limit)
  if (!files.length) return fail(usage)
  return importMentions(files, { source: wish.source, isDry: wish['dry-run'], limit })
}

async function importIdeas(limit: number | undefined) {
  const { ideas, comments, votes } = wish
  if (!ideas || !wish.format) return fail(usage)
  const map = ImportMap.parse(wish.map ? JSON.parse(readFileSync(wish.map, 'utf8')) : {})
  const format = formatCalled(wish.format, ideas, map)
  if (!format) return fail(usage)

  await migrate()
  const { closeDatabase, transaction } = await import('#db/database.server.ts')
  const { furnish } = await import('#app/domain/workflow/furnish.server.ts')
  const { furnishDossiers } = await import('#app/domain/dossiers/furnish.server.ts')
  const { runImport } = await import('#app/domain/imports/import.server.ts')
  await transaction(furnish)
  await transaction(furnishDossiers)
  const { show, stop } = progressOf()
  const startedAt = Date.now()
  const dryRun = wish['dry-run']
  const plan = { format, files: { ideas, comments, votes }, map, dryRun, limit, onProgress: show }
  const tallies = await runImport(plan).finally(stop)
  await closeDatabase()
  report(tallies, dryRun, Date.now() - startedAt)
}

function formatCalled(name: string, ideas: string, map: ImportMap) {
  const plain = basename(ideas)
    .replace(/\..*$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
  return { 'madrid-debates': madridDebates, decidim, csv: mappedCsv(map, plain) }[name]
}

function report(tallies: Tally[], dryRun: boolean, ms: number) {
  const head = [
    'file',
    'read',
    dryRun ? 'would import' : 'imported',
    'here already',
    'repaired',
    'skipped',
  ]
  const counts = tallies.map((tally) => [
    tally.file,
    tally.read,
    tally.imported,
    tally.there,
    tally.repaired,
    tally.skipped,
  ])
  console.log(`\n${tableOf([head, ...counts])}`)
  for (const { file, repairs, skips } of tallies) {
    explain(`${file} repaired`, repairs)
    explain(`${file} skipped`, skips)
  }
  const seconds = (ms / 1000).toFixed(1)
  console.log(`\n${dryRun ? 'Nothing was written' : 'Done'}, ${seconds} s.`)
}
