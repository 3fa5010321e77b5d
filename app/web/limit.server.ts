import { json } from '@remix-run/node'
import type { SubmissionResult } from '@conform-to/react'
import { countHits, forgetHits, forgiveHit, type Limit } from '#app/domain/identity/limit.server.ts'
import { foldedEmail } from '#app/domain/identity/name.rules.ts'
import { transaction } from '#db/database.server.ts'
import { now } from '#db/time.ts'
import { env } from './env.server.ts'
import { limitKey } from './protect.server.ts'

const minutes15 = 15 * 60
const limit = (name: string, points: number, seconds = minutes15): Limit => ({
  name,
  points: points * env.rateLimitFactor,
  seconds,
})

const tries = limit('try', 5)
const triesFromHere = limit('try-address', 40)
const triesOfAccount = limit('try-account', 60)
const joins = limit('join', 30, 3600)
const acts = limit('act', 30)
const letters = limit('letter', 5)
const letterForms = limit('letter-form', 30)
const flags = limit('flag', 30, 3600)
const feedbacks = limit('feedback', 60)
const contactForms = limit('contact-form', 60, 3600)
const contacts = limit('contact', 20, 3600)
const contactsOf = limit('contact-of', 6, 3600)

/** Seconds to wait when one of these limits is reached; 0 when there is room, of which one unit is taken. */
const taken = (...wants: [Limit, string][]) =>
  transaction(async (tx) => {
    for (const [limit, who] of wants) {
      const { count, endsAt } = await countHits(tx, limit, who)
      const seconds = Math.ceil((endsAt.getTime() - now().getTime()) / 1000)
      if (count > limit.points) return Math.max(seconds, 1)
    }
    return 0
  })

const pair = (account: string, address: string) => `${foldedEmail(account)} ${limitKey(address)}`

/**
 * Before a password is looked at, in 15 minutes: 5 wrong ones for an account and 40 in all from one
 * address, 60 for an account from everywhere.
 */
export const tryPassword = (account: string, address: string) =>
  taken(
    [triesFromHere, limitKey(address)],
    [tries, pair(account, address)],
    [triesOfAccount, foldedEmail(account)],
  )

/** A right password gives the tries back. */
export const forgiveTries = (account: string, address: string) =>
  transaction(async (tx) => {
    await forgiveHit(tx, triesFromHere, limitKey(address))
    await forgetHits(tx, tries, pair(account, address))
    await forgiveHit(tx, triesOfAccount, foldedEmail(account))
  })

/** Whoever chose a new password by a link of ours starts afresh, wherever others have been guessing. */
export const forgetTries = (account: string, address: string) =>
  transaction(async (tx) => {
    await forgetHits(tx, tries, pair(account, address))
    await forgetHits(tx, triesOfAccount, foldedEmail(account))
  })

/** At most 30 people join from one address in an hour. */
export const tryJoin = (address: string) => taken([joins, limitKey(address)])
/** At most 30 requests for a mail from one address in 15 minutes. */
export const tryLetterForm = (address: string) => taken([letterForms, limitKey(address)])
/** At most 30 reports of one member, or from one address, in an hour. */
export const tryFlag = (who: string) => taken([flags, limitKey(who)])
/** At most 30 forms of visitors who are not signed in are kept for one address in 15 minutes. */
export const tryKeeping = (address: string) => taken([acts, limitKey(address)])
/** At most 60 opinions on answers from one address in 15 minutes. */
export const tryFeedback = (address: string) => taken([feedbacks, limitKey(address)])
/** At most 60 contact forms, sent right or wrong, from one address in an hour. */
export const tryContactForm = (address: string) => taken([contactForms, limitKey(address)])
/** In an hour at most 20 cases from one address, and 6 of the same sender there. */
export const tryContact = (address: string, who: string) =>
  taken([contacts, limitKey(address)], [contactsOf, pair(who, address)])
/** At most 5 letters about an account to one person in 15 minutes; beyond, the answer is the same and nothing is sent. */
export const mayWriteTo = async (email: string) => !(await taken([letters, foldedEmail(email)]))

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
