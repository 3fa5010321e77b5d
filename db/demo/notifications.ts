import { eq } from 'drizzle-orm'
import { leaveUnread } from '#app/domain/notifications/read-all.server.ts'
import { people } from '../schema/identity.ts'
import { db, transaction } from '../database.server.ts'

/** Leaves a person of the story the newest of every kind of news to read. */
export async function leaveNews(email: string) {
  const [reader] = await db.select().from(people).where(eq(people.emailFolded, email))
  if (reader) await transaction((tx) => leaveUnread(tx, reader.id))
}
