import { noteUndelivered } from '#app/domain/care/outbound.server.ts'
import { fail, finish, type Job } from '#app/domain/jobs/job.server.ts'
import { putOff } from '#app/domain/jobs/lease.server.ts'
import { departureOf } from '#app/domain/notifications/departure.server.ts'
import { siteSettings } from '#app/domain/site/site.server.ts'
import { log } from '#app/web/log.server.ts'
import { wordsOf } from '#app/web/log-words.ts'
import { type MailOrder, renderMail } from '#app/web/mail.server.ts'
import { type postOffice, Undeliverable } from '#app/web/post.server.ts'
import { db, transaction, type Tx } from '#db/database.server.ts'
import { filledIn } from './case-letter.server.ts'

/** Letters whose link is a key: it is forgotten once the letter has left. */
const keyLetters = [
  'verify-email',
  'reset-password',
  'change-email',
  'confirm-case',
  'rate-case',
  'rate-reminder',
  'erasure-asked',
  'erasure-deferred',
]

/**
 * Sends one mail, if its reader still wants it and these are not their quiet hours. A mail is done
 * only once the other side has taken it; whatever goes wrong before puts it back, and what would go
 * wrong again puts it before the staff.
 */
export async function deliver(job: Job, { send }: ReturnType<typeof postOffice>) {
  const order = job.payload as MailOrder
  try {
    const { outcome, until, letter } = await departureOf(db, order)
    if (outcome === 'wait') return await transaction((tx) => putOff(tx, job, until))
    const whole = outcome === 'leave' ? await filledIn(letter) : undefined
    if (!whole) return await transaction((tx) => finish(tx, job.id, { ...order, dropped: true }))
    const { name } = await siteSettings(db)
    await send(job.id, whole.to, name, renderMail(whole, name))
  } catch (error) {
    const forGood = error instanceof Undeliverable
    log.warn({ job: job.id, attempts: job.attempts, forGood }, 'a mail was not taken')
    return transaction((tx) => putBack(tx, job, error))
  }
  await transaction((tx) => finish(tx, job.id, withoutKey(order)))
}

/** An answer that no try would bring to its reader is told to the agents, too. */
async function putBack(tx: Tx, job: Job, error: unknown) {
  const forGood = error instanceof Undeliverable
  const { caseMessage: messageId } = job.payload as MailOrder
  await fail(tx, job, wordsOf(error), forGood)
  if (forGood && messageId) await noteUndelivered(tx, { messageId })
}

/** Of the last letter to somebody who has left nothing is kept, not even whom it went to. */
function withoutKey(order: MailOrder) {
  const { template, locale } = order
  if (template === 'erasure-done') return { to: '', template, locale, params: {} }
  if (!keyLetters.includes(order.template)) return undefined
  return { ...order, params: { ...order.params, path: '', ratePath: '' } }
}
