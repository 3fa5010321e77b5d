import { Unavailable } from '#db/doors.ts'
import { inTime } from '#db/patience.ts'

const longest = 200
const waitMs = 30_000

/**
 * Lets `most` works run at once; the rest waits in order, on its own time for the database: a
 * database that does not answer keeps nobody longer by a line before it. Whoever has waited too
 * long is told to come again, as is whoever comes beyond 200.
 */
export function atMost(most: number) {
  let running = 0
  const waiting: (() => void)[] = []
  const leave = () => {
    const next = waiting.shift()
    if (next) next()
    else running--
  }

  async function turn() {
    let begin = () => {}
    const mine = new Promise<void>((resolve) => (begin = resolve))
    waiting.push(begin)
    try {
      await inTime(() => mine, waitMs)
    } catch (error) {
      const place = waiting.indexOf(begin)
      if (place >= 0) waiting.splice(place, 1)
      // The turn came just now, too late.
      else leave()
      throw error
    }
  }

  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (waiting.length >= longest) throw new Unavailable('too many wait')
    if (running < most) running++
    else await turn()
    try {
      return await work()
    } finally {
      leave()
    }
  }
}
