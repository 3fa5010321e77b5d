import { and, desc, eq, inArray, isNull } from 'drizzle-orm'
import { newId } from '#db/columns.ts'
import type { Read, Tx } from '#db/database.server.ts'
import { people } from '#db/schema/identity.ts'
import { mentionImports, mentionSources } from '#db/schema/mentions.ts'
import { now } from '#db/time.ts'
import { audit } from '../audit/audit.server.ts'
import { may, type Person, type Viewer } from '../identity/viewer.rules.ts'
import { ask } from '../jobs/job.server.ts'
import { type FileProblem, mentionLimits } from './mention.rules.ts'

const importsShown = 30
const longestName = 120
/** The states in which a file is still to be read. */
const going = ['waiting', 'running'] as const
const isGoing = inArray(mentionImports.state, [...going])

export type MentionImport = NonNullable<Awaited<ReturnType<typeof importOf>>>

/**
 * The source of this name for files that are read at the command line, opened where there is none; what
 * such a reading left open, because it was broken off, is ended. Undefined where it is a feed or a
 * webhook, or off.
 */
export async function sourceForFiles(tx: Tx, typed: string) {
  const name = typed.trim().slice(0, mentionLimits.name)
  const [added] = await tx
    .insert(mentionSources)
    .values({ kind: 'csv', name, createdAt: now() })
    .onConflictDoNothing()
    .returning({ id: mentionSources.id })
  if (added) {
    await audit(tx, null, 'mention-source.added', { subject: added.id, kind: 'csv', name })
    return added.id
  }
  const [source] = await tx.select().from(mentionSources).where(eq(mentionSources.name, name))
  if (source?.kind !== 'csv' || !source.isOn) return undefined
  await tx
    .update(mentionImports)
    .set({ state: 'failed', problem: 'stopped', endedAt: now() })
    .where(and(eq(mentionImports.sourceId, source.id), isGoing, isNull(mentionImports.startedBy)))
  return source.id
}

/** Opens an import that nobody reads yet; answers its id. */
export async function openImport(
  tx: Tx,
  { sourceId, fileName, startedBy }: { sourceId: string; fileName: string; startedBy?: string },
) {
  const id = newId()
  await tx.insert(mentionImports).values({
    id,
    sourceId,
    fileName: nameOf(fileName),
    bad: [],
    state: 'waiting',
    startedBy,
    startedAt: now(),
  })
  return id
}

/** The name of a file without its folder, and without what no name of a file should hold. */
const nameOf = (typed: string) =>
  typed
    .replace(/^.*[/\\]/, '')
    .replace(/[\p{C}\p{Cs}]/gu, '')
    .slice(-longestName)

/**
 * Asks for a file that was kept to be read into a source, by the clock. Answers the id of the import;
 * `no-such-source`, it is none for files or off; `already-running`, another file is being read into it.
 */
export async function startImport(
  tx: Tx,
  agent: Person,
  { fileId, sourceId, fileName }: { fileId: string; sourceId: string; fileName: string },
): Promise<{ id: string } | 'no-such-source' | 'already-running'> {
  // Taking the row holds it: of two files sent at the same moment the second waits, and is refused.
  const [source] = await tx
    .update(mentionSources)
    .set({ id: sourceId })
    .where(eq(mentionSources.id, sourceId))
    .returning()
  if (source?.kind !== 'csv' || !source.isOn) return 'no-such-source'
  if (await tx.$count(mentionImports, and(eq(mentionImports.sourceId, sourceId), isGoing)))
    return 'already-running'
  const id = await openImport(tx, { sourceId, fileName, startedBy: agent.id })
  const payload = { importId: id, fileId }
  await ask(tx, 'mention-import', `mention-import:${id}`, { payload })
  await audit(tx, agent.id, 'mention-import.started', { subject: id, sourceId })
  return { id }
}

/** Ends an import that goes on: what was read stays. Undefined where it is over, or there is none. */
export async function stopImport(tx: Tx, agent: Person, id: string) {
  if (!(await endImport(tx, id, 'stopped'))) return undefined
  await audit(tx, agent.id, 'mention-import.stopped', { subject: id })
  return 'stopped'
}

/** Notes that an import is over, and why where it failed; false where it was over before. */
export async function endImport(tx: Tx, id: string, problem: FileProblem | null) {
  const [ended] = await tx
    .update(mentionImports)
    .set({ state: problem ? 'failed' : 'done', problem, endedAt: now() })
    .where(and(eq(mentionImports.id, id), isGoing))
    .returning({ id: mentionImports.id })
  return !!ended
}

const listed = {
  id: mentionImports.id,
  sourceId: mentionImports.sourceId,
  sourceName: mentionSources.name,
  fileName: mentionImports.fileName,
  total: mentionImports.total,
  read: mentionImports.read,
  written: mentionImports.written,
  known: mentionImports.known,
  badCount: mentionImports.badCount,
  state: mentionImports.state,
  problem: mentionImports.problem,
  startedBy: people.displayName,
  startedAt: mentionImports.startedAt,
  endedAt: mentionImports.endedAt,
}

type Counted = { total: number | null; read: number; state: string }

/** How much of a file was read, from 0 to 1; null where that is not known yet. */
function shareOf({ total, read, state }: Counted) {
  if (state === 'done') return 1
  return total ? Math.min(read / total, 1) : null
}

/** The latest imports, the newest first; none for whoever may not see mentions. */
export async function allImports(db: Read, agent: Viewer) {
  if (!may(agent, 'mentions.triage')) return []
  const rows = await db
    .select(listed)
    .from(mentionImports)
    .innerJoin(mentionSources, eq(mentionSources.id, mentionImports.sourceId))
    .leftJoin(people, eq(people.id, mentionImports.startedBy))
    .orderBy(desc(mentionImports.startedAt), desc(mentionImports.id))
    .limit(importsShown)
  return rows.map((row) => ({ ...row, share: shareOf(row) }))
}

/** One import, with the rows that could not be read; nobody without the permission finds any. */
export async function findImport(db: Read, agent: Viewer, id: string) {
  return may(agent, 'mentions.triage') ? importOf(db, id) : undefined
}

async function importOf(db: Read, id: string) {
  const [row] = await db
    .select({ ...listed, bad: mentionImports.bad })
    .from(mentionImports)
    .innerJoin(mentionSources, eq(mentionSources.id, mentionImports.sourceId))
    .leftJoin(people, eq(people.id, mentionImports.startedBy))
    .where(eq(mentionImports.id, id))
  const bad = row?.bad.toSorted((one, other) => one.line - other.line)
  return row && { ...row, bad: bad!, share: shareOf(row) }
}
