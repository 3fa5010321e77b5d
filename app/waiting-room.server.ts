import { createServer } from 'node:http'
import express from 'express'
import { unavailability } from '#db/doors.ts'
import { env } from './web/env.server.ts'
import { log } from './web/log.server.ts'
import { plainPage } from './web/plain-page.server.ts'
import { allowHost, securityHeaders } from './web/protect.server.ts'

const betweenTries = 2_000

/**
 * Does `work`, again and again while the database is away. Whoever comes meanwhile is told so with a
 * 503, by a server that gives the port back before this resolves. Other errors are thrown.
 */
export async function waitFor<T>(work: () => Promise<T>): Promise<T> {
  let close: (() => Promise<void>) | undefined
  try {
    for (;;)
      try {
        return await work()
      } catch (error) {
        const reason = unavailability(error)
        if (!reason) throw error
        log.warn({ reason: reason.message }, 'the database is away: waiting for it')
        close ??= await openRoom()
        await new Promise((next) => setTimeout(next, betweenTries))
      }
  } finally {
    await close?.()
  }
}

async function openRoom() {
  const app = express()
  app.disable('x-powered-by')
  app.use(...securityHeaders, allowHost)
  app.get('/healthz', (_req, res) => void res.type('text').send('ok'))
  app.use((req, res) => plainPage(req, res, 503))
  const server = createServer(app).listen(env.port, env.host)
  await new Promise((done, failed) => server.once('listening', done).once('error', failed))
  const leave = () => process.exit(0)
  process.once('SIGTERM', leave).once('SIGINT', leave)
  return async () => {
    process.off('SIGTERM', leave).off('SIGINT', leave)
    const closed = new Promise<void>((done) => server.close(() => done()))
    server.closeAllConnections()
    await closed
  }
}
