import type { Tx } from '#db/database.server.ts'
import { criteria } from '#db/schema/dossiers.ts'
import { defaultCriteria } from './default-criteria.ts'

/** Puts the default criteria into a house that has none; where there are some, changes nothing. */
export async function furnishDossiers(tx: Tx) {
  const [some] = await tx.select({ id: criteria.id }).from(criteria).limit(1)
  if (!some) await tx.insert(criteria).values(defaultCriteria).onConflictDoNothing()
}
