import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Crowd, countOf, inhabited } from './crowd.ts'
import { type Guests, has, isRoot, newFolder, open, pause, scratch, sh } from './place.ts'
import { lostIn } from './stored.ts'
import { type Row, skipped } from './table.ts'

const seconds = (count: number) => Date.now() + count * 1000

async function until(what: () => Promise<boolean>, deadline: number) {
  while (!(await what())) {
    if (Date.now() > deadline) return false
    await pause(150)
  }
  return true
}

const get = async (url: string) => {
  const answer = await fetch(url, { headers: { 'Accept-Language': 'en' } })
  return { status: answer.status, text: await answer.text() }
}

/** What the crowd, sent home after a few refusals, a reader and a monitor see while nothing can be written. */
async function readOnlyFace(crowd: Crowd, patience: number) {
  const refused = await until(async () => (crowd.statuses.get(503) ?? 0) > 5, seconds(patience))
  await crowd.stop()
  const [board, ready, live] = await Promise.all(
    ['/ideas', '/readyz', '/healthz'].map((path) => get(crowd.origin + path)),
  )
  return {
    refused,
    reads: board!.status === 200,
    banner: board!.text.includes('class="banner"'),
    degraded: ready!.status === 503,
    alive: live!.status === 200,
  }
}

const isOf = (face: Record<string, boolean>) =>
  Object.entries(face)
    .filter(([, yes]) => !yes)
    .map(([name]) => `no ${name}`)
    .join(', ')

/** A form that is refused: 503, when to come back, and the text that was typed. */
async function refusalOf(origin: string, { members, ideas }: Guests) {
  const body = 'A long thought that must not be lost.'
  const answer = await fetch(`${origin}/ideas/${ideas[0]!.number}/comments`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ body }),
    headers: {
      Origin: origin,
      Cookie: `granaio_session=${members[0]!.token}`,
      'Accept-Language': 'en',
    },
  })
  const text = await answer.text()
  return {
    refuses: answer.status === 503,
    retryAfter: !!answer.headers.get('Retry-After'),
    textKept: text.includes(body),
  }
}

/** The disk of the data folder fills up under load, and has room again (#130). */
export async function full(): Promise<Row> {
  const part = 'disk full (tmpfs), then room again'
  if (!isRoot) return skipped(part, 'needs root to mount a tmpfs')
  const folder = join(scratch, 'small')
  mkdirSync(folder)
  try {
    sh(`mount -t tmpfs -o size=48m tmpfs ${folder}`)
  } catch {
    return skipped(part, 'this machine mounts no tmpfs')
  }
  try {
    const { guests, crowd, house } = await inhabited(folder, { hands: 8, acts: 25 })
    const ballast = join(folder, 'ballast')
    try {
      for (;;) writeFileSync(ballast, Buffer.alloc(2 ** 16), { flag: 'a' })
    } catch {
      // Full.
    }
    const face = { ...(await readOnlyFace(crowd, 30)), ...(await refusalOf(house.origin, guests)) }
    const other = [...crowd.statuses.keys()].filter(
      (status) => ![303, 503].includes(Number(status)),
    )
    rmSync(ballast)
    const began = Date.now()
    const recovered = await until(
      async () => (await get(`${house.origin}/ideas`)).text.includes('class="banner"') === false,
      seconds(15),
    )
    const ms = Date.now() - began
    crowd.start(house.origin, 8)
    await pause(500)
    await crowd.stop()
    await house.end()
    const { tally, whole } = lostIn(folder, crowd.acknowledged)
    const wrong = isOf({ ...face, recovered })
    const notes = [
      wrong,
      other.length ? `also answered ${other}` : '',
      `${crowd.statuses.get(503)} times 503`,
    ]
    return {
      part,
      runs: 1,
      ...tally,
      ms,
      ok: whole && !wrong && !other.length,
      notes: notes.filter(Boolean).join('; '),
    }
  } finally {
    sh(`umount ${folder}`)
    readdirSync(folder)
  }
}

/** The file system turns read-only under the running house, as ext4 does after an error; and a folder that is read-only from the start (#131). */
export async function readOnlyDisk(): Promise<Row> {
  const part = 'read-only disk, live and at the start'
  if (!isRoot || !has('mkfs.ext4')) return skipped(part, 'needs root and mkfs.ext4')
  const [image, folder] = [join(scratch, 'ro.img'), join(scratch, 'ro')]
  mkdirSync(folder)
  try {
    sh(`truncate -s 96M ${image} && mkfs.ext4 -q ${image}`)
    sh(`mount -o loop,errors=remount-ro ${image} ${folder}`)
  } catch {
    return skipped(part, 'this machine gives no loop device')
  }
  try {
    const { guests, crowd, house } = await inhabited(folder, { hands: 8, acts: 25 })
    const device = sh(`findmnt -no SOURCE ${folder}`).trim().replace('/dev/', '')
    writeFileSync(`/sys/fs/ext4/${device}/trigger_fs_error`, '1')
    const face = { ...(await readOnlyFace(crowd, 15)), ...(await refusalOf(house.origin, guests)) }
    await house.end()
    const said = house.said().match(/"reason":"(\w+)"/)?.[1] ?? ''
    const boot = await open(folder).catch((error: Error) => error)
    const refusesToStart = boot instanceof Error && /cannot be written/.test(boot.message)
    if (!(boot instanceof Error)) await boot.end()
    sh(`umount ${folder}`)
    sh(`fsck.ext4 -fy ${image} >/dev/null 2>&1 || true`)
    sh(`mount -o loop ${image} ${folder}`)
    const again = await open(folder)
    await again.end()
    const { tally, whole } = lostIn(folder, crowd.acknowledged)
    const wrong = isOf({ ...face, refusesToStart })
    const good = 'reads 200, writes 503 with the text; the start is refused in one line'
    const notes = wrong ? `${said}: ${wrong}` : good
    return { part, runs: 1, ...tally, ms: again.took, ok: whole && !wrong, notes }
  } finally {
    sh(`umount ${folder} || true`)
  }
}

/** From some moment on every fsync of the server fails with EIO, [#129]. */
export async function failedSync(): Promise<Row> {
  const part = 'fsync fails with EIO (strace)'
  if (!has('strace')) return skipped(part, 'strace is not installed')
  const folder = newFolder()
  const { crowd, house } = await inhabited(folder, { hands: 4, acts: 25 })
  await crowd.stop()
  const before = countOf(crowd.acknowledged)
  const trace = sh(
    `strace -q -f -p ${house.child.pid} -e trace=fsync,fdatasync -e inject=fsync,fdatasync:error=EIO >/dev/null 2>&1 & echo $!`,
  ).trim()
  await pause(1_000)
  crowd.start(house.origin, 4)
  const face = await readOnlyFace(crowd, 15)
  sh(`kill ${trace} || true`)
  await pause(300)
  // The disk says that all is well again; the house must not believe it before it starts anew.
  const latched = !(await crowd.once(9))
  const after = countOf(crowd.acknowledged)
  await house.end('SIGKILL')
  const again = await open(folder)
  crowd.start(again.origin, 4)
  await pause(300)
  await crowd.stop()
  await again.end()
  const { tally, whole } = lostIn(folder, crowd.acknowledged)
  const told = /read-only/.test(house.said())
  if (after === before && !face.refused && !told) return skipped(part, 'strace may not attach here')
  const wrong = isOf({ ...face, latched, told, noFalseYes: after === before })
  const good = 'no yes after the error; read-only until the next start; told in the log'
  return { part, runs: 1, ...tally, ms: again.took, ok: whole && !wrong, notes: wrong || good }
}
