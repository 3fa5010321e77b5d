import { randomBytes } from 'node:crypto'
import { inArray } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { people } from '#db/schema/identity.ts'
import { foldedName } from './name.rules.ts'

/** Somebody of another platform: known here by a name in the sentence "madrid:u00012", and by nothing else. */
export type Stranger = { source: string; handle: string; displayName: string; joinedAt: Date }

/** The ids of those among `sources` who are here already, by source. */
export async function strangersAmong(db: Read, sources: string[]) {
  const known = sources.length
    ? await db
        .select({ id: people.id, source: people.source })
        .from(people)
        .where(inArray(people.source, sources))
    : []
  return new Map(known.map(({ id, source }) => [source!, id]))
}

/**
 * Gives every stranger a profile without address or password, so that nobody can sign in as them.
 * Answers the ids of all, by source; whoever is here already stays as they are.
 */
export async function importPeople(tx: Tx, strangers: Stranger[]) {
  if (!strangers.length) return new Map<string, string>()
  const rows = strangers.map((one) => ({ ...one, nameFolded: foldedName(one.displayName) }))
  await tx.insert(people).values(rows).onConflictDoNothing()
  const sources = strangers.map(({ source }) => source)
  const known = await strangersAmong(tx, sources)
  const unnamed = rows.filter(({ source }) => !known.has(source))
  if (!unnamed.length) return known

  // A member of ours has the handle already: theirs it stays.
  const renamed = unnamed.map((one) => ({ ...one, handle: `${one.handle}_${tail()}` }))
  await tx.insert(people).values(renamed)
  return strangersAmong(tx, sources)
}

const tail = () => randomBytes(3).toString('hex')
