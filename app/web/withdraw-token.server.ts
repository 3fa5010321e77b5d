import { createHmac, timingSafeEqual } from 'node:crypto'
import { env } from './env.server.ts'

const goodForMs = 90 * 86_400_000

const signed = (personId: string, mergeId: string, until: string) =>
  createHmac('sha256', env.secret)
    .update(`withdraw ${personId} ${mergeId} ${until}`)
    .digest('base64url')

/**
 * What the link of a letter carries with which a voter takes back the vote that a merge has brought
 * to another idea: whose vote, which merge, until when (90 days after `from`), and our word for it.
 * It is good for nothing else.
 */
export function withdrawToken(personId: string, mergeId: string, from: Date) {
  const until = Math.floor((from.getTime() + goodForMs) / 1000).toString(36)
  return [personId, mergeId, until, signed(personId, mergeId, until)].join('.')
}

/** Whose vote and which merge a token is about; `undefined` when it is not one of ours, or over. */
export function readWithdrawToken(token: string, now: Date) {
  const [personId = '', mergeId = '', until = '', signature = ''] = token.split('.')
  const [given, right] = [signature, signed(personId, mergeId, until)].map((text) =>
    Buffer.from(text),
  )
  if (given!.length !== right!.length || !timingSafeEqual(given!, right!)) return undefined
  return Number.parseInt(until, 36) * 1000 > now.getTime() ? { personId, mergeId } : undefined
}
