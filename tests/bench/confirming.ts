import { setTimeout as pause } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { catchUp } from '#app/clock/points.server.ts'
import { book } from '#app/domain/points/ledger.server.ts'
import { castVote } from '#app/domain/votes/vote.server.ts'
import { transaction } from '#db/database.server.ts'
import { prepare, timeOf, voters } from './earning.ts'
import { spread } from './measure.ts'

const second = 1_000
const aloneSeconds = 20

/** Entries of so many, due since yesterday. */
async function earnDue(entries: number) {
  const past = new Date(Date.now() - 4 * 86_400_000)
  for (let n = 0; n < entries; n += 500)
    await transaction((tx) =>
      book(
        tx,
        Array.from({ length: 500 }, (_, i) => ({
          ...({ kind: 'earn', rule: 'vote', amount: 1 } as const),
          ...{ personId: `payee${(n + i) % voters}`, key: `bench:${n + i}` },
          ...{ actedAt: past, confirmsAt: past, categoryId: 'packaging' },
        })),
      ),
    )
}

/** Notes how long the writer is held, from each begin to its commit: so long any other would wait. */
function watchHolds() {
  const holds: { ms: number; isOurs: boolean }[] = []
  const mark = { isOurs: false }
  const aside = new Database(':memory:')
  const statements = Object.getPrototypeOf(aside.prepare('select 1')) as Database.Statement
  aside.close()
  const run = statements.run
  let begun = 0
  statements.run = function (this: Database.Statement, ...values: unknown[]) {
    const result = run.apply(this, values)
    if (this.source === 'begin immediate') begun = performance.now()
    if (this.source.startsWith('insert into "point_entries"')) mark.isOurs = true
    if (this.source !== 'commit') return result
    holds.push({ ms: performance.now() - begun, isOurs: mark.isOurs })
    mark.isOurs = false
    return result
  }
  return { holds, end: () => void (statements.run = run) }
}

/** How long each vote takes that somebody gives, one after another, while `work` is done; and each hold. */
async function waitsBeside(file: string, work: () => Promise<unknown>) {
  prepare(file, true)
  const watch = watchHolds()
  const waits: number[] = []
  let over = false
  const others = (async () => {
    for (let n = 0; !over; n = (n + 1) % 12_800) {
      const voter = { id: `payee${n % voters}` } as never
      waits.push(
        await timeOf(() => transaction((tx) => castVote(tx, voter, 1 + ((n * 7) % 1_600)))),
      )
      await pause(2)
    }
  })()
  const whole = await timeOf(work)
  over = true
  await others
  watch.end()
  return { ...spread(waits), holds: holdsOf(watch.holds), seconds: whole / second }
}

/** Of those that booked something, and of the voters' own. */
const holdsOf = (holds: { ms: number; isOurs: boolean }[]) => ({
  booking: spread(holds.filter(({ isOurs }) => isOurs).map(({ ms }) => ms)),
  voting: spread(holds.filter(({ isOurs }) => !isOurs).map(({ ms }) => ms)),
})

/** Waits and holds, in ms, while so many entries are confirmed; and `alone`, the same without. */
export async function confirming(file: string, entries: number) {
  prepare(file, true)
  await earnDue(entries)
  const beside = await waitsBeside(file, () => catchUp())
  const span = Math.min(beside.seconds, aloneSeconds) * second
  return { ...beside, alone: await waitsBeside(file, () => pause(span)) }
}
