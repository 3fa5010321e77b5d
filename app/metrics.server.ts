import { createHash, timingSafeEqual } from 'node:crypto'
import type { Server } from 'node:http'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { RequestHandler } from 'express'
import { db, readOnly, writesSoFar } from '#db/database.server.ts'
import { queueCounts } from './domain/jobs/queue.server.ts'
import { env } from './web/env.server.ts'
import { cacheCounts } from './web/page-cache.server.ts'

const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const classes = ['1xx', '2xx', '3xx', '4xx', '5xx']
const answered = new Map(classes.map((name) => [name, 0]))
const within = bounds.map(() => 0)
let [requests, seconds] = [0, 0]
// What it measures begins with its own pause.
const resolution = 10
const loop = monitorEventLoopDelay({ resolution })

function note(status: number, took: number) {
  const name = `${Math.floor(status / 100)}xx`
  answered.set(name, (answered.get(name) ?? 0) + 1)
  requests++
  seconds += took
  bounds.forEach((bound, i) => took <= bound && within[i]!++)
}

/** Counts every request of `server` and its time, from its head to the last byte of the answer; only where somebody may ask. */
export function countRequests(server: Server) {
  if (!env.metricsToken) return
  loop.enable()
  server.prependListener('request', (_req, res) => {
    const began = performance.now()
    res.on('close', () => note(res.statusCode, (performance.now() - began) / 1000))
  })
}

type Value = number | [labels: string, value: number][]

const hashed = (text: string) => createHash('sha256').update(text).digest()
const told = `Bearer ${env.metricsToken ?? ''}`

/** `/metrics` in the text format of Prometheus, for whoever brings the token; to everybody else there is no such page. */
export const metrics: RequestHandler = (req, res, next) => {
  const given = hashed(req.headers.authorization ?? '')
  if (!env.metricsToken || !timingSafeEqual(given, hashed(told))) return next()
  measured().then((text) => {
    res.setHeader('Cache-Control', 'no-store')
    res.type('text/plain; version=0.0.4; charset=utf-8').send(text)
  }, next)
}

async function measured() {
  const { waiting, dead } = await queueCounts(db)
  const { rss, heapUsed } = process.memoryUsage()
  const delay = (share: number) => Math.max(0, loop.percentile(share) / 1e9 - resolution / 1000)
  return [
    written(
      'granaio_requests_total',
      'counter',
      [...answered].map(([name, n]) => [`class="${name}"`, n]),
    ),
    histogram(),
    written('granaio_commits_total', 'counter', writesSoFar().written),
    written('granaio_read_only', 'gauge', readOnly() ? 1 : 0),
    written('granaio_jobs', 'gauge', [
      ['state="waiting"', waiting],
      ['state="dead"', dead],
    ]),
    written('granaio_page_cache_hits_total', 'counter', cacheCounts.hits),
    written('granaio_page_cache_renders_total', 'counter', cacheCounts.renders),
    written('granaio_event_loop_delay_seconds', 'gauge', [
      ['quantile="0.5"', delay(50)],
      ['quantile="0.99"', delay(99)],
    ]),
    written('process_resident_memory_bytes', 'gauge', rss),
    written('nodejs_heap_used_bytes', 'gauge', heapUsed),
    written('process_uptime_seconds', 'gauge', process.uptime()),
  ].join('')
}

function written(name: string, type: string, value: Value) {
  const lines =
    typeof value === 'number'
      ? [`${name} ${value}`]
      : value.map(([labels, n]) => `${name}{${labels}} ${n}`)
  return [`# TYPE ${name} ${type}`, ...lines, ''].join('\n')
}

function histogram() {
  const name = 'granaio_request_duration_seconds'
  const rows = [
    ...bounds.map((bound, i) => `${name}_bucket{le="${bound}"} ${within[i]}`),
    `${name}_bucket{le="+Inf"} ${requests}`,
  ]
  return [
    `# TYPE ${name} histogram`,
    ...rows,
    `${name}_sum ${seconds}`,
    `${name}_count ${requests}`,
    '',
  ].join('\n')
}
