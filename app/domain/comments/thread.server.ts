import { and, asc, desc, eq, inArray, isNull, lte } from 'drizzle-orm'
import { largest } from '#db/columns.ts'
import { prepared, type Read } from '#db/database.server.ts'
import { alias } from '#db/dialect.ts'
import { pageAfter, pageAfterAscending, placeholder, placeWithin, sizeOf } from '#db/expressions.ts'
import { comments } from '#db/schema/comments.ts'
import { people } from '#db/schema/identity.ts'
import { pointAccounts } from '#db/schema/points.ts'
import { momentOf } from '#db/time.ts'
import { levelBeside } from '../points/level.rules.ts'
import type { Level } from '../site/point-settings.rules.ts'
import { siteSettings } from '../site/site.server.ts'
import { type Comment, isGone } from './comment.server.ts'
import {
  repliesAtOnce,
  repliesShown,
  type CommentSort,
  type ThreadCursor,
  type ThreadPlace,
  threadsOnPage,
} from './thread.rules.ts'

type Name = { handle: string; displayName: string }
type Words = Level['name']
/** What a page needs of a comment; fewer columns are fewer values to decode. */
const { id, authorId, parentId, rootId, depth, body, team, usefulCount } = comments
const { createdAt, editedAt, deletedAt, hiddenAt } = comments
const columns = {
  ...{ id, authorId, parentId, rootId, depth, body, team, usefulCount },
  ...{ createdAt, editedAt, deletedAt, hiddenAt },
}
type Row = Pick<Comment, keyof typeof columns>

/** A comment as it is shown: without words or author when it is gone; `answers` is whom it replies to. */
export type Said = Row & {
  author: (Name & { avatarId: string | null; level: Words | null }) | null
  answers?: { id: string; author: Name | null; team: string | null }
}
export type Thread = Said & { replies: Said[]; repliesCount: number }

const { handle, displayName, avatarId } = people
const author = { handle, displayName, avatarId, team: people.team }
const { earned } = pointAccounts
const isTheirs = eq(pointAccounts.personId, authorId)

/** What waits for its first reading leaves no trace. */
const wasShown = isNull(comments.heldAt)

/** How each order sorts the comments that open a thread, and where its next page begins. */
const orders = {
  newest: { keys: [createdAt, id], to: desc, after: pageAfter },
  oldest: { keys: [createdAt, id], to: asc, after: pageAfterAscending },
  useful: { keys: [usefulCount, id], to: desc, after: pageAfter },
} as const

const openersOf = (db: Read, sort: CommentSort, paged: boolean) => () => {
  const { keys, to, after } = orders[sort]
  const later = paged ? after([...keys], [placeholder('key'), placeholder('id')]) : undefined
  return db
    .select({ comment: columns, author, earned })
    .from(comments)
    .leftJoin(people, eq(people.id, authorId))
    .leftJoin(pointAccounts, isTheirs)
    .where(and(eq(comments.ideaId, placeholder('ideaId')), eq(depth, 0), wasShown, later))
    .orderBy(to(keys[0]), to(keys[1]))
    .limit(threadsOnPage + 1)
    .prepare(`comments_${sort}_${paged}`)
}

const openerOf = (db: Read) => () =>
  db
    .select({ comment: columns, author, earned })
    .from(comments)
    .leftJoin(people, eq(people.id, authorId))
    .leftJoin(pointAccounts, isTheirs)
    .where(
      and(
        eq(comments.ideaId, placeholder('ideaId')),
        eq(id, placeholder('id')),
        eq(depth, 0),
        wasShown,
      ),
    )
    .prepare('comment_opener')

/**
 * A page of an idea's comments: 20 threads in the order of `sort`, each with its first answers
 * (flat, oldest first) and their number; with `thread`, that one alone with all its answers. `next`
 * is where the page after begins. Two questions, however many there are.
 */
export async function commentThreads(db: Read, ideaId: string, place: ThreadPlace = {}) {
  const alone = place.thread ? await openerAlone(db, ideaId, place.thread) : undefined
  const found = alone ?? (await openers(db, ideaId, place))
  const page = found.slice(0, threadsOnPage)
  const ids = page.map(({ comment }) => comment.id)
  const replies = ids.length ? await repliesTo(db, ids, alone ? repliesAtOnce : repliesShown) : []
  const last = found.length > threadsOnPage ? page.at(-1)!.comment : undefined
  const { pointLevels } = await siteSettings(db)
  return {
    threads: page.map((row) => threadOf(row, replies, pointLevels)),
    next: last && cursorOf(last, place.sort),
    alone: !!alone,
  }
}

async function openerAlone(db: Read, ideaId: string, id: string) {
  const found = await prepared(db, 'comment_opener', openerOf(db)).execute({ ideaId, id })
  return found.length ? found : undefined
}

function openers(db: Read, ideaId: string, { sort = 'newest', after }: ThreadPlace) {
  const name = `comments_${sort}_${!!after}`
  const { key: said = 0 } = after ?? {}
  const key = sort === 'useful' ? Math.min(said, largest) : momentOf(said)
  return prepared(db, name, openersOf(db, sort, !!after)).execute({ ideaId, key, id: after?.id })
}

/** Where the page after `last` begins. */
export const cursorOf = (
  last: Pick<Comment, 'id' | 'createdAt' | 'usefulCount'>,
  sort: CommentSort = 'newest',
): ThreadCursor => ({ key: sort === 'useful' ? last.usefulCount : +last.createdAt, id: last.id })

const parents = alias(comments, 'parents')
// The id first: a joined row whose first column is null reads as no row at all.
const parent = {
  id: parents.id,
  team: parents.team,
  deletedAt: parents.deletedAt,
  hiddenAt: parents.hiddenAt,
}
const parentAuthors = alias(people, 'parent_authors')

const repliesOf = (db: Read, threads: number) => () => {
  const roots = Array.from({ length: threads }, (_, at) => placeholder(`root${at}`))
  const ranked = db
    .select({
      id,
      place: placeWithin(rootId, [createdAt, id]).as('place'),
      size: sizeOf(rootId).as('size'),
    })
    .from(comments)
    .where(and(inArray(rootId, roots), wasShown))
    .as('ranked')
  return db
    .select({
      comment: columns,
      size: ranked.size,
      author,
      earned,
      parent,
      parentAuthor: { handle: parentAuthors.handle, displayName: parentAuthors.displayName },
    })
    .from(comments)
    .innerJoin(ranked, eq(ranked.id, id))
    .leftJoin(people, eq(people.id, authorId))
    .leftJoin(pointAccounts, isTheirs)
    .leftJoin(parents, eq(parents.id, parentId))
    .leftJoin(parentAuthors, eq(parentAuthors.id, parents.authorId))
    .where(lte(ranked.place, placeholder('most')))
    .orderBy(asc(createdAt), asc(id))
    .prepare(`comment_replies_${threads}`)
}

type Reply = Awaited<ReturnType<typeof repliesTo>>[number]

function repliesTo(db: Read, rootIds: string[], most: number) {
  const name = `comment_replies_${rootIds.length}`
  const roots = Object.fromEntries(rootIds.map((id, at) => [`root${at}`, id]))
  return prepared(db, name, repliesOf(db, rootIds.length)).execute({ ...roots, most })
}

function threadOf(opener: Opener, all: Reply[], levels: Level[]): Thread {
  const replies = all.filter(({ comment }) => comment.rootId === opener.comment.id)
  return {
    ...shown(opener, levels),
    replies: replies.map((reply) => replyOf(reply, levels)),
    repliesCount: replies[0]?.size ?? 0,
  }
}

function replyOf({ parent, parentAuthor, ...reply }: Reply, levels: Level[]): Said {
  const said = shown(reply, levels)
  const { depth, parentId } = reply.comment
  if (depth < 2 || !parent || isGone(parent)) return said
  return { ...said, answers: { id: parentId!, author: parentAuthor, team: parent.team } }
}

type Opener = Pick<Reply, 'comment' | 'author' | 'earned'>

function shown({ comment, author, earned }: Opener, levels: Level[]): Said {
  if (isGone(comment)) return { ...comment, body: '', team: null, author: null }
  if (!author) return { ...comment, author }
  const { team, ...name } = author
  return { ...comment, author: { ...name, level: levelBeside({ team, earned }, levels) } }
}
