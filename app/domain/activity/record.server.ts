import { newId } from '#db/columns.ts'
import { prepared, type Tx } from '#db/database.server.ts'
import { placeholder } from '#db/expressions.ts'
import { activity } from '#db/schema/activity.ts'
import { now } from '#db/time.ts'
import { notifyOf } from '../notifications/notify.server.ts'
import { isEarning } from '../points/act.rules.ts'
import { promiseOf } from '../promises/react.server.ts'
import type { Event } from '../event.ts'

const newEvent = (tx: Tx) => () =>
  tx
    .insert(activity)
    .values({
      id: placeholder('id'),
      at: placeholder('at'),
      verb: placeholder('verb'),
      actorId: placeholder('actorId'),
      ideaId: placeholder('ideaId'),
      subjectId: placeholder('subjectId'),
      data: placeholder('data'),
      isUnsettled: placeholder('isUnsettled'),
    })
    .prepare('new_event')

/** Writes an event beside the act it tells of, and lets those who listen react, all in one transaction. */
export async function record(tx: Tx, event: Event) {
  const { verb, actorId } = event
  await prepared(tx, 'new_event', newEvent(tx)).execute({
    id: newId(),
    at: now(),
    verb,
    actorId,
    ideaId: 'ideaId' in event ? event.ideaId : null,
    subjectId: 'subjectId' in event ? event.subjectId : null,
    data: 'data' in event ? event.data : {},
    isUnsettled: isEarning(verb),
  })
  await notifyOf(tx, event)
  for (const next of await promiseOf(tx, event)) await record(tx, next)
}
