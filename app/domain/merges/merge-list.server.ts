import { and, desc, eq } from 'drizzle-orm'
import { alias } from '#db/dialect.ts'
import type { Read } from '#db/database.server.ts'
import { pageAfter } from '#db/expressions.ts'
import { people } from '#db/schema/identity.ts'
import { ideas } from '#db/schema/ideas.ts'
import { merges } from '#db/schema/merges.ts'

const pageSize = 30
const [source, target, by] = [alias(ideas, 'source'), alias(ideas, 'target'), alias(people, 'by')]

/** What the lists of the staff are about. */
export const lists = {
  asked: ['asked', 'refused'],
  done: ['merging', 'merged', 'unmerging', 'unmerged'],
} as const
export type List = keyof typeof lists

const selectMerges = (db: Read) =>
  db
    .select({
      merge: merges,
      source: {
        number: source.number,
        slug: source.slug,
        title: source.title,
        locale: source.locale,
      },
      target: {
        number: target.number,
        slug: target.slug,
        title: target.title,
        locale: target.locale,
      },
      author: { handle: people.handle, displayName: people.displayName, avatarId: people.avatarId },
      by: { displayName: by.displayName },
    })
    .from(merges)
    .innerJoin(source, eq(source.id, merges.sourceId))
    .innerJoin(target, eq(target.id, merges.targetId))
    .leftJoin(people, eq(people.id, source.authorId))
    .leftJoin(by, eq(by.id, merges.askedBy))

export type ToldMerge = Awaited<ReturnType<typeof selectMerges>>[number]
export type Cursor = { askedAt: Date; id: string }

/** The merges of a list, the newest first, 30 at a time; `next` is the cursor of the page after. */
export async function mergeList(db: Read, list: List, after?: Cursor) {
  const from = after && pageAfter([merges.askedAt, merges.id], [after.askedAt, after.id])
  const pages = await Promise.all(
    lists[list].map((state) =>
      selectMerges(db)
        .where(and(eq(merges.state, state), from))
        .orderBy(desc(merges.askedAt), desc(merges.id))
        .limit(pageSize + 1),
    ),
  )
  const rows = pages
    .flat()
    .sort(
      ({ merge: one }, { merge: other }) =>
        +other.askedAt - +one.askedAt || (other.id > one.id ? 1 : -1),
    )
  const page = rows.slice(0, pageSize)
  const last = page.at(-1)?.merge
  const next = rows.length > pageSize ? last && { askedAt: last.askedAt, id: last.id } : undefined
  return { merges: page, next }
}

/** One merge with its two ideas. */
export async function toldMerge(db: Read, id: string): Promise<ToldMerge | undefined> {
  const [row] = await selectMerges(db).where(eq(merges.id, id))
  return row
}
