import { and, eq } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { ideas } from '#db/schema/ideas.ts'
import { merges } from '#db/schema/merges.ts'
import { now } from '#db/time.ts'
import { audit } from '../audit/audit.server.ts'
import type { Person } from '../identity/viewer.rules.ts'
import { beginMerge } from './begin.server.ts'
import type { Merge } from './carry.server.ts'
import { isUnanswered } from './merge.rules.ts'
import { end } from './merge.server.ts'

/** The merge of an id, about which `author` was asked or told because they wrote the source. */
export async function mergeOfAuthor(db: Read, author: Person, id: string) {
  const [found] = await db
    .select({ merge: merges })
    .from(merges)
    .innerJoin(ideas, eq(ideas.id, merges.sourceId))
    .where(and(eq(merges.id, id), eq(ideas.authorId, author.id)))
  return found?.merge
}

type Answer = { intent: 'agree' | 'refuse'; words: string }

/**
 * The author's answer to being asked. Answers `begun` with the merge, `refused`, `already-answered`
 * (nothing changed), `ended` when the two can be merged no longer, or `undefined` where there is
 * nothing to ask of them.
 */
export async function answerMerge(tx: Tx, author: Person, id: string, answer: Answer) {
  const merge = await mergeOfAuthor(tx, author, id)
  if (!merge) return undefined
  const said = { answer: answer.words, answeredAt: now() }
  const [asked] = await tx
    .update(merges)
    .set(answer.intent === 'refuse' ? { ...said, state: 'refused' } : said)
    .where(and(eq(merges.id, id), eq(merges.state, 'asked')))
    .returning()
  if (!asked) return { is: 'already-answered' } as const
  if (answer.intent === 'refuse') return { is: 'refused' } as const
  return begunOrEnded(tx, asked, asked.askedBy)
}

/**
 * Goes on without the author, whose time to answer is over. Answers as above, and `too-early` while
 * they still have it.
 */
export async function proceed(tx: Tx, merger: Person, id: string) {
  const merge = await mergeById(tx, id)
  if (!merge) return undefined
  if (merge.state !== 'asked') return { is: 'already-answered' } as const
  if (!isUnanswered(merge, now())) return { is: 'too-early' } as const
  return begunOrEnded(tx, merge, merger.id)
}

async function begunOrEnded(tx: Tx, merge: Merge, actorId: string | null) {
  const begun = await beginMerge(tx, merge, actorId)
  if (begun) return { is: 'begun', merge: begun } as const
  await end(tx, merge)
  return { is: 'ended' } as const
}

/** Takes a question back that nobody has answered yet: `ended` or `already-answered`. */
export async function withdrawQuestion(tx: Tx, merger: Person, id: string) {
  const merge = await mergeById(tx, id)
  if (!merge) return undefined
  if (merge.state !== 'asked') return { is: 'already-answered' } as const
  await end(tx, merge)
  const { sourceId, targetId } = merge
  await audit(tx, merger.id, 'merge.withdrawn', { subject: sourceId, into: targetId, merge: id })
  return { is: 'ended' } as const
}

/** The merge of an id. */
export async function mergeById(db: Read, id: string): Promise<Merge | undefined> {
  const [merge] = await db.select().from(merges).where(eq(merges.id, id))
  return merge
}
