import type { Tx } from '#db/database.server.ts'
import { counters } from '#db/schema/counters.ts'
import { categories, statuses } from '#db/schema/ideas.ts'
import { defaultCategories, defaultStatuses } from './default-statuses.ts'

/** The statuses and categories of a new house, and the counter of its ideas at zero. */
export async function furnishIdeas(tx: Tx) {
  await tx.insert(statuses).values(defaultStatuses).onConflictDoNothing()
  await tx.insert(categories).values(defaultCategories).onConflictDoNothing()
  await tx.insert(counters).values({ name: 'ideas', value: 0 }).onConflictDoNothing()
}
