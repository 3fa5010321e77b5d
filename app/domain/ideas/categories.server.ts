import { asc } from 'drizzle-orm'
import { prepared, type Read } from '#db/database.server.ts'
import { categories, ideaTallies, statuses } from '#db/schema/ideas.ts'

export type Category = typeof categories.$inferSelect

const everyStatus = (db: Read) => () =>
  db.select().from(statuses).orderBy(asc(statuses.position)).prepare('status_list')
const everyCategory = (db: Read) => () =>
  db.select().from(categories).orderBy(asc(categories.position)).prepare('category_list')
const everyTally = (db: Read) => () => db.select().from(ideaTallies).prepare('tally_list')

/** Every status of the house, in the order of the path. */
export const statusList = (db: Read) => prepared(db, 'status_list', everyStatus(db)).execute()

/** Every category, in the brand's order. */
export const categoryList = (db: Read) => prepared(db, 'category_list', everyCategory(db)).execute()

/** How many ideas stand in each status and category. */
export const tallyList = (db: Read) => prepared(db, 'tally_list', everyTally(db)).execute()

/** How many public ideas stand on the board, or in `status`, or in `category`. Private ones never count. */
export async function countListed(db: Read, within: { status?: string; category?: string } = {}) {
  const [tallies, every] = await Promise.all([tallyList(db), statusList(db)])
  const isWanted = ({ id, place }: (typeof every)[number]) =>
    within.status ? id === within.status && place !== 'private' : place === 'board'
  const wanted = new Set(every.filter(isWanted).map(({ id }) => id))
  return tallies
    .filter(({ status }) => wanted.has(status))
    .filter(({ categoryId }) => !within.category || categoryId === within.category)
    .reduce((sum, { ideasCount }) => sum + ideasCount, 0)
}

/** The categories, each with how many ideas it has on the board. */
export async function countedCategories(db: Read) {
  const every = await categoryList(db)
  const counts = await Promise.all(every.map(({ id }) => countListed(db, { category: id })))
  return every.map((category, i) => ({ ...category, ideasCount: counts[i]! }))
}
