import { setImmediate as breath } from 'node:timers/promises'
import { ask, finish, type Job } from '#app/domain/jobs/job.server.ts'
import {
  countEntries,
  endingsAfter,
  foreseenEndings,
  keepEndings,
} from '#app/domain/points/liability-tally.server.ts'
import { siteSettings } from '#app/domain/site/site.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { now } from '#db/time.ts'

const hour = 3_600_000
let asked = ''

/** Asks once an hour for the counting of what was booked. */
export async function planTally() {
  const key = `tally:${Math.floor(+now() / hour)}`
  if (key === asked) return
  await transaction((tx) => ask(tx, 'tally', key, { payload: {} }))
  asked = key
}

/** Counts what was booked into its months, and once a day foresees what will end. */
export async function tally(job: Job) {
  const { calendar } = await siteSettings(db)
  for (let more = true; more; await breath())
    more = (await transaction((tx) => countEntries(tx, calendar.timeZone))) === 'more'
  const { at } = await foreseenEndings(db)
  if (!at || +now() - +at > 20 * hour) await foresee()
  await transaction((tx) => finish(tx, job.id))
}

async function foresee() {
  const months = new Map<string, number>()
  for (let after: string | undefined = ''; after !== undefined; await breath()) {
    const some = await endingsAfter(db, after)
    for (const [month, amount] of some.months) months.set(month, (months.get(month) ?? 0) + amount)
    after = some.next
  }
  await transaction((tx) => keepEndings(tx, months))
}
