import { json } from '@remix-run/node'
import type { SubmissionResult } from '@conform-to/react'
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible'
import { env } from './env.server.ts'
import { limitKey } from './protect.server.ts'

const minutes15 = 15 * 60
const limit = (keyPrefix: string, points: number, duration = minutes15) =>
  new RateLimiterMemory({ keyPrefix, points: points * env.rateLimitFactor, duration })

const tries = limit('try', 5)
const triesFromHere = limit('try-address', 40)
const joins = limit('join', 30, 3600)
const acts = limit('act', 30)
const letters = limit('letter', 5)
const letterForms = limit('letter-form', 30)

/** Seconds to wait when one of these limits is reached; 0 when there is room, of which one unit is taken. */
async function taken(...wants: [RateLimiterMemory, string][]) {
  try {
    for (const [limiter, key] of wants) await limiter.consume(key)
    return 0
  } catch (refusal) {
    return Math.ceil((refusal as RateLimiterRes).msBeforeNext / 1000)
  }
}

const pair = (account: string, address: string) =>
  `${account.trim().toLowerCase()} ${limitKey(address)}`

/** Before a password is looked at: 5 wrong ones for an account and 40 in all from one address, in 15 minutes. */
export const tryPassword = (account: string, address: string) =>
  taken([triesFromHere, limitKey(address)], [tries, pair(account, address)])

/** A right password gives the tries back. */
export async function forgiveTries(account: string, address: string) {
  await tries.delete(pair(account, address))
  await triesFromHere.reward(limitKey(address))
}

/** At most 30 people join from one address in an hour. */
export const tryJoin = (address: string) => taken([joins, limitKey(address)])
/** At most 30 requests for a mail from one address in 15 minutes. */
export const tryLetterForm = (address: string) => taken([letterForms, limitKey(address)])
/** At most 30 forms of visitors who are not signed in are kept for one address in 15 minutes. */
export const tryKeeping = (address: string) => taken([acts, limitKey(address)])
/** At most 5 letters about an account to one person in 15 minutes; beyond, the answer is the same and nothing is sent. */
export const mayWriteTo = async (email: string) => !(await taken([letters, email.toLowerCase()]))

/** 429 with the same page and what was typed; the page says when to come back. */
export function tooMany(seconds: number, typed: Record<string, string> = {}) {
  const reply: SubmissionResult<string[]> = {
    status: 'error',
    initialValue: typed,
    error: { '': ['identity:tooMany'] },
  }
  const headers = { 'Retry-After': String(seconds) }
  return json({ ...reply, n: Math.ceil(seconds / 60) }, { status: 429, headers })
}
