import { eq } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { people } from '#db/schema/identity.ts'
import { notificationChoices } from '#db/schema/notifications.ts'
import { type Choice, choiceFor } from './choice.rules.ts'
import { events, type NotificationEvent } from './notification.rules.ts'

/** How somebody wants to hear of each event: what they chose, and the defaults for the rest. */
export async function choicesOf(db: Read, personId: string) {
  const stored = await db
    .select()
    .from(notificationChoices)
    .where(eq(notificationChoices.personId, personId))
  const of = (event: NotificationEvent) =>
    choiceFor(
      event,
      stored.find((row) => row.event === event),
    )
  return Object.fromEntries(events.map((event) => [event, of(event)])) as Record<
    NotificationEvent,
    Choice
  >
}

/** Keeps what somebody chose for some events; the others stay. */
export async function choose(
  tx: Tx,
  personId: string,
  choices: Partial<Record<NotificationEvent, Choice>>,
) {
  for (const [event, { inApp, mail }] of Object.entries(choices))
    await tx
      .insert(notificationChoices)
      .values({ personId, event, inApp, mail })
      .onConflictDoUpdate({
        target: [notificationChoices.personId, notificationChoices.event],
        set: { inApp, mail },
      })
}

/**
 * No more mails of this kind: of one event, or, for `digest`, of all that came in the digest. On
 * the site everything stays as it was. Answers `unsubscribed`, or `undefined` when there is nobody.
 */
export async function unsubscribe(tx: Tx, personId: string, event: NotificationEvent | 'digest') {
  const [person] = await tx.select({ id: people.id }).from(people).where(eq(people.id, personId))
  if (!person) return undefined
  const choices = await choicesOf(tx, personId)
  const ended = events.filter((each) =>
    event === 'digest' ? choices[each].mail === 'digest' : each === event,
  )
  const silent = ended.map((each) => [each, { ...choices[each], mail: 'none' as const }])
  await choose(tx, personId, Object.fromEntries(silent))
  return 'unsubscribed'
}
