import { importCommentFile } from './import-comments.server.ts'
import { importIdeaFile } from './import-ideas.server.ts'
import { importVoteFile } from './import-votes.server.ts'
import type { ImportMap } from './map.form.ts'
import type { Format } from './row.rules.ts'
import type { Run } from './run.server.ts'
import type { Tally } from './tally.rules.ts'

export type ImportPlan = {
  format: Format
  files: { ideas: string; comments?: string; votes?: string }
  map?: Pick<ImportMap, 'categories' | 'statuses' | 'reasons'>
  /** Reads and judges every row, and writes nothing. */
  dryRun?: boolean
  /** Reads only so many rows of each file. */
  limit?: number
  onProgress?: Run['onProgress']
}

/**
 * Brings the ideas, comments and votes of another platform here, by name of its people only as a
 * pseudonym. What is here already stays as it is, so that it can be run again. A row at fault is
 * skipped; only a file that is none, or a database that is away, ends it. Answers a tally a file.
 */
export async function runImport(plan: ImportPlan): Promise<Tally[]> {
  const { format, files } = plan
  const unreadable = (['comments', 'votes'] as const).find((kind) => files[kind] && !format[kind])
  if (unreadable) throw new Error(`This format has no ${unreadable}`)

  const run = runOf(plan)
  const tallies = [await importIdeaFile(run, files.ideas)]
  if (files.comments) tallies.push(await importCommentFile(run, files.comments))
  if (files.votes) tallies.push(await importVoteFile(run, files.votes))
  return tallies
}

function runOf({
  format,
  map,
  dryRun = false,
  limit = Infinity,
  onProgress = () => {},
}: ImportPlan): Run {
  const statuses = { ...format.statuses, ...map?.statuses }
  const reasons = { ...format.reasons, ...map?.reasons }
  const ways = { dryRun, limit, onProgress, categories: { ...map?.categories } }
  return { ...ways, format: { ...format, statuses, reasons }, ideas: new Map(), people: new Map() }
}
