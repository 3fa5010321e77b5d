import { createHmac, timingSafeEqual } from 'node:crypto'
import { env } from './env.server.ts'

const signed = (personId: string, event: string) =>
  createHmac('sha256', env.secret).update(`unsubscribe ${personId} ${event}`).digest('base64url')

/** What the unsubscribe link of a mail carries: whose mails, of which kind, and our word for it. */
export const unsubscribeToken = (personId: string, event: string) =>
  [personId, event, signed(personId, event)].join('.')

/** Whose mails and of which kind a token is about; `undefined` when it is not one of ours. */
export function readUnsubscribeToken(token: string) {
  const [personId = '', event = '', signature = ''] = token.split('.')
  const [given, right] = [signature, signed(personId, event)].map((text) => Buffer.from(text))
  if (given!.length !== right!.length || !timingSafeEqual(given!, right!)) return undefined
  return { personId, event }
}

/** Stands in a token for no more news of one idea, whatever it is. */
export const muteEvent = (ideaId: string) => `idea:${ideaId}`

/** The idea that a token is to mute, if it is such a one. */
export const mutedIdea = (event: string) => /^idea:(.+)$/.exec(event)?.[1]
