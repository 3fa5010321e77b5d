import { and, eq, isNull } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { people } from '#db/schema/identity.ts'

/** What somebody is called here; `undefined` for who was never here, or has left. */
export async function nameOf(db: Read, id: string) {
  const [person] = await db
    .select({ name: people.displayName })
    .from(people)
    .where(and(eq(people.id, id), isNull(people.erasedAt)))
  return person?.name
}
