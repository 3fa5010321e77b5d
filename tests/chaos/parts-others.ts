import { execFileSync, spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { postBox } from '#tests/post-box.ts'
import { Crowd, inhabited } from './crowd.ts'
import { furnished, newFolder, open, pause, root, settings } from './place.ts'
import { lostIn } from './stored.ts'
import type { Row } from './table.ts'

/** Another process writes for ten seconds: writes wait five at most, readers do not wait (#132). */
export async function locked(holdMs = 10_000): Promise<Row> {
  const folder = newFolder()
  const crowd = new Crowd(furnished(folder))
  const house = await open(folder)
  crowd.origin = house.origin
  const other = new Database(join(folder, 'granaio.db'))
  other.exec('begin immediate')
  const began = performance.now()
  const write = crowd.once(9).then(() => performance.now() - began)
  let slowest = 0
  while (performance.now() - began < 4_000) {
    const from = performance.now()
    const { status } = await fetch(`${house.origin}/ideas?sort=new&page=${Math.random()}`)
    if (status === 200) slowest = Math.max(slowest, performance.now() - from)
    await pause(50)
  }
  const waited = await write
  const refused = crowd.statuses.get(503) === 1
  const readable = (await fetch(`${house.origin}/ideas`)).status === 200
  await pause(Math.max(0, holdMs - (performance.now() - began)))
  other.exec('rollback')
  other.close()
  crowd.start(house.origin, 4)
  await pause(400)
  await crowd.stop()
  await house.end()
  const { tally, whole } = lostIn(folder, crowd.acknowledged)
  return {
    part: `database locked for ${holdMs / 1000} s by another writer`,
    runs: 1,
    ...tally,
    ms: waited,
    ok: whole && refused && readable && waited < 7_000 && slowest < 2_000 && tally.acknowledged > 0,
    notes: `503 after ${Math.round(waited)} ms; slowest page meanwhile ${Math.round(slowest)} ms`,
  }
}

/** The mail server is away, then slow, then there: forms are answered as ever, and every mail arrives (#79). */
export async function mailTrouble(): Promise<Row> {
  const folder = newFolder()
  const guests = furnished(folder)
  const box = await postBox()
  box.mood = 'silent'
  const [wanted, took]: [string[], number[]] = [[], []]
  const ask = async (origin: string, from: number) => {
    for (const { email } of guests.members.slice(from, from + 5)) {
      const began = performance.now()
      const answer = await fetch(`${origin}/forgot`, {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams({ email }),
        headers: { Origin: origin },
      })
      took.push(performance.now() - began)
      if (answer.status === 303) wanted.push(email)
    }
  }
  // Nobody listens on this port: down.
  const down = await open(folder, { env: { SMTP_URL: 'smtp://127.0.0.1:9' } })
  await ask(down.origin, 0)
  await pause(1_500)
  await down.end()
  const slow = await open(folder, { env: { SMTP_URL: box.url } })
  await ask(slow.origin, 5)
  await pause(1_500)
  const ended = await slow.end()
  box.mood = 'open'
  const up = await open(folder, { env: { SMTP_URL: box.url } })
  await ask(up.origin, 10)
  const arrived = () => wanted.filter((email) => box.letters.some(({ to }) => to.includes(email)))
  const until = Date.now() + 130_000
  while (Date.now() < until && arrived().length < wanted.length) await pause(250)
  await up.end()
  await box.close()
  const slowest = Math.max(...took)
  return {
    part: 'mail server down, then slow, then there',
    runs: 3,
    acknowledged: wanted.length,
    stored: arrived().length,
    lost: wanted.length - arrived().length,
    ms: slowest,
    ok: wanted.length === 15 && slowest < 3_000 && ended.took < 10_000,
    notes: `slowest form ${Math.round(slowest)} ms; ended beside a slow mail server in ${Math.round(ended.took)} ms`,
  }
}

const npm = (folder: string, line: string[]) =>
  execFileSync(process.execPath, ['--import', 'tsx', ...line], {
    cwd: root,
    env: settings(folder),
    stdio: 'pipe',
  }).toString()

/** A backup while everybody acts, brought back on an empty folder by the documented command, and opened (#137, #138). */
export async function backedUp(): Promise<Row> {
  const [folder, elsewhere] = [newFolder(), newFolder()]
  rmSync(elsewhere, { recursive: true })
  const { crowd, house } = await inhabited(folder, { hands: 8, acts: 50 })
  const before = structuredClone(crowd.acknowledged)
  const file = join(folder, '..', `backup-${process.pid}.granaio`)
  await new Promise<void>((done, failed) => {
    const args = ['--import', 'tsx', 'commands/backup.ts', '--out', file]
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: settings(folder),
      stdio: 'ignore',
    })
    child.once('exit', (code) =>
      code === 0 ? done() : failed(new Error(`backup ended with ${code}`)),
    )
  })
  await crowd.stop()
  await house.end()
  const began = performance.now()
  npm(elsewhere, ['commands/restore.ts', '--from', file])
  const again = await open(elsewhere)
  const ms = performance.now() - began
  const board = await fetch(`${again.origin}/ideas`)
  await again.end()
  const { tally, whole } = lostIn(elsewhere, before)
  const refusals = damagedBackups(file)
  rmSync(file)
  return {
    part: 'backup under load, restored on an empty folder',
    runs: 1,
    ...tally,
    ms,
    ok: whole && board.status === 200 && ms < 60_000 && refusals.every(Boolean),
    notes: `restored and open in ${(ms / 1000).toFixed(1)} s; ${refusals.length} damaged backups refused`,
  }
}

/** Whether each damaged form of a backup is refused, with nothing left behind. */
function damagedBackups(file: string) {
  const whole = readFileSync(file)
  const flipped = Buffer.from(whole)
  flipped[whole.length >> 1]! ^= 1
  return [whole.subarray(0, whole.length >> 1), flipped, Buffer.from('no backup at all')].map(
    (bytes) => {
      const bad = `${file}.bad`
      writeFileSync(bad, bytes)
      const folder = newFolder()
      rmSync(folder, { recursive: true })
      try {
        npm(folder, ['commands/restore.ts', '--from', bad])
        return false
      } catch {
        return !existsSync(join(folder, 'granaio.db'))
      } finally {
        rmSync(bad)
      }
    },
  )
}

const message = (error: unknown) => (error as Error).message

/** A damaged page, a log cut short, a log that is missing: each is noticed at the start, with the way out (#133). */
export async function damaged(): Promise<Row> {
  const harms: [string, (folder: string) => void][] = [
    ['a damaged page', (folder) => scratched(join(folder, 'granaio.db'))],
    [
      'a log cut short',
      (folder) =>
        truncateSync(
          `${folder}/granaio.db-wal`,
          Math.round((statSync(`${folder}/granaio.db-wal`).size * 2) / 3),
        ),
    ],
    ['a missing log', (folder) => rmSync(`${folder}/granaio.db-wal`)],
    [
      'no database at all',
      (folder) =>
        writeFileSync(join(folder, 'granaio.db'), 'not a database, but long enough '.repeat(99)),
    ],
  ]
  const missed: string[] = []
  for (const [name, harm] of harms) {
    const folder = newFolder()
    const { crowd, house } = await inhabited(folder, { hands: 4, acts: 20 })
    await crowd.stop()
    await house.end('SIGKILL')
    harm(folder)
    const boot = await open(folder).catch(message)
    if (typeof boot !== 'string') await boot.end()
    if (typeof boot !== 'string' || !boot.includes('npm run restore')) missed.push(name)
    else await mended(folder).catch((error) => missed.push(`${name} (${message(error)})`))
  }
  return {
    part: 'damaged page, cut log, missing log, no database',
    runs: harms.length,
    acknowledged: 0,
    stored: 0,
    lost: 0,
    ok: !missed.length,
    notes: missed.length
      ? `not noticed: ${missed}`
      : 'each refused at the start; a backup restored over each',
  }
}

function scratched(file: string) {
  const bytes = readFileSync(file)
  bytes.fill(0x5a, 4096 * 3, 4096 * 9)
  writeFileSync(file, bytes)
}

/** The hint must be true: a backup comes back over what is damaged, and the house opens. */
async function mended(folder: string) {
  const healthy = newFolder()
  furnished(healthy)
  const file = join(healthy, 'b.granaio')
  npm(healthy, ['commands/backup.ts', '--out', file])
  npm(folder, ['commands/restore.ts', '--from', file, '--replace'])
  await (await open(folder)).end()
}
