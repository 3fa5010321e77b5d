import { Unavailable } from './doors.ts'

/** Why nothing can be written at present, since when, and whether only a new start can help. */
export type ReadOnly = { reason: string; since: Date; untilRestart: boolean }

const closing = /^(SQLITE_(FULL|READONLY|IOERR|CANTOPEN)|25006|53100)/
// After a failed write or fsync nobody knows what is on disk, and the next one may say that all is well.
const doubtful = /^SQLITE_IOERR_((DIR_)?FSYNC|WRITE)/

let state: ReadOnly | undefined
let written = 0
let lastWriteAt = 0
let tell: (state: ReadOnly | undefined) => void = () => {}

/** The read-only mode the house is in; `undefined` while it can write, as far as it knows. */
export const readOnly = () => state

/** How many transactions were committed since the start, and when the last one was (ms, 0 for never). */
export const writesSoFar = () => ({ written, lastWriteAt })

/** Has `listener` told whenever the mode begins (with its reason) or ends (`undefined`). */
export function whenReadOnly(listener: typeof tell) {
  tell = listener
}

/** Throws where writing is over until the next start. */
export function refuseDoubtful() {
  if (state?.untilRestart) throw new Unavailable(state.reason)
}

/** Does one write and learns from it: one that fails for want of a disk begins the read-only mode, one that succeeds ends it. */
export async function watched<T>(write: () => Promise<T>): Promise<T> {
  refuseDoubtful()
  try {
    const value = await write()
    written++
    lastWriteAt = Date.now()
    if (state && !state.untilRestart) enter(undefined)
    return value
  } catch (error) {
    if (error instanceof Unavailable) note(error.message)
    throw error
  }
}

function note(reason: string) {
  const untilRestart = doubtful.test(reason)
  if (!closing.test(reason) || state?.untilRestart || (state && !untilRestart)) return
  enter({ reason, since: new Date(), untilRestart })
}

function enter(next: ReadOnly | undefined) {
  state = next
  tell(next)
}
