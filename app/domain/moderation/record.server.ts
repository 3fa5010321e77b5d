import { and, desc, eq, inArray, isNotNull, isNull, ne } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { comments } from '#db/schema/comments.ts'
import { people } from '#db/schema/identity.ts'
import { ideas } from '#db/schema/ideas.ts'
import { decisions, flags, reviewItems } from '#db/schema/moderation.ts'
import { pointAccounts } from '#db/schema/points.ts'
import { rolesOf } from '../identity/role.server.ts'
import { levelBeside } from '../points/level.rules.ts'
import { siteSettings } from '../site/site.server.ts'
import type { TrackRecord } from './flag.rules.ts'

/** How often the flags of some people were right, of those decided, by person. */
export async function trackRecords(db: Read, ids: string[]) {
  const records = new Map<string, TrackRecord>()
  if (!ids.length) return records
  const { reporterId, outcome } = flags
  const rows = await db
    .select({ personId: reporterId, outcome })
    .from(flags)
    .where(and(inArray(reporterId, ids), isNotNull(outcome)))
  for (const { personId, outcome } of rows) {
    const { upheld, decided } = records.get(personId!) ?? { upheld: 0, decided: 0 }
    const isRight = outcome === 'upheld' ? 1 : 0
    records.set(personId!, { upheld: upheld + isRight, decided: decided + 1 })
  }
  return records
}

const shownDecisions = 10

/**
 * What a moderator needs to know of whoever is behind an item: since when they are here, how much
 * they have said, how they stand, their own flags, what was decided on them (the latest ten), and how
 * often something of theirs came before the moderators. `undefined` for nobody.
 */
export async function historyOf(db: Read, personId: string) {
  const { id, handle, displayName, joinedAt, avatarId } = people
  const { suspendedAt, suspendedUntil, silencedUntil, erasedAt, source } = people
  const standing = { suspendedAt, suspendedUntil, silencedUntil, erasedAt, source }
  const [person] = await db
    .select({ id, handle, displayName, joinedAt, avatarId, ...standing })
    .from(people)
    .where(eq(id, personId))
  if (!person) return undefined
  const [counts, past, earned, roles, records, { pointLevels }] = await Promise.all([
    countsOf(db, personId),
    decisionsAbout(db, personId),
    earnedBy(db, personId),
    rolesOf(db, [personId]),
    trackRecords(db, [personId]),
    siteSettings(db),
  ])
  return {
    ...person,
    ...counts,
    past,
    level: levelBeside({ earned, team: null }, pointLevels),
    isStaff: roles.length > 0,
    flagging: records.get(personId) ?? null,
  }
}

async function earnedBy(db: Read, personId: string) {
  const { earned } = pointAccounts
  const [account] = await db
    .select({ earned })
    .from(pointAccounts)
    .where(eq(pointAccounts.personId, personId))
  return account?.earned ?? 0
}

async function countsOf(db: Read, personId: string) {
  const [ideasCount, commentsCount, itemsCount] = await Promise.all([
    db.$count(ideas, and(eq(ideas.authorId, personId), ne(ideas.status, 'draft'))),
    db.$count(comments, and(eq(comments.authorId, personId), isNull(comments.deletedAt))),
    db.$count(reviewItems, eq(reviewItems.authorId, personId)),
  ])
  return { ideasCount, commentsCount, itemsCount }
}

const decisionsAbout = (db: Read, personId: string) =>
  db
    .select()
    .from(decisions)
    .where(and(eq(decisions.personId, personId), isNull(decisions.undoneAt)))
    .orderBy(desc(decisions.decidedAt), desc(decisions.id))
    .limit(shownDecisions)

/** The language in which somebody is told; the house's own where they have not chosen, or nobody is there. */
export async function localeOf(db: Read, personId: string | null) {
  const [person] = personId
    ? await db.select({ locale: people.locale }).from(people).where(eq(people.id, personId))
    : []
  return person?.locale ?? (await siteSettings(db)).locale
}
