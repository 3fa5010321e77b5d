import { and, eq, inArray, isNotNull, isNull, ne } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { plus } from '#db/expressions.ts'
import { comments } from '#db/schema/comments.ts'
import { ideas } from '#db/schema/ideas.ts'
import { realisationComments, realisations, realisationSources } from '#db/schema/realised.ts'
import { now } from '#db/time.ts'
import { record } from '../activity/record.server.ts'
import { audit } from '../audit/audit.server.ts'
import { findIdea, type Idea } from '../ideas/idea.server.ts'
import { may, type Person } from '../identity/viewer.rules.ts'
import { speaksFor } from '../workflow/move.server.ts'
import type { Honesty } from './realised.form.ts'

/** Whether an idea stands where everybody can see that it became real. */
export const isReal = ({ status, place }: Pick<Idea, 'status' | 'place'>) =>
  status === 'realised' && place !== 'private'

export type Realisation = typeof realisations.$inferSelect

export type RealisedText = {
  title: string
  story: string
  locale: 'it' | 'en'
  honesty: Honesty
  realisedOn: string
  productUrl?: string | null
  photoId?: string | null
  /** Numbers of the other ideas that it comes from. */
  sources: number[]
  changes: { commentId: string; change: string }[]
}

/** The page kept for an idea, published or not; `undefined` where nobody has begun it. */
export async function realisationOf(db: Read, ideaId: string): Promise<Realisation | undefined> {
  const [kept] = await db.select().from(realisations).where(eq(realisations.ideaId, ideaId))
  return kept
}

/**
 * Writes the page of what the idea of `number` became, without showing it to anybody yet. `version`
 * is the one the editor had before them, 0 for a new page. Answers `saved`; `stale` when somebody
 * else wrote meanwhile; `no-such-source` when a source is not a public idea, or this one;
 * `no-such-comment` when a comment is not one of theirs; `not-allowed`; `undefined` where the editor
 * sees no such idea. Only `saved` changes anything.
 */
export async function saveRealisation(
  tx: Tx,
  editor: Person,
  { number, version }: { number: number; version: number },
  { sources, changes, ...said }: RealisedText,
) {
  const idea = await findIdea(tx, number, editor)
  if (!idea) return undefined
  if (!may(editor, 'realised.edit')) return 'not-allowed'
  const sourceIds = await sourcesOf(tx, number, sources)
  if (!sourceIds) return 'no-such-source'
  if (!(await areSaidThere(tx, [idea.id, ...sourceIds], changes))) return 'no-such-comment'

  const row = await written(tx, editor, { ideaId: idea.id, version }, said)
  if (!row) return 'stale'
  await relate(tx, idea.id, sourceIds, changes)
  await audit(tx, editor.id, 'realised.saved', { subject: idea.id, number, version: row.version })
  return 'saved'
}

/**
 * Shows the page to everybody and thanks, once, all who had a part in it. Answers `published`;
 * `already-published`; `not-realised` while the idea does not stand where done ideas stand;
 * `nothing` when there is no page; `not-allowed`; `undefined` as above.
 */
export async function publishRealisation(tx: Tx, editor: Person, number: number) {
  const idea = await findIdea(tx, number, editor)
  if (!idea) return undefined
  if (!may(editor, 'realised.edit')) return 'not-allowed'
  if (!isReal(idea)) return 'not-realised'
  const [shown] = await tx
    .update(realisations)
    .set({ publishedAt: now() })
    .where(and(eq(realisations.ideaId, idea.id), isNull(realisations.publishedAt)))
    .returning()
  if (!shown) return (await realisationOf(tx, idea.id)) ? 'already-published' : 'nothing'
  await audit(tx, editor.id, 'realised.published', { subject: idea.id, number })
  await thankOnce(tx, editor, shown)
  return 'published'
}

/** Nobody is thanked twice, however often a page goes and comes back. */
async function thankOnce(tx: Tx, editor: Person, { ideaId, thankedAt }: Realisation) {
  if (thankedAt) return
  await tx.update(realisations).set({ thankedAt: now() }).where(eq(realisations.ideaId, ideaId))
  await record(tx, { verb: 'idea.realised', actorId: editor.id, ideaId, subjectId: ideaId })
}

/** Takes a page back from the public; its words stay. `withdrawn`, `not-published`, or as above. */
export async function withdrawRealisation(tx: Tx, editor: Person, number: number) {
  const idea = await findIdea(tx, number, editor)
  if (!idea) return undefined
  if (!may(editor, 'realised.edit')) return 'not-allowed'
  const [hidden] = await tx
    .update(realisations)
    .set({ publishedAt: null })
    .where(and(eq(realisations.ideaId, idea.id), isNotNull(realisations.publishedAt)))
    .returning()
  if (!hidden) return 'not-published'
  await audit(tx, editor.id, 'realised.withdrawn', { subject: idea.id, number })
  return 'withdrawn'
}

async function sourcesOf(db: Read, number: number, numbers: number[]) {
  if (!numbers.length) return []
  const found = await db
    .select({ id: ideas.id, number: ideas.number })
    .from(ideas)
    .where(and(inArray(ideas.number, numbers), ne(ideas.place, 'private')))
  const known = new Map(found.map((idea) => [idea.number, idea.id]))
  return numbers.every((each) => each !== number && known.has(each))
    ? numbers.map((each) => known.get(each)!)
    : undefined
}

async function areSaidThere(db: Read, ideaIds: string[], changes: RealisedText['changes']) {
  if (!changes.length) return true
  const ids = changes.map(({ commentId }) => commentId)
  const found = await db
    .select({ id: comments.id })
    .from(comments)
    .where(and(inArray(comments.id, ids), inArray(comments.ideaId, ideaIds), isReadable))
  return found.length === new Set(ids).size
}

const isReadable = and(isNull(comments.deletedAt), isNull(comments.hiddenAt))

type Said = Omit<RealisedText, 'sources' | 'changes'>

function written(
  tx: Tx,
  editor: Person,
  { ideaId, version }: { ideaId: string; version: number },
  said: Said,
) {
  const words = { ...said, productUrl: said.productUrl ?? null, photoId: said.photoId ?? null }
  return version
    ? rewritten(tx, { ideaId, version }, words)
    : begun(tx, editor, { ideaId, ...words })
}

async function begun(
  tx: Tx,
  editor: Person,
  words: Omit<typeof realisations.$inferInsert, 'team' | 'authorId'>,
) {
  const row = { ...words, team: await speaksFor(tx, editor), authorId: editor.id }
  const [made] = await tx.insert(realisations).values(row).onConflictDoNothing().returning()
  return made
}

async function rewritten(
  tx: Tx,
  { ideaId, version }: { ideaId: string; version: number },
  words: Partial<Realisation>,
) {
  const [written] = await tx
    .update(realisations)
    .set({ ...words, version: plus(realisations.version, 1) })
    .where(and(eq(realisations.ideaId, ideaId), eq(realisations.version, version)))
    .returning()
  return written
}

async function relate(
  tx: Tx,
  ideaId: string,
  sourceIds: string[],
  changes: RealisedText['changes'],
) {
  await tx.delete(realisationSources).where(eq(realisationSources.ideaId, ideaId))
  await tx.delete(realisationComments).where(eq(realisationComments.ideaId, ideaId))
  const sources = sourceIds.map((sourceId, position) => ({ ideaId, sourceId, position }))
  const said = changes.map((change, position) => ({ ideaId, ...change, position }))
  if (sources.length) await tx.insert(realisationSources).values(sources)
  if (said.length) await tx.insert(realisationComments).values(said)
}
