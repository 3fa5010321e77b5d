import cluster, { type Worker } from 'node:cluster'
import { env } from './web/env.server.ts'
import { log } from './web/log.server.ts'

/** What one worker does besides serving: one of them keeps the clock, and the first says welcome. */
export type Part = { clock: boolean; welcome: boolean }

const [shortestPause, longestPause, livedWell] = [200, 30_000, 10_000]

/**
 * Serves with `env.workers` processes that share the port, and puts another in the place of one that
 * dies: at once, or after a growing pause where it had not lived for 10 seconds. One of them keeps
 * the clock. On SIGTERM or SIGINT all finish what they began. Ends when none of the first comes up.
 */
export function startWorkers() {
  let [stopping, served, pause] = [false, false, shortestPause]
  let clock: Worker | undefined

  function fork(welcome: boolean) {
    const part: Part = { clock: !clock, welcome }
    const worker = cluster.fork({ GRANAIO_PART: JSON.stringify(part) })
    const bornAt = Date.now()
    if (part.clock) clock = worker
    worker.once('listening', () => (served = true))
    worker.on('error', (error) => log.error({ err: error }, 'a worker could not be told'))
    worker.once('exit', (code, signal) => {
      if (worker === clock) clock = undefined
      if (stopping) return endWithLast()
      if (!served) return stop(1)
      log.error({ worker: worker.process.pid, code, signal }, 'a worker died')
      hangUpOnLost()
      pause = Date.now() - bornAt > livedWell ? shortestPause : Math.min(pause * 2, longestPause)
      setTimeout(() => !stopping && fork(false), pause)
    })
  }

  function endWithLast() {
    if (!Object.keys(cluster.workers ?? {}).length) process.exit()
  }

  function stop(code = 0) {
    if (stopping) return
    stopping = true
    process.exitCode = code
    setTimeout(() => process.exit(1), graceMs).unref()
    for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill('SIGTERM')
    endWithLast()
  }

  process.on('SIGTERM', () => stop())
  process.on('SIGINT', () => stop())
  for (let i = 0; i < env.workers; i++) fork(i === 0)
}

type Raw = {
  constructor: { name: string }
  close?: () => void
  getpeername?: (out: object) => number
  _idleNext?: object | null
}

/**
 * Node forgets, and never closes, a connection that was on its way to a worker when it died: its
 * visitor would wait for ever. Those that are still on their way after a while are hung up on; those
 * that wait in the queue for a busy worker (they are linked to their neighbours) are not lost.
 */
function hangUpOnLost() {
  const { _getActiveHandles: handles } = process as unknown as { _getActiveHandles?: () => Raw[] }
  const onTheirWay = () =>
    (handles?.call(process) ?? []).filter(
      (one) => one.constructor.name === 'TCP' && one.getpeername?.({}) === 0 && !one._idleNext,
    )
  const before = new Set(onTheirWay())
  setTimeout(() => {
    for (const one of onTheirWay()) if (before.has(one)) one.close?.()
  }, handOverMs).unref()
}

const [graceMs, handOverMs] = [9_500, 500]

/** The part of this process. */
export const ownPart = (): Part =>
  process.env.GRANAIO_PART
    ? (JSON.parse(process.env.GRANAIO_PART) as Part)
    : { clock: true, welcome: true }
