import { and, asc, desc, gte, isNull, lt, ne } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { ideas } from '#db/schema/ideas.ts'

/** The numbers that one sheet of the site map covers; a map may hold 50,000 addresses. */
export const numbersOnSheet = 20_000

/** How many sheets the public ideas need: the one with the highest number decides. */
export const sheetsFor = (highest: number) => Math.floor(highest / numbersOnSheet) + 1

/** The public ideas whose numbers are on the sheet (from 0), for search engines; a merged one only leads away. */
export const mappedIdeas = (db: Read, sheet: number) =>
  db
    .select({ number: ideas.number, slug: ideas.slug, updatedAt: ideas.updatedAt })
    .from(ideas)
    .where(
      and(
        gte(ideas.number, sheet * numbersOnSheet),
        lt(ideas.number, (sheet + 1) * numbersOnSheet),
        ne(ideas.place, 'private'),
        isNull(ideas.mergedIntoId),
      ),
    )
    .orderBy(asc(ideas.number))

/** The highest number among public ideas; 0 when there are none. */
export async function highestNumber(db: Read) {
  const [last] = await db
    .select({ number: ideas.number })
    .from(ideas)
    .where(ne(ideas.place, 'private'))
    .orderBy(desc(ideas.number))
    .limit(1)
  return last?.number ?? 0
}
