import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { ServerBuild } from '@remix-run/node'
import express, { type ErrorRequestHandler, type RequestHandler } from 'express'
import { closeDatabase, Unavailable } from '#db/database.server.ts'
import { env } from '#app/web/env.server.ts'
import { log } from '#app/web/log.server.ts'
import { plainPage } from '#app/web/plain-page.server.ts'
import {
  allowHost,
  limitBody,
  plainAddress,
  rateLimit,
  sameOrigin,
  securityHeaders,
} from '#app/web/protect.server.ts'
import { pages } from '#app/web/serve.server.ts'
import { fillers } from './holes.server.ts'
import { startClock } from './clock.server.ts'
import { welcome } from './welcome.server.ts'

const withId: RequestHandler = (req, res, next) => {
  res.locals.id = randomUUID()
  res.setHeader('X-Request-Id', res.locals.id)
  res.on('finish', () => {
    if (res.statusCode >= 500)
      log.warn({ id: res.locals.id, method: req.method, path: req.path, status: res.statusCode })
  })
  next()
}

/** The last resort: the reader gets a number, the log gets the reason under it. */
const onFault: ErrorRequestHandler = (error, req, res, _next) => {
  const id = res.locals.id as string
  log.error({ id, err: error as Error }, 'fault')
  if (res.headersSent) return res.destroy()
  plainPage(req, res, error instanceof Unavailable ? 503 : 500, { id })
}

const immutable = {
  immutable: true,
  maxAge: '1y',
  index: false,
  redirect: false,
  fallthrough: true,
} as const

/** What `npm run dev` brings along: Vite's doors, and a build that is always fresh. */
export type Workshop = { middlewares: RequestHandler; build: () => Promise<ServerBuild> }

async function house(workshop: Workshop | undefined) {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', env.trustProxy)
  app.set('etag', false)
  app.use(withId, allowHost, ...securityHeaders, plainAddress)
  app.get('/healthz', (_req, res) => void res.type('text').send('ok'))

  if (workshop) app.use(workshop.middlewares)
  else app.use('/assets', express.static('build/client/assets', immutable))
  const files = workshop ? 'public' : 'build/client'
  app.use(express.static(files, { maxAge: '1h', index: false, redirect: false }))

  app.use(rateLimit, sameOrigin, limitBody)
  const handler = workshop
    ? pages(workshop.build, fillers, 'development')
    : pages(await built(), fillers, 'production')
  app.use((req, res, next) => void handler(req, res).catch(next))
  app.use(onFault)
  return app
}

const built = async () => (await import('virtual:remix/server-build')) as unknown as ServerBuild

const graceMs = 9_000

/** Opens the doors, and closes them gently on SIGTERM or SIGINT: what was begun is finished first. */
export async function start(workshop?: Workshop) {
  const server = createServer(await house(workshop))
  server.requestTimeout = 60_000
  server.headersTimeout = 15_000
  const clock = startClock()
  server.listen(env.port, env.host, () => void welcome())

  const stop = () => {
    setTimeout(() => process.exit(1), graceMs).unref()
    server.close(
      () =>
        void clock
          .stop()
          .then(closeDatabase)
          .then(() => process.exit(0)),
    )
    server.closeIdleConnections()
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  process.on('unhandledRejection', (error) =>
    log.error({ err: error as Error }, 'unhandled rejection'),
  )
}
