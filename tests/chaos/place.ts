import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '#tests/free-port.ts'

/**
 * Who comes to a furnished house: members with their session tokens and points, ideas to vote for,
 * and rewards to take.
 */
export type Guests = {
  members: { id: string; email: string; token: string }[]
  ideas: { id: string; number: number }[]
  rewards: { slug: string }[]
}

export const root = new URL('../..', import.meta.url).pathname
export const server = join(root, 'build/server/index.js')
export const scratch = mkdtempSync(join(tmpdir(), 'granaio-chaos-'))
export const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))

/** Whether a tool is there that some parts need. */
export function has(tool: string) {
  try {
    return !!execFileSync('sh', ['-c', `command -v ${tool}`], { stdio: 'pipe' }).length
  } catch {
    return false
  }
}

export const isRoot = process.getuid?.() === 0
export const sh = (line: string) =>
  execFileSync('sh', ['-c', line], { cwd: root, stdio: 'pipe' }).toString()

/** What a server or command needs to live in `folder`. */
export const settings = (folder: string): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  NODE_ENV: 'production',
  GRANAIO_DEMO: '1',
  RATE_LIMIT_FACTOR: '1000000',
  LOG_LEVEL: 'error',
  SESSION_SECRET: 'chaos-only-0123456789-0123456789-0123456789',
  DATA_DIR: folder,
  DATABASE_URL: `file:${join(folder, 'granaio.db')}`,
})

let template: string | undefined

/** Furnishes a house in `folder`, a copy of one that was made once; answers who lives there. */
export function furnished(folder: string): Guests {
  if (!template) {
    template = join(scratch, 'template')
    mkdirSync(template)
    execFileSync(process.execPath, ['--import', 'tsx', 'tests/chaos/furnish.ts'], {
      cwd: root,
      env: settings(template),
      stdio: 'pipe',
    })
  }
  mkdirSync(folder, { recursive: true })
  copyFileSync(join(template, 'granaio.db'), join(folder, 'granaio.db'))
  return JSON.parse(readFileSync(join(template, 'guests.json'), 'utf8')) as Guests
}

export const newFolder = () => mkdtempSync(join(scratch, 'house-'))

const running = new Set<ChildProcess>()

export type Lodging = {
  origin: string
  child: ChildProcess
  /** From the start of the process to the first answer, in ms. */
  took: number
  said: () => string
  /** Sends a signal and waits for the end; answers its code, its signal and how long it took. */
  end: (signal?: NodeJS.Signals) => Promise<{ code: number | null; took: number }>
}

type Wish = { env?: Record<string, string>; through?: string[]; port?: number; patience?: number }

/** Starts the built server in `folder`; throws with what it said when it does not open. */
export async function open(folder: string, wish: Wish = {}): Promise<Lodging> {
  const port = wish.port ?? (await freePort())
  const [command, ...args] = [...(wish.through ?? []), process.execPath, server]
  const began = performance.now()
  const child = spawn(command!, args, {
    cwd: root,
    env: { ...settings(folder), PORT: String(port), ...wish.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  let said = ''
  child.stdout.on('data', (part: Buffer) => (said += part.toString()))
  child.stderr.on('data', (part: Buffer) => (said += part.toString()))
  let ended: number | null | undefined
  const gone = new Promise<void>((done) =>
    child.once('exit', (code) => {
      ended = code
      running.delete(child)
      done()
    }),
  )
  const origin = `http://localhost:${port}`
  for (;;) {
    if (ended !== undefined) throw new Error(said || `ended with ${ended}`)
    const alive = await fetch(`${origin}/healthz`).catch(() => undefined)
    if (alive?.ok) break
    if (performance.now() - began > (wish.patience ?? 30_000)) {
      child.kill('SIGKILL')
      throw new Error(`does not open: ${said}`)
    }
    await pause(20)
  }
  const took = performance.now() - began
  const end = async (signal: NodeJS.Signals = 'SIGTERM') => {
    const from = performance.now()
    if (ended === undefined) child.kill(signal)
    await gone
    return { code: ended ?? null, took: performance.now() - from }
  }
  return { origin, child, took, said: () => said, end }
}

/** Ends what still runs of ours, and takes the scratch folder away. */
export function leave() {
  for (const child of running) child.kill('SIGKILL')
  const mounted = (isRoot ? readFileSync('/proc/mounts', 'utf8') : '').split('\n')
  for (const [, at] of mounted.map((line) => line.split(' ')))
    if (at?.startsWith(scratch)) sh(`umount -l ${at}`)
  rmSync(scratch, { recursive: true, force: true })
}
