import { and, eq, isNull } from 'drizzle-orm'
import { prepared, type Read } from '#db/database.server.ts'
import { placeholder } from '#db/expressions.ts'
import { people } from '#db/schema/identity.ts'
import { notifications } from '#db/schema/notifications.ts'
import { pointAccounts } from '#db/schema/points.ts'

const mostCounted = 100

const headerRows = (db: Read) => () => {
  const { personId, readAt, id: unreadId } = notifications
  return db
    .select({ unreadId, available: pointAccounts.available })
    .from(people)
    .leftJoin(pointAccounts, eq(pointAccounts.personId, people.id))
    .leftJoin(notifications, and(eq(personId, people.id), isNull(readAt)))
    .where(eq(people.id, placeholder('id')))
    .limit(mostCounted)
    .prepare('header_rows')
}

/** What stands in the header for somebody: notifications not read yet, counted up to 100, and points to spend. One question. */
export async function headerFigures(db: Read, id: string) {
  const rows = await prepared(db, 'header_rows', headerRows(db)).execute({ id })
  const unread = rows.filter(({ unreadId }) => unreadId).length
  return { unread, available: rows[0]?.available ?? 0 }
}
