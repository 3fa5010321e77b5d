import type { QueryConfig } from 'pg'
import { Unavailable } from './doors.ts'
import { mayBeBehind, patiently } from './patience.ts'
import { type PatientPool, translated } from './postgres-pool.ts'

const lookEveryMs = 1_000
const trustedForMs = 2_000
const answersWithinMs = 1_000
const triesToCatchUp = 8
const pauseMs = 75

/**
 * A streaming replica that answers what may be up to two seconds old. Every second it must show
 * that it holds what its primary held at that moment; while it cannot, or is away, nobody asks it.
 */
export class Replica {
  #pool: PatientPool
  #primary: PatientPool
  #heldAt = -Infinity
  #timer: NodeJS.Timeout

  constructor(pool: PatientPool, primary: PatientPool) {
    this.#pool = pool
    this.#primary = primary
    this.#timer = setInterval(() => void this.#look(), lookEveryMs).unref()
    void this.#look()
  }

  /** The replica's answer, or `undefined` where the primary should be asked. */
  async answer(asked: QueryConfig, values?: unknown[]) {
    if (!mayBeBehind() || performance.now() - this.#heldAt > trustedForMs) return undefined
    try {
      return await patiently(answersWithinMs, () => this.#pool.query(asked, values))
    } catch (error) {
      if (!(translated(error) instanceof Unavailable)) throw error
      this.#heldAt = -Infinity
      return undefined
    }
  }

  async close() {
    clearInterval(this.#timer)
    await this.#pool.close()
  }

  #look = () =>
    patiently(answersWithinMs, async () => {
      const moment = performance.now()
      const position = await this.#position()
      for (let i = 0; i < triesToCatchUp; i++) {
        if (await this.#holds(position)) return void (this.#heldAt = moment)
        await new Promise((next) => setTimeout(next, pauseMs))
      }
    }).catch(() => undefined)

  /** How far the primary is; while it is away nothing is written, and whatever the replica holds is the newest. */
  async #position() {
    const asked = { text: 'select pg_current_wal_lsn()::text as position' }
    try {
      return (await this.#primary.query(asked)).rows[0].position as string
    } catch {
      return '0/0'
    }
  }

  async #holds(position: string) {
    const { rows } = await this.#pool.query(
      {
        text: `select case when pg_is_in_recovery()
          then pg_last_wal_replay_lsn() >= $1::pg_lsn else true end as holds`,
      },
      [position],
    )
    return rows[0].holds === true
  }
}
