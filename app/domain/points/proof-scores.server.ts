import { and, asc, eq, gt, inArray, isNotNull, isNull, ne } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { isOneOf } from '#db/expressions.ts'
import { pointScores } from '#db/schema/boards.ts'
import { pointEntries } from '#db/schema/points.ts'
import { auditEntries } from '#db/schema/site.ts'
import { siteSettings } from '../site/site.server.ts'
import { holdChain } from './account.server.ts'
import type { Wrong } from './proof.rules.ts'
import { keyOf, type Place, scoredBy, scoresOf } from './score.rules.ts'
import { setScore } from './score.server.ts'

// All the entries of a page are in memory at once.
const together = 50

type Sums = Map<string, Place & { amount: number }>

/** The scores of weeks, of seasons and of all time that are not what was earned in them. A page of members at a time. */
export async function* scoreFaults(db: Read): AsyncGenerator<Wrong> {
  const isExact = await calendarsKept(db)
  for await (const ids of everybody(db)) {
    const stored = gathered(await storedFor(db, ids), isExact)
    const counted = gathered(await countedFor(db, ids), isExact)
    for (const [key, place] of new Map([...counted, ...stored])) {
      const [is, should] = [stored.get(key)?.amount ?? 0, counted.get(key)?.amount ?? 0]
      if (is !== should) yield faultIn(place, { stored: is, counted: should }, isExact)
    }
  }
}

const nameOf = ({ period, categoryId }: Place) =>
  ['score of', period === 'all' ? 'all time' : period, categoryId && `in ${categoryId}`]
    .filter(Boolean)
    .join(' ')

const faultIn = (place: Place, is: { stored: number; counted: number }, isExact: IsExact) => ({
  ...{ counter: nameOf(place), of: place.personId, ...is },
  mend: isExact(place.period) ? (tx: Tx) => recount(tx, place) : undefined,
})

/** Whoever has a score; then whoever has entries and none. Some at a time. */
async function* everybody(db: Read): AsyncGenerator<string[]> {
  const [scored, entered] = [pointScores.personId, pointEntries.personId]
  const pages = [
    (after: string) =>
      db.selectDistinct({ id: scored }).from(pointScores).where(gt(scored, after)).$dynamic(),
    (after: string) =>
      db
        .selectDistinct({ id: entered })
        .from(pointEntries)
        .leftJoin(pointScores, eq(scored, entered))
        .where(and(gt(entered, after), isNull(scored)))
        .$dynamic(),
  ]
  for (const [i, page] of pages.entries())
    for (let after = ''; ;) {
      const found = await page(after)
        .orderBy(asc(i ? entered : scored))
        .limit(together)
      if (!found.length) break
      yield found.map(({ id }) => id)
      after = found.at(-1)!.id
    }
}

const storedFor = (db: Read, ids: string[]) =>
  db.select().from(pointScores).where(isOneOf(pointScores.personId, ids))

async function countedFor(db: Read, ids: string[]) {
  const { personId, kind, debit, amount, rule, categoryId, actedAt, at } = pointEntries
  const entries = await db
    .select({ personId, kind, debit, amount, rule, categoryId, actedAt, at })
    .from(pointEntries)
    .where(and(isOneOf(personId, ids), isNotNull(rule), ne(kind, 'earn')))
  const { seasonMonths: months, calendar } = await siteSettings(db)
  return scoresOf(entries.flatMap(scoredBy), { months, zone: calendar.timeZone })
}

type IsExact = (period: string) => boolean
const kindOf = (period: string) =>
  period === 'all' ? 'all' : period.startsWith('season:') ? 'seasons' : 'weeks'

/** What was counted, by place; where days fell into other periods once, all of those together. */
function gathered(rows: (Place & { amount: number })[], isExact: IsExact): Sums {
  const sums: Sums = new Map()
  for (const { period: said, personId, categoryId, amount } of rows) {
    const period = isExact(said) ? said : `all ${kindOf(said)}`
    const place = { period, personId, categoryId }
    const before = sums.get(keyOf(place))?.amount ?? 0
    sums.set(keyOf(place), { ...place, amount: before + amount })
  }
  return sums
}

/** Whether the days of a period are still those it had when it was scored: nobody changed the calendar since. */
async function calendarsKept(db: Read): Promise<IsExact> {
  const changes = await db
    .select({ details: auditEntries.details })
    .from(auditEntries)
    .where(inArray(auditEntries.act, ['settings.changed', 'calendar.changed']))
  const isChanged = (of: (settings: Settings) => unknown) =>
    changes.some(({ details }) => of(details.before as Settings) !== of(details.after as Settings))
  const otherZone = isChanged((settings) => zoneOf(settings))
  const otherSeasons = otherZone || isChanged((settings) => settings?.seasonMonths)
  return (period) => (kindOf(period) === 'seasons' ? !otherSeasons : !otherZone || period === 'all')
}
type Settings = {
  timeZone?: string
  calendar?: { timeZone?: string }
  seasonMonths?: number
} | null
const zoneOf = (settings: Settings) => settings?.calendar?.timeZone ?? settings?.timeZone

/** Sets one score to what was earned there. */
async function recount(tx: Tx, place: Place) {
  await holdChain(tx)
  const counted = await countedFor(tx, [place.personId])
  await setScore(tx, place, counted.find((one) => keyOf(one) === keyOf(place))?.amount ?? 0)
}
