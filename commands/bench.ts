import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { brotliCompressSync } from 'node:zlib'
import { anotherPage, pages, plain, signedIn } from '#tests/bench/asked.ts'
import { careRows } from '#tests/bench/care-rows.ts'
import { deskRow, seatAtDesk } from '#tests/bench/desk.ts'
import { hits, thisMachine } from '#tests/bench/measure.ts'
import { pointsTimes } from '#tests/bench/points-rows.ts'
import { queryTimes, type Time } from '#tests/bench/queries.ts'
import { benchDatabase } from '#tests/bench/seed.ts'
import {
  bareServer,
  base,
  boot,
  held,
  reference,
  runThrough,
  stop,
  stopAll,
  timesBy,
} from '#tests/bench/servers.ts'
import { tellingRows } from '#tests/bench/telling-rows.ts'
import {
  admitVoters,
  storedVotes,
  untilIdle,
  Voters,
  votesStoredIn,
} from '#tests/bench/visitors.ts'
import { votesPerSecond, votingCopy } from '#tests/bench/votes.ts'
import { ownPostgres } from '#tests/children/postgres.ts'

const { values } = parseArgs({
  options: {
    small: { type: 'boolean' },
    data: { type: 'string', default: '.cache' },
    minutes: { type: 'string', default: '1' },
    only: { type: 'string', default: 'workers,domain,points,telling,care,postgres' },
  },
})
const size = values.small
  ? { ideas: 2_000, votes: 20_000, comments: 5_000, members: 500 }
  : { ideas: 100_000, votes: 1_000_000, comments: 250_000, members: 20_000 }
const [seconds, pending] = values.small ? [2, 10_000] : [4, 100_000]
const memoryMs = Number(values.minutes) * (values.small ? 6_000 : 60_000)
const folder = mkdtempSync(join(tmpdir(), 'granaio-bench-'))

const table: { what: string; figure: string; ratio: string; aim: string }[] = []
const whole = (n: number) => Math.round(n).toLocaleString('en')

function tell(what: string, figure: string, aim = '', ratio?: number) {
  table.push({ what, figure, ratio: ratio === undefined ? '' : ratio.toFixed(3), aim })
  console.log([what, figure, ratio?.toFixed(3) ?? '', aim].join(' | '))
}

// Asked anew before each figure: what else the machine does changes from minute to minute.
const bare = async () => (await hits(reference, plain, 1)).rate

async function measured(what: string, aim: number, ask: () => ReturnType<typeof hits>) {
  const beside = await bare()
  const { rate, p99 } = await ask()
  tell(what, `${whole(rate)}/s, p99 ${p99} ms`, aim.toFixed(3), rate / beside)
  return rate / beside
}

const rendered = (where: string) =>
  measured(`board, rendered each time${where}`, 1 / 110, () =>
    hits(base, plain, seconds, anotherPage),
  )

/** The rows of one server over HTTP, on whichever database. */
async function overHttp(where: string, voters: Voters, stored: () => Promise<number>) {
  for (const [what, path, headers, aim] of pages)
    await measured(what + where, aim, () => hits(base + path, headers, seconds))
  await rendered(where)

  const quiet = voters.trickle()
  await measured(`board, signed out, 20 votes a second${where}`, 0.3, () =>
    hits(`${base}/ideas`, plain, seconds),
  )
  const beside = await bare()
  const rate = await voters.rush(seconds * 2)
  const aim = (1 / 70).toFixed(3)
  tell(`new votes over HTTP, 32 connections${where}`, `${whole(rate)}/s`, aim, rate / beside)
  return async () => {
    quiet()
    await new Promise((next) => setTimeout(next, 1_000))
    // Counted in this order: one that is acknowledged while the rows are counted is not missing.
    const { given } = voters
    const figure = `${whole(await stored())} of ${whole(given)}`
    tell(`acknowledged votes that are stored${where}`, figure, 'all')
  }
}

/** Answers the file it voted on, its day's work done, for the databases that come after. */
async function onSqlite(file: string) {
  const served = votingCopy(file, 'served')
  // Only whoever was there before sits at the desk: the voters are members like others.
  seatAtDesk(served)
  admitVoters(served)
  const voters = new Voters(base, served)
  const { child, page, ms } = await boot(folder, `file:${resolve(served)}`)
  tell('server start to the first board page', `${whole(ms)} ms`, '1,000 ms')
  const bytes = join(folder, 'page.br')
  writeFileSync(bytes, brotliCompressSync(page))
  await bareServer(bytes)
  await untilIdle(served)
  tell('bare Node server, the same bytes', `${whole(await bare())}/s`, '', 1)
  const end = await overHttp('', voters, async () => storedVotes(served))
  const before = held(child)
  const until = Date.now() + memoryMs
  while (Date.now() < until) {
    await hits(`${base}/ideas/1/idea-1`, signedIn, 1)
    await hits(base, plain, 1, anotherPage)
  }
  const figure = `${whole(before)} MB, ${whole(held(child))} MB ${values.minutes} min later`
  tell('memory of the server under load', figure, '300 MB')
  await end()
  tell(...(await deskRow(base)))
  await stop(child)
  return served
}

/** What a second process adds: the same pages, rendered each time, by one and by two. */
async function withWorkers(served: string) {
  const rates: number[] = []
  for (const WORKERS of ['1', '2', '1', '2']) {
    const { child } = await boot(folder, `file:${resolve(served)}`, 1, { WORKERS })
    rates.push((await hits(base, plain, seconds, anotherPage)).rate)
    await stop(child)
  }
  const [one, two] = [rates[0]! + rates[2]!, rates[1]! + rates[3]!]
  tell('pages rendered by two workers, over one', `${whole(two / 2)}/s`, '1.4 of one', two / one)
}

function tellTimes(times: Time[], where = '') {
  for (const [what, ms, aim] of times) tell(what + where, `${ms.toFixed(2)} ms`, `${aim} ms`)
}

async function throughDomain(file: string) {
  const domainFile = votingCopy(file, 'domain')
  process.env.DATABASE_URL = `file:${domainFile}`
  process.env.DATA_DIR = folder
  const { raw, domain } = await votesPerSecond(file, domainFile)
  tell('raw prepared statements, 32 votes a commit', `${whole(raw)}/s`, '', 1)
  const rate = `${whole(domain)}/s`
  tell('durable votes through the domain, 32 in flight', rate, '0.500', domain / raw)
  tellTimes(await queryTimes())
  const { databaseTimes } = await import('#tests/bench/pages.ts')
  const inside = await databaseTimes(size.ideas)
  tellTimes(inside.map(([page, ms]) => [`in SQLite for a page: ${page}`, ms, 1]))
  const { earningRows } = await import('#tests/bench/earning-rows.ts')
  for (const row of await earningRows(domainFile, pending)) tell(...row)
  await (await import('#db/database.server.ts')).closeDatabase()
  tellTimes(await timesBy('tests/bench/merge.ts', `file:${domainFile}`, folder))
}

async function onPostgres(served: string) {
  const postgres = await ownPostgres()
  const where = ', PostgreSQL'
  try {
    const from = `file:${resolve(served)}`
    await runThrough(['commands/move.ts', '--from', from, '--to', postgres.url])
    await postgres.ask('analyze')
    for (const script of ['queries-apart', 'merge'])
      tellTimes(await timesBy(`tests/bench/${script}.ts`, postgres.url, folder), where)

    const stored = votesStoredIn(postgres.ask)
    const { child, ms } = await boot(folder, postgres.url)
    tell(`server start to the first board page${where}`, `${whole(ms)} ms`)
    const voters = new Voters(base, served, await stored())
    await (
      await overHttp(where, voters, stored)
    )()
    await stop(child)
  } finally {
    await postgres.end()
  }
}

const wanted = values.only.split(',')
if (!existsSync('build/server/index.js')) throw new Error('Build first: npm run build')
try {
  console.log(thisMachine(), size)
  const file = await benchDatabase(size, values.data)
  const served = await onSqlite(file)
  if (wanted.includes('workers')) await withWorkers(served)
  if (wanted.includes('domain')) await throughDomain(file)
  if (wanted.includes('points')) tellTimes(await pointsTimes(folder, values))
  if (wanted.includes('telling'))
    for (const row of await tellingRows(folder, values.small ? 2_000 : 50_000)) tell(...row)
  if (wanted.includes('care')) for (const row of await careRows(folder, values)) tell(...row)
  if (wanted.includes('postgres')) await onPostgres(served)
  console.table(table)
} finally {
  stopAll()
}
