import {
  findMailbox,
  noteFailedMail,
  noteFault,
  noteRead,
} from '#app/domain/care/mailbox.server.ts'
import { forget } from '#app/domain/jobs/forget.server.ts'
import { ask, type Job } from '#app/domain/jobs/job.server.ts'
import { keepLease } from '#app/domain/jobs/lease.server.ts'
import { env } from '#app/web/env.server.ts'
import { log } from '#app/web/log.server.ts'
import { db, transaction, unavailability } from '#db/database.server.ts'
import { now } from '#db/time.ts'
import { type Box, placeOf, withMailbox } from './imap-box.server.ts'
import { takeMail } from './take-mail.server.ts'

const patienceMs = 20_000
let asked = ''

/** Asks each minute for the mailbox of care to be read, where there is one. */
export async function planMailbox() {
  if (!env.careImapUrl) return
  const minute = now().toISOString().slice(0, 16)
  if (minute === asked) return
  await transaction((tx) => ask(tx, 'mailbox', `mailbox:${minute}`, { payload: {} }))
  asked = minute
}

/** Reads what is new in the mailbox of care. What goes wrong is kept for the admins, and tried again in a minute. */
export async function lookIntoMailbox(job: Job) {
  await readMailbox(env.careImapUrl, {
    alive: () => transaction((tx) => keepLease(tx, job)),
  })
  await transaction((tx) => forget(tx, job))
}

type Way = { patience?: number; alive?: () => Promise<unknown> }

/**
 * Reads the mails that are new in a mailbox, each once; none is ever deleted there. One that cannot be
 * taken stays unread, and holds up no other. Answers how many were read, or `failed`.
 */
export async function readMailbox(address = '', { patience = patienceMs, alive }: Way = {}) {
  let id = 'mailbox'
  try {
    const place = placeOf(address)
    id = place.id
    return await withMailbox(place, patience, (box) => readAll(box, place.id, alive))
  } catch (error) {
    const fault = faultOf(error)
    log.warn({ fault }, 'the mailbox of care could not be read')
    await transaction((tx) => noteFault(tx, id, fault))
    return 'failed'
  }
}

/** What the server said, where it said something; no address with a password in it. */
function faultOf(error: unknown) {
  const { code, responseText, authenticationFailed, message } = error as Record<string, unknown>
  if (authenticationFailed) return 'The mail server refused user or password.'
  return [code, responseText ?? message].filter(Boolean).join(': ') || 'unknown'
}

async function readAll(box: Box, id: string, alive?: Way['alive']) {
  const known = await findMailbox(db, id)
  const { validity } = box
  const from = known?.validity === validity ? known.lastUid : undefined
  const uids = await box.after(from)
  for (const uid of uids) {
    await readOne(box, `${id} ${validity} ${uid}`, uid)
    // Of a mailbox never seen before only some are taken: how far it was read is known at the end.
    if (from !== undefined) await transaction((tx) => noteRead(tx, id, { validity, lastUid: uid }))
    await alive?.()
  }
  const lastUid = from === undefined ? box.last : (uids.at(-1) ?? from)
  await transaction((tx) => noteRead(tx, id, { validity, lastUid }))
  return uids.length
}

async function readOne(box: Box, name: string, uid: number) {
  const raw = await box.mail(uid)
  if (raw === 'gone') return
  const outcome = typeof raw === 'string' ? raw : await taken(raw, uid)
  if (outcome === 'too-large' || outcome === 'unreadable' || outcome === 'failed')
    return transaction((tx) => noteFailedMail(tx, name, outcome))
  await box.see(uid)
}

/** A mail that breaks something is set apart; where the database is away, the whole reading waits. */
async function taken(raw: Buffer, uid: number) {
  try {
    return await takeMail(raw)
  } catch (error) {
    if (unavailability(error)) throw error
    log.error({ err: error as Error, uid }, 'a mail could not be taken')
    return 'failed'
  }
}
