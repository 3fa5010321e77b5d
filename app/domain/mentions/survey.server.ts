import { pipeline, type Readable } from 'node:stream'
import { parse } from 'csv-parse/sync'
import { FileFault, rowsOf, unpacked, type Ways } from '../imports/source-file.server.ts'
import { type Layout, layoutOf } from './layout.rules.ts'
import { type FileProblem, importLimits } from './mention.rules.ts'

/** What a file of mentions is: how its rows are read, and how many there are. */
export type Survey = { layout: Layout; ways: Ways; rows: number }

const headBytes = 64 * 1024
const delimiters = [',', ';', '\t']

/**
 * Reads a whole file once, to know before anything is written that it can be read to its end, and how:
 * packed (up to `most` bytes, 256 MB) or not, in UTF-8 or as Windows writes, with commas, semicolons or
 * tabs. Answers why not, else.
 */
export async function surveyOf(
  path: string,
  most = importLimits.unpacked,
): Promise<Survey | FileProblem> {
  try {
    return await surveyed(path, most)
  } catch (error) {
    const problem = problemOf(error)
    if (!problem) throw error
    return problem
  }
}

async function surveyed(path: string, most: number): Promise<Survey | FileProblem> {
  const { head, charset } = await lookAt(path, most)
  if (head.includes(0)) return 'notText'
  const text = new TextDecoder(charset).decode(head)
  const delimiter = delimiterOf(text)
  const layout = layoutOf(headerOf(text, delimiter))
  if (!layout) return 'unknownColumns'
  const ways = { delimiter, charset, most }
  let rows = 0
  for await (const _ of rowsOf(path, [], () => {}, ways)) rows++
  return { layout, ways, rows }
}

async function lookAt(path: string, most: number) {
  const { source, stages } = await unpacked(path, most)
  const out: Readable = stages.at(-1) ?? source
  if (stages.length) pipeline([source, ...stages], () => {})
  const strict = new TextDecoder('utf-8', { fatal: true })
  let [head, isUtf8] = [Buffer.alloc(0), true]
  for await (const chunk of out as AsyncIterable<Buffer>) {
    if (head.length < headBytes) head = Buffer.concat([head, chunk])
    isUtf8 &&= decodes(() => strict.decode(chunk, { stream: true }))
  }
  isUtf8 &&= decodes(() => strict.decode())
  return { head: head.subarray(0, headBytes), charset: isUtf8 ? undefined : 'windows-1252' }
}

function decodes(decode: () => string) {
  try {
    decode()
    return true
  } catch {
    return false
  }
}

/** The one that stands most often in the first line. */
function delimiterOf(text: string) {
  const first = text.split(/[\r\n]/, 1)[0]!
  const often = delimiters.map((each) => first.split(each).length)
  return delimiters[often.indexOf(Math.max(...often))]!
}

function headerOf(text: string, delimiter: string): string[] {
  try {
    const [header] = parse(text, { bom: true, delimiter, to: 1, relax_quotes: true }) as string[][]
    return header ?? []
  } catch {
    return []
  }
}

/** Why a file cannot be read; undefined where that is no fault of the file. */
export function problemOf(error: unknown): FileProblem | undefined {
  if (error instanceof FileFault) return error.code
  const code = String((error as NodeJS.ErrnoException).code)
  if (code === 'ENOENT') return 'gone'
  if (code.startsWith('Z_')) return 'notGzip'
  return code.startsWith('CSV_') ? 'notText' : undefined
}
