import { askAll, finish, type Job } from '#app/domain/jobs/job.server.ts'
import { keepLease } from '#app/domain/jobs/lease.server.ts'
import { askDigest, digestReaders } from '#app/domain/notifications/digest.server.ts'
import { dayIn, hourIn, hoursDue } from '#app/domain/notifications/hours.rules.ts'
import { zoneOf } from '#app/domain/notifications/zone.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { now } from '#db/time.ts'

const together = 20
let asked = ''

/** Each hour, asks once for the digests of those who read them then; what was missed today is made up for. */
export async function planDigests() {
  const zone = await zoneOf(db)
  const day = dayIn(zone, now())
  const present = `${day} ${hourIn(zone, now())}`
  if (present === asked) return
  const wishes = hoursDue(zone, now()).map((hour) => ({
    kind: 'digest',
    key: `digest:${day}:${hour}`,
    payload: { day, hour },
  }))
  await transaction((tx) => askAll(tx, wishes))
  asked = present
}

/** Asks for everybody's digest of an hour, a transaction each: however often it begins again, each gets one. */
export async function writeDigests(job: Job) {
  const { day, hour } = job.payload as { day: string; hour: number }
  for await (const personIds of digestReaders(db, hour)) {
    // Some at once: what waits together is committed together.
    for (let i = 0; i < personIds.length; i += together)
      await Promise.all(
        personIds
          .slice(i, i + together)
          .map((personId) => transaction((tx) => askDigest(tx, personId, day))),
      )
    await transaction((tx) => keepLease(tx, job))
  }
  await transaction((tx) => finish(tx, job.id))
}
