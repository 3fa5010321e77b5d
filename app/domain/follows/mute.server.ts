import { eq } from 'drizzle-orm'
import type { Tx } from '#db/database.server.ts'
import { follows } from '#db/schema/follows.ts'
import { people } from '#db/schema/identity.ts'
import { ideas } from '#db/schema/ideas.ts'
import { now } from '#db/time.ts'

/**
 * Somebody wants no more news of an idea, whether they can see it now or not: `muted`, or `undefined`
 * where there is no such person or idea.
 */
export async function muteById(tx: Tx, personId: string, ideaId: string) {
  const [idea] = await tx.select({ id: ideas.id }).from(ideas).where(eq(ideas.id, ideaId))
  const [person] = await tx.select({ id: people.id }).from(people).where(eq(people.id, personId))
  if (!idea || !person) return undefined
  await tx
    .insert(follows)
    .values({ ideaId, personId, state: 'muted' })
    .onConflictDoUpdate({
      target: [follows.ideaId, follows.personId],
      set: { state: 'muted', since: now() },
    })
  return 'muted'
}
