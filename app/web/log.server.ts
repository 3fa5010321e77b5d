import pino from 'pino'
import { toldError } from './log-words.ts'

/** One JSON line an event, in UTC; no bodies, no tokens, no addresses of people, in errors neither. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? 'info',
  base: undefined,
  serializers: { err: toldError },
  timestamp: pino.stdTimeFunctions.isoTime,
})
