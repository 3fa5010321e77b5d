import { v7 } from 'uuid'
import { text, timestamp } from './dialect.ts'
import { now } from './time.ts'

/** A UUIDv7 made in the app: sorted by time, the same on both databases. */
export const newId = () => v7({ msecs: now().getTime() })

export const id = () => text().primaryKey().$defaultFn(newId)
export const createdAt = () =>
  timestamp()
    .notNull()
    .$defaultFn(() => now())
