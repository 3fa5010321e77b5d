import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { brotliCompressSync } from 'node:zlib'
import { hits, took } from '#tests/bench/measure.ts'
import { benchDatabase, token } from '#tests/bench/seed.ts'
import { votesPerSecond, votingCopy } from '#tests/bench/votes.ts'

const { values } = parseArgs({ options: { small: { type: 'boolean' } } })
const size = values.small
  ? { ideas: 2_000, votes: 20_000, comments: 5_000, members: 500 }
  : { ideas: 100_000, votes: 1_000_000, comments: 250_000, members: 20_000 }
const seconds = values.small ? 2 : 5
const ports = { granaio: 3971, bare: 3972 }
const folder = mkdtempSync(join(tmpdir(), 'granaio-bench-'))
const started: ChildProcess[] = []

type Row = { what: string; figure: string; ratio: string; target: string }
const table: Row[] = []
const whole = (n: number) => Math.round(n).toLocaleString('en')

function run(args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: 'inherit' })
  started.push(child)
}

async function until(url: string) {
  for (let i = 0; i < 200; i++) {
    const answer = await fetch(url).catch(() => undefined)
    if (answer?.ok) return answer.arrayBuffer()
    await new Promise((next) => setTimeout(next, 50))
  }
  throw new Error(`${url} does not answer`)
}

async function boot(file: string, base: string) {
  const from = performance.now()
  run(['build/server/index.js'], {
    NODE_ENV: 'production',
    GRANAIO_DEMO: '1',
    LOG_LEVEL: 'silent',
    RATE_LIMIT_FACTOR: '1000000',
    PORT: String(ports.granaio),
    DATA_DIR: folder,
    DATABASE_URL: `file:${resolve(file)}`,
  })
  const page = Buffer.from(await until(`${base}/ideas`))
  const figure = `${whole(performance.now() - from)} ms`
  table.push({
    what: 'server start to the first board page',
    figure,
    ratio: '',
    target: '1,500 ms',
  })
  return page
}

const plain = { 'Accept-Encoding': 'br' }
const signedIn = { ...plain, Cookie: `granaio_session=${token}` }
const pages = [
  ['board, signed out', '/ideas', plain, '0.5'],
  ['idea page, signed out', '/ideas/1/idea-1', plain, '0.5'],
  ['board, signed in', '/ideas', signedIn, '0.04'],
  ['idea page, signed in', '/ideas/1/idea-1', signedIn, '0.04'],
] as const

async function overHttp(file: string) {
  const [base, reference] = [`http://localhost:${ports.granaio}`, `http://127.0.0.1:${ports.bare}/`]
  const bytes = join(folder, 'page.br')
  writeFileSync(bytes, brotliCompressSync(await boot(file, base)))
  run([...process.execArgv, 'tests/bench/bare.ts', bytes, String(ports.bare)])
  await until(reference)

  const bare = await hits(reference, plain, seconds)
  const figure = `${whole(bare.rate)}/s`
  table.push({ what: 'bare Node server, the same bytes', figure, ratio: '1', target: '' })
  for (const [what, path, headers, target] of pages) {
    const { rate, p99 } = await hits(base + path, headers, seconds)
    const ratio = (rate / bare.rate).toFixed(3)
    table.push({ what, figure: `${whole(rate)}/s, p99 ${p99} ms`, ratio, target })
  }
}

async function inProcess(file: string) {
  const domainFile = votingCopy(file)
  process.env.DATABASE_URL = `file:${domainFile}`
  process.env.DATA_DIR = folder
  const { db, closeDatabase } = await import('#db/database.server.ts')
  const { ideaFeed } = await import('#app/domain/ideas/idea-feed.server.ts')
  const { searchIdeas } = await import('#app/domain/ideas/idea-search.server.ts')
  const { similarIdeas } = await import('#app/domain/ideas/similar.server.ts')
  const words = ['scatola', 'farina', 'latta buona', 'forno', 'biscotto']
  const times = [
    ['board query', await took(() => ideaFeed(db, { sort: 'hot' })), '1 ms'],
    [
      'search for a word, 20 results',
      await took((i) => searchIdeas(db, words[i % words.length]!, {}, 1), 60),
      '15 ms',
    ],
    [
      'similar ideas while typing',
      await took((i) => similarIdeas(db, `una ${words[i % words.length]} nuova`, { limit: 5 }), 60),
      '15 ms',
    ],
  ] as const
  for (const [what, ms, target] of times)
    table.push({ what, figure: `${ms.toFixed(2)} ms`, ratio: '', target })

  const { raw, domain } = await votesPerSecond(file, domainFile)
  table.push({
    what: 'raw prepared statements, 32 votes a commit',
    figure: `${whole(raw)}/s`,
    ratio: '1',
    target: '',
  })
  table.push({
    what: 'durable votes through the domain, 32 in flight',
    figure: `${whole(domain)}/s`,
    ratio: (domain / raw).toFixed(2),
    target: '0.5',
  })
  await closeDatabase()
}

if (!existsSync('build/server/index.js')) throw new Error('Build first: npm run build')
try {
  console.log(
    `${cpus()[0]?.model.trim()}, ${availableParallelism()} cores, Node ${process.version}`,
  )
  console.log(
    `${whole(size.ideas)} ideas, ${whole(size.votes)} votes, ${whole(size.comments)} comments, ${whole(size.members)} members`,
  )
  const file = await benchDatabase(size)
  await overHttp(file)
  started.forEach((child) => child.kill())
  await inProcess(file)
  console.table(table)
} finally {
  started.forEach((child) => child.kill())
}
