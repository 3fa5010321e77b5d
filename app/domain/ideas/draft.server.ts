import { and, asc, desc, eq } from 'drizzle-orm'
import { v5 } from 'uuid'
import type { Read, Tx } from '#db/database.server.ts'
import { plus } from '#db/expressions.ts'
import { ideas, ideaTags } from '#db/schema/ideas.ts'
import { newId } from '#db/columns.ts'
import { now } from '#db/time.ts'
import { record } from '../activity/record.server.ts'
import { hotness } from './hot.rules.ts'
import type { Idea } from './idea.server.ts'
import { type IdeaText, rewriteIdea, tally, writeIdeaOnce } from './publish.server.ts'
import { slugOf } from './slug.rules.ts'

type Author = { id: string }

const ofAuthor = (author: Author, ideaId: string) =>
  and(eq(ideas.id, ideaId), eq(ideas.authorId, author.id))
const isDraft = eq(ideas.status, 'draft')

/** An id for a draft that is begun in a form before any row exists. */
export const newDraftId = newId

const besides = '01a20803-c68a-7340-9300-72a51c444d18'

/** The id of the draft that these words begin beside the idea of that id, however often they do (UUIDv5, RFC 9562). */
export const draftIdBeside = (ideaId: string, { title, body }: { title: string; body: string }) =>
  v5(JSON.stringify([ideaId, title, body]), besides)

/** The draft of that id, if it is `author`'s own; nobody else finds it, whatever their role. */
export async function findDraft(db: Read, author: Author, ideaId: string) {
  const [draft] = await db
    .select()
    .from(ideas)
    .where(and(ofAuthor(author, ideaId), isDraft))
  return draft
}

/** The idea of `author` that has this id, whatever has become of it. */
export async function ownIdea(db: Read, author: Author, ideaId: string) {
  const [idea] = await db.select().from(ideas).where(ofAuthor(author, ideaId))
  return idea
}

/** The draft that `author` worked on last. */
export async function latestDraft(db: Read, author: Author) {
  const [draft] = await db
    .select()
    .from(ideas)
    .where(and(eq(ideas.authorId, author.id), isDraft))
    .orderBy(desc(ideas.publishedAt), desc(ideas.number))
    .limit(1)
  return draft
}

/** The draft of `author` with exactly this title: a form that lost its id finds it again. */
export async function draftTitled(db: Read, author: Author, title: string) {
  const [draft] = await db
    .select({ id: ideas.id })
    .from(ideas)
    .where(and(eq(ideas.authorId, author.id), isDraft, eq(ideas.title, title)))
    .limit(1)
  return draft
}

/** The tags of an idea, in alphabetic order of their code points. */
export async function tagsOfIdea(db: Read, ideaId: string) {
  const rows = await db
    .select({ tag: ideaTags.tag })
    .from(ideaTags)
    .where(eq(ideaTags.ideaId, ideaId))
    .orderBy(asc(ideaTags.tag))
  return rows.map(({ tag }) => tag)
}

/**
 * Keeps what `author` has typed so far under the id that their form carries, however often it is
 * sent. Answers the `draft`, or the `published` idea that it has become meanwhile: that is never
 * changed. An id that belongs to somebody else begins a draft of the author's own.
 */
export async function saveDraft(
  tx: Tx,
  author: Author,
  ideaId: string,
  text: IdeaText,
): Promise<{ draft: Idea; published?: undefined } | { published: Idea; draft?: undefined }> {
  const known = await claim(tx, author, ideaId)
  if (known) return { draft: await rewrite(tx, known, text) }

  const fresh = await writeIdeaOnce(tx, author, text, { id: ideaId })
  if (fresh) return { draft: fresh }

  // The same form, sent twice at once, may have begun or published it between the two questions.
  const meanwhile = await claim(tx, author, ideaId)
  if (meanwhile) return { draft: await rewrite(tx, meanwhile, text) }
  const published = await ownIdea(tx, author, ideaId)
  if (published) return { published }
  return { draft: (await writeIdeaOnce(tx, author, text, { id: newId() }))! }
}

/** Locks the author's draft until the commit; `undefined` when it is none of theirs, or published. */
async function claim(tx: Tx, author: Author, ideaId: string) {
  const [draft] = await tx
    .update(ideas)
    .set({ version: plus(ideas.version, 1) })
    .where(and(ofAuthor(author, ideaId), isDraft))
    .returning()
  return draft
}

// A draft has not been published: the column holds when it was last worked on, so that an index finds the latest.
const rewrite = (tx: Tx, draft: Idea, text: IdeaText) =>
  rewriteIdea(tx, draft, text, { slug: slugOf(text.title), publishedAt: now() })

/**
 * Opens `author`'s draft for the community's votes, with this text, and tells whoever listens.
 * `undefined`, nothing done, when there is no such draft any more: it was published a moment ago,
 * or it is not theirs.
 */
export async function publishDraft(tx: Tx, author: Author, draftId: string, text: IdeaText) {
  const draft = await claim(tx, author, draftId)
  if (!draft) return undefined
  const idea = await begin(tx, draft, text, { status: 'voting', place: 'board' })
  await record(tx, { verb: 'idea.published', actorId: author.id, ideaId: idea.id })
  return idea
}

/** As `publishDraft`, but somebody of the staff looks first: nobody else sees it until `showWaiting`. */
export async function handInDraft(tx: Tx, author: Author, draftId: string, text: IdeaText) {
  const draft = await claim(tx, author, draftId)
  return draft && begin(tx, draft, text, { status: 'pending_review', place: 'private' })
}

function begin(
  tx: Tx,
  draft: Idea,
  text: IdeaText,
  where: Required<Pick<Idea, 'status' | 'place'>>,
) {
  const moment = now()
  return rewriteIdea(tx, draft, text, {
    ...where,
    isUnsorted: false,
    slug: slugOf(text.title),
    hot: hotness(0, moment),
    createdAt: moment,
    publishedAt: moment,
    version: 1,
  })
}

/** Throws `author`'s draft away, with its images. Answers `deleted`, or `undefined` as above. */
export async function deleteDraft(tx: Tx, author: Author, draftId: string) {
  const draft = await claim(tx, author, draftId)
  if (!draft) return undefined
  await tally(tx, draft, -1)
  await tx.delete(ideas).where(eq(ideas.id, draftId))
  return 'deleted'
}
