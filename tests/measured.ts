import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

const tries = 3

/** Milliseconds that `work` takes when nobody else wants the machine: the best of three. */
export async function quickest(work: () => unknown) {
  const times: number[] = []
  for (let i = 0; i < tries; i++) {
    const began = performance.now()
    await work()
    times.push(performance.now() - began)
  }
  return Math.min(...times)
}

function collect() {
  setFlagsFromString('--expose-gc')
  const gc = runInNewContext('gc') as () => void
  gc()
}

/**
 * Bytes by which the process grows while `work` runs, at its largest. Once, after what was thrown away
 * is gone: a second try would find the memory of the first one still there, and grow by nothing.
 */
export async function growth(work: () => Promise<unknown>) {
  collect()
  const before = process.memoryUsage.rss()
  let most = before
  const look = () => void (most = Math.max(most, process.memoryUsage.rss()))
  const looking = setInterval(look, 5)
  await work().finally(() => clearInterval(looking))
  look()
  return most - before
}
