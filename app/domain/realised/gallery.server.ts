import { and, desc, eq, inArray, isNotNull, isNull, ne } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { ideas, images } from '#db/schema/ideas.ts'
import { realisations } from '#db/schema/realised.ts'
import type { Cursor } from '../ideas/idea-feed.rules.ts'
import { realisedIdeas } from '../ideas/roadmap.server.ts'

const mostOnDesk = 200

/** What became real, the latest first, each with its published page where it has one. */
export async function realisedGallery(db: Read, wish: { after?: Cursor; limit?: number } = {}) {
  const feed = await realisedIdeas(db, wish)
  const pages = await publishedPages(
    db,
    feed.ideas.map(({ id }) => id),
  )
  return {
    ...feed,
    ideas: feed.ideas.map((idea) => ({ ...idea, page: pages.get(idea.id) ?? null })),
  }
}

/** The published pages of some ideas, by idea. */
export async function publishedPages(db: Read, ideaIds: string[]) {
  if (!ideaIds.length) return new Map<string, never>()
  const { ideaId, title, story, locale, honesty, realisedOn } = realisations
  const rows = await db
    .select({
      ...{ ideaId, title, story, locale, honesty, realisedOn },
      photo: { id: images.id, alt: images.alt },
    })
    .from(realisations)
    .leftJoin(images, and(eq(images.id, realisations.photoId), isNull(images.hiddenAt)))
    .where(and(inArray(ideaId, ideaIds), isNotNull(realisations.publishedAt)))
  return new Map(rows.map((row) => [row.ideaId, row]))
}

/** The ideas that stand as done, the latest first, at most 200, with the state of their pages: for the editors. */
export async function realisedDesk(db: Read) {
  return db
    .select({
      number: ideas.number,
      title: ideas.title,
      votesCount: ideas.votesCount,
      updatedAt: ideas.updatedAt,
      page: { title: realisations.title, publishedAt: realisations.publishedAt },
    })
    .from(ideas)
    .leftJoin(realisations, eq(realisations.ideaId, ideas.id))
    .where(and(eq(ideas.status, 'realised'), ne(ideas.place, 'private')))
    .orderBy(desc(ideas.updatedAt), desc(ideas.number))
    .limit(mostOnDesk)
}
