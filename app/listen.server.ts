import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { ServerBuild } from '@remix-run/node'
import express, { type ErrorRequestHandler, type RequestHandler } from 'express'
import sirv from 'sirv'
import { closeDatabase, patiently, unavailability } from '#db/database.server.ts'
import { env } from '#app/web/env.server.ts'
import { log } from '#app/web/log.server.ts'
import { loggedPath } from '#app/web/log-words.ts'
import { plainPage } from '#app/web/plain-page.server.ts'
import {
  allowHost,
  limitBody,
  plainAddress,
  rateLimit,
  reads,
  sameOrigin,
  securityHeaders,
} from '#app/web/protect.server.ts'
import { readyFirst } from '#app/web/ready-page.server.ts'
import { keepingForms } from '#app/web/refusal.server.ts'
import { pages } from '#app/web/serve.server.ts'
import { closeGently, outliveMistakes } from './goodbye.server.ts'
import { readyz, watchWriting } from './health.server.ts'
import { fillers } from './holes.server.ts'
import { countRequests, metrics } from './metrics.server.ts'
import { startClock } from './clock.server.ts'
import { welcome } from './welcome.server.ts'
import { ownPart } from './workers.server.ts'

const withId: RequestHandler = (req, res, next) => {
  res.locals.id = randomUUID()
  res.setHeader('X-Request-Id', res.locals.id)
  res.on('finish', () => {
    if (res.statusCode >= 500)
      log.warn({
        id: res.locals.id,
        method: req.method,
        path: loggedPath(req.path),
        status: res.statusCode,
      })
  })
  next()
}

/** The last resort: the reader gets a number, the log gets the reason under it. */
const onFault: ErrorRequestHandler = (error, req, res, _next) => {
  const id = res.locals.id as string
  log.error({ id, err: error as Error }, 'fault')
  if (res.headersSent) return res.destroy()
  plainPage(req, res, unavailability(error) ? 503 : 500, { id })
}

const hour = 3_600
const year = 365 * 24 * hour
/** Files are served as they were compressed by the build; an address without its ending is no file. */
const files = { brotli: true, gzip: true, etag: true, extensions: [] }

// By itself sirv answers a PUT with the file, too.
function filesOf(folder: string, more: object): RequestHandler {
  const serve = sirv(folder, { ...files, ...more })
  return (req, res, next) => (reads.includes(req.method) ? serve(req, res, next) : next())
}

/** What `npm run dev` brings along: Vite's doors, and a build that is always fresh. */
export type Workshop = { middlewares: RequestHandler; build: () => Promise<ServerBuild> }

async function house(workshop: Workshop | undefined) {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', env.trustProxy)
  app.set('etag', false)
  app.use(withId, ...securityHeaders, allowHost, plainAddress)
  app.get('/healthz', (_req, res) => void res.type('text').send('ok'))
  app.get('/readyz', readyz)
  app.get('/metrics', metrics)

  if (workshop) app.use(workshop.middlewares)
  else app.use('/assets', filesOf('build/client/assets', { maxAge: year, immutable: true }))
  app.use(filesOf(workshop ? 'public' : 'build/client', { maxAge: hour }))

  app.use((_req, _res, next) => patiently(patienceMs, next))
  app.use(rateLimit, sameOrigin, limitBody)
  const handler = workshop
    ? pages(async () => keepingForms(await workshop.build()), fillers, 'development')
    : pages(keepingForms(await built()), fillers, 'production')
  app.use((req, res, next) => void handler(req, res).catch(next))
  app.use(onFault)
  return app
}

const built = async () => (await import('virtual:remix/server-build')) as unknown as ServerBuild

const jobsGraceMs = 4_000
const patienceMs = 4_500
const second = 1_000

/** The whole server, not yet listening: a request may take a minute to arrive, its headers 15 seconds. */
export async function houseServer(workshop?: Workshop) {
  const app = await house(workshop)
  const server = createServer(
    { connectionsCheckingInterval: 5 * second, requireHostHeader: true },
    workshop ? app : readyFirst(app),
  )
  countRequests(server)
  server.requestTimeout = 60 * second
  server.headersTimeout = 15 * second
  // Whoever takes no byte of an answer for so long has gone away, or holds the line on purpose.
  server.timeout = 120 * second
  return server
}

/** Opens the doors, and closes them gently on SIGTERM or SIGINT: what was begun is finished first. */
export async function start(workshop?: Workshop) {
  const server = await houseServer(workshop)
  watchWriting()
  const part = ownPart()
  const clock = part.clock ? startClock() : undefined
  server.once('error', (err) => {
    log.fatal({ err }, 'cannot listen')
    process.exit(1)
  })
  server.listen(env.port, env.host, () => void (part.welcome && welcome()))

  closeGently(server, async () => {
    // A job that is not done in time is done again after the next start.
    await Promise.race([clock?.stop(), pause(jobsGraceMs)])
    await closeDatabase()
  })
  outliveMistakes()
}
