import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { tableOf } from '../commands/terminal.ts'
import { findBrowser } from './e2e/browser.ts'

const port = 3910
const site = `http://localhost:${port}`
const least = { performance: 95, accessibility: 100, 'best-practices': 100, seo: 100 }
const kinds = Object.keys(least) as (keyof typeof least)[]

/** The built site with the demo story, in a folder of its own. */
async function openSite(folder: string) {
  const env = {
    ...process.env,
    NODE_ENV: 'production' as const,
    GRANAIO_DEMO: '1',
    LOG_LEVEL: 'warn',
    PORT: String(port),
    DATA_DIR: folder,
    DATABASE_URL: '',
  }
  const run = (command: string, ...args: string[]) =>
    spawn(command, args, { env, stdio: ['ignore', 'ignore', 'inherit'] })
  const [code] = (await once(run('npx', 'tsx', 'commands/demo.ts'), 'exit')) as [number]
  if (code) throw new Error('The demo story could not be told')
  const server = run(process.execPath, 'build/server/index.js')
  for (let tries = 0; !(await fetch(`${site}/healthz`).catch(() => undefined))?.ok; tries++) {
    if (tries > 100) throw new Error('The built server does not answer: npm run build')
    await new Promise((done) => setTimeout(done, 100))
  }
  return server
}

// Asked by its command: its types alone would cost the compiler two seconds.
type Audit = { id: string; title: string; score: number | null }
type Sent = { details: { items: { url: string; resourceType: string; transferSize: number }[] } }
type Scored = {
  categories: Record<(typeof kinds)[number], { score: number | null }>
  audits: Record<string, Audit> & { 'network-requests': Audit & Sent }
}

const asked = [
  `--only-categories=${kinds}`,
  '--chrome-flags=--headless=new --no-sandbox --disable-gpu',
  '--output=json',
  '--quiet',
]

/** What Lighthouse says of a page. A busy machine makes it lose the trace: then it is asked again. */
async function scored(path: string, tries = 3): Promise<Scored> {
  try {
    const { stdout } = await promisify(execFile)('npx', ['lighthouse', site + path, ...asked], {
      env: { ...process.env, CHROME_PATH: findBrowser() },
      maxBuffer: 64e6,
    })
    return JSON.parse(stdout) as Scored
  } catch (error) {
    const { stderr = '' } = error as { stderr?: string }
    if (tries === 1) throw new Error(`${path}: ${stderr || String(error)}`)
    return scored(path, tries - 1)
  }
}

/** What a phone gets of a page: Lighthouse's scores, and the weight of what was sent. */
async function pageOnPhone(path: string) {
  const { categories, audits } = await scored(path)
  for (const { id, title, score } of Object.values(audits))
    if (score !== null && score < 0.9) console.log(`${path}: ${id} ${score} (${title})`)
  // What stands in the page itself is asked of nobody.
  const sent = audits['network-requests'].details.items.filter(
    ({ url }) => !url.startsWith('data:'),
  )
  const weight = (kind: string) =>
    sent
      .filter(({ resourceType }) => resourceType === kind)
      .reduce((sum, { transferSize }) => sum + transferSize, 0) / 1000
  const kB = (kind: string) => Number(weight(kind).toFixed(1))
  return {
    scores: kinds.map((kind) => Math.round((categories[kind].score ?? 0) * 100)),
    weights: [kB('Document'), kB('Stylesheet'), kB('Script'), sent.length],
  }
}

const folder = mkdtempSync(join(tmpdir(), 'granaio-lighthouse-'))
const server = await openSite(folder)
try {
  const board = await (await fetch(`${site}/ideas`)).text()
  const idea = /href="(\/ideas\/\d+\/[^"]+)"/.exec(board)![1]!
  const rows: (string | number)[][] = [
    [...['page', ...kinds], ...['HTML', 'CSS', 'JS', 'requests']],
  ]
  let missed = 0
  for (const path of ['/', '/ideas', idea, '/roadmap', '/realised', '/legal/privacy']) {
    const { scores, weights } = await pageOnPhone(path)
    rows.push([path, ...scores, ...weights])
    missed += scores.filter((score, i) => score < least[kinds[i]!]).length
  }
  console.log(
    `\n${tableOf(rows)}\n\nkB as sent, headers included. Scores of a slow phone (Lighthouse mobile).`,
  )
  if (missed) process.exitCode = 1
} finally {
  server.kill()
  await once(server, 'exit')
  rmSync(folder, { recursive: true, force: true })
}
