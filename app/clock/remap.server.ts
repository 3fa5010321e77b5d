import { setImmediate as breath } from 'node:timers/promises'
import { ask, finish, type Job } from '#app/domain/jobs/job.server.ts'
import {
  askForRemap,
  closeWays,
  type Remap,
  remapsDue,
  remapSome,
} from '#app/domain/workflow/remap.server.ts'
import { unsettledStatuses } from '#app/domain/workflow/retire.server.ts'
import { shortlistIfWanted } from '#app/domain/workflow/shortlist.server.ts'
import {
  ideasOverVotes,
  leastVotes,
  thresholdsNow,
} from '#app/domain/workflow/thresholds.server.ts'
import { db, transaction } from '#db/database.server.ts'

/** Well within the lease of a job: what is left then is asked for again. */
const longestMs = 20_000
const lookEvery = 60_000
let lookedAt = 0

/**
 * Looks once a minute for ideas that stand in a retired status although no job is about to move them:
 * one that somebody moved there in the very moment of its retirement, or that a lost job left behind.
 */
export async function planRemaps() {
  if (Date.now() - lookedAt < lookEvery) return
  lookedAt = Date.now()
  for (const { id } of await unsettledStatuses(db))
    await transaction((tx) => askForRemap(tx, id, {}, `${Math.floor(Date.now() / lookEvery)}`))
}

/** Brings ideas where they belong since a status was retired, or its place or a threshold changed. */
export const remap = (job: Job) =>
  'shortlist' in job.payload ? shortlistAll(job) : settle(job, job.payload as Remap)

async function settle(job: Job, wish: Remap) {
  const until = Date.now() + longestMs
  for (;;) {
    const due = await remapsDue(db, wish.status)
    if (!due?.ideas.length) break
    for (let rest = due.ideas; rest.length; await breath()) {
      if (Date.now() > until) return askAgain(job)
      const done = await transaction((tx) => remapSome(tx, rest, wish))
      rest = rest.slice(done)
    }
  }
  await transaction(async (tx) => {
    await closeWays(tx, wish.status)
    await finish(tx, job.id)
  })
}

const askAgain = (job: Job) =>
  transaction(async (tx) => {
    await ask(tx, 'remap', `${job.key}+`, { payload: job.payload })
    await finish(tx, job.id)
  })

async function shortlistAll(job: Job) {
  const { thresholds } = await thresholdsNow(db)
  const least = leastVotes(thresholds)
  let after: { votesCount: number; number: number } | undefined
  while (least) {
    const some = await ideasOverVotes(db, least, after)
    for (const { number } of some) await transaction((tx) => shortlistIfWanted(tx, number))
    after = some.at(-1)
    if (!after) break
  }
  await transaction((tx) => finish(tx, job.id))
}
