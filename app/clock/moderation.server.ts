import { endRestrictions } from '#app/domain/identity/standing.server.ts'
import { ask, finish, type Job } from '#app/domain/jobs/job.server.ts'
import { findVoteBursts } from '#app/domain/moderation/burst-find.server.ts'
import { holdBurst } from '#app/domain/moderation/burst.server.ts'
import { forgetGuests } from '#app/domain/moderation/flag-guest.server.ts'
import { forgetPrints } from '#app/domain/moderation/print.server.ts'
import { tellDecision } from '#app/domain/moderation/tell.server.ts'
import { holdChain } from '#app/domain/points/account.server.ts'
import { settleOnBoard } from '#app/domain/points/score.server.ts'
import { db, transaction, type Tx } from '#db/database.server.ts'
import { now } from '#db/time.ts'

/** Tells of a decision that can be undone no more, or ends what ends by itself. */
export async function keepModeration(job: Job) {
  if (job.payload.look) await lookAround()
  await transaction(async (tx) => {
    const { decision } = job.payload
    if (typeof decision === 'string') await tellDecision(tx, decision)
    else if (!job.payload.look) await endThem(tx)
    await finish(tx, job.id)
  })
}

/** Whoever is let in again is on the leaderboard again. */
async function endThem(tx: Tx) {
  await holdChain(tx)
  for (const id of await endRestrictions(tx)) await settleOnBoard(tx, id)
}

const lookEveryMs = 5 * 60_000
let looked = ''

/** Asks every five minutes for a look at the votes of young accounts, and for what is to be forgotten. */
export async function planModeration() {
  const slot = new Date(Math.floor(+now() / lookEveryMs) * lookEveryMs).toISOString().slice(0, 16)
  if (slot === looked) return
  await transaction((tx) => ask(tx, 'moderation', `look:${slot}`, { payload: { look: slot } }))
  looked = slot
}

/** Holds the votes that came in bursts, and forgets what was only kept for a while. */
async function lookAround() {
  // Looking takes its time and changes nothing; only what was found is written.
  for (const { ideaId, burst } of await findVoteBursts(db))
    await transaction((tx) => holdBurst(tx, ideaId, burst))
  await transaction(forgetGuests)
  while (await transaction((tx) => forgetPrints(tx)));
}
