import { and, eq, gt } from 'drizzle-orm'
import { prepared, type Read, type Tx } from '#db/database.server.ts'
import { howMany, isAmong, isOneOf, isTupleAmong, listOf, tuplesOf } from '#db/expressions.ts'
import { ideas } from '#db/schema/ideas.ts'
import { people } from '#db/schema/identity.ts'
import { badgeAwards } from '#db/schema/boards.ts'
import { pointAccounts, pointEntries } from '#db/schema/points.ts'
import { now } from '#db/time.ts'
import type { Event } from '../event.ts'
import { siteSettings } from '../site/site.server.ts'
import { type BadgeId, badgeOf, isBadge, yearDays } from './badge.rules.ts'
import { type Entry, signOf } from './ledger.rules.ts'

export type Award = {
  personId: string
  badge: BadgeId
  ideaId?: string | null
  subjectId?: string | null
}

const dayMs = 86_400_000

/**
 * Awards the badges that points just confirmed bring, each once for good, and notes which levels were
 * reached; `entries` are those that were booked, whatever their kind. Answers the new badges, to be told of.
 */
export async function awardFor(tx: Tx, entries: Entry[]): Promise<Award[]> {
  await noteLevels(tx, entries)
  const confirmed = entries.filter(({ kind }) => kind === 'confirm')
  if (!confirmed.length) return []
  const won: Award[] = []
  for (const { personId, rule, ideaId, subjectId } of confirmed) {
    const found = badgeOf(rule)
    const fact = { personId, ideaId, subjectId }
    if (found?.times === 1) won.push({ ...fact, badge: found.badge })
    else if (found && (await timesOf(tx, personId, rule!)) >= found.times)
      won.push({ ...fact, badge: found.badge })
  }
  return award(tx, [...won, ...(await yearsOf(tx, confirmed))])
}

/** What a level is called among the awards: it is no badge, but has its day too. */
const levelMark = 'level:'

/** The place of the level that an award is of; `undefined` for badges. */
export const levelIn = (award: string) =>
  award.startsWith(levelMark) ? Number(award.slice(levelMark.length)) : undefined

async function noteLevels(tx: Tx, entries: Entry[]) {
  const risen = new Set(entries.filter((entry) => signOf(entry) > 0).map((one) => one.personId))
  if (!risen.size) return
  const rows = (await levelsAmong(tx, [...risen])).map(({ personId, level }) => {
    return { personId, badge: `${levelMark}${level}` }
  })
  const news = await notYetAwarded(tx, rows)
  if (news.length) await tx.insert(badgeAwards).values(news).onConflictDoNothing()
}

const aboveFirst = (db: Read) => () =>
  db
    .select({ personId: pointAccounts.personId, level: pointAccounts.level })
    .from(pointAccounts)
    .where(and(isAmong(pointAccounts.personId, 'ids'), gt(pointAccounts.level, 0)))
    .prepare('above_first_level')

const levelsAmong = (db: Read, ids: string[]) =>
  prepared(db, 'above_first_level', aboveFirst(db)).execute({ ids: listOf(ids) })

const sameAwards = (db: Read) => () =>
  db
    .select({ personId: badgeAwards.personId, badge: badgeAwards.badge })
    .from(badgeAwards)
    .where(isTupleAmong([badgeAwards.personId, badgeAwards.badge], 'awards'))
    .prepare('same_awards')

/** Most have what they would be awarded: asking is cheaper than trying. */
async function notYetAwarded<T extends { personId: string; badge: string }>(db: Read, some: T[]) {
  if (!some.length) return []
  const awards = tuplesOf(some.map(({ personId, badge }) => [personId, badge]))
  const rows = await prepared(db, 'same_awards', sameAwards(db)).execute({ awards })
  const known = new Set(rows.map(nameOf))
  return some.filter((one) => !known.has(nameOf(one)))
}

const nameOf = ({ personId, badge }: { personId: string; badge: string }) => `${personId} ${badge}`

/** How often a rule was confirmed for somebody. */
async function timesOf(db: Read, personId: string, rule: string) {
  const [row] = await db
    .select({ n: howMany() })
    .from(pointEntries)
    .where(
      and(
        eq(pointEntries.personId, personId),
        eq(pointEntries.kind, 'confirm'),
        eq(pointEntries.rule, rule),
      ),
    )
  return row!.n
}

/** The event that tells of a badge. */
export const awarded = ({ personId, badge }: { personId: string; badge: string }): Event => ({
  verb: 'badge.awarded',
  actorId: null,
  subjectId: badge,
  data: { personId },
})

/** Whoever earns something a year after they came has stayed. */
async function yearsOf(db: Read, confirmed: Entry[]): Promise<Award[]> {
  const ids = [...new Set(confirmed.map(({ personId }) => personId))]
  const members = await db
    .select({ id: people.id, joinedAt: people.joinedAt })
    .from(people)
    .where(isOneOf(people.id, ids))
  return members
    .filter(({ joinedAt }) => +now() - +joinedAt >= yearDays * dayMs)
    .map(({ id }) => ({ personId: id, badge: 'one-year' }))
}

/** Awards badges, each once to each member, unless the house does not award them. Answers the new ones. */
export async function award(tx: Tx, awards: Award[]): Promise<Award[]> {
  const { badgesOff } = await siteSettings(tx)
  const wanted = awards.filter(({ badge }) => !badgesOff.includes(badge))
  const news = await notYetAwarded(tx, wanted)
  if (!news.length) return []
  const given = await tx.insert(badgeAwards).values(news).onConflictDoNothing().returning()
  return given.filter((row): row is typeof row & Award => isBadge(row.badge))
}

/** The badges of a member, the oldest first, with the idea each is for while that is public. */
export async function badgesOf(db: Read, personId: string) {
  const { badge, awardedAt } = badgeAwards
  const rows = await db
    .select({ badge, awardedAt, number: ideas.number, title: ideas.title, place: ideas.place })
    .from(badgeAwards)
    .leftJoin(ideas, eq(ideas.id, badgeAwards.ideaId))
    .where(eq(badgeAwards.personId, personId))
  // Nobody has more of them than there are: a few.
  const sorted = rows.sort((one, other) => +one.awardedAt - +other.awardedAt)
  return sorted.flatMap(({ badge, place, number, title, ...award }) => {
    const idea = place && place !== 'private' ? { number: number!, title: title! } : null
    return isBadge(badge) ? [{ ...award, badge, idea }] : []
  })
}
