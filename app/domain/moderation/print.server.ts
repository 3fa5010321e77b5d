import { and, desc, eq, gte, inArray, lt } from 'drizzle-orm'
import { newId } from '#db/columns.ts'
import type { Read, Tx } from '#db/database.server.ts'
import { insertAll } from '#db/bulk.server.ts'
import { comments } from '#db/schema/comments.ts'
import { ideas } from '#db/schema/ideas.ts'
import { fingerprints } from '#db/schema/moderation-watch.ts'
import { now } from '#db/time.ts'
import { bandsOf, nearlySame, resemblance, sameness, shinglesOf } from './print.rules.ts'
import type { Subject } from './review.rules.ts'

export type Post = { subject: Subject; subjectId: string; authorId: string; text: string }
export type Alike = { subject: Subject; subjectId: string; authorId: string | null; share: number }

/** For so long posts are remembered, and so many at most are compared whole. */
const [days, mostCompared] = [90, 60]
const dayMs = 86_400_000
const since = () => new Date(+now() - days * dayMs)

/** Remembers what a post is like; what was remembered of it before goes. Short ones are like anything. */
export async function keepPrint(tx: Tx, { text, ...post }: Post) {
  await dropPrint(tx, post)
  const print = sameness(text)
  await insertAll(
    tx,
    fingerprints,
    bandsOf(shinglesOf(text)).map((band) => ({ id: newId(), ...post, band, print, at: now() })),
  )
}

/** Forgets what a post is like. */
export async function dropPrint(
  tx: Tx,
  { subject, subjectId }: Pick<Post, 'subject' | 'subjectId'>,
) {
  const { subject: of, subjectId: id } = fingerprints
  await tx.delete(fingerprints).where(and(eq(of, subject), eq(id, subjectId)))
}

/** The posts of the last 90 days that are nearly the same as this one, the closest first. */
export async function alikeTo(db: Read, post: Omit<Post, 'authorId'>): Promise<Alike[]> {
  const shingles = shinglesOf(post.text)
  const bands = bandsOf(shingles)
  if (!bands.length) return []
  const { subject, subjectId, authorId, band, at } = fingerprints
  const rows = await db
    .select({ subject, subjectId, authorId })
    .from(fingerprints)
    .where(and(inArray(band, bands), gte(at, since())))
    .orderBy(desc(at))
    .limit(mostCompared * bands.length)
  const others = new Map(rows.map((row) => [row.subjectId, row]))
  others.delete(post.subjectId)
  const found = [...others.values()].slice(0, mostCompared)
  const texts = await textsOf(db, found)
  return found
    .map((one) => ({
      ...one,
      share: resemblance(shingles, shinglesOf(texts.get(one.subjectId) ?? '')),
    }))
    .filter(({ share }) => share >= nearlySame)
    .sort((one, other) => other.share - one.share)
}

async function textsOf(db: Read, posts: Pick<Alike, 'subject' | 'subjectId'>[]) {
  const idsOf = (kind: Subject) =>
    posts.filter(({ subject }) => subject === kind).map(({ subjectId }) => subjectId)
  const [said, written] = [idsOf('comment'), idsOf('idea')]
  const rows = [
    ...(said.length
      ? await db
          .select({ id: comments.id, text: comments.body })
          .from(comments)
          .where(inArray(comments.id, said))
      : []),
    ...(written.length
      ? await db
          .select({ id: ideas.id, title: ideas.title, body: ideas.body })
          .from(ideas)
          .where(inArray(ideas.id, written))
      : []
    ).map(({ id, title, body }) => ({ id, text: `${title} ${body}` })),
  ]
  return new Map(rows.map(({ id, text }) => [id, text]))
}

/** Forgets up to `most` posts' likeness from longer ago; answers how many rows went. */
export async function forgetPrints(tx: Tx, most = 1_000) {
  const old = tx
    .select({ id: fingerprints.id })
    .from(fingerprints)
    .where(lt(fingerprints.at, since()))
    .limit(most)
  const gone = await tx.delete(fingerprints).where(inArray(fingerprints.id, old)).returning()
  return gone.length
}
