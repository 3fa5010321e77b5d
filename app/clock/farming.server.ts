import { record } from '#app/domain/activity/record.server.ts'
import { ask, finish, type Job } from '#app/domain/jobs/job.server.ts'
import { findBursts, findPuppets, findRings } from '#app/domain/points/suspect.server.ts'
import { holdMore, suspect } from '#app/domain/points/suspicion.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { now } from '#db/time.ts'

const hourMs = 3_600_000
const lookEveryMs = hourMs
/** Nothing is confirmed earlier than three days after the act: what is older was looked at, or is late. */
const longestGapMs = 96 * hourMs
let asked = ''

/** Asks once an hour for a look at what could be farming. */
export async function planFarming() {
  const hour = now().toISOString().slice(0, 13)
  if (hour === asked) return
  const payload = { since: +now() - longestGapMs }
  await transaction((tx) => ask(tx, 'farming', `farming:${hour}`, { payload }))
  asked = hour
}

/** Looks for farming, holds the points of those concerned, and tells the staff. */
export async function lookForFarming(job: Job) {
  const since = new Date(Number(job.payload.since ?? +now() - lookEveryMs))
  // Looking takes its time and changes nothing; only what was found is written.
  const looks = [() => findRings(db, since), () => findBursts(db), () => findPuppets(db)]
  for (const look of looks) {
    const found = await look()
    if (found.length)
      await transaction(async (tx) => {
        for (const event of await suspect(tx, found)) await record(tx, event)
      })
  }
  await transaction(holdMore)
  await transaction((tx) => finish(tx, job.id))
}
