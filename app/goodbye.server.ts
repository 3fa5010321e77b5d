import type { Server } from 'node:http'
import { Server as TcpServer, type Socket } from 'node:net'
import { log } from './web/log.server.ts'

const graceMs = 9_000
const farewellMs = 500
const step = 50

/** A connection, with the answer that is on its way to it, if there is one. */
type Line = Socket & { _httpMessage?: unknown }

/**
 * On SIGTERM or SIGINT: what was begun is finished, every connection is told that this was its last
 * answer, `finish` is awaited, and the process ends within ten seconds. For half a second new
 * requests are still answered, because some of them are on their way on open connections.
 */
export function closeGently(server: Server, finish: () => Promise<void>) {
  let leaving = false
  server.prependListener('request', (_req, res) => {
    if (leaving) res.shouldKeepAlive = false
  })
  /** The connections, and how many times in a row each was found with nothing to answer. */
  const open = new Map<Line, number>()
  server.on('connection', (line: Line) => {
    open.set(line, 0)
    line.once('close', () => open.delete(line))
  })
  const close = () => {
    // Node's own close also breaks off what was not read yet, or is ended and not yet sent.
    TcpServer.prototype.close.call(server, () => void finish().then(() => process.exit(0)))
    setInterval(() => {
      for (const [line, idle] of open) {
        open.set(line, line._httpMessage ? 0 : idle + 1)
        // Whoever has just come in may not have spoken yet.
        if (!line._httpMessage && idle >= (line.bytesRead ? 5 : 40)) line.end()
      }
    }, step).unref()
  }
  const stop = () => {
    if (leaving) return
    leaving = true
    setTimeout(() => process.exit(1), graceMs).unref()
    // In steps, so that between two of them a busy house takes in who stands at the door.
    let steps = 0
    const farewell = setInterval(() => {
      if (++steps * step < farewellMs) return
      clearInterval(farewell)
      close()
    }, step)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

/** A mistake nobody caught ends one request at most, never the house: it stands in the log, once. */
export function outliveMistakes() {
  process.on('unhandledRejection', (err) => log.error({ err }, 'unhandled rejection'))
  process.on('uncaughtException', (err) => log.error({ err }, 'uncaught exception'))
}
