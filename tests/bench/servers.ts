import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { median } from './measure.ts'
import type { Time } from './queries.ts'

const started = new Set<ChildProcess>()
const ports = { granaio: 3971, bare: 3972 }
export const base = `http://localhost:${ports.granaio}`
export const reference = `http://127.0.0.1:${ports.bare}/`

/** Starts Node with `args`; `stopAll` ends it. */
function run(args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  started.add(child)
  return child
}

export function stop(child: ChildProcess) {
  started.delete(child)
  return new Promise((done) => child.once('exit', done) && child.kill())
}

export const stopAll = () => started.forEach((child) => child.kill())

/** The first answer of an address that is not there yet. */
async function until(url: string) {
  for (let i = 0; i < 2_000; i++) {
    const answer = await fetch(url).catch(() => undefined)
    if (answer?.ok) return answer.arrayBuffer()
    await new Promise((next) => setTimeout(next, 10))
  }
  throw new Error(`${url} does not answer`)
}

/** Runs one of our scripts to its end; throws where it fails. */
export async function runThrough(args: string[], env: Record<string, string> = {}) {
  const child = run([...process.execArgv, ...args], env)
  const code = await new Promise((done) => child.once('exit', done))
  started.delete(child)
  if (code) throw new Error(`${args.join(' ')} failed`)
}

/** What a script of its own process has measured on the database of `url`. */
export async function timesBy<Found = Time[]>(
  script: string,
  url: string,
  folder: string,
  more: string[] = [],
) {
  const found = join(folder, 'times.json')
  await runThrough([script, found, ...more], { DATABASE_URL: url, DATA_DIR: folder })
  return JSON.parse(readFileSync(found, 'utf8')) as Found
}

/** The built server, as `npm start` starts it, on the database of `url`. */
const serve = (folder: string, url: string, more: Record<string, string>) =>
  run(['--max-old-space-size=192', '--max-semi-space-size=8', 'build/server/index.js'], {
    NODE_ENV: 'production',
    GRANAIO_DEMO: '1',
    LOG_LEVEL: 'silent',
    RATE_LIMIT_FACTOR: '1000000',
    PORT: String(ports.granaio),
    DATA_DIR: folder,
    DATABASE_URL: url,
    ...more,
  })

/** Starts the server `times` times; answers the last one, its first board page, and the median start in ms. */
export async function boot(folder: string, url: string, times = 3, more = {}) {
  const all: number[] = []
  let [child, page] = [undefined as ChildProcess | undefined, Buffer.alloc(0)]
  for (let i = 0; i < times; i++) {
    if (child) await stop(child)
    const from = performance.now()
    child = serve(folder, url, more)
    page = Buffer.from(await until(`${base}/ideas`))
    all.push(performance.now() - from)
  }
  return { child: child!, page, ms: median(all) }
}

/** A bare Node server that sends the bytes of `file` from memory. */
export async function bareServer(file: string) {
  const child = run([...process.execArgv, 'tests/bench/bare.ts', file, String(ports.bare)])
  await until(reference)
  return child
}

/** What the process holds, in MB, as Linux counts it. */
export const held = ({ pid }: ChildProcess) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
