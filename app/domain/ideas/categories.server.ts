import { asc } from 'drizzle-orm'
import { prepared, type Read, untilCommit } from '#db/database.server.ts'
import { categories, ideaTallies, statuses } from '#db/schema/ideas.ts'

export type Category = typeof categories.$inferSelect

const everyStatus = (db: Read) => () =>
  db.select().from(statuses).orderBy(asc(statuses.position)).prepare('status_list')
const everyCategory = (db: Read) => () =>
  db.select().from(categories).orderBy(asc(categories.position)).prepare('category_list')
const everyTally = (db: Read) => () => db.select().from(ideaTallies).prepare('tally_list')

/** Every status of the house, in the order of the path. */
export const statusList = (db: Read) =>
  untilCommit(db, 'statuses', () => prepared(db, 'status_list', everyStatus(db)).execute())

/** Every category, in the brand's order. */
export const categoryList = (db: Read) =>
  untilCommit(db, 'categories', () => prepared(db, 'category_list', everyCategory(db)).execute())

/** How many ideas stand in each status and category. */
export const tallyList = (db: Read) =>
  untilCommit(db, 'tallies', () => prepared(db, 'tally_list', everyTally(db)).execute())

/** How many public ideas stand on the board, or in `status`, or in `category`. Private ones never count. */
export async function countListed(db: Read, within: Within = {}) {
  return count(await tallyList(db), await statusList(db), within)
}

type Within = { status?: string; category?: string }
type Tallies = Awaited<ReturnType<typeof tallyList>>
type Statuses = Awaited<ReturnType<typeof statusList>>

function count(tallies: Tallies, every: Statuses, within: Within) {
  const isWanted = ({ id, place }: Statuses[number]) =>
    within.status ? id === within.status && place !== 'private' : place === 'board'
  const wanted = new Set(every.filter(isWanted).map(({ id }) => id))
  return tallies
    .filter(({ status }) => wanted.has(status))
    .filter(({ categoryId }) => !within.category || categoryId === within.category)
    .reduce((sum, { ideasCount }) => sum + ideasCount, 0)
}

/** The categories, each with how many ideas it has on the board. */
export async function countedCategories(db: Read) {
  const [every, tallies, statuses] = await Promise.all([
    categoryList(db),
    tallyList(db),
    statusList(db),
  ])
  return every.map((category) => ({
    ...category,
    ideasCount: count(tallies, statuses, { category: category.id }),
  }))
}
