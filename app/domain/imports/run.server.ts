import { db, type Read, transaction, type Tx, Unavailable } from '#db/database.server.ts'
import { importPeople, type Stranger, strangersAmong } from '../identity/import.server.ts'
import type { Drawn, Format, Reader } from './row.rules.ts'
import { rowsOf, sizeOf } from './source-file.server.ts'
import { skip, type Tally } from './tally.rules.ts'

export type KnownIdea = { id: string; publishedAt: Date }

/** How far a file is: bytes of all its bytes, rows so far. */
export type Progress = { bytes: number; size: number; rows: number }

/** One import under way: what it reads, how it says things, and what is known to be here. */
export type Run = {
  format: Format
  categories: Record<string, string>
  dryRun: boolean
  limit: number
  onProgress: (file: string, progress: Progress) => void
  ideas: Map<string, KnownIdea>
  people: Map<string, string>
}

/** What writing needs; in a dry run there is no `tx`. */
export type Door = { db: Read; tx?: Tx }
export type Lined<Row> = { line: number; row: Row; repairs: string[] }

/** The rows of a file that `reader` accepts, in batches; the others are in the tally. */
export async function* batches<Row>(
  run: Run,
  file: string,
  reader: Reader<Row>,
  { tally, most }: { tally: Tally; most: number },
): AsyncGenerator<Lined<Row>[]> {
  const size = await sizeOf(file)
  let [batch, bytes]: [Lined<Row>[], number] = [[], 0]
  for await (const found of rowsOf(file, reader.columns, (far) => (bytes = far))) {
    if (tally.read >= run.limit) break
    tally.read++
    const drawn: Drawn<Row> = 'cells' in found ? reader.read(found.cells) : { skip: found.fault }
    if ('skip' in drawn) skip(tally, found.line, drawn.skip)
    else batch.push({ line: found.line, ...drawn })
    if (tally.read % 500 === 0) run.onProgress(tally.file, { bytes, size, rows: tally.read })
    if (batch.length < most) continue
    yield batch
    batch = []
  }
  if (batch.length) yield batch
  run.onProgress(tally.file, { bytes: size, size, rows: tally.read })
}

/**
 * Writes rows in one transaction; `write` answers what to note once they are on disk. When the
 * database refuses, the rows are halved until the one at fault is found and skipped.
 */
export async function store<Row>(
  run: Run,
  tally: Tally,
  rows: Lined<Row>[],
  write: (door: Door, rows: Lined<Row>[]) => Promise<() => void>,
): Promise<void> {
  if (!rows.length) return
  try {
    const note = run.dryRun
      ? await write({ db }, rows)
      : await transaction((tx) => write({ db: tx, tx }, rows))
    note()
  } catch (error) {
    if (error instanceof Unavailable) throw error
    if (rows.length === 1)
      return skip(tally, rows[0]!.line, `refused by the database: ${reasonOf(error)}`)
    const middle = rows.length >> 1
    await store(run, tally, rows.slice(0, middle), write)
    await store(run, tally, rows.slice(middle), write)
  }
}

const reasonOf = (error: unknown) => {
  const { cause, message } = error as Error
  return (cause instanceof Error ? cause.message : message).split('\n')[0]!.slice(0, 100)
}

/** The ids of those who act in some rows, by source; profiles are made for who is new. */
export async function settlePeople(
  run: Run,
  { db, tx }: Door,
  acts: { person: string | null; at: Date }[],
) {
  const settled = new Map<string, string>()
  const strangers = new Map<string, Stranger>()
  for (const { person, at } of acts) {
    if (!person) continue
    const id = run.people.get(person)
    if (id) settled.set(person, id)
    else if (!strangers.has(person))
      strangers.set(person, { source: person, joinedAt: at, ...namesOf(person) })
  }
  const met = tx
    ? await importPeople(tx, [...strangers.values()])
    : await strangersAmong(db, [...strangers.keys()])
  for (const source of strangers.keys()) settled.set(source, met.get(source) ?? notYet)
  return settled
}

/** Stands for an id that a dry run does not make. */
export const notYet = 'not yet'

const longestHandle = 24

function namesOf(source: string) {
  const end = source.lastIndexOf(':')
  const key = source.slice(end + 1)
  const word = key
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .slice(-12)
  const house = source.slice(0, end).replace(/[^a-z0-9]+/g, '_')
  const handle = `${house.slice(0, longestHandle - 1 - word.length)}_${word}`
  return { handle, displayName: `Partecipante ${key.slice(0, 40)}` }
}
