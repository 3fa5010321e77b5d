import { appendFile, mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

/** One account that was erased, without anything of its person. */
const Line = z.strictObject({
  personId: z.string().max(60),
  texts: z.enum(['keep', 'remove']),
  doneAt: z.string().max(40),
})
export type Erased = z.output<typeof Line>

const journalIn = (folder: string) => join(folder, 'erasures.jsonl')
const ours = () => process.env.DATA_DIR || 'data'

/**
 * What the journal of a data folder says was erased; a line that cannot be read is passed over. It
 * lies beside the database so that it outlives it: what comes back with a backup is erased again.
 */
export async function journalOf(folder = ours()): Promise<Erased[]> {
  const text = await readFile(journalIn(folder), 'utf8').catch(() => '')
  return text.split('\n').flatMap((line) => {
    try {
      return [Line.parse(JSON.parse(line))]
    } catch {
      return []
    }
  })
}

/** Adds to the journal of a data folder what it does not hold yet; answers how much that was. */
export async function addToJournal(erased: Erased[], folder = ours()) {
  const known = new Set((await journalOf(folder)).map(({ personId }) => personId))
  const fresh = [...new Map(erased.map((line) => [line.personId, line])).values()].filter(
    ({ personId }) => !known.has(personId),
  )
  if (!fresh.length) return 0
  await mkdir(folder, { recursive: true })
  const lines = fresh.map((line) => `${JSON.stringify(line)}\n`).join('')
  await appendFile(journalIn(folder), lines, { mode: 0o600, flush: true })
  return fresh.length
}
