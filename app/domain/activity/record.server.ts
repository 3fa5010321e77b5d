import type { Tx } from '#db/database.server.ts'
import { activity } from '#db/schema/activity.ts'
import { notifyOf } from '../notifications/notify.server.ts'
import type { Event } from '../event.ts'

/** Writes an event beside the act it tells of, and lets those who listen react, all in one transaction. */
export async function record(tx: Tx, event: Event) {
  const { verb, actorId } = event
  await tx.insert(activity).values({
    verb,
    actorId,
    ideaId: 'ideaId' in event ? event.ideaId : null,
    subjectId: 'subjectId' in event ? event.subjectId : null,
    data: 'data' in event ? event.data : {},
  })
  await notifyOf(tx, event)
}
