import { setImmediate as breath } from 'node:timers/promises'
import { record } from '#app/domain/activity/record.server.ts'
import { markSettled, unsettledEvents } from '#app/domain/activity/unsettled.server.ts'
import { forget } from '#app/domain/jobs/forget.server.ts'
import { ask, type Job } from '#app/domain/jobs/job.server.ts'
import { keepLease } from '#app/domain/jobs/lease.server.ts'
import { anyToConfirm, confirmDue } from '#app/domain/points/confirm.server.ts'
import { anyReached, levelsReached } from '#app/domain/points/level-count.server.ts'
import { settle } from '#app/domain/points/settle.server.ts'
import { log } from '#app/web/log.server.ts'
import { db, transaction, type Tx, unavailability } from '#db/database.server.ts'
import { now } from '#db/time.ts'
import { Pace } from './pace.ts'

// Whoever votes meanwhile waits for one of them at most, and for the disk.
const settling = new Pace(25, 150, 1_000)
const confirming = new Pace(6, 20, 100)
const levelsAtOnce = 50

/** Events that could not be settled: left for the next start of the server, and nobody waits for them. */
const setAside = new Set<string>()

/** Asks for the points to be looked at where anything happened, or is due. */
export async function planPoints() {
  const [event] = await unsettledEvents(db, 1, [...setAside])
  if (!event && !(await anyToConfirm(db)) && !(await anyReached(db))) return
  // One that failed for good keeps its key; the next hour is not its own.
  const hour = now().toISOString().slice(0, 13)
  await transaction((tx) => ask(tx, 'points', `points:${hour}`, { payload: {} }))
}

/** Does all there is to do for the points. However often it begins again, nobody is paid twice. */
export async function workOnPoints(job: Job) {
  await catchUp(() => transaction((tx) => keepLease(tx, job)))
  await transaction((tx) => forget(tx, job))
}

/**
 * Hears of what happened, confirms what is due and tells of the levels reached, in small transactions:
 * whoever writes meanwhile waits for none of them long. `after` each is called when there is more.
 */
export async function catchUp(after = async () => {}) {
  for (const step of [settleSome, confirmSome, tellOfLevels])
    for (let more = true; more; await breath()) {
      more = await step()
      if (more) await after()
    }
}

/** Answers whether there may be more. */
async function settleSome() {
  const leftOut = [...setAside]
  try {
    return await transaction((tx) => settling.keep((most) => settleNext(tx, most, leftOut)))
  } catch (error) {
    if (unavailability(error)) throw error
    return settleOneByOne(leftOut)
  }
}

async function settleNext(tx: Tx, most: number, leftOut: string[]) {
  const events = await unsettledEvents(tx, most, leftOut)
  await settleEvents(tx, events)
  return events.length === most
}

async function settleEvents(tx: Tx, events: Awaited<ReturnType<typeof unsettledEvents>>) {
  await settle(tx, events)
  await markSettled(
    tx,
    events.map(({ id }) => id),
  )
}

/** Finds the event that cannot be settled, so that no other has to wait for it. */
async function settleOneByOne(leftOut: string[]) {
  for (const event of await unsettledEvents(db, settling.size, leftOut))
    try {
      await transaction((tx) => settleEvents(tx, [event]))
    } catch (error) {
      if (unavailability(error)) throw error
      log.error({ err: error as Error, event: event.id }, 'an event could not be settled')
      setAside.add(event.id)
    }
  return true
}

const confirmSome = () =>
  transaction((tx) =>
    confirming.keep(async (most) => {
      const { confirmed, events } = await confirmDue(tx, most)
      for (const event of events) await record(tx, event)
      return confirmed === most
    }),
  )

const tellOfLevels = () =>
  transaction(async (tx) => {
    const events = await levelsReached(tx, levelsAtOnce)
    for (const event of events) await record(tx, event)
    return events.length === levelsAtOnce
  })
