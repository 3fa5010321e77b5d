import { record } from '#app/domain/activity/record.server.ts'
import { ask, finish, type Job } from '#app/domain/jobs/job.server.ts'
import {
  type Alarm,
  anyAlarm,
  raise,
  repairFuture,
  type Told,
} from '#app/domain/promises/escalate.server.ts'
import { needsPlanning, planExisting } from '#app/domain/promises/plan.server.ts'
import { db, transaction, type Tx } from '#db/database.server.ts'
import { now } from '#db/time.ts'

const lookEveryMs = 20_000
let looked: number | undefined

/** Looks now and then whether the team must hear of a promise, and asks for that; once a minute at most. */
export async function planPromises() {
  const moment = +now()
  const since = looked === undefined ? undefined : moment - looked
  if (since !== undefined && Math.abs(since) < lookEveryMs) return
  // At the start, and when the clock was put back, marks of a time to come may have to go.
  const doubtful = since === undefined || since < 0
  if (doubtful || (await needsPlanning(db)) || (await anyAlarm(db))) {
    const minute = new Date(moment).toISOString().slice(0, 16)
    await transaction((tx) => ask(tx, 'promise', `promise:${minute}`, { payload: {} }))
  }
  looked = moment
}

const verbs = { near: 'promise.near', overdue: 'promise.overdue' } as const

/** Gives promises to a house that had none, and tells the team which are near their day, and which are late. */
export async function keepPromises(job: Job) {
  await transaction(repairFuture)
  if (await needsPlanning(db)) for (let more = true; more;) more = await transaction(planExisting)
  for (const alarm of ['overdue', 'near'] as const)
    for (let [more, silent] = [true, false]; more; silent = true)
      more = await transaction((tx) => alarmOf(tx, alarm, silent))
  await transaction((tx) => finish(tx, job.id))
}

async function alarmOf(tx: Tx, alarm: Alarm, silent: boolean) {
  const { told, more } = await raise(tx, alarm, silent)
  for (const each of told) await tellTeam(tx, alarm, each)
  return more
}

const tellTeam = (tx: Tx, alarm: Alarm, { id, ideaId, more }: Told) =>
  record(tx, {
    verb: verbs[alarm],
    actorId: null,
    ideaId,
    subjectId: id,
    ...(more && { data: { more } }),
  })
