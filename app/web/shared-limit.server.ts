import { RateLimiterMemory } from 'rate-limiter-flexible'
import { patiently } from '#db/patience.ts'
import type { Hits, Limit } from '#app/domain/identity/limit.server.ts'

const everyMs = 500
const mostTold = 500
// Whoever's visit begins the telling does not pay for it.
const tellMs = 30_000

// Only when it is needed: the limits are known before the database is open.
const rows = async () => ({
  ...(await import('#app/domain/identity/limit.server.ts')),
  ...(await import('#db/database.server.ts')),
})

/**
 * A limit counted in memory and shared by all processes through the database: at most every half
 * second, one transaction tells what came here and learns what came elsewhere. An address may so get
 * what the other processes let in during half a second beyond its points. With `worthTelling`, those
 * who come seldom are never told of: each process may then let in as many beyond.
 */
export class SharedLimit {
  #limit: Limit
  #worthTelling: number
  #here: RateLimiterMemory
  #untold = new Map<string, number>()
  #learntAt = new Map<string, number>()
  #telling: Promise<void> | undefined

  constructor(limit: Limit, worthTelling = 1) {
    this.#limit = limit
    this.#worthTelling = worthTelling
    const { name: keyPrefix, points, seconds: duration } = limit
    this.#here = new RateLimiterMemory({ keyPrefix, points, duration })
    const forget = () => [this.#untold, this.#learntAt].forEach((known) => known.clear())
    setInterval(forget, duration * 1000).unref()
  }

  /** Takes one of somebody's points; rejects, saying for how long, where there is none left. */
  async consume(who: string) {
    if (this.#worthTelling === 1) await this.#ask(who)
    const untold = (this.#untold.get(who) ?? 0) + 1
    this.#untold.set(who, untold)
    if (untold >= this.#worthTelling) this.#telling ??= patiently(tellMs, () => this.#tellSoon())
    return this.#here.consume(who)
  }

  /** What others have counted by now, or this process before it was started again. */
  async #ask(who: string) {
    const moment = Date.now()
    if (this.#telling || moment - (this.#learntAt.get(who) ?? 0) < everyMs) return
    this.#learntAt.set(who, moment)
    const { findHits, db } = await rows()
    const hits = await findHits(db, this.#limit, who).catch(() => undefined)
    if (hits && !this.#telling) await this.#learn(who, hits)
  }

  #learn = (who: string, { count, endsAt }: Hits) => {
    const seconds = Math.max(1, Math.ceil((endsAt.getTime() - Date.now()) / 1000))
    this.#learntAt.set(who, Date.now())
    return this.#here.set(who, count + (this.#untold.get(who) ?? 0), seconds)
  }

  async #tellSoon() {
    await new Promise((next) => setTimeout(next, everyMs).unref())
    try {
      await this.#tell()
    } catch {
      // While nothing can be written, each process counts for itself.
    } finally {
      this.#telling = undefined
    }
  }

  async #tell() {
    const told = [...this.#untold].filter(([, n]) => n >= this.#worthTelling).slice(0, mostTold)
    // Two processes that tell of the same people do so in the same order, and never wait for each other.
    told.sort(([one], [other]) => (one < other ? -1 : 1))
    const { countHits, transaction } = await rows()
    const known = await transaction(async (tx) => {
      const all: [string, Hits][] = []
      for (const [who, n] of told) all.push([who, await countHits(tx, this.#limit, who, n)])
      return all
    })
    for (const [who, n] of told) this.#subtract(who, n)
    for (const [who, hits] of known) await this.#learn(who, hits)
  }

  #subtract(who: string, n: number) {
    const left = (this.#untold.get(who) ?? 0) - n
    if (left > 0) this.#untold.set(who, left)
    else this.#untold.delete(who)
  }
}
