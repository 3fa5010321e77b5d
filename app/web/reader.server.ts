import { createHmac } from 'node:crypto'
import { now } from '#db/time.ts'
import { env } from './env.server.ts'
import { limitKey } from './protect.server.ts'
import type { Visit } from './visit.server.ts'

/** Who reads: a member's id, or for a guest a mark of their address and the day, which leads back to nobody. */
export function readerOf({ viewer, address }: Visit) {
  if (viewer) return viewer.id
  const day = now().toISOString().slice(0, 10)
  const mark = createHmac('sha256', env.secret).update(`reader ${limitKey(address)} ${day}`)
  return `guest:${mark.digest('base64url').slice(0, 22)}`
}
