import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { secretId } from '#db/columns.ts'
import { now } from '#db/time.ts'

const folder = () => join(process.env.DATA_DIR || 'data', 'imports')
const isId = (id: string) => /^[0-9a-f-]{36}$/.test(id)
const dayMs = 86_400_000

/** Where a file that was sent waits to be read; throws for what is no id of one. */
export function importFile(id: string) {
  if (!isId(id)) throw new Error('Not the id of a file')
  return join(folder(), id)
}

/** Keeps a file that somebody sent, under a name of our own, for this process alone; answers its id. */
export async function keepImportFile(bytes: Buffer) {
  const id = secretId()
  await mkdir(folder(), { recursive: true, mode: 0o700 })
  await writeFile(importFile(id), bytes, { mode: 0o600 })
  return id
}

/** Removes a file that was read, or that nobody will read. */
export const dropImportFile = (id: string) => rm(importFile(id), { force: true })

/** Removes the files that have waited for a day: what was to read them was refused, or broke. */
export async function sweepImportFiles() {
  const names = await readdir(folder()).catch(() => [])
  for (const id of names.filter(isId)) {
    const file = await stat(importFile(id)).catch(() => undefined)
    if (file && now().getTime() - file.mtimeMs > dayMs) await dropImportFile(id)
  }
}
