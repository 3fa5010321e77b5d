import { eq } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { people } from '#db/schema/identity.ts'

/** Whether somebody wants the desk's keys of one letter (WCAG 2.1.4). */
export async function wantsKeys(db: Read, personId: string) {
  const [person] = await db
    .select({ isWithoutKeys: people.isWithoutKeys })
    .from(people)
    .where(eq(people.id, personId))
  return !person?.isWithoutKeys
}

/** Switches the desk's keys of one letter on or off for somebody. */
export async function switchKeys(tx: Tx, personId: string, on: boolean) {
  await tx.update(people).set({ isWithoutKeys: !on }).where(eq(people.id, personId))
}
