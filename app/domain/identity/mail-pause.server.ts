import { eq } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { people } from '#db/schema/identity.ts'
import { now } from '#db/time.ts'

const day = 86_400_000

/** Until when somebody wants no mails about the community; null when they do. */
export async function mailPauseOf(db: Read, personId: string) {
  const [person] = await db
    .select({ until: people.mailPausedUntil })
    .from(people)
    .where(eq(people.id, personId))
  return person?.until && person.until > now() ? person.until : null
}

/** Sends somebody no mails about the community for so many days; 0 ends the pause. Letters about the account still come. */
export async function pauseMails(tx: Tx, personId: string, days: number) {
  const mailPausedUntil = days ? new Date(now().getTime() + days * day) : null
  await tx.update(people).set({ mailPausedUntil }).where(eq(people.id, personId))
}
