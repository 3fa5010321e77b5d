import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { pipeline, Transform } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { type CsvError, parse } from 'csv-parse'
import type { Cells } from './row.rules.ts'

/** A row that could be read, or the reason why not; `line` is where it begins. */
export type FileRow = { line: number } & ({ cells: Cells } | { fault: string })

type Parsed = { record: Cells; info: { lines: number } }

const longestRecord = 8 * 2 ** 20
const largest = 4 * 2 ** 30

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

/**
 * The rows of a CSV file, one after the other, unpacked when it is a gzip; the first line names the
 * columns. A row that is no CSV is a fault and does not end the reading. `onBytes` hears how far
 * the file was read. Throws when one of `columns` is missing, when a quotation never ends, or when
 * the file unpacks to more than `most` bytes (4 GB).
 */
export async function* rowsOf(
  file: string,
  columns: string[],
  onBytes: (bytes: number) => void,
  most = largest,
): AsyncGenerator<FileRow> {
  const faults = new Map<number, string>()
  const parser = parse({
    bom: true,
    columns: (header: string[]) => complete(header, columns, file),
    info: true,
    skip_empty_lines: true,
    max_record_size: longestRecord,
    skip_records_with_error: true,
    on_skip: (error) => void noteFault(faults, error!),
  })
  const packed = await isGzip(file)
  const source = createReadStream(file)
  let bytes = 0
  source.on('data', (chunk) => onBytes((bytes += chunk.length)))
  const done = () => {}
  if (packed) pipeline(source, createGunzip(), upTo(most, file), parser, done)
  else pipeline(source, parser, done)

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
      if (bytes > most) pass(new Error(`${file} unpacks to more than ${most} bytes`))
      else pass(null, chunk)
    },
  })
}

function complete(header: string[], columns: string[], file: string) {
  const missing = columns.filter((column) => !header.includes(column))
  if (missing.length) throw new Error(`${file} has no column ${missing.join(', ')}`)
  return header
}

function noteFault(faults: Map<number, string>, error: CsvError) {
  const line = Number(error.lines)
  if (error.code === 'CSV_MAX_RECORD_SIZE')
    throw new Error(`A quotation that is open at line ${line} never ends`)
  faults.set(line, `not CSV: ${error.code.replace('CSV_', '').replaceAll('_', ' ').toLowerCase()}`)
}

function* takeFaults(faults: Map<number, string>): Generator<FileRow> {
  for (const [line, fault] of faults) yield { line, fault }
  faults.clear()
}

const lineBreaksIn = (record: Cells) =>
  Object.values(record).reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0)
