import { randomFillSync } from 'node:crypto'
import { v4, v7 } from 'uuid'
import { text, timestamp } from './dialect.ts'
import { now } from './time.ts'

const each = 16
const chance = new Uint8Array(256 * each)
let taken = chance.length

/** 16 bytes of chance, got by the thousand: ten times as fast as one by one. */
function someChance() {
  if (taken === chance.length) {
    randomFillSync(chance)
    taken = 0
  }
  taken += each
  return chance.subarray(taken - each, taken)
}

const last = { msecs: 0, seq: 0 }

/**
 * A UUIDv7 made in the app: sorted by time, those of one millisecond in the order in which this
 * process made them; the same on both databases.
 */
export const newId = () => {
  const msecs = now().getTime()
  const random = someChance()
  last.seq =
    msecs === last.msecs ? last.seq + 1 : (random[0]! << 22) | (random[1]! << 14) | random[2]!
  last.msecs = msecs
  return v7({ msecs, seq: last.seq, random })
}

/** An id that nobody can guess, not even when it was made: for what is private and has an address. */
export const secretId = () => v4()

/** The largest number that an integer column holds on both databases. */
export const largest = 2 ** 31 - 1

export const id = () => text().primaryKey().$defaultFn(newId)
export const createdAt = () =>
  timestamp()
    .notNull()
    .$defaultFn(() => now())
