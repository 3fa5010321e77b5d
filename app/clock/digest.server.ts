import { ask, finish, type Job } from '#app/domain/jobs/job.server.ts'
import { askDigest, digestReaders } from '#app/domain/notifications/digest.server.ts'
import { dayIn, isDigestTime, timeZone } from '#app/domain/notifications/notification.rules.ts'
import { db, transaction } from '#db/database.server.ts'
import { now } from '#db/time.ts'

let asked = ''

/** From 8 o'clock of each day on, asks once for the digests of that day. */
export async function planDigests() {
  const day = dayIn(timeZone, now())
  if (day === asked || !isDigestTime(timeZone, now())) return
  await transaction((tx) => ask(tx, 'digest', `digest:${day}`, { payload: { day } }))
  asked = day
}

/** Asks for everybody's digest, a transaction each: however often it begins again, each gets one. */
export async function writeDigests(job: Job) {
  const { day } = job.payload as { day: string }
  for await (const personIds of digestReaders(db))
    for (const personId of personIds) await transaction((tx) => askDigest(tx, personId, day))
  await transaction((tx) => finish(tx, job.id))
}
