import { index, integer, table, text, timestamp } from '../dialect.ts'
import { createdAt } from '../columns.ts'

/** Every mail that came in, once, with what became of it. No text of it is kept here. */
export const inboundMails = table(
  'inbound_mails',
  {
    /** SHA-256 of its Message-ID, or of all of it where it has none. */
    id: text().primaryKey(),
    fromFolded: text().notNull(),
    caseId: text(),
    outcome: text({
      enum: ['new-case', 'reply', 'automatic', 'loop', 'too-many', 'refused', 'failed'],
    }).notNull(),
    detail: text().notNull().default(''),
    at: createdAt(),
  },
  (t) => [index('inbound_mails_from').on(t.fromFolded, t.at), index('inbound_mails_at').on(t.at)],
)

/** How far the mailbox was read. */
export const mailboxes = table('mailboxes', {
  id: text().primaryKey(),
  validity: text().notNull(),
  lastUid: integer().notNull(),
  lastError: text(),
  readAt: timestamp(),
})
