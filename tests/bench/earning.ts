import { setTimeout as pause } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { catchUp } from '#app/clock/points.server.ts'
import { castVote } from '#app/domain/votes/vote.server.ts'
import { transaction } from '#db/database.server.ts'
import { median } from './measure.ts'

const together = 32
export const voters = 640
const each = 10
const runs = 6
const second = 1_000

/** Each of the voters votes for ten ideas, as often as they are paid for in a day. */
const ballot = (n: number) => {
  const [voter, time] = [n % voters, Math.floor(n / voters)]
  return { voterId: `payee${voter}`, number: 1 + ((voter * 2 + time * 137) % 1_600) }
}

export function prepare(file: string, earning: boolean) {
  const raw = new Database(file)
  const person = raw.prepare(
    "insert or ignore into people (id, handle, display_name, joined_at) values (?, ?, 'Payee', 0)",
  )
  for (let i = 0; i < voters; i++) person.run(`payee${i}`, `payee_${i}`)
  raw.exec("delete from votes where voter_id like 'payee%'")
  // Each run begins alike: nothing left of the votes of the run before.
  raw.exec('update ideas set votes_count = 0 where number <= 1600 and votes_count > 0')
  raw.exec('update activity set is_unsettled = 0 where is_unsettled')
  raw.exec("delete from point_counts where person_id like 'payee%'")
  // Without it, an event that the points would hear of costs what any event costs.
  raw.exec('drop index if exists activity_unsettled')
  if (earning)
    raw.exec('create index activity_unsettled on activity (id) where activity.is_unsettled')
  raw.close()
}

/** Answers how long each vote took, in ms, from asking for it until it was on disk. */
async function voteAll() {
  let next = 0
  const waits: number[] = []
  const voter = async () => {
    for (let n = next++; n < voters * each; n = next++) {
      const { number, voterId } = ballot(n)
      const vote = () => transaction((tx) => castVote(tx, { id: voterId } as never, number))
      waits.push(await timeOf(vote, (outcome) => assertCast(outcome, n)))
    }
  }
  await Promise.all(Array.from({ length: together }, voter))
  return waits
}

function assertCast(outcome: unknown, n: number) {
  if (outcome !== 'cast') throw new Error(`vote ${n} was ${outcome}`)
}

/** As the clock does it: a look each second, until nobody votes any more and all is paid. */
async function payMeanwhile(voting: Promise<unknown>) {
  let over = false
  void voting.finally(() => (over = true))
  while (!over) {
    await Promise.race([pause(second), voting])
    await catchUp()
  }
  await catchUp()
}

/** Milliseconds that `work` takes; what it answers goes to `see`. */
export async function timeOf<T>(work: () => Promise<T>, see?: (answer: T) => void) {
  const started = performance.now()
  const answer = await work()
  const took = performance.now() - started
  see?.(answer)
  return took
}

class Runs {
  readonly #whole: number[] = []
  readonly #middle: number[] = []
  readonly #slow: number[] = []

  async add(work: () => Promise<number[]>) {
    this.#whole.push(
      await timeOf(work, (waits) => {
        const sorted = waits.sort((a, b) => a - b)
        this.#middle.push(median(sorted))
        this.#slow.push(sorted[Math.floor(sorted.length * 0.95)]!)
      }),
    )
  }

  /** Of the runs the medians: a vote's part of the whole, and what its voter waited. */
  get figures() {
    const whole = median(this.#whole) / (voters * each)
    return { whole, middle: median(this.#middle), slow: median(this.#slow) }
  }
}

/**
 * What a durable vote takes in ms, 32 in flight: without anybody earning, and with every vote paid,
 * the settling in the same process. `whole` counts it in to its end; `middle` and `slow` (one of twenty)
 * are what a voter waits. Medians of alternating runs.
 */
export async function earningTimes(file: string) {
  const [bare, paid] = [new Runs(), new Runs()]
  const without = async () => {
    prepare(file, false)
    await bare.add(voteAll)
  }
  const earning = async () => {
    prepare(file, true)
    forgetPay(file)
    await paid.add(async () => {
      const voting = voteAll()
      await payMeanwhile(voting)
      return voting
    })
  }
  // Each first as often as second: what grows, and what else the machine does, weighs on both.
  for (let i = 0; i < runs; i++)
    for (const run of i % 2 ? [earning, without] : [without, earning]) await run()
  return { without: bare.figures, with: paid.figures }
}

/** The occasions of the run before are other ones: nobody would be paid for them twice. */
function forgetPay(file: string) {
  const raw = new Database(file)
  raw.exec('drop trigger if exists point_entries_stay')
  raw.exec('drop trigger if exists point_entries_stand')
  for (const name of ['entries', 'pending', 'accounts', 'counts', 'vintages', 'scores', 'shelves'])
    raw.exec(`delete from point_${name}`)
  raw.exec("update point_chain set seq = 0, hash = ''")
  raw.close()
}
