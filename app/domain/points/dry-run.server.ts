import { and, desc, eq, gte, lt, lte } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { isOneOf } from '#db/expressions.ts'
import { activity } from '#db/schema/activity.ts'
import { people } from '#db/schema/identity.ts'
import { friends } from '#db/schema/boards.ts'
import { pointCounts, pointEntries } from '#db/schema/points.ts'
import { now } from '#db/time.ts'
import type { Verb } from '../event.ts'
import { siteSettings } from '../site/site.server.ts'
import { isEarning } from './act.rules.ts'
import type { Claim } from './claim.rules.ts'
import { factsOf, type Written } from './claim-facts.server.ts'
import { claimsOf } from './claims.rules.ts'
import { earnersAmong } from './earner.server.ts'
import { type Occasion, outcomeOf } from './dry-run.rules.ts'
import { counted } from './milestone.server.ts'
import { paidLately } from './paid-lately.server.ts'
import type { RuleId, Terms } from './rule.rules.ts'
import { dayIn } from './season.rules.ts'
import { firstIdAt } from './suspect.server.ts'

const dayMs = 86_400_000
/** How far back a dry run looks. */
export const dryDays = 30
const atOnce = 500
const patienceMs = 3_000

/**
 * What terms of a rule would have paid in the last 30 days: the acts of that time, as they stand now,
 * weighed by the very rules that pay. `now` is what the terms in force would have paid for the same
 * acts, `paid` what the ledger says was paid, less what was taken back. Stops after 3 seconds of
 * looking: then `since` is later, and `isCut` true.
 */
export async function dryRun(db: Read, rule: RuleId, terms: { tried: Terms; inForce: Terms }) {
  const from = new Date(+now() - dryDays * dayMs)
  const { claims, since, isCut } =
    rule === 'friend' ? await friendClaims(db, from) : await claimsSince(db, rule, from)
  const occasions = await occasionsOf(db, claims)
  const before = await paidBefore(db, rule, { since, ids: occasions.map((one) => one.personId) })
  const tried = outcomeOf(terms.tried, occasions, before)
  return {
    ...{ since, isCut, acts: occasions.length },
    tried: { ...tried, top: await named(db, tried.top) },
    inForce: outcomeOf(terms.inForce, occasions, before),
    paid: await paidLately(db, rule, since),
  }
}

type Found = { claims: Claim[]; since: Date; isCut: boolean }

/** Goes back through what happened, the latest first, so that what is cut off is the oldest. */
async function claimsSince(db: Read, rule: RuleId, from: Date): Promise<Found> {
  const until = Date.now() + patienceMs
  const claims = new Map<string, Claim>()
  for (let before = firstIdAt(new Date(+now() + 1)); ;) {
    const slice = await eventsBefore(db, before, from)
    for (const claim of await claimsIn(db, rule, slice)) claims.set(claim.key, claim)
    const last = slice.at(-1)
    const isCut = slice.length === atOnce && Date.now() > until
    if (last && slice.length === atOnce && !isCut) before = last.id
    else {
      const since = isCut ? last!.at : from
      return { claims: await fresh(db, claims, since), since, isCut }
    }
  }
}

const eventsBefore = (db: Read, before: string, from: Date): Promise<Written[]> =>
  db
    .select()
    .from(activity)
    .where(and(lt(activity.id, before), gte(activity.id, firstIdAt(from))))
    .orderBy(desc(activity.id))
    .limit(atOnce)

/** What some events, the latest first, give occasion to pay for; of one occasion the first act counts. */
async function claimsIn(db: Read, rule: RuleId, slice: Written[]) {
  const events = slice.filter(({ verb }) => isEarning(verb as Verb))
  const facts = await factsOf(db, events)
  const asked = events.flatMap((event) =>
    claimsOf(event, facts).filter((claim) => claim.rule === rule && claim.mayBegin),
  )
  const unpaid = new Map(asked.map(({ key }) => [key, { is: 'unpaid' } as const]))
  return (await counted(db, asked, unpaid)).filter(({ isDue, mayBegin }) => isDue && mayBegin)
}

/** Without what was paid for before that time: nobody is paid twice for the same. */
async function fresh(db: Read, claims: Map<string, Claim>, since: Date) {
  const keys = [...claims.keys()]
  for (let at = 0; at < keys.length; at += atOnce) {
    const some = isOneOf(pointEntries.key, keys.slice(at, at + atOnce))
    const paid = await db
      .select({ key: pointEntries.key })
      .from(pointEntries)
      .where(and(some, lt(pointEntries.at, since)))
    for (const { key } of paid) claims.delete(key)
  }
  return [...claims.values()]
}

async function friendClaims(db: Read, since: Date): Promise<Found> {
  const rows = await db
    .select()
    .from(friends)
    .where(and(gte(friends.tookPartAt, since), lte(friends.tookPartAt, now())))
    .limit(10_000)
  const claims = rows.map(({ friendId, inviterId, tookPartAt }) => ({
    ...{ key: `friend:${friendId}`, rule: 'friend' as const, personId: inviterId },
    ...{
      ideaId: null,
      categoryId: null,
      subjectId: friendId,
      at: tookPartAt!,
      isDue: true,
      mayBegin: true,
    },
    ...{ mayReturn: true, mayEnd: true, isForGood: true },
  }))
  return { claims, since, isCut: rows.length === 10_000 }
}

async function occasionsOf(db: Read, claims: Claim[]): Promise<Occasion[]> {
  const { categoryFactors, calendar } = await siteSettings(db)
  const earners = await earnersAmong(db, [...new Set(claims.map(({ personId }) => personId))])
  return claims.flatMap(({ personId, categoryId, at }) => {
    const earner = earners.get(personId)
    if (!earner?.mayEarn) return []
    const ageDays = (+at - +earner.joinedAt) / dayMs
    const factor = categoryFactors[categoryId ?? ''] ?? 100
    return [{ personId, at, day: dayIn(at, calendar.timeZone), factor, ageDays }]
  })
}

/** How often a rule had paid each of some people before a moment. */
async function paidBefore(db: Read, rule: RuleId, { since, ids }: { since: Date; ids: string[] }) {
  const { calendar } = await siteSettings(db)
  const first = dayIn(since, calendar.timeZone)
  const times = new Map<string, number>()
  const rows = await db
    .select()
    .from(pointCounts)
    .where(and(isOneOf(pointCounts.personId, [...new Set(ids)]), eq(pointCounts.rule, rule)))
  for (const row of rows) {
    // A day without a name is the sum that older versions kept.
    if (row.day && row.day < first)
      times.set(row.personId, (times.get(row.personId) ?? 0) + row.times)
  }
  return times
}

async function named(db: Read, top: { personId: string; points: number; times: number }[]) {
  const { id, handle, displayName, avatarId } = people
  const rows = await db
    .select({ id, handle, displayName, avatarId })
    .from(people)
    .where(
      isOneOf(
        id,
        top.map(({ personId }) => personId),
      ),
    )
  const byId = new Map(rows.map((row) => [row.id, row]))
  return top.map((row) => ({ ...row, person: byId.get(row.personId) ?? null }))
}
