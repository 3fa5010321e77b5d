import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { postBox } from '#tests/post-box.ts'
import { Crowd, inhabited } from './crowd.ts'
import { proven } from './proven.ts'
import { furnished, has, isRoot, newFolder, open, pause, scratch, sh } from './place.ts'
import { lostIn } from './stored.ts'
import { type Row, skipped } from './table.ts'

/**
 * `kill -9` again and again while members vote, comment, take rewards, send pictures and ask for mails;
 * the ledger is proven afterwards (#125, #80).
 */
export async function killed(times: number, waitForMail = true): Promise<Row> {
  const folder = newFolder()
  const crowd = new Crowd(furnished(folder))
  const box = await postBox()
  const starts: number[] = []
  for (let i = 0; i < times; i++) {
    const house = await open(folder, { env: { SMTP_URL: box.url } })
    starts.push(house.took)
    crowd.start(house.origin)
    await crowd.atLeast(25)
    await pause(Math.random() * 300)
    await house.end('SIGKILL')
    await crowd.stop()
  }
  const house = await open(folder, { env: { SMTP_URL: box.url } })
  starts.push(house.took)
  const wanted = crowd.acknowledged.mails
  const arrived = () => new Set(box.letters.flatMap(({ to }) => to))
  // A mail in hand when its sender died is free again after a minute.
  const until = Date.now() + (waitForMail ? 90_000 : 0)
  while (Date.now() < until && wanted.some((email) => !arrived().has(email))) await pause(250)
  await house.end()
  await box.close()
  const { lost, tally, whole } = lostIn(folder, crowd.acknowledged)
  const unsent = waitForMail ? wanted.filter((email) => !arrived().has(email)) : []
  const sent = new Map<string, number>()
  for (const { raw } of box.letters) {
    const id = /^message-id: (.*)$/im.exec(raw)?.[1] ?? ''
    sent.set(id, (sent.get(id) ?? 0) + 1)
  }
  const most = Math.max(0, ...sent.values())
  const middle = starts.sort((one, other) => one - other)[starts.length >> 1]!
  return {
    part: 'kill -9 under votes, comments, rewards, pictures, mail',
    runs: times,
    ...tally,
    lost: tally.lost + unsent.length,
    ms: Math.max(...starts),
    ok: whole && proven(folder) && most <= 2 && middle < 3_000,
    notes: `${lost.join(' ')} ${unsent.length} unsent; ${box.letters.length} mails, each at most ${most} times; half of the starts within ${Math.round(middle)} ms`,
  }
}

/**
 * The power goes: the blocks of a loop device are copied while the server stands still in the midst
 * of its work, and the copy is mounted as after a cut. What no fsync had sent to the device is gone,
 * [#126].
 */
export async function powerCut(times: number): Promise<Row> {
  const part = 'power cut under the same (blocks of an ext4 device)'
  if (!isRoot || !has('mkfs.ext4')) return skipped(part, 'needs root and mkfs.ext4')
  const [image, copy, folder] = ['disk.img', 'copy.img', 'disk'].map((name) => join(scratch, name))
  mkdirSync(folder!)
  const isMounted = () => sh('cat /proc/mounts').includes(` ${folder} `)
  const mount = () => sh(`mount -o loop,commit=300 ${image} ${folder}`)
  try {
    sh(`truncate -s 128M ${image} && mkfs.ext4 -q ${image}`)
    mount()
  } catch {
    return skipped(part, 'this machine gives no loop device')
  }
  try {
    const crowd = new Crowd(furnished(folder!))
    sh('sync')
    const starts: number[] = []
    let found = lostIn(folder!, crowd.acknowledged)
    let whole = true
    for (let i = 0; i < times && !found.lost.length; i++) {
      const house = await open(folder!)
      starts.push(house.took)
      crowd.start(house.origin)
      await crowd.atLeast(25)
      await pause(Math.random() * 300)
      house.child.kill('SIGSTOP')
      await pause(100)
      sh(`cp --sparse=always ${image} ${copy}`)
      await house.end('SIGKILL')
      await crowd.stop()
      sh(`umount ${folder} && mv ${copy} ${image}`)
      mount()
      found = lostIn(folder!, crowd.acknowledged)
      whole &&= found.whole
    }
    return {
      part,
      runs: starts.length,
      ...found.tally,
      ms: Math.max(...starts),
      ok: whole && proven(folder!),
      notes: [...found.lost, whole ? '' : 'the database is damaged'].join(' '),
    }
  } finally {
    if (isMounted()) sh(`umount ${folder}`)
  }
}

/** SIGTERM while everybody acts: what was begun is answered, and the end comes within ten seconds (#122). */
export async function asked(times: number): Promise<Row> {
  const folder = newFolder()
  const crowd = new Crowd(furnished(folder))
  const [ends, codes]: [number[], (number | null)[]] = [[], []]
  let broken = 0
  for (let i = 0; i < times; i++) {
    const house = await open(folder)
    crowd.start(house.origin, 24)
    await crowd.atLeast(30)
    crowd.closingAt = performance.now()
    const ended = house.end('SIGTERM')
    await pause(150)
    await crowd.stop()
    const { code, took } = await ended
    ends.push(took)
    codes.push(code)
    broken += crowd.statuses.get('broken') ?? 0
    crowd.statuses.delete('broken')
    crowd.closingAt = Infinity
  }
  const { tally, whole } = lostIn(folder, crowd.acknowledged)
  const slowest = Math.max(...ends)
  return {
    part: 'SIGTERM under load',
    runs: times,
    ...tally,
    ms: slowest,
    ok: whole && broken === 0 && slowest < 10_000 && codes.every((code) => code === 0),
    notes: `${codes.some(Boolean) ? `codes ${codes}; ` : ''}${broken} requests broken off; ended in up to ${Math.round(slowest)} ms`,
  }
}

/** A second server on the same file is turned away and the first goes on (#135). */
export async function second(): Promise<Row> {
  const part = 'a second instance on the same file'
  const folder = newFolder()
  const { crowd, house } = await inhabited(folder, { hands: 4, acts: 0 })
  const other = await open(folder, { patience: 8_000 }).catch((error: Error) => error)
  await crowd.atLeast(10)
  await crowd.stop()
  if (!(other instanceof Error)) await other.end()
  await house.end()
  const { tally, whole } = lostIn(folder, crowd.acknowledged)
  if (!(other instanceof Error)) return skipped(part, 'this build does not lock its file')
  return {
    part,
    runs: 1,
    ...tally,
    ok: whole,
    notes: other.message.trim().split('\n')[0]!.slice(0, 100),
  }
}

/** The clock of the machine jumps; needs libfaketime, which another program brings along (#123). */
export async function clockJumps(): Promise<Row> {
  const part = 'clock jumps (±1 h, ±1 year)'
  const library = sh('ls /usr/lib/*/faketime/libfaketimeMT.so.1 2>/dev/null || true').trim()
  if (!library) return skipped(part, 'libfaketime is not installed')
  const folder = newFolder()
  const crowd = new Crowd(furnished(folder))
  const starts: number[] = []
  for (const jump of ['+1h', '-1h', '+1y', '-1y']) {
    const env = { LD_PRELOAD: library, FAKETIME: jump, FAKETIME_DONT_FAKE_MONOTONIC: '1' }
    const house = await open(folder, { env })
    starts.push(house.took)
    crowd.start(house.origin, 4)
    await pause(800)
    await crowd.stop()
    await house.end()
  }
  const { tally, whole } = lostIn(folder, crowd.acknowledged)
  return { part, runs: 4, ...tally, ok: whole && tally.acknowledged > 0 }
}
