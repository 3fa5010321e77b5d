import { record } from '#app/domain/activity/record.server.ts'
import { ask, finish, type Job } from '#app/domain/jobs/job.server.ts'
import { today } from '#app/domain/points/notice.server.ts'
import { type YearCursor, yearsReached } from '#app/domain/points/year.server.ts'
import { db, transaction } from '#db/database.server.ts'

let asked = ''

/** Asks once a day, where the community lives, for a look at who came a year ago. */
export async function planYears() {
  const day = await today(db)
  if (day === asked) return
  await transaction((tx) => ask(tx, 'years', `years:${day}`, { payload: {} }))
  asked = day
}

/** Honours those who came a year ago and took part, and tells them; two hundred at once. */
export async function honourYears(job: Job) {
  let after: YearCursor | undefined
  do after = await honour(after)
  while (after)
  await transaction((tx) => finish(tx, job.id))
}

const honour = (after?: YearCursor) =>
  transaction(async (tx) => {
    const { events, next } = await yearsReached(tx, after)
    for (const event of events) await record(tx, event)
    return next
  })
