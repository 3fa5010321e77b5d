import { setImmediate } from 'node:timers/promises'
import { now } from '#db/time.ts'
import { type FileRow, rowsOf, sizeOf } from '../imports/source-file.server.ts'
import type { Layout } from './layout.rules.ts'
import type { Problem } from './mention.rules.ts'
import type { Survey } from './survey.server.ts'
import { type Row, rowOf } from './take.server.ts'
import { toldMention } from './told.rules.ts'

/** Rows written at once, where nobody says how many: a matter of some milliseconds. */
const together = 100
const breath = 20
/** Of rows that could not be read so many are kept with their lines; all are counted. */
const mostBad = 200

export type Bad = { line: number; problem: Problem }
export type Batch = { rows: { line: number; row: Row }[]; bad: Bad[]; read: number }
export type Tally = {
  total: number
  read: number
  written: number
  known: number
  badCount: number
  bad: Bad[]
}
/** How much is done at once, and learns from how long that takes. */
type Pace = { size: number; keep: (work: () => Promise<unknown>) => Promise<unknown> }
const steady: Pace = { size: together, keep: (work) => work() }

/** How a file is read: how much of it, how much at once, and who hears how far it is. */
export type Way = {
  limit?: number
  pace?: Pace
  onProgress?: (far: { bytes: number; size: number; rows: number }) => void
  alive?: () => Promise<unknown>
}
type Wish = { file: string; survey: Survey; sourceId: string }
type Store = (batch: Batch) => Promise<unknown>

/**
 * Reads the rows of a surveyed file after the first `done`, and hands them to `store` some at
 * a time, each as a row of the database or as what is wrong with it.
 */
export async function readRows(
  { file, survey, sourceId }: Wish,
  done: number,
  way: Way,
  store: Store,
) {
  const { limit = Infinity, pace = steady, onProgress = () => {}, alive } = way
  const size = await sizeOf(file)
  let [bytes, at, batch] = [0, 0, emptyBatch()]
  const storeAll = async () => {
    if (!batch.read) return
    await alive?.()
    await pace.keep(() => store(batch))
    batch = emptyBatch()
    onProgress({ bytes, size, rows: at })
  }
  for await (const found of rowsOf(file, [], (far) => (bytes = far), survey.ways)) {
    if (at >= limit) break
    if (++at <= done) continue
    judge(batch, found, survey.layout, sourceId)
    if (batch.read >= pace.size) await storeAll()
    await breathe(batch)
  }
  await storeAll()
}

/** Rows are judged in one go: now and then whoever waits for this process goes first. */
const breathe = ({ read }: Batch) => (read % breath === 0 ? setImmediate() : undefined)

function judge(batch: Batch, found: FileRow, { read, space }: Layout, sourceId: string) {
  const { line } = found
  const told = 'cells' in found ? toldMention(read(found.cells), now()) : 'notCsv'
  batch.read++
  if (typeof told === 'string') batch.bad.push({ line, problem: told })
  else batch.rows.push({ line, row: rowOf(sourceId, told, space) })
}

const emptyBatch = (): Batch => ({ rows: [], bad: [], read: 0 })

/** A batch in two; of a single row it is said that it could not be stored. */
export function halved({ rows, bad, read }: Batch): Batch[] {
  if (rows.length === 1)
    return [{ rows: [], bad: [...bad, { line: rows[0]!.line, problem: 'notStored' }], read }]
  const middle = rows.length >> 1
  return [
    { rows: rows.slice(0, middle), bad, read: read - rows.length + middle },
    { rows: rows.slice(middle), bad: [], read: rows.length - middle },
  ]
}

/** A tally with what became of a batch, of which `fresh` rows were new. */
export const counted = (tally: Tally, { read, rows, bad }: Batch, fresh: number): Tally => ({
  total: tally.total,
  read: tally.read + read,
  written: tally.written + fresh,
  known: tally.known + rows.length - fresh,
  badCount: tally.badCount + bad.length,
  bad: [...tally.bad, ...bad].slice(0, mostBad),
})
