import { Unavailable } from '#db/doors.ts'

const longest = 200

/** Lets `most` works run at once; the rest waits in order, and beyond 200 is told to come again. */
export function atMost(most: number) {
  let running = 0
  const waiting: (() => void)[] = []
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (waiting.length >= longest) throw new Unavailable('too many wait')
    if (running < most) running++
    else await new Promise<void>((begin) => waiting.push(begin))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}
