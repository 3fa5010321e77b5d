import { ask, finish, type Job } from '#app/domain/jobs/job.server.ts'
import { keepLease } from '#app/domain/jobs/lease.server.ts'
import { dayIn } from '#app/domain/notifications/hours.rules.ts'
import { zoneOf } from '#app/domain/notifications/zone.server.ts'
import { runRetention } from '#app/domain/privacy/retention.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { now } from '#db/time.ts'
import { eraseDue, replayJournal } from './erasure.server.ts'

let asked = ''

/** Asks once a day for what has had its time to be forgotten. */
export async function planPrivacy() {
  await replayJournal()
  const day = dayIn(await zoneOf(db), now())
  if (day === asked) return
  await transaction((tx) => ask(tx, 'privacy', `retention:${day}`, { payload: {} }))
  asked = day
}

/** Erases somebody, or forgets what is too old. */
export async function keepPrivacy(job: Job) {
  if (job.payload.erase) return eraseDue(job)
  await runRetention(() => transaction((tx) => keepLease(tx, job)))
  await transaction((tx) => finish(tx, job.id))
}
