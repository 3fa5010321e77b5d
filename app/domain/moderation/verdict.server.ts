import { and, eq, gt, isNull, ne } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { comments } from '#db/schema/comments.ts'
import { ideas } from '#db/schema/ideas.ts'
import { people } from '#db/schema/identity.ts'
import { now } from '#db/time.ts'
import { record } from '../activity/record.server.ts'
import type { Idea } from '../ideas/idea.server.ts'
import { linksIn } from '../ideas/markdown.rules.ts'
import type { Person } from '../identity/viewer.rules.ts'
import { rightsFor } from '../points/rights.server.ts'
import { siteSettings } from '../site/site.server.ts'
import { alikeTo, type Post } from './print.server.ts'
import { reachOf } from './review.rules.ts'
import { openReview } from './review.server.ts'
import { type Verdict, verdictOn } from './screen.rules.ts'
import type { Sight } from './sight.server.ts'
import { wordsHeldIn } from './word-list.server.ts'

type Screened = Omit<Post, 'authorId'> & { categoryId: string; isEdit?: boolean }

/** Whether, and why, something of `author` waits for a moderator. Of an edit, only what it says is asked. */
export async function verdictFor(db: Read, author: Person, post: Screened) {
  const [words, { unreviewed: isTrusted }, settings] = [
    await wordsHeldIn(db, post.text),
    await rightsFor(db, author),
    await siteSettings(db),
  ]
  const rules = post.isEdit
    ? { ...settings, reviewFirstPosts: 0, reviewedCategories: [] }
    : settings
  const known = { words, isTrusted, authorId: author.id, categoryId: post.categoryId }
  // What nobody will ask is not looked for.
  if (isTrusted || words.length) return verdictOn({ ...known, ...nothing }, rules)
  const looked = {
    links: rules.holdLinks ? linksIn(post.text) : 0,
    alike: rules.holdSimilar ? await alikeTo(db, post) : [],
    shownBefore: rules.reviewFirstPosts ? await shownOf(db, author.id) : 0,
  }
  return verdictOn({ ...known, ...looked }, rules)
}

const nothing = { links: 0, alike: [], shownBefore: 0 }

/** How many posts of somebody can be read, or could be until they took them back. */
async function shownOf(db: Read, authorId: string) {
  const [written, said] = [
    await db.$count(ideas, and(eq(ideas.authorId, authorId), ne(ideas.place, 'private'))),
    await db.$count(comments, and(eq(comments.authorId, authorId), isNull(comments.hiddenAt))),
  ]
  return written + said
}

/** Whether somebody may post nothing for now. */
export async function isSilenced(db: Read, personId: string) {
  const { id, silencedUntil } = people
  return !!(await db.$count(people, and(eq(id, personId), gt(silencedUntil, now()))))
}

export type Waiting = Post & { verdict: Verdict; matched?: { held?: Sight } }

/** Puts a post that waits before the moderators, and lets its author know. */
export async function openPostReview(
  tx: Tx,
  idea: Pick<Idea, 'id' | 'votesCount' | 'commentsCount'>,
  { subject, subjectId, authorId, text, verdict, matched }: Waiting,
) {
  const itemId = await openReview(tx, {
    ...{ subject, subjectId, authorId, ideaId: idea.id, excerpt: text.slice(0, 4_000) },
    ...{ why: verdict.why, severity: verdict.severity, weight: 1, reach: reachOf(idea) },
    matched: { ...verdict.matched, ...matched },
    isHeld: true,
  })
  await record(tx, {
    verb: 'post.held',
    actorId: null,
    subjectId: itemId,
    data: { personId: authorId },
  })
  return itemId
}
