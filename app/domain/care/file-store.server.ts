import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { secretId } from '#db/columns.ts'
import {
  decoder,
  inTurn,
  mostPixels,
  place,
  secondsToDecode,
  uploads,
} from '../ideas/image-file.server.ts'
import { endings, type FileKind, fileKind, fileLimits, shownName } from './file.rules.ts'

/** A file of a case that is on disk and that no row names yet. */
export type StoredFile = {
  id: string
  name: string
  kind: FileKind
  bytes: number
  width: number | null
  height: number | null
}
export type FileRefusal = 'too-large' | 'not-taken' | 'too-many-pixels' | 'broken'

const widest = 2000

// Names are ours alone: chance, and what the file is. They lie with the images, so that they are
// backed up and swept like them, and no address of an image leads to them.
const fileOf = (id: string, kind: FileKind) =>
  join(uploads(), id.slice(-2), `${id}.case.${endings[kind]}`)

/**
 * Stores what somebody sent into a case, under a name of our own. Images are drawn anew as WebP,
 * upright and without metadata, of a moving one the first picture; PDFs and plain texts stay as they
 * are. What a file is, its bytes say. Refusals: `too-large` (over 10 MB), `not-taken` (nothing of
 * these), `too-many-pixels` (over 40 million), `broken` (an image that ends in the middle).
 */
export async function storeCaseFile(file: Buffer, name: string): Promise<StoredFile | FileRefusal> {
  if (file.length > fileLimits.bytes) return 'too-large'
  const kind = fileKind(file)
  if (!kind) return 'not-taken'
  if (kind === 'image') return inTurn(() => drawn(file, name))
  return kept({ data: file, kind, name, width: null, height: null })
}

async function drawn(file: Buffer, name: string): Promise<StoredFile | FileRefusal> {
  const sharp = await decoder()
  const size = await sharp(file, { limitInputPixels: false })
    .metadata()
    .catch(() => undefined)
  if (!size) return 'broken'
  if (size.width * size.height > mostPixels) return 'too-many-pixels'
  const made = await sharp(file, { limitInputPixels: mostPixels, failOn: 'error' })
    .autoOrient()
    .resize(widest, widest, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 82 })
    .timeout({ seconds: secondsToDecode })
    .toBuffer({ resolveWithObject: true })
    .catch(() => undefined)
  if (!made) return 'broken'
  const { data, info } = made
  return kept({ data, kind: 'image', name, width: info.width, height: info.height })
}

type Made = Omit<StoredFile, 'id' | 'bytes'> & { data: Buffer }

async function kept({ data, kind, name, width, height }: Made): Promise<StoredFile> {
  const id = secretId()
  await place(fileOf(id, kind), data)
  return { id, name: shownName(name, kind), kind, bytes: data.length, width, height }
}

/** The bytes of a file of a case; `undefined` where there is none. Ask `findCaseFile` first who may see it. */
export const caseFileBytes = (id: string, kind: FileKind) =>
  readFile(fileOf(id, kind)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
