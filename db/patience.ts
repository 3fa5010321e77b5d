import { AsyncLocalStorage } from 'node:async_hooks'
import { Unavailable } from './doors.ts'

const tick = 100
let [lookedAt, stalled] = [performance.now(), 0]
const stalledSoFar = () => stalled + Math.max(0, performance.now() - lookedAt - 2 * tick)
setInterval(() => {
  stalled = stalledSoFar()
  lookedAt = performance.now()
}, tick).unref()

/** Milliseconds in which this process could listen: while it computes, nobody else is late. */
const clock = () => performance.now() - stalledSoFar()

/** How long one visitor may still wait for the database, or in line for it; other time does not count. */
class Patience {
  #left: number
  #asking = 0
  #since = 0

  constructor(ms: number) {
    this.#left = ms
  }

  get left() {
    return this.#asking ? this.#left - (clock() - this.#since) : this.#left
  }

  async spend<T>(wait: () => Promise<T>) {
    if (!this.#asking++) this.#since = clock()
    try {
      return await wait()
    } finally {
      const { left } = this
      if (!--this.#asking) this.#left = left
    }
  }
}

const patience = new AsyncLocalStorage<Patience>()
const replica = new AsyncLocalStorage<true>()

/** Runs `work`, in which the database may take `ms` in all: whatever takes longer fails as `Unavailable`. */
export const patiently = <T>(ms: number, work: () => T) => patience.run(new Patience(ms), work)

/**
 * The answer, on the time of whoever waits for it; `Unavailable` once that is over, or after `most`
 * ms where nobody does.
 */
export function inTime<T>(ask: () => Promise<T>, most: number): Promise<T> {
  const own = patience.getStore() ?? new Patience(most)
  if (own.left <= 0) return Promise.reject(new Unavailable('out of time'))
  return own.spend(
    () =>
      new Promise((done, failed) => {
        const look = () => {
          if (own.left <= 0) failed(new Unavailable('out of time'))
          else timer = setTimeout(look, own.left + 1)
        }
        let timer = setTimeout(look, own.left + 1)
        ask()
          .then(done, failed)
          .finally(() => clearTimeout(timer))
      }),
  )
}

/** Runs `work`, whose questions a replica may answer, up to two seconds behind; without one nothing changes. */
export const fromReplica = <T>(work: () => T) => replica.run(true, work)

/** Whether a replica may answer here. */
export const mayBeBehind = () => replica.getStore() === true
