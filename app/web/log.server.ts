import pino from 'pino'

/** One JSON line an event, in UTC; no bodies, no tokens, no addresses of people. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? 'info',
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
})
