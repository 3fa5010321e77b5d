import { and, eq } from 'drizzle-orm'
import { db, transaction, type Tx, Unavailable } from '#db/database.server.ts'
import { mentionImports } from '#db/schema/mentions.ts'
import {
  type Bad,
  type Batch,
  counted,
  halved,
  readRows,
  type Tally,
  type Way,
} from './import-rows.server.ts'
import { endImport } from './import.server.ts'
import type { FileProblem } from './mention.rules.ts'
import { problemOf, type Survey, surveyOf } from './survey.server.ts'
import { freshAmong, takeMentions } from './take.server.ts'

type Import = typeof mentionImports.$inferSelect

/** Somebody stopped the import, or reads it too. */
class Overtaken extends Error {}

/**
 * Reads a file of mentions into the source of an import, some rows at a time, and keeps how far it is
 * with them: whoever takes it up again goes on there, and no row is written twice. A row that cannot
 * be kept is noted and stops nothing. Answers the tally; or why the file cannot be read, or was not to
 * be read on.
 */
export async function readImport(
  id: string,
  file: string,
  way: Way = {},
): Promise<Tally | FileProblem> {
  const survey = await surveyOf(file)
  if (typeof survey === 'string') return ended(id, survey)
  const found = await begun(id, survey)
  if (found?.state !== 'running') return 'stopped'
  try {
    const tally = await readInto(found, file, survey, way)
    await transaction((tx) => endImport(tx, id, null))
    return tally
  } catch (error) {
    if (error instanceof Overtaken) return 'stopped'
    const problem = problemOf(error)
    if (!problem) throw error
    return ended(id, problem)
  }
}

async function ended(id: string, problem: FileProblem) {
  await transaction((tx) => endImport(tx, id, problem))
  return problem
}

async function begun(id: string, { rows }: Survey): Promise<Import | undefined> {
  const of = eq(mentionImports.id, id)
  await transaction((tx) =>
    tx
      .update(mentionImports)
      .set({ state: 'running', total: rows })
      .where(and(of, eq(mentionImports.state, 'waiting'))),
  )
  const [found] = await db.select().from(mentionImports).where(of)
  return found
}

async function readInto(found: Import, file: string, survey: Survey, way: Way) {
  const { id, sourceId, read, written, known, badCount } = found
  const bad = found.bad as Bad[]
  let tally: Tally = { total: survey.rows, read, written, known, badCount, bad }

  /** Where the database refuses, the rows are halved until the one at fault is found and noted. */
  async function store(batch: Batch): Promise<void> {
    try {
      tally = await transaction((tx) => write(tx, id, tally, batch))
    } catch (error) {
      if (error instanceof Unavailable || error instanceof Overtaken) throw error
      if (!batch.rows.length) throw error
      for (const half of halved(batch)) await store(half)
    }
  }
  await readRows({ file, survey, sourceId }, read, way, store)
  return tally
}

/** How far it is goes with the rows: they are never counted twice, nor written uncounted. */
async function write(tx: Tx, id: string, before: Tally, batch: Batch) {
  const rows = batch.rows.map(({ row }) => row)
  const { total: _, ...after } = counted(before, batch, (await takeMentions(tx, rows)).size)
  const columns = mentionImports
  const [noted] = await tx
    .update(mentionImports)
    .set(after)
    .where(and(eq(columns.id, id), eq(columns.state, 'running'), eq(columns.read, before.read)))
    .returning({ id: columns.id })
  if (!noted) throw new Overtaken()
  return { total: before.total, ...after }
}

/** Reads a file as `readImport` would, and writes nothing. */
export async function tryImport(file: string, way: Way = {}): Promise<Tally | FileProblem> {
  const survey = await surveyOf(file)
  if (typeof survey === 'string') return survey
  let tally: Tally = { total: survey.rows, read: 0, written: 0, known: 0, badCount: 0, bad: [] }
  const seen = new Set<string>()
  await readRows({ file, survey, sourceId: '' }, 0, way, async (batch) => {
    const fresh = await freshAmong(
      db,
      batch.rows.map(({ row }) => row).filter(({ key }) => !seen.has(key)),
    )
    for (const key of fresh) seen.add(key)
    tally = counted(tally, batch, fresh.size)
  })
  return tally
}
