import { finish, type Job } from '#app/domain/jobs/job.server.ts'
import { keepLease, putOff } from '#app/domain/jobs/lease.server.ts'
import {
  askRoundLetter,
  isRoundBeingTold,
  roundReaders,
} from '#app/domain/notifications/round-letter.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { now } from '#db/time.ts'

const breath = 5_000

/**
 * Writes the letters of a round, some hundreds in a transaction; where its moves are still being
 * told, a little later. Whoever got theirs before a crash gets no second.
 */
export async function writeRoundLetters(job: Job) {
  const { roundId } = job.payload as { roundId: string }
  if (await isRoundBeingTold(db, roundId)) {
    const later = new Date(now().getTime() + breath)
    return transaction((tx) => putOff(tx, job, later))
  }
  for await (const personIds of roundReaders(db, roundId))
    await transaction(async (tx) => {
      await askRoundLetter(tx, roundId, personIds)
      await keepLease(tx, job)
    })
  await transaction((tx) => finish(tx, job.id))
}
