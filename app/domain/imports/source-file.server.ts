import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { type Duplex, pipeline, Transform } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { type CsvError, parse } from 'csv-parse'
import type { Cells } from './row.rules.ts'

/** A row that could be read, or the reason why not; `line` is where it begins. */
export type FileRow = { line: number } & ({ cells: Cells } | { fault: string })

/** What makes a whole file unreadable; `code` says it to programs. */
export class FileFault extends Error {
  override name = 'FileFault'
  readonly code: 'unknownColumns' | 'neverEnds' | 'tooLarge'

  constructor(code: FileFault['code'], message: string) {
    super(message)
    this.code = code
  }
}

/** How a file is written, where not with commas and in UTF-8; `most` bytes are unpacked of it. */
export type Ways = { delimiter?: string; charset?: string; most?: number }

type Parsed = { record: Cells; info: { lines: number } }

const longestRecord = 8 * 2 ** 20
const largest = 4 * 2 ** 30
// What is read at once is parsed at once: little, so that whoever shares this process need not wait.
const readAtOnce = 16 * 1024

async function isGzip(file: string) {
  const handle = await open(file)
  try {
    const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0)
    return buffer[0] === 0x1f && buffer[1] === 0x8b
  } finally {
    await handle.close()
  }
}

/** The length of a file in bytes. */
export const sizeOf = async (file: string) => (await stat(file)).size

/** The bytes of a file, unpacked when it is a gzip: of how many it consists of no more than `most`. */
export async function unpacked(file: string, most = largest) {
  const stages: Duplex[] = (await isGzip(file)) ? [createGunzip(), upTo(most, file)] : []
  return { source: createReadStream(file, { highWaterMark: readAtOnce }), stages }
}

/**
 * The rows of a CSV file, one after the other, unpacked when it is a gzip; the first line names the
 * columns. A row that is no CSV is a fault and does not end the reading. `onBytes` hears how far
 * the file was read. Throws a `FileFault` when one of `columns` is missing, when a quotation never
 * ends, or when the file unpacks to more than `most` bytes (4 GB).
 */
export async function* rowsOf(
  file: string,
  columns: string[],
  onBytes: (bytes: number) => void,
  { delimiter = ',', charset, most }: Ways = {},
): AsyncGenerator<FileRow> {
  const faults = new Map<number, string>()
  const parser = parse({
    bom: true,
    delimiter,
    columns: (header: string[]) => complete(header, columns, file),
    info: true,
    skip_empty_lines: true,
    max_record_size: longestRecord,
    skip_records_with_error: true,
    on_skip: (error) => void noteFault(faults, error!),
  })
  const { source, stages } = await unpacked(file, most)
  let bytes = 0
  source.on('data', (chunk) => onBytes((bytes += chunk.length)))
  if (charset) stages.push(inUtf8(charset))
  pipeline([source, ...stages, parser], () => {})

  for await (const { record, info } of parser as AsyncIterable<Parsed>) {
    yield* takeFaults(faults)
    yield { line: info.lines - lineBreaksIn(record), cells: record }
  }
  yield* takeFaults(faults)
}

/** A small file may unpack to more than there is room for. */
function upTo(most: number, file: string) {
  let bytes = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, pass) {
      bytes += chunk.length
      if (bytes > most)
        pass(new FileFault('tooLarge', `${file} unpacks to more than ${most} bytes`))
      else pass(null, chunk)
    },
  })
}

function inUtf8(charset: string) {
  const decoder = new TextDecoder(charset)
  return new Transform({
    transform(chunk: Buffer, _encoding, pass) {
      pass(null, decoder.decode(chunk, { stream: true }))
    },
  })
}

function complete(header: string[], columns: string[], file: string) {
  const missing = columns.filter((column) => !header.includes(column))
  if (missing.length)
    throw new FileFault('unknownColumns', `${file} has no column ${missing.join(', ')}`)
  return header
}

function noteFault(faults: Map<number, string>, error: CsvError) {
  const line = Number(error.lines)
  if (error.code === 'CSV_MAX_RECORD_SIZE')
    throw new FileFault('neverEnds', `A quotation that is open at line ${line} never ends`)
  faults.set(line, `not CSV: ${error.code.replace('CSV_', '').replaceAll('_', ' ').toLowerCase()}`)
}

function* takeFaults(faults: Map<number, string>): Generator<FileRow> {
  for (const [line, fault] of faults) yield { line, fault }
  faults.clear()
}

const lineBreaksIn = (record: Cells) =>
  Object.values(record).reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0)
