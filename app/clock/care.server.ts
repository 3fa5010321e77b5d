import { letLeave } from '#app/domain/care/leave.server.ts'
import { replanSome } from '#app/domain/care/replan.server.ts'
import {
  anythingToWatch,
  closeSolved,
  forgetPresence,
  markBroken,
  wake,
  warn,
} from '#app/domain/care/watch.server.ts'
import { ask, finish, type Job } from '#app/domain/jobs/job.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { now } from '#db/time.ts'

const lookEveryMs = 20_000
let looked: number | undefined

/** Looks now and then whether a case wakes, is closed or runs late, and asks for that; once a minute at most. */
export async function planCare() {
  const moment = +now()
  if (looked !== undefined && Math.abs(moment - looked) < lookEveryMs) return
  if (await anythingToWatch(db)) {
    const minute = new Date(moment).toISOString().slice(0, 16)
    await transaction((tx) => ask(tx, 'care', `care:${minute}`, { payload: {} }))
  }
  looked = moment
}

const replanFrom = (after: string) => transaction((tx) => replanSome(tx, after))

/** Lets an answer leave at its moment, or looks after all cases: some at once, so that nobody waits long. */
export async function lookAfterCases(job: Job) {
  const { leaves, replan } = job.payload as { leaves?: string; replan?: boolean }
  if (leaves) {
    await transaction(async (tx) => {
      await letLeave(tx, leaves)
      await finish(tx, job.id)
    })
    return
  }
  if (replan) {
    for (let after: string | undefined = ''; after !== undefined;) after = await replanFrom(after)
    await transaction((tx) => finish(tx, job.id))
    return
  }
  for (const step of [warn, markBroken, wake, closeSolved])
    for (let more = true; more;) more = await transaction(step)
  await transaction(async (tx) => {
    await forgetPresence(tx)
    await finish(tx, job.id)
  })
}
