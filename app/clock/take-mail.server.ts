import { storeCaseFile, type StoredFile } from '#app/domain/care/file-store.server.ts'
import { fileLimits } from '#app/domain/care/file.rules.ts'
import { type Outcome, receiveMail, whyNotTaken } from '#app/domain/care/inbound.server.ts'
import { mailIdOf } from '#app/domain/care/mail-id.rules.ts'
import { env } from '#app/web/env.server.ts'
import { houseMark } from '#app/web/post.server.ts'
import { readMail } from '#app/web/read-mail.server.ts'
import { db, transaction } from '#db/database.server.ts'

type Read = Awaited<ReturnType<typeof readMail>>

/**
 * Takes a mail as it came, whichever way: reads it, stores its files, and puts it where it belongs,
 * once. `unreadable` is what no reader understands. Throws where the house could not keep it now.
 */
export async function takeMail(raw: Buffer): Promise<Outcome | 'unreadable'> {
  const read = await readMail(raw).catch(() => undefined)
  if (!read) return 'unreadable'
  const { attachments, ...mail } = { ...read, mailId: mailIdOf(read.mailId) }
  const house = { careAddress: env.careAddress, mark: houseMark() }
  // Asked before anything is drawn or written: who sends too much costs little.
  const against = await whyNotTaken(db, mail, house, attachments.length)
  if (against === 'known') return against
  const files = against ? { files: [], leftOut: 0 } : await stored(attachments)
  return transaction((tx) => receiveMail(tx, mail, house, files))
}

async function stored(attachments: Read['attachments']) {
  const files: StoredFile[] = []
  let leftOut = Math.max(attachments.length - fileLimits.inMessage, 0)
  for (const { content, filename } of attachments.slice(0, fileLimits.inMessage)) {
    const file = await storeCaseFile(content, filename ?? '')
    if (typeof file === 'string') leftOut++
    else files.push(file)
  }
  return { files, leftOut }
}
