import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Sharp } from 'sharp'
import { newId } from '#db/columns.ts'
import { limits } from './idea.form.ts'
import { imageKind } from './image.rules.ts'

export type Purpose = 'idea' | 'avatar' | 'realised' | 'reward'
export type Variant = 'large' | 'thumb' | 'avatar'
/** An image whose files are on disk and that no row names yet. `bytes` is the sum of its variants. */
export type Stored = { id: string; width: number; height: number; bytes: number }
export type Refusal = 'too-large' | 'not-an-image' | 'too-many-pixels'

export const mostPixels = 40_000_000
export const secondsToDecode = 20

export const uploads = () => join(process.env.DATA_DIR || 'data', 'uploads')

// The end of a UUIDv7 is chance, its beginning the time: folders fill evenly by the end.
const fileOf = (id: string, variant: Variant) =>
  join(uploads(), id.slice(-2), `${id}.${variant}.webp`)

type Shape = [Variant, (image: Sharp) => Sharp]

const picture: Shape[] = [
  ['large', (image) => image.resize(1600, 1600, { fit: 'inside', withoutEnlargement: true })],
  ['thumb', (image) => image.resize(480, 352, { fit: 'cover', position: 'attention' })],
]
const shapes: Record<Purpose, Shape[]> = {
  idea: picture,
  realised: picture,
  reward: picture,
  avatar: [['avatar', (image) => image.resize(192, 192, { fit: 'cover' })]],
}

/** The decoder of images, loaded with the first image: a start does not wait for it. */
export async function decoder() {
  const { default: sharp } = await import('sharp')
  sharp.cache(false)
  sharp.concurrency(1)
  return sharp
}

let turn: Promise<unknown> = Promise.resolve()

/** One image is decoded at a time, so that many uploads at once take the memory of one. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = turn.then(work, work)
  turn = mine.catch(() => {})
  return mine
}

/**
 * Stores an uploaded image as WebP files with names of our own, turned upright and without any
 * metadata; of a moving one, its first picture. PNG, JPEG, WebP, GIF and AVIF are told by their
 * bytes. Refusals: `too-large` (over 10 MB), `too-many-pixels` (over 40 million), `not-an-image`.
 */
export async function storeImage(file: Buffer, purpose: Purpose): Promise<Stored | Refusal> {
  if (file.length > limits.imageBytes) return 'too-large'
  if (!imageKind(file)) return 'not-an-image'
  return inTurn(() => decoded(file, purpose))
}

/** An SVG of our own making as PNG. */
export const drawnPng = (svg: string) =>
  inTurn(async () => {
    const sharp = await decoder()
    return sharp(Buffer.from(svg)).png({ palette: true, compressionLevel: 9 }).toBuffer()
  })

async function decoded(file: Buffer, purpose: Purpose): Promise<Stored | Refusal> {
  const sharp = await decoder()
  const size = await sharp(file, { limitInputPixels: false })
    .metadata()
    .catch(() => undefined)
  if (!size) return 'not-an-image'
  if (size.width * size.height > mostPixels) return 'too-many-pixels'
  const made = await variantsOf(file, purpose).catch(() => undefined)
  if (!made) return 'not-an-image'

  const id = newId()
  for (const { variant, data } of made) await place(fileOf(id, variant), data)
  const [{ info }] = made as [(typeof made)[0]]
  const bytes = made.reduce((sum, { data }) => sum + data.length, 0)
  return { id, width: info.width, height: info.height, bytes }
}

async function variantsOf(file: Buffer, purpose: Purpose) {
  const sharp = await decoder()
  return Promise.all(
    shapes[purpose].map(async ([variant, shape]) => {
      const upright = sharp(file, { limitInputPixels: mostPixels, failOn: 'error' }).autoOrient()
      const image = shape(upright).webp({ quality: 80 }).timeout({ seconds: secondsToDecode })
      return { variant, ...(await image.toBuffer({ resolveWithObject: true })) }
    }),
  )
}

/** Writes a file of ours: it appears whole or not at all, and is on disk under its name before anybody is told of it. */
export async function place(path: string, data: Buffer) {
  const made = await mkdir(dirname(path), { recursive: true })
  const part = `${path}.part`
  const file = await open(part, 'wx', 0o640)
  try {
    await file.writeFile(data)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(part, path)
  await synced(dirname(path))
  if (made) await synced(dirname(dirname(path)))
}

/** A new name is on disk only when its folder is. */
async function synced(folder: string) {
  const handle = await open(folder)
  await handle.sync().finally(() => handle.close())
}

/** The bytes of one variant; `undefined` where there is none. Ask `findImage` first who may see it. */
export const imageBytes = (id: string, variant: Variant) =>
  readFile(fileOf(id, variant)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
