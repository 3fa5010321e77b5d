import { caseById } from '#app/domain/care/case.server.ts'
import { caseFileBytes } from '#app/domain/care/file-store.server.ts'
import { mediaTypes } from '#app/domain/care/file.rules.ts'
import { addressOfCase } from '#app/domain/care/mail-address.rules.ts'
import { findAnswer, nameMail } from '#app/domain/care/outbound.server.ts'
import { firstMailId } from '#app/domain/care/receipt.server.ts'
import { env } from '#app/web/env.server.ts'
import type { MailOrder } from '#app/web/mail.server.ts'
import { db, transaction } from '#db/database.server.ts'

/**
 * A mail as it leaves: one about a case gets its words, its place in the conversation and the case's
 * own address here. `undefined` where there is nothing to say any more.
 */
export async function filledIn(order: MailOrder): Promise<MailOrder | undefined> {
  if (order.caseMessage) return answer(order, order.caseMessage)
  if (order.caseReceipt) return receipt(order, order.caseReceipt)
  return order
}

async function answer(order: MailOrder, messageId: string): Promise<MailOrder | undefined> {
  const found = await findAnswer(db, messageId)
  if (!found) return undefined
  const ownName = `<case.${messageId}@${env.publicUrl.hostname}>`
  await transaction((tx) => nameMail(tx, messageId, ownName))
  const { email, locale, body, author, filesCount, mailKey, thread } = found
  const said = { context: body === undefined ? undefined : 'said', answer: body, filesCount }
  return {
    ...order,
    to: email,
    locale,
    params: { ...order.params, ...said, author, answerBy: answerBy(order) },
    travel: {
      by: 'person',
      messageId: ownName,
      thread,
      replyTo: replyTo(mailKey),
      files: await attached(found.files),
    },
  }
}

async function receipt(order: MailOrder, caseId: string): Promise<MailOrder | undefined> {
  const about = await caseById(db, caseId)
  if (!about || about.erasedAt) return undefined
  const mailId = await firstMailId(db, caseId)
  const travel = {
    by: 'answering-machine',
    thread: mailId ? [mailId] : [],
    replyTo: replyTo(about.mailKey),
  } as const
  return { ...order, params: { ...order.params, answerBy: answerBy(order) }, travel: { ...travel } }
}

const replyTo = (mailKey: string) =>
  env.careAddress ? addressOfCase(env.careAddress, mailKey) : undefined

/** By mail where that arrives; else on the page of a member, or with a new message. */
function answerBy({ params }: MailOrder) {
  if (env.careAddress) return 'mail'
  return params.path ? 'page' : 'form'
}

type Files = NonNullable<Awaited<ReturnType<typeof findAnswer>>>['files']

async function attached(files: Files) {
  const all = await Promise.all(
    files.map(async ({ id, name, kind }) => {
      const content = await caseFileBytes(id, kind)
      return content && { filename: name, contentType: mediaTypes[kind], content }
    }),
  )
  return all.filter((file) => file !== undefined)
}
