import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { brotliCompressSync } from 'node:zlib'
import { writtenCursor } from '#app/domain/ideas/idea-feed.form.ts'
import { hits, median, took } from '#tests/bench/measure.ts'
import { benchDatabase, token } from '#tests/bench/seed.ts'
import { admitVoters, storedVotes, untilIdle, Voters } from '#tests/bench/visitors.ts'
import { votesPerSecond, votingCopy } from '#tests/bench/votes.ts'

const { values } = parseArgs({
  options: {
    small: { type: 'boolean' },
    data: { type: 'string', default: '.cache' },
    minutes: { type: 'string', default: '1' },
  },
})
const size = values.small
  ? { ideas: 2_000, votes: 20_000, comments: 5_000, members: 500 }
  : { ideas: 100_000, votes: 1_000_000, comments: 250_000, members: 20_000 }
const seconds = values.small ? 2 : 4
const memoryMs = Number(values.minutes) * (values.small ? 6_000 : 60_000)
const ports = { granaio: 3971, bare: 3972 }
const base = `http://localhost:${ports.granaio}`
const reference = `http://127.0.0.1:${ports.bare}/`
const folder = mkdtempSync(join(tmpdir(), 'granaio-bench-'))
const started = new Set<ChildProcess>()

type Row = { what: string; figure: string; ratio: string; aim: string }
const table: Row[] = []
const whole = (n: number) => Math.round(n).toLocaleString('en')

function tell(what: string, figure: string, aim = '', ratio?: number) {
  table.push({ what, figure, ratio: ratio === undefined ? '' : ratio.toFixed(3), aim })
  console.log([what, figure, ratio?.toFixed(3) ?? '', aim].join(' | '))
}

function run(args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  started.add(child)
  return child
}

function stop(child: ChildProcess) {
  started.delete(child)
  return new Promise((done) => child.once('exit', done) && child.kill())
}

async function until(url: string) {
  for (let i = 0; i < 1_000; i++) {
    const answer = await fetch(url).catch(() => undefined)
    if (answer?.ok) return answer.arrayBuffer()
    await new Promise((next) => setTimeout(next, 10))
  }
  throw new Error(`${url} does not answer`)
}

/** As `npm start` starts it. */
const serve = (file: string) =>
  run(['--max-old-space-size=192', '--max-semi-space-size=8', 'build/server/index.js'], {
    NODE_ENV: 'production',
    GRANAIO_DEMO: '1',
    LOG_LEVEL: 'silent',
    RATE_LIMIT_FACTOR: '1000000',
    PORT: String(ports.granaio),
    DATA_DIR: folder,
    DATABASE_URL: `file:${resolve(file)}`,
  })

/** Starts the server three times; the last one stays. */
async function boot(file: string) {
  const times: number[] = []
  let [child, page] = [serve(file), Buffer.alloc(0)]
  for (let i = 0; i < 3; i++) {
    await stop(child)
    const from = performance.now()
    child = serve(file)
    page = Buffer.from(await until(`${base}/ideas`))
    times.push(performance.now() - from)
  }
  tell('server start to the first board page', `${whole(median(times))} ms`, '1,000 ms')
  return { child, page }
}

const plain = { 'Accept-Encoding': 'br' }
const signedIn = { ...plain, Cookie: `granaio_session=${token}` }
let asked = 0
const anotherPage = () => `/ideas?sort=top&after=${writtenCursor(['top', 5, ++asked])}`
const pages: [what: string, path: string, headers: Record<string, string>, aim: number][] = [
  ['board, signed out', '/ideas', plain, 0.5],
  ['idea page, signed out', '/ideas/1/idea-1', plain, 0.5],
  ['board, signed in', '/ideas', signedIn, 0.04],
  ['idea page, signed in', '/ideas/1/idea-1', signedIn, 0.04],
]

async function overHttp(file: string) {
  const served = votingCopy(file, 'served')
  const voters = new Voters(base, admitVoters(served))
  const { child, page } = await boot(served)
  const bytes = join(folder, 'page.br')
  writeFileSync(bytes, brotliCompressSync(page))
  const bareServer = run([...process.execArgv, 'tests/bench/bare.ts', bytes, String(ports.bare)])
  await until(reference)
  await untilIdle(served)

  // Asked anew before each figure: what else the machine does changes from minute to minute.
  const bare = async () => (await hits(reference, plain, 1)).rate
  tell('bare Node server, the same bytes', `${whole(await bare())}/s`, '', 1)
  const measured = async (what: string, aim: number, ask: () => ReturnType<typeof hits>) => {
    const beside = await bare()
    const { rate, p99 } = await ask()
    tell(what, `${whole(rate)}/s, p99 ${p99} ms`, aim.toFixed(3), rate / beside)
  }
  for (const [what, path, headers, aim] of pages)
    await measured(what, aim, () => hits(base + path, headers, seconds))
  await measured('board, rendered each time', 1 / 110, () =>
    hits(base, plain, seconds, anotherPage),
  )

  const quiet = voters.trickle()
  await measured('board, signed out, 20 votes a second', 0.3, () =>
    hits(`${base}/ideas`, plain, seconds),
  )
  const beside = await bare()
  const rate = await voters.rush(seconds * 2)
  const aim = (1 / 70).toFixed(3)
  tell('new votes over HTTP, 32 connections', `${whole(rate)}/s`, aim, rate / beside)
  await memory(child)
  quiet()
  await new Promise((next) => setTimeout(next, 1_000))
  const stored = `${whole(storedVotes(served))} of ${whole(voters.given)}`
  tell('acknowledged votes that are stored', stored, 'all')
  await Promise.all([stop(child), stop(bareServer)])
}

/** What the process holds, in MB, as Linux counts it. */
const held = ({ pid }: ChildProcess) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024

async function memory(child: ChildProcess) {
  const before = held(child)
  const end = Date.now() + memoryMs
  while (Date.now() < end) {
    await hits(`${base}/ideas/1/idea-1`, signedIn, 1)
    await hits(base, plain, 1, anotherPage)
  }
  const figure = `${whole(before)} MB, ${whole(held(child))} MB ${values.minutes} min later`
  tell('memory of the server under load', figure, '300 MB')
}

const words = ['scatola', 'farina', 'latta buona', 'forno', 'biscotto']
const word = (i: number) => words[i % words.length]!

async function inProcess(file: string) {
  const domainFile = votingCopy(file, 'domain')
  process.env.DATABASE_URL = `file:${domainFile}`
  process.env.DATA_DIR = folder
  const { db, closeDatabase } = await import('#db/database.server.ts')
  const { ideaFeed } = await import('#app/domain/ideas/idea-feed.server.ts')
  const { searchIdeas } = await import('#app/domain/ideas/idea-search.server.ts')
  const { similarIdeas } = await import('#app/domain/ideas/similar.server.ts')

  const { raw, domain } = await votesPerSecond(file, domainFile)
  tell('raw prepared statements, 32 votes a commit', `${whole(raw)}/s`, '', 1)
  const rate = `${whole(domain)}/s`
  tell('durable votes through the domain, 32 in flight', rate, '0.500', domain / raw)

  const ms = (n: number) => `${n.toFixed(2)} ms`
  const feed = await took(() => ideaFeed(db, { sort: 'hot' }))
  tell('board query, through the domain', ms(feed), '1 ms')
  const found = await took((i) => searchIdeas(db, word(i), {}, 1), 60)
  tell('search for a word, 20 results with excerpts', ms(found), '15 ms')
  const alike = await took((i) => similarIdeas(db, `una ${word(i)} nuova`, { limit: 5 }), 60)
  tell('similar ideas while typing', ms(alike), '15 ms')
  const { databaseTimes } = await import('#tests/bench/pages.ts')
  for (const [page, time] of await databaseTimes(size.ideas))
    tell(`in SQLite for a page: ${page}`, ms(time), '1 ms')
  await closeDatabase()
}

if (!existsSync('build/server/index.js')) throw new Error('Build first: npm run build')
try {
  const load = loadavg()[0]!.toFixed(1)
  const machine = cpus()[0]?.model.trim()
  console.log(
    `${machine}, ${availableParallelism()} cores, Node ${process.version}, load ${load} at the start`,
  )
  console.log(
    `${whole(size.ideas)} ideas, ${whole(size.votes)} votes, ${whole(size.comments)} comments, ${whole(size.members)} members`,
  )
  const file = await benchDatabase(size, values.data)
  await overHttp(file)
  await inProcess(file)
  console.table(table)
} finally {
  started.forEach((child) => child.kill())
}
