import { sql } from 'drizzle-orm'
import { boolean, index, integer, json, table, text, timestamp, uniqueIndex } from '../dialect.ts'
import { createdAt, id } from '../columns.ts'
import { people } from './identity.ts'

/** What people write to care about. `asks` are the fields that its form has beside the text. */
export const caseTopics = table('case_topics', {
  id: text().primaryKey(),
  labelIt: text().notNull(),
  labelEn: text().notNull(),
  asks: json().$type<('product' | 'batch' | 'shop')[]>().notNull(),
  priority: text({ enum: ['low', 'normal', 'high', 'urgent'] })
    .notNull()
    .default('normal'),
  position: integer().notNull(),
  retiredAt: timestamp(),
})

/**
 * A private conversation between somebody and care. Its id is chance alone, because it stands in
 * addresses; `number` is what people say on the phone.
 */
export const cases = table(
  'cases',
  {
    id: text().primaryKey(),
    number: integer().notNull(),
    topicId: text().notNull(),
    subject: text().notNull(),
    /** Null where somebody wrote without being a member. */
    personId: text().references(() => people.id, { onDelete: 'set null' }),
    email: text(),
    emailFolded: text(),
    name: text().notNull().default(''),
    locale: text({ enum: ['it', 'en'] }).notNull(),
    /** Null until whoever wrote signed out has followed the link in the mail: nobody of care sees it before. */
    confirmedAt: timestamp(),
    source: text({
      enum: ['form', 'mail', 'flag', 'idea', 'comment', 'mention', 'staff'],
    }).notNull(),
    sourceId: text(),
    state: text({ enum: ['new', 'open', 'waiting', 'snoozed', 'solved', 'closed', 'merged'] })
      .notNull()
      .default('new'),
    priority: text({ enum: ['low', 'normal', 'high', 'urgent'] })
      .notNull()
      .default('normal'),
    /** urgent 0 … low 3: what an index can sort by. */
    urgency: integer().notNull().default(2),
    assigneeId: text(),
    product: text().notNull().default(''),
    batch: text().notNull().default(''),
    shop: text().notNull().default(''),
    /** What mails to this case carry in their address; nobody can guess it. */
    mailKey: text().notNull(),
    snoozedUntil: timestamp(),
    /** Whether the last word is the member's: somebody owes them an answer. */
    isUnanswered: boolean().notNull().default(true),
    /** The next clock that runs out; far in the future where none runs. */
    dueAt: timestamp().notNull(),
    dueClock: text({ enum: ['first', 'next', 'resolution'] }),
    /** From when on that clock is about to run out. */
    warnAt: timestamp(),
    /** When somebody of care last looked: what the member wrote later is unread. */
    seenAt: timestamp(),
    messagesCount: integer().notNull().default(0),
    lastMessageAt: timestamp().notNull(),
    lastMemberAt: timestamp(),
    lastAgentAt: timestamp(),
    /** When its member last looked at it. */
    memberSeenAt: timestamp(),
    solvedAt: timestamp(),
    closedAt: timestamp(),
    mergedIntoId: text(),
    /** When its texts and files were erased, by retention or with their owner. */
    erasedAt: timestamp(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex('cases_number').on(t.number),
    uniqueIndex('cases_mail_key').on(t.mailKey),
    uniqueIndex('cases_source')
      .on(t.source, t.sourceId)
      .where(sql`${t.sourceId} is not null`),
    index('cases_due').on(t.state, t.dueAt, t.id),
    index('cases_recent').on(t.state, t.lastMessageAt, t.id),
    index('cases_mine_due').on(t.assigneeId, t.state, t.dueAt, t.id),
    index('cases_mine_recent').on(t.assigneeId, t.state, t.lastMessageAt, t.id),
    index('cases_unanswered')
      .on(t.state, t.isUnanswered, t.dueAt, t.id)
      .where(sql`${t.isUnanswered}`),
    index('cases_person').on(t.personId, t.createdAt, t.id),
    index('cases_email').on(t.emailFolded, t.createdAt),
    index('cases_created').on(t.createdAt, t.id),
    index('cases_snoozed')
      .on(t.snoozedUntil)
      .where(sql`${t.snoozedUntil} is not null`),
    index('cases_solved')
      .on(t.solvedAt)
      .where(sql`${t.solvedAt} is not null and ${t.closedAt} is null`),
    index('cases_merged')
      .on(t.mergedIntoId)
      .where(sql`${t.mergedIntoId} is not null`),
    index('cases_closed')
      .on(t.closedAt)
      .where(sql`${t.closedAt} is not null and ${t.erasedAt} is null`),
  ],
)

/** What the member and care said to each other, and nothing else: notes live elsewhere. */
export const caseMessages = table(
  'case_messages',
  {
    id: id(),
    caseId: text()
      .notNull()
      .references(() => cases.id, { onDelete: 'cascade' }),
    side: text({ enum: ['member', 'care'] }).notNull(),
    authorId: text(),
    body: text().notNull(),
    /** What a mail quoted below the answer; shown folded. */
    quoted: text().notNull().default(''),
    via: text({ enum: ['site', 'mail'] })
      .notNull()
      .default('site'),
    /** Message-ID of the mail that it came as, or left as. */
    mailId: text(),
    /** A reply leaves at this moment; until then it can be taken back and the member sees nothing. */
    leavesAt: timestamp(),
    /** The state in which its case is once it has left. */
    leavesAs: text({ enum: ['open', 'waiting', 'solved'] }),
    /** Since when the member sees it; of what they wrote themselves, when they did. */
    sentAt: timestamp(),
    /** Deleted by who wrote it: a tombstone stays. */
    deletedAt: timestamp(),
    createdAt: createdAt(),
  },
  (t) => [
    index('case_messages_case').on(t.caseId, t.createdAt, t.id),
    uniqueIndex('case_messages_mail')
      .on(t.mailId)
      .where(sql`${t.mailId} is not null`),
    index('case_messages_leaving')
      .on(t.leavesAt)
      .where(sql`${t.leavesAt} is not null and ${t.sentAt} is null`),
  ],
)

/** A file in a case; `messageId` and `noteId` are null until what it goes with is written. */
export const caseFiles = table(
  'case_files',
  {
    id: text().primaryKey(),
    caseId: text().references(() => cases.id, { onDelete: 'cascade' }),
    messageId: text(),
    noteId: text(),
    ownerId: text(),
    name: text().notNull(),
    kind: text({ enum: ['image', 'pdf', 'text'] }).notNull(),
    bytes: integer().notNull(),
    width: integer(),
    height: integer(),
    createdAt: createdAt(),
  },
  (t) => [
    index('case_files_case').on(t.caseId, t.createdAt),
    index('case_files_owner').on(t.ownerId, t.createdAt),
  ],
)
