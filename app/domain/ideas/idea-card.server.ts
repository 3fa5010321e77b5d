import { and, eq, inArray, ne, or } from 'drizzle-orm'
import { prepared, type Read } from '#db/database.server.ts'
import { isAmong, listOf } from '#db/expressions.ts'
import { ideas, ideaTags, images } from '#db/schema/ideas.ts'
import { people } from '#db/schema/identity.ts'
import { pointAccounts } from '#db/schema/points.ts'
import { levelBeside } from '../points/level.rules.ts'
import type { Level } from '../site/point-settings.rules.ts'
import { siteSettings } from '../site/site.server.ts'
import { categoryList, statusList } from './categories.server.ts'
import { excerptOf, highlighted, type Sought } from './excerpt.rules.ts'
import type { ListedIdea } from './idea-feed.rules.ts'

/** What a list selects of an idea, its author and its photo; `listed` makes it ready to show. */
export const listedColumns = {
  id: ideas.id,
  number: ideas.number,
  slug: ideas.slug,
  title: ideas.title,
  body: ideas.body,
  locale: ideas.locale,
  status: ideas.status,
  categoryId: ideas.categoryId,
  isUnsorted: ideas.isUnsorted,
  hot: ideas.hot,
  publishedAt: ideas.publishedAt,
  updatedAt: ideas.updatedAt,
  answeredAt: ideas.answeredAt,
  votesCount: ideas.votesCount,
  commentsCount: ideas.commentsCount,
  author: {
    handle: people.handle,
    displayName: people.displayName,
    avatarId: people.avatarId,
    source: people.source,
    team: people.team,
  },
  earned: pointAccounts.earned,
  photo: { id: images.id, alt: images.alt },
}

/** The beginning of every list of ideas; where, order and limit are the list's own. */
export const selectListed = (db: Read) =>
  db
    .select(listedColumns)
    .from(ideas)
    .leftJoin(people, eq(people.id, ideas.authorId))
    .leftJoin(pointAccounts, eq(pointAccounts.personId, ideas.authorId))
    .leftJoin(images, eq(images.id, ideas.photoId))

export type ListedRow = Awaited<ReturnType<typeof selectListed>>[number]

/** Rows with their tags, status, category and excerpt: one question for all the tags together. */
export async function listed(db: Read, rows: ListedRow[], sought?: Sought): Promise<ListedIdea[]> {
  const [tags, stages, categories, { pointLevels }] = await Promise.all([
    tagsOf(db, rows),
    statusList(db),
    categoryList(db),
    siteSettings(db),
  ])
  return rows.map(({ body, status, categoryId, isUnsorted, hot: _, author, earned, ...idea }) => ({
    ...idea,
    author: author && faceOf({ ...author, earned }, pointLevels),
    excerpt: sought ? highlighted(body, sought) : excerptOf(body),
    stage: stages.find(({ id }) => id === status)!,
    category: isUnsorted ? undefined : categories.find(({ id }) => id === categoryId),
    tags: tags.filter(({ ideaId }) => ideaId === idea.id).map(({ tag }) => tag),
  }))
}

/** Somebody as lists name them; a stranger came with an import and has no page. */
const faceOf = ({ source, team, earned, ...person }: Author, levels: Level[]) => ({
  ...person,
  stranger: source !== null,
  level: levelBeside({ earned, team }, levels),
})
type Author = NonNullable<ListedRow['author']> & Pick<ListedRow, 'earned'>

/**
 * The ideas of `ids`, ready to show, in that order: the public ones, and those that `viewerId`, if
 * given, wrote.
 */
export async function listedByIds(db: Read, ids: string[], viewerId?: string) {
  if (!ids.length) return []
  const mine = viewerId ? eq(ideas.authorId, viewerId) : undefined
  const rows = await selectListed(db).where(
    and(inArray(ideas.id, ids), or(ne(ideas.place, 'private'), mine)),
  )
  const inOrder = rows.sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id))
  return listed(db, inOrder)
}

const tagsAmong = (db: Read) => () =>
  db.select().from(ideaTags).where(isAmong(ideaTags.ideaId, 'ideaIds')).prepare('tags_among')

async function tagsOf(db: Read, rows: { id: string }[]) {
  if (!rows.length) return []
  const ideaIds = listOf(rows.map(({ id }) => id))
  const tags = await prepared(db, 'tags_among', tagsAmong(db)).execute({ ideaIds })
  return tags.sort((one, other) => (one.tag < other.tag ? -1 : 1))
}
