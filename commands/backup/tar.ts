const block = 512
const largest = 8 ** 11 - 1

/** A file inside an archive; its body is read once, in order. */
export type Entry = { name: string; size: number; body: AsyncIterable<Buffer> }

/** The bytes of a POSIX tar (ustar) of plain files. */
export async function* packed(entries: AsyncIterable<Entry> | Iterable<Entry>) {
  for await (const { name, size, body } of entries) {
    yield headerOf(name, size)
    let left = size
    for await (const chunk of body) {
      left -= chunk.length
      yield chunk
    }
    if (left) throw new Error(`${name} changed while it was read`)
    yield Buffer.alloc(paddingAfter(size))
  }
  yield Buffer.alloc(2 * block)
}

const paddingAfter = (size: number) => (block - (size % block)) % block

function headerOf(name: string, size: number) {
  if (Buffer.byteLength(name) > 100) throw new Error(`${name} is too long a name`)
  if (size > largest) throw new Error(`${name} is too large`)
  const header = Buffer.alloc(block)
  header.write(name, 0)
  header.write('0000600\0', 100)
  header.write('0000000\0', 108)
  header.write('0000000\0', 116)
  header.write(`${size.toString(8).padStart(11, '0')}\0`, 124)
  header.write('00000000000\0', 136)
  header.write('0', 156)
  header.write('ustar\x0000', 257)
  header.write(`${sumOf(header).toString(8).padStart(6, '0')}\0 `, 148)
  return header
}

function sumOf(header: Buffer) {
  let sum = 8 * 32
  for (let i = 0; i < block; i++) if (i < 148 || i > 155) sum += header[i]!
  return sum
}

/** The files of a tar, one after the other; each body must be read before the next. Throws where it is none. */
export async function* unpacked(chunks: AsyncIterable<Buffer>): AsyncGenerator<Entry> {
  const bytes = new ByteReader(chunks)
  for (;;) {
    const header = await bytes.take(block)
    if (header.every((byte) => byte === 0)) return bytes.expectOnlyZeros()
    const { name, size } = parsed(header)
    yield { name, size, body: bytes.upTo(size) }
    await bytes.take(paddingAfter(size))
  }
}

function parsed(header: Buffer) {
  const text = (from: number, to: number) => header.toString('utf8', from, to).replace(/\0.*$/s, '')
  if (parseInt(text(148, 156), 8) !== sumOf(header) || text(257, 263) !== 'ustar')
    throw new Error('This is no archive of ours')
  const [name, type, size] = [text(0, 100), text(156, 157), parseInt(text(124, 136), 8)]
  if (type !== '0' || text(345, 500)) throw new Error(`${name} is not a plain file`)
  if (!Number.isSafeInteger(size) || size < 0) throw new Error(`${name} has no size`)
  return { name, size }
}

/** Cuts a stream of chunks at the lengths that the reader wants. */
class ByteReader {
  #chunks: AsyncIterator<Buffer>
  #rest: Buffer = Buffer.alloc(0)

  constructor(chunks: AsyncIterable<Buffer>) {
    this.#chunks = chunks[Symbol.asyncIterator]()
  }

  async #next() {
    const { done, value } = await this.#chunks.next()
    return done ? undefined : (value as Buffer)
  }

  async take(length: number) {
    const parts: Buffer[] = []
    for await (const part of this.upTo(length)) parts.push(part)
    return Buffer.concat(parts)
  }

  async *upTo(length: number): AsyncGenerator<Buffer> {
    for (let left = length; left > 0;) {
      if (!this.#rest.length) this.#rest = (await this.#next()) ?? cutShort()
      const part = this.#rest.subarray(0, left)
      this.#rest = this.#rest.subarray(part.length)
      left -= part.length
      if (part.length) yield part
    }
  }

  async expectOnlyZeros() {
    for (let rest: Buffer | undefined = this.#rest; rest; rest = await this.#next())
      if (rest.some((byte) => byte !== 0)) throw new Error('There is something behind the end')
  }
}

function cutShort(): never {
  throw new Error('The archive is cut short')
}
