import { fail, finish, type Job } from '#app/domain/jobs/job.server.ts'
import { putOff } from '#app/domain/jobs/lease.server.ts'
import { departureOf } from '#app/domain/notifications/departure.server.ts'
import { siteSettings } from '#app/domain/site/site.server.ts'
import { log } from '#app/web/log.server.ts'
import { type MailOrder, renderMail } from '#app/web/mail.server.ts'
import { type postOffice, Undeliverable } from '#app/web/post.server.ts'
import { db, transaction } from '#db/database.server.ts'

/** Letters whose link is a key: it is forgotten once the letter has left. */
const keyLetters = ['verify-email', 'reset-password', 'change-email']

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
    if (outcome === 'drop')
      return await transaction((tx) => finish(tx, job.id, { ...order, dropped: true }))
    const { name } = await siteSettings(db)
    await send(job.id, letter.to, name, renderMail(letter, name))
  } catch (error) {
    const forGood = error instanceof Undeliverable
    log.warn({ job: job.id, attempts: job.attempts, forGood }, 'a mail was not taken')
    return transaction((tx) => fail(tx, job, String(error), forGood))
  }
  await transaction((tx) => finish(tx, job.id, withoutKey(order)))
}

function withoutKey(order: MailOrder) {
  if (!keyLetters.includes(order.template)) return undefined
  return { ...order, params: { ...order.params, path: '' } }
}
