import { and, desc, eq, gte, isNull, lt } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { pageAfter } from '#db/expressions.ts'
import { people } from '#db/schema/identity.ts'
import { auditEntries, auditWords } from '#db/schema/site.ts'
import { detailsShown } from './log.rules.ts'

const pageSize = 50

export type Place = { at: Date; id: string }
export type Filter = {
  /** The handle of who did it, or `-` for what the house did by itself. */
  person?: string
  act?: string
  from?: Date
  until?: Date
  after?: Place
}

/**
 * Who did what and when, the latest first, `most` at a time, narrowed by person, act or a span of
 * time. What may hold a secret, or what somebody said, is not among the details. `next` is where the
 * following page begins.
 */
export async function auditLog(db: Read, filter: Filter, most = pageSize) {
  const { id, seq, actorId, act, subject, details, at } = auditEntries
  const actor = await actorIn(db, filter.person)
  if (actor === 'nobody') return { rows: [], next: undefined }
  const rows = await db
    .select({
      ...{ id, seq, act, subject, details, at },
      name: people.displayName,
      handle: people.handle,
      words: auditWords.words,
    })
    .from(auditEntries)
    .leftJoin(people, eq(people.id, actorId))
    .leftJoin(auditWords, eq(auditWords.entryId, id))
    .where(and(doneBy(actor), fits(filter)))
    .orderBy(desc(at), desc(id))
    .limit(most + 1)
  const last = rows[most] && rows[most - 1]
  return {
    rows: rows.slice(0, most).map(shown),
    next: last && { at: last.at, id: last.id },
  }
}

type Row = { details: Record<string, unknown>; words: string | null }

/** The reason beside an entry is read as if it stood in it. */
const shown = <R extends Row>({ words, ...row }: R) => ({
  ...row,
  details: detailsShown(words ? { ...row.details, reason: words } : row.details),
})

export type AuditRow = Awaited<ReturnType<typeof auditLog>>['rows'][number]

function fits({ act, from, until, after }: Filter) {
  const { id, at } = auditEntries
  return and(
    act ? eq(auditEntries.act, act) : undefined,
    from && gte(at, from),
    until && lt(at, until),
    after && pageAfter([at, id], [after.at, after.id]),
  )
}

const doneBy = (actor: { id: string } | 'house' | undefined) =>
  actor === 'house' ? isNull(auditEntries.actorId) : actor && eq(auditEntries.actorId, actor.id)

async function actorIn(db: Read, handle: string | undefined) {
  if (!handle) return undefined
  if (handle === '-') return 'house'
  const [person] = await db.select({ id: people.id }).from(people).where(eq(people.handle, handle))
  return person ?? 'nobody'
}
