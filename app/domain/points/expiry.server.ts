import { and, asc, isNull, lt, lte } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { pointNotices } from '#db/schema/points.ts'
import { now } from '#db/time.ts'
import { holdChain } from './account.server.ts'
import { noticeDays } from './expiry.rules.ts'
import { book } from './ledger.server.ts'
import { closeNotices, endingsOf, today } from './notice.server.ts'

const atOnce = 100
const dayMs = 86_400_000

/**
 * Ends the points of up to a hundred members whose day has passed: no more than was told to them at
 * least 30 days ago, and no more than is still there of it. Answers whether there may be others.
 */
export async function endPoints(tx: Tx) {
  if (!(await dueNotices(tx)).length) return false
  // What is read from here on stays until the commit.
  await holdChain(tx)
  const notices = await dueNotices(tx)
  const left = await endingsOf(tx, notices)
  await book(
    tx,
    notices.flatMap(({ personId, expiresOn, amount: told, toldAt }, i) => {
      const amount = Math.min(told, left[i]!.amount)
      const key = `expire:${personId}:${expiresOn}:${+toldAt}`
      return amount > 0 ? [{ kind: 'expire' as const, personId, amount, expiresOn, key }] : []
    }),
  )
  for (const day of new Set(notices.map(({ expiresOn }) => expiresOn)))
    await closeNotices(
      tx,
      day,
      notices.filter(({ expiresOn }) => expiresOn === day).map(({ personId }) => personId),
    )
  return notices.length === atOnce
}

/** The oldest first: what goes out goes out of the oldest, so nobody loses of a later day instead. */
const dueNotices = async (db: Read) =>
  db
    .select()
    .from(pointNotices)
    .where(
      and(
        isNull(pointNotices.doneAt),
        lt(pointNotices.expiresOn, await today(db)),
        lte(pointNotices.toldAt, new Date(+now() - noticeDays * dayMs)),
      ),
    )
    .orderBy(asc(pointNotices.expiresOn), asc(pointNotices.personId))
    .limit(atOnce)
