import {
  and,
  eq,
  gt,
  inArray,
  isNotNull,
  isNull,
  like,
  lt,
  ne,
  not,
  or,
  type SQL,
} from 'drizzle-orm'
import type { Tx } from '#db/database.server.ts'
import { cases } from '#db/schema/care.ts'
import { inboundMails } from '#db/schema/care-mail.ts'
import { sessions } from '#db/schema/identity.ts'
import { jobs } from '#db/schema/jobs.ts'
import { mentions } from '#db/schema/mentions.ts'
import { flags } from '#db/schema/moderation.ts'
import { notifications } from '#db/schema/notifications.ts'
import { unlisted } from '../notifications/tell.server.ts'
import { shortEnds, shortened } from './network.rules.ts'
import type { RetentionKind } from './retention.rules.ts'
import { scrubRows, type Step } from './scrub.server.ts'

/**
 * What one kind forgets: the rows that `of` is true for at `before` (`twice` is as long ago again); `at` is their date, `key` what an
 * operator may know of them. `to` is null where a function of its own does it.
 */
export type Kept = {
  table: Step['table']
  key: Step['key']
  at: Step['key']
  of: (before: Date, twice: Date) => SQL | undefined
  to: Step['to'] | null
}

const isWhole = and(
  ne(sessions.address, ''),
  ...shortEnds.map((end) => not(like(sessions.address, `%${end}`))),
)

/** Everything that is forgotten after some time, by its kind. */
export const kept: Record<RetentionKind, Kept> = {
  devices: {
    ...{ table: sessions, key: sessions.id, at: sessions.createdAt, to: null },
    of: (before) => and(lt(sessions.createdAt, before), isWhole),
  },
  sentMails: {
    ...{ table: jobs, key: jobs.id, at: jobs.doneAt, to: 'gone' },
    of: (before) => and(eq(jobs.state, 'done'), lt(jobs.doneAt, before)),
  },
  deadMails: {
    ...{ table: jobs, key: jobs.id, at: jobs.createdAt, to: 'gone' },
    of: (before) =>
      and(
        lt(jobs.createdAt, before),
        or(eq(jobs.state, 'dead'), and(eq(jobs.state, 'waiting'), eq(jobs.kind, 'mail'))),
      ),
  },
  notices: {
    ...{ table: notifications, key: notifications.id, at: notifications.createdAt, to: 'gone' },
    of: (before, twice) => {
      const { readAt, createdAt } = notifications
      return or(and(gt(readAt, unlisted), lt(createdAt, before)), lt(createdAt, twice))
    },
  },
  inbound: {
    ...{ table: inboundMails, key: inboundMails.id, at: inboundMails.at, to: 'gone' },
    of: (before) => lt(inboundMails.at, before),
  },
  reports: {
    ...{ table: flags, key: flags.id, at: flags.decidedAt },
    of: (before) => and(isNotNull(flags.email), lt(flags.decidedAt, before)),
    to: { email: null, emailFolded: null, tokenHash: null },
  },
  mentions: {
    ...{ table: mentions, key: mentions.id, at: mentions.importedAt, to: null },
    of: (before) => and(lt(mentions.importedAt, before), ne(mentions.state, 'new')),
  },
  cases: {
    ...{ table: cases, key: cases.id, at: cases.closedAt, to: null },
    of: (before) =>
      and(isNotNull(cases.closedAt), lt(cases.closedAt, before), isNull(cases.erasedAt)),
  },
}

/** Takes the end off the addresses of some sessions. */
export async function shortenAddresses(tx: Tx, ids: string[]) {
  const rows = await tx.select().from(sessions).where(inArray(sessions.id, ids))
  for (const { id, address } of rows) {
    const to = { address: shortened(address) }
    await scrubRows(tx, { table: sessions, key: sessions.id, of: undefined, to }, [id])
  }
}
