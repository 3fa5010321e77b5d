import type { Case } from '#app/domain/care/case.server.ts'
import { macroFor } from '#app/domain/care/macro-run.server.ts'
import { macrosInUse } from '#app/domain/care/macro.server.ts'
import { valuesOf } from '#app/domain/care/values.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { db } from '#db/database.server.ts'

/** The ready answers to choose from, and the chosen one as it would be in this case. */
export async function macroShown(agent: Person, row: Case, chosen: string | null) {
  const all = await macrosInUse(db)
  const macros = all.map(({ id, name }) => ({ id, name }))
  const macro = all.find(({ id }) => id === chosen)
  if (!macro) return { macros, macro: null }
  const shown = macroFor(macro, row, await valuesOf(db, agent, row))
  return { macros, macro: { id: macro.id, name: macro.name, ...shown } }
}
