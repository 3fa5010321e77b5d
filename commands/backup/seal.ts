import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'

// An empty gzip member whose comment is the SHA-256 of all before it: `tar xzf` reads over it.
const sealOf = (hash: string) =>
  Buffer.concat([
    Buffer.from([0x1f, 0x8b, 8, 0x10, 0, 0, 0, 0, 0, 255]),
    Buffer.from(`sha256:${hash}\0`),
    Buffer.from([3, 0]),
    Buffer.alloc(8),
  ])

const sealLength = sealOf('0'.repeat(64)).length

/** Writes bytes to a new file, compressed and sealed, for nobody else to read; it is on disk afterwards. */
export async function writeSealed(file: string, bytes: AsyncIterable<Buffer>) {
  const handle = await open(file, 'wx', 0o600)
  try {
    const hash = createHash('sha256')
    await pipeline(bytes, createGzip({ level: 6 }), async (packed: AsyncIterable<Buffer>) => {
      for await (const chunk of packed) {
        hash.update(chunk)
        await handle.writeFile(chunk)
      }
    })
    await handle.writeFile(sealOf(hash.digest('hex')))
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** The bytes of a sealed file. Throws before the first of them when a single bit is not as it was written. */
export async function* readSealed(file: string): AsyncGenerator<Buffer> {
  const { size } = await stat(file)
  const end = size - sealLength
  if (end <= 0) throw new Error('The backup is cut short')
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file, { end: end - 1 })) hash.update(chunk as Buffer)
  if (!(await endOf(file, end)).equals(sealOf(hash.digest('hex'))))
    throw new Error('The backup is damaged or cut short: its seal does not fit')

  const source = createReadStream(file, { end: end - 1 })
  const unzipped = createGunzip()
  const done = pipeline(source, unzipped).catch((error: Error) => void unzipped.destroy(error))
  for await (const chunk of unzipped) yield chunk as Buffer
  await done
}

async function endOf(file: string, from: number) {
  const handle = await open(file)
  try {
    const seal = Buffer.alloc(sealLength)
    await handle.read(seal, 0, sealLength, from)
    return seal
  } finally {
    await handle.close()
  }
}
