import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '#tests/free-port.ts'

/** Asks `test` until it holds; throws when it has not within `ms`. */
export async function until(test: () => unknown, ms = 20_000) {
  const late = Date.now() + ms
  while (!(await Promise.resolve(test()).catch(() => false))) {
    if (Date.now() > late) throw new Error(`In ${ms} ms it did not come true: ${String(test)}`)
    await pause(50)
  }
}

const running: ChildProcess[] = []

/** Ends every server that was started. */
export async function endAll() {
  await Promise.all(running.splice(0).map((child) => ended(child, 'SIGKILL')))
}

const run = ['--import', 'tsx', 'tests/children/house.ts']

/** A server in a process of its own, on a port of its own; `endAll` ends it. */
export async function startHouse(settings: Record<string, string> = {}) {
  const port = settings.PORT ? Number(settings.PORT) : await freePort()
  const child = spawn(process.execPath, run, {
    env: {
      ...process.env,
      NODE_ENV: 'test',
      PORT: String(port),
      PUBLIC_URL: `http://localhost:${port}`,
      DATA_DIR: mkdtempSync(join(tmpdir(), 'granaio-child-')),
      LOG_LEVEL: 'warn',
      RATE_LIMIT_FACTOR: '100000',
      ...settings,
    },
  })
  const house = { port, child, said: '', origin: `http://localhost:${port}` }
  const hear = (words: Buffer) => void (house.said += String(words))
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  running.push(child)
  return house
}

export type ChildHouse = Awaited<ReturnType<typeof startHouse>>

/** Sends a signal and waits for the end; answers how the process ended. */
export async function ended(child: ChildProcess, signal?: NodeJS.Signals) {
  const how = () => child.signalCode ?? child.exitCode
  if (how() !== null) return how()
  const end = new Promise((done) => child.once('exit', done))
  if (signal) child.kill(signal)
  await end
  return how()
}

/** Whether it answered; not, when it ended instead. */
async function answers({ child, origin }: ChildHouse) {
  const isOver = () => child.exitCode !== null || child.signalCode !== null
  // Whoever else has the port may never answer.
  const look = () => fetch(`${origin}/ideas`, { signal: AbortSignal.timeout(10_000) })
  await until(async () => isOver() || (await look()).ok, 90_000)
  return !isOver()
}

/** A server that answers already; where somebody else has taken its port, one on another. */
export async function openChild(settings: Record<string, string> = {}) {
  for (let tries = 1; ; tries++) {
    const house = await startHouse(settings)
    const why = await answers(house).then(
      (did) => !did && 'It ended',
      (error) => String(error),
    )
    if (!why) return house
    const wasTaken = house.said.includes('EADDRINUSE') && !settings.PORT
    if (!wasTaken || tries === 3) throw new Error(`${why}\n${house.said.slice(-1_500)}`)
    await ended(house.child, 'SIGKILL')
  }
}

/** One request, its status and how long it took. */
export async function ask({ origin }: ChildHouse, path: string, init: RequestInit = {}) {
  const from = performance.now()
  const answer = await fetch(origin + path, { redirect: 'manual', ...init })
  const body = await answer.text()
  return { status: answer.status, headers: answer.headers, body, ms: performance.now() - from }
}

/** A form sent the way a browser sends it, by whoever holds `token`. */
export const send = (
  house: ChildHouse,
  path: string,
  fields: Record<string, string>,
  token?: string,
) =>
  ask(house, path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: {
      Origin: house.origin,
      'Sec-Fetch-Site': 'same-origin',
      ...(token ? { Cookie: `granaio_session=${token}` } : {}),
    },
  })
