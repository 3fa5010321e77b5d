import { sql } from 'drizzle-orm'
import { boolean, index, json, primaryKey, table, text, timestamp } from '../dialect.ts'
import { createdAt, id } from '../columns.ts'
import { people } from './identity.ts'

export const notifications = table(
  'notifications',
  {
    id: id(),
    personId: text()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    event: text().notNull(),
    ideaId: text(),
    commentId: text(),
    actorId: text(),
    data: json().$type<Record<string, string | number>>().notNull(),
    createdAt: createdAt(),
    readAt: timestamp(),
    mail: text({ enum: ['none', 'now', 'digest'] }).notNull(),
    mailedAt: timestamp(),
    /** What is told by one mail together, such as a review round; null for the rest. */
    bundle: text(),
  },
  (t) => [
    index('notifications_person').on(t.personId, t.createdAt, t.id),
    index('notifications_unread').on(t.personId, t.readAt),
    index('notifications_digest').on(t.mail, t.mailedAt, t.personId),
    index('notifications_bundle')
      .on(t.bundle, t.personId)
      .where(sql`${t.bundle} is not null`),
  ],
)

/** Only what a member changed from the defaults of `choice.rules.ts`. */
export const notificationChoices = table(
  'notification_choices',
  {
    personId: text()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    event: text().notNull(),
    inApp: boolean().notNull(),
    mail: text({ enum: ['now', 'digest', 'none'] }).notNull(),
  },
  (t) => [primaryKey({ name: 'notification_choices_pk', columns: [t.personId, t.event] })],
)
