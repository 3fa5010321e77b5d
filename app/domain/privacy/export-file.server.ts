import { createWriteStream } from 'node:fs'
import { mkdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Read } from '#db/database.server.ts'
import { caseFileBytes } from '../care/file-store.server.ts'
import { imageBytes } from '../ideas/image-file.server.ts'
import { filesOf, parts } from './copy.server.ts'

const folder = () => join(process.env.DATA_DIR || 'data', 'exports')
const isId = (id: string) => /^[0-9a-f-]{36}$/.test(id)
const fileOf = (id: string) => join(folder(), `${id}.zip`)

const readme = `This is a copy of what the house holds of you: one JSON file a kind, and the files that you sent.
Questa è la copia di quello che conserviamo di te: un file JSON per ogni tipo di dato, e i file che hai inviato.
Times are in UTC. Gli orari sono in UTC.
`

/**
 * Writes the copy of all that is held of somebody as a ZIP, readable by this process alone, and
 * answers its size in bytes. A file that is gone from the disk is left out.
 */
export async function writeCopy(db: Read, id: string, personId: string) {
  const { ZipFile } = await import('yazl')
  const zip = new ZipFile()
  zip.addBuffer(Buffer.from(readme), 'README.txt')
  for (const [name, rowsOf] of Object.entries(parts))
    zip.addBuffer(Buffer.from(JSON.stringify(await rowsOf(db, personId), null, 2)), `${name}.json`)
  for (const { name, bytes } of await bytesOf(db, personId)) zip.addBuffer(bytes, name)
  zip.end()

  await mkdir(folder(), { recursive: true, mode: 0o700 })
  const making = `${fileOf(id)}.part`
  await pipeline(zip.outputStream, createWriteStream(making, { mode: 0o600 }))
  await rename(making, fileOf(id))
  return (await stat(fileOf(id))).size
}

async function bytesOf(db: Read, personId: string) {
  const { pictures, sent } = await filesOf(db, personId)
  const all = [
    ...pictures.map(({ id, purpose }) => ({
      name: `images/${purpose}-${id}.webp`,
      bytes: imageBytes(id, purpose === 'avatar' ? 'avatar' : 'large'),
    })),
    ...sent.map(({ id, kind, name }) => ({
      name: `case-files/${id}-${name.replace(/[^\w.-]+/g, '_')}`,
      bytes: caseFileBytes(id, kind),
    })),
  ]
  const read = await Promise.all(all.map(async ({ name, bytes }) => ({ name, bytes: await bytes })))
  return read.flatMap(({ name, bytes }) => (bytes ? [{ name, bytes }] : []))
}

/** The bytes of a copy; `undefined` where there is none. */
export const copyBytes = async (id: string) =>
  isId(id) ? readFile(fileOf(id)).catch(() => undefined) : undefined

/** Removes a copy from the disk. */
export const dropCopy = (id: string) => rm(fileOf(id), { force: true })
