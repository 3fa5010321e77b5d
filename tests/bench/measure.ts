import { availableParallelism, cpus, loadavg } from 'node:os'
import autocannon from 'autocannon'

export const median = (numbers: number[]) =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!

/** The longest of many times, the 99th of a hundred, and the usual one. */
export function spread(all: number[]) {
  const sorted = [...all].sort((a, b) => a - b)
  const at = (part: number) => sorted[Math.floor(sorted.length * part)] ?? 0
  return { longest: sorted.at(-1) ?? 0, p99: at(0.99), usual: sorted.length ? median(sorted) : 0 }
}

/** What a figure was measured on, and how busy that was. */
export function thisMachine() {
  const load = loadavg()[0]!.toFixed(1)
  const model = cpus()[0]?.model.trim()
  return `${model}, ${availableParallelism()} cores, Node ${process.version}, load ${load} at the start`
}

const runs = 3

/**
 * Requests a second and the 99th percentile in ms at 8 connections: the median of three runs after
 * a warm-up. `path` gives each request an address of its own.
 */
export async function hits(
  url: string,
  headers: Record<string, string>,
  seconds: number,
  path?: () => string,
) {
  const once = async (duration: number) => {
    const { requests, latency, non2xx, errors } = await autocannon({
      url,
      connections: 8,
      duration,
      headers,
      requests: path && [{ setupRequest: (asked) => ({ ...asked, path: path() }) }],
    })
    if (non2xx + errors > 0) throw new Error(`${url}: ${non2xx} answers not 2xx, ${errors} errors`)
    return { rate: requests.average, p99: latency.p99 }
  }
  await once(2)
  const all = []
  for (let i = 0; i < runs; i++) all.push(await once(seconds))
  return { rate: median(all.map(({ rate }) => rate)), p99: median(all.map(({ p99 }) => p99)) }
}

/** The median time of `work` in ms, after a warm-up. */
export async function took(work: (i: number) => Promise<unknown>, times = 200) {
  for (let i = 0; i < 20; i++) await work(i)
  const all = []
  for (let i = 0; i < times; i++) {
    const started = performance.now()
    await work(i)
    all.push(performance.now() - started)
  }
  return median(all)
}
