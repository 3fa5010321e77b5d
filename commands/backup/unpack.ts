import { createHash } from 'node:crypto'
import { mkdir, open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { inspect } from '#db/snapshot.server.ts'
import { Manifest, manifestName } from './manifest.ts'
import { readSealed } from './seal.ts'
import { type Entry, unpacked } from './tar.ts'

const longestManifest = 64 * 2 ** 20

/**
 * Unpacks a backup into an empty folder and proves it: the seal over all, every file by its hash,
 * the database by its integrity and its rows. Throws at the first doubt; answers its manifest.
 */
export async function unpack(file: string, folder: string): Promise<Manifest> {
  let manifest: Manifest | undefined
  const awaited = new Map<string, Manifest['files'][number]>()
  for await (const entry of unpacked(readSealed(file))) {
    if (!manifest) {
      manifest = await manifestIn(entry)
      for (const listed of manifest.files) awaited.set(listed.name, listed)
      if (awaited.size !== manifest.files.length) throw new Error('A file is listed twice')
    } else {
      await keepProven(entry, awaited.get(entry.name), folder)
      awaited.delete(entry.name)
    }
  }
  if (!manifest || awaited.size) throw new Error('Files are missing from this backup')
  proveDatabase(join(folder, 'granaio.db'), manifest)
  return manifest
}

async function keepProven(
  entry: Entry,
  listed: Manifest['files'][number] | undefined,
  folder: string,
) {
  if (!listed || listed.size !== entry.size)
    throw new Error(`${entry.name} is not in the list of this backup`)
  const sha256 = await write(join(folder, entry.name), entry)
  if (sha256 !== listed.sha256) throw new Error(`${entry.name} is damaged`)
}

async function manifestIn({ name, size, body }: Entry) {
  if (name !== manifestName || size > longestManifest) throw new Error('It has no manifest')
  const parts: Buffer[] = []
  for await (const chunk of body) parts.push(chunk)
  const { data, error } = Manifest.safeParse(JSON.parse(Buffer.concat(parts).toString('utf8')))
  if (error) throw new Error(`Its manifest is refused: ${error.issues[0]!.message}`)
  return data
}

async function write(path: string, { body }: Entry) {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const handle = await open(path, 'wx', 0o600)
  try {
    const hash = createHash('sha256')
    for await (const chunk of body) {
      hash.update(chunk)
      await handle.writeFile(chunk)
    }
    await handle.sync()
    return hash.digest('hex')
  } finally {
    await handle.close()
  }
}

function proveDatabase(file: string, { rows, migrations }: Manifest) {
  const found = inspect(file)
  if (found.faults.length) throw new Error(`Its database is damaged: ${found.faults[0]}`)
  if (!isDeepStrictEqual([found.rows, found.migrations], [rows, migrations]))
    throw new Error('Its database is not the one that the manifest describes')
}
