import { and, eq, isNotNull, ne } from 'drizzle-orm'
import { prepared, type Read } from '#db/database.server.ts'
import { isAmong, listOf } from '#db/expressions.ts'
import { ideas } from '#db/schema/ideas.ts'
import { people } from '#db/schema/identity.ts'
import { merges } from '#db/schema/merges.ts'

const here = (db: Read) => () =>
  db
    .select({
      id: merges.id,
      sourceId: merges.sourceId,
      targetId: merges.targetId,
      state: merges.state,
      note: merges.note,
      team: merges.team,
      mergedAt: merges.mergedAt,
      unmergedAt: merges.unmergedAt,
      votesCarried: merges.votesCarried,
      number: ideas.number,
      title: ideas.title,
      locale: ideas.locale,
      publishedAt: ideas.publishedAt,
      votesCount: ideas.votesCount,
      commentsCount: ideas.commentsCount,
      author: {
        handle: people.handle,
        displayName: people.displayName,
        avatarId: people.avatarId,
        source: people.source,
      },
    })
    .from(merges)
    .innerJoin(ideas, eq(ideas.id, merges.sourceId))
    .leftJoin(people, eq(people.id, ideas.authorId))
    .where(
      and(
        isAmong(merges.targetId, 'targetIds'),
        isNotNull(merges.mergedAt),
        // What came and went again can have been hidden since.
        ne(ideas.place, 'private'),
      ),
    )
    .prepare('merged_here')

type Row = Awaited<ReturnType<typeof rowsOf>>[number]
/** An idea that was merged into another, with its author (`null` once they left). */
export type MergedHere = Row

async function rowsOf(db: Read, targetIds: string[]) {
  const rows = await prepared(db, 'merged_here', here(db)).execute({ targetIds: listOf(targetIds) })
  return rows.sort((one, other) => +one.mergedAt! - +other.mergedAt!)
}

const isHere = ({ state }: { state: string }) => state !== 'unmerged'

/**
 * What has gone into an idea: `merged` are the ideas in it now, those that came inside of others
 * after them, and `past` all that ever came directly, for its timeline. One question, and one more
 * for each further step of a chain.
 */
export async function mergedInto(db: Read, ideaId: string) {
  const past = await rowsOf(db, [ideaId])
  const merged = past.filter(isHere)
  for (let level = merged; level.length;) {
    level = (
      await rowsOf(
        db,
        level.map(({ sourceId }) => sourceId),
      )
    ).filter(isHere)
    merged.push(...level)
  }
  return { merged, past }
}
