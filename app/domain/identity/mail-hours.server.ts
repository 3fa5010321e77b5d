import { eq } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { people } from '#db/schema/identity.ts'

type MailHours = { digestHour: number; quietFrom: number | null; quietTo: number | null }

/** When somebody wants their digest, and between which hours no mail; hours of the house's time zone. */
export async function mailHoursOf(db: Read, personId: string): Promise<MailHours> {
  const { digestHour, quietFrom, quietTo } = people
  const [hours] = await db
    .select({ digestHour, quietFrom, quietTo })
    .from(people)
    .where(eq(people.id, personId))
  return hours ?? { digestHour: 8, quietFrom: null, quietTo: null }
}

/** Keeps the hours that somebody chose. */
export async function chooseMailHours(tx: Tx, personId: string, hours: MailHours) {
  const { digestHour, quietFrom, quietTo } = hours
  await tx.update(people).set({ digestHour, quietFrom, quietTo }).where(eq(people.id, personId))
}
