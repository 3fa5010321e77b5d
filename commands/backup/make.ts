import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, mkdtemp, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { inspect } from '#db/snapshot.server.ts'
import { type Manifest, manifestName, upload } from './manifest.ts'
import { writeSealed } from './seal.ts'
import { type Entry, packed } from './tar.ts'
import { unpack } from './unpack.ts'

type From = { copyDatabase: (file: string) => Promise<void>; uploads: string }

/**
 * Writes one file with everything there is: the database as it was at one moment, the uploads, and
 * a manifest. It is read again and proved before it gets its name, so that a file of that name is
 * always good. Throws where `out` exists, or lies where the web could serve it.
 */
export async function makeBackup(out: string, { copyDatabase, uploads }: From): Promise<Manifest> {
  const file = resolve(out)
  refuseServed(file)
  if (await exists(file)) throw new Error(`${out} exists already`)
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const folder = await mkdtemp(join(dirname(file), '.backup-'))
  try {
    const database = join(folder, 'granaio.db')
    await copyDatabase(database)
    const files = new Map([['granaio.db', database], ...(await uploadsIn(uploads))])
    const manifest = await describe(database, files)
    const draft = join(folder, 'draft')
    await writeSealed(draft, packed(entriesOf(manifest, files)))
    await mkdir(join(folder, 'proof'))
    await unpack(draft, join(folder, 'proof'))
    await rename(draft, file)
    await syncFolder(dirname(file))
    return manifest
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function refuseServed(file: string) {
  const inside = ['public', 'build'].find((name) => !relative(resolve(name), file).startsWith('..'))
  if (inside) throw new Error(`A backup does not belong under ${inside}/: the web would serve it`)
}

const exists = (file: string) =>
  stat(file).then(
    () => true,
    () => false,
  )

async function uploadsIn(folder: string): Promise<[string, string][]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path): [string, string] => [
      `uploads/${relative(folder, path).replaceAll('\\', '/')}`,
      path,
    ])
    .filter(([name]) => upload.test(name) && !name.endsWith('.part'))
    .sort(([a], [b]) => (a < b ? -1 : 1))
}

async function describe(database: string, files: Map<string, string>): Promise<Manifest> {
  const { faults, rows, migrations } = inspect(database)
  if (faults.length) throw new Error(`The database is damaged: ${faults[0]}`)
  const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string }
  const listed = []
  for (const [name, path] of files) listed.push({ name, ...(await measured(path)) })
  return {
    format: 1,
    version,
    createdAt: new Date().toISOString(),
    migrations,
    rows,
    files: listed,
  }
}

async function measured(path: string) {
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of createReadStream(path)) {
    hash.update(chunk as Buffer)
    size += (chunk as Buffer).length
  }
  return { size, sha256: hash.digest('hex') }
}

async function* entriesOf(manifest: Manifest, files: Map<string, string>): AsyncGenerator<Entry> {
  const said = Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`)
  yield { name: manifestName, size: said.length, body: once(said) }
  for (const { name, size } of manifest.files)
    yield { name, size, body: createReadStream(files.get(name)!) }
}

async function* once(bytes: Buffer) {
  yield bytes
}

/** A new name is on disk only when its folder is. */
export async function syncFolder(folder: string) {
  const handle = await open(folder)
  await handle.sync().finally(() => handle.close())
}
