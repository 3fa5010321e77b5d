import { asc, isNull } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { caseTopics } from '#db/schema/care.ts'

export type OfferedTopic = typeof caseTopics.$inferSelect

/** What people may write to care about today, in its order. */
export const topicsInUse = (db: Read): Promise<OfferedTopic[]> =>
  db
    .select()
    .from(caseTopics)
    .where(isNull(caseTopics.retiredAt))
    .orderBy(asc(caseTopics.position), asc(caseTopics.id))
