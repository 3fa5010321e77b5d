import { and, asc, gt, gte, inArray, isNotNull, isNull, lte, or, eq } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { isOneOf, pageAfterAscending } from '#db/expressions.ts'
import { pointAccounts, pointNotices, pointVintages } from '#db/schema/points.ts'
import { now } from '#db/time.ts'
import type { Event } from '../event.ts'
import { siteSettings } from '../site/site.server.ts'
import { accountsOf } from './account.server.ts'
import { dayAfter, endings, type Vintage } from './expiry.rules.ts'
import { noticeDays } from './expiry.rules.ts'
import { dayIn } from './season.rules.ts'

/** Where a list of members and days went to. */
export type EndingsCursor = { expiresOn: string; personId: string }
export type Ending = { personId: string; expiresOn: string; amount: number }

const atOnce = 100
/** What should have ended longer ago than this was told of, and ended, or there is nothing left of it. */
const longAgo = 400

/** Today where the community lives. */
export const today = async (db: Read) => dayIn(now(), (await siteSettings(db)).calendar.timeZone)

/**
 * Notes, for up to a hundred members after `after`, what ends within the next 30 days and was not told
 * yet. Answers the events that tell them, and where to go on; no cursor when everybody was looked at.
 */
export async function announceEndings(tx: Tx, after?: EndingsCursor) {
  const day = await today(tx)
  const rows = await untold(tx, day, after)
  const told = (await endingsOf(tx, rows)).filter(({ amount }) => amount > 0)
  for (const { personId, expiresOn, amount } of told)
    await tx
      .insert(pointNotices)
      .values({ personId, expiresOn, amount, toldAt: now() })
      .onConflictDoUpdate({
        target: [pointNotices.personId, pointNotices.expiresOn],
        set: { amount, toldAt: now(), doneAt: null },
      })
  const next = rows.length === atOnce ? rows.at(-1) : undefined
  return { events: told.map(toldBy), next }
}

const toldBy = ({ personId, expiresOn, amount }: Ending): Event => ({
  verb: 'points.expiring',
  actorId: null,
  subjectId: expiresOn,
  data: { personId, amount },
})

/** Also of what was told and ended: if anything is there again, because something spent came back. */
function untold(db: Read, day: string, after?: EndingsCursor): Promise<EndingsCursor[]> {
  const { personId, expiresOn } = pointVintages
  return db
    .select({ personId, expiresOn })
    .from(pointVintages)
    .innerJoin(
      pointAccounts,
      and(eq(pointAccounts.personId, personId), gt(pointAccounts.available, 0)),
    )
    .leftJoin(
      pointNotices,
      and(eq(pointNotices.personId, personId), eq(pointNotices.expiresOn, expiresOn)),
    )
    .where(
      and(
        gte(expiresOn, dayAfter(day, -longAgo)),
        lte(expiresOn, dayAfter(day, noticeDays)),
        or(isNull(pointNotices.toldAt), isNotNull(pointNotices.doneAt)),
        after && pageAfterAscending([expiresOn, personId], [after.expiresOn, after.personId]),
      ),
    )
    .orderBy(asc(expiresOn), asc(personId))
    .limit(atOnce)
}

/** How much ends for each of these members on the day named beside them; 0 where it is gone already. */
export async function endingsOf(db: Read, rows: EndingsCursor[]): Promise<Ending[]> {
  const ids = [...new Set(rows.map(({ personId }) => personId))]
  const accounts = await accountsOf(db, ids)
  const vintages = await vintagesOf(db, ids)
  return rows.map(({ personId, expiresOn }) => {
    const own = endings(vintages.get(personId) ?? [], accounts.get(personId)!.available)
    const amount = own.find((ending) => ending.expiresOn === expiresOn)?.amount ?? 0
    return { personId, expiresOn, amount }
  })
}

async function vintagesOf(db: Read, personIds: string[]) {
  const all = new Map<string, Vintage[]>(personIds.map((id) => [id, []]))
  const rows = await db
    .select()
    .from(pointVintages)
    .where(isOneOf(pointVintages.personId, personIds))
  for (const { personId, expiresOn, amount } of rows) all.get(personId)?.push({ expiresOn, amount })
  return all
}

/** What ends for one member, the next day first. */
export async function endingsFor(db: Read, personId: string) {
  const [account, vintages] = await Promise.all([
    accountsOf(db, [personId]),
    vintagesOf(db, [personId]),
  ])
  return endings(vintages.get(personId) ?? [], account.get(personId)!.available)
}

/** Notes that what was told has been done. */
export async function closeNotices(tx: Tx, expiresOn: string, personIds: string[]) {
  await tx
    .update(pointNotices)
    .set({ doneAt: now() })
    .where(and(eq(pointNotices.expiresOn, expiresOn), inArray(pointNotices.personId, personIds)))
}
