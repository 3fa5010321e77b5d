import { record } from '#app/domain/activity/record.server.ts'
import { ask, finish, type Job } from '#app/domain/jobs/job.server.ts'
import { endPoints } from '#app/domain/points/expiry.server.ts'
import { announceEndings, type EndingsCursor, today } from '#app/domain/points/notice.server.ts'
import { db, transaction } from '#db/database.server.ts'

let asked = ''

/** Asks once a day, where the community lives, for what ends. */
export async function planExpiry() {
  const day = await today(db)
  if (day === asked) return
  await transaction((tx) => ask(tx, 'expiry', `expiry:${day}`, { payload: {} }))
  asked = day
}

/** Ends what was told of 30 days ago, then tells of what ends in 30 days; a hundred members at once. */
export async function endAndAnnounce(job: Job) {
  for (let more = true; more;) more = await transaction(endPoints)
  let after: EndingsCursor | undefined
  do after = await announce(after)
  while (after)
  await transaction((tx) => finish(tx, job.id))
}

const announce = (after?: EndingsCursor) =>
  transaction(async (tx) => {
    const { events, next } = await announceEndings(tx, after)
    for (const event of events) await record(tx, event)
    return next
  })
