import { v7 } from 'uuid'
import { text, timestamp } from './dialect.ts'
import { now } from './time.ts'

/** A UUIDv7 made in the app: sorted by time, the same on both databases. */
export const newId = () => v7({ msecs: now().getTime() })

/** The largest number that an integer column holds on both databases. */
export const largest = 2 ** 31 - 1

export const id = () => text().primaryKey().$defaultFn(newId)
export const createdAt = () =>
  timestamp()
    .notNull()
    .$defaultFn(() => now())
