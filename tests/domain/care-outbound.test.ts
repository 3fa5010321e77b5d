import { eq, isNotNull } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { workThrough } from '#app/clock.server.ts'
import { readMailbox } from '#app/clock/mailbox.server.ts'
import { takeMail } from '#app/clock/take-mail.server.ts'
import { keepCaseFiles } from '#app/domain/care/file.server.ts'
import { storeCaseFile } from '#app/domain/care/file-store.server.ts'
import {
  addMessage,
  deleteMessage,
  type Message,
  takeBack,
} from '#app/domain/care/message.server.ts'
import { addNote } from '#app/domain/care/note.server.ts'
import { type NewCase, openCase } from '#app/domain/care/open.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { lease } from '#app/domain/jobs/job.server.ts'
import { changeSettings } from '#app/domain/site/site.server.ts'
import { filledIn } from '#app/clock/case-letter.server.ts'
import { type MailOrder, renderMail } from '#app/web/mail.server.ts'
import { houseMark, postOffice } from '#app/web/post.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { caseMessages, cases } from '#db/schema/care.ts'
import { caseActs } from '#db/schema/care-desk.ts'
import { inboundMails, mailboxes } from '#db/schema/care-mail.ts'
import { people } from '#db/schema/identity.ts'
import { jobs } from '#db/schema/jobs.ts'
import { at, now } from '#db/time.ts'
import { imapServer } from '#tests/imap-server.ts'
import { headersOf, postBox } from '#tests/post-box.ts'
import { rawMail } from '#tests/raw-mail.ts'
import { person, world } from '#tests/world.ts'

vi.hoisted(() => {
  process.env.CARE_ADDRESS = 'care@valdoro.example'
})

let ann: Person
let annAt: string
let cora: Person
let box: Awaited<ReturnType<typeof postBox>>

beforeEach(async () => {
  ann = (await world()).ann
  const [row] = await db.select().from(people).where(eq(people.id, ann.id))
  annAt = row!.email!
  cora = await transaction((tx) => person(tx, 'cora', ['care']))
  await transaction(async (tx) => {
    await tx.delete(jobs).where(isNotNull(jobs.id))
    await tx.delete(cases).where(isNotNull(cases.id))
    await tx.delete(inboundMails).where(isNotNull(inboundMails.id))
    await tx.delete(mailboxes).where(isNotNull(mailboxes.id))
    await changeSettings(tx, { name: 'Forno Valdoro', asksContent: false, answersInMail: true })
  })
  box = await postBox()
})
afterEach(() => box.close())

const caseNow = async (id: string) => (await db.select().from(cases).where(eq(cases.id, id)))[0]!
const opened = (more: Partial<NewCase> = {}) =>
  transaction((tx) =>
    openCase(tx, {
      topicId: 'product',
      subject: 'c4n4ry-subject',
      body: 'They are broken.',
      locale: 'en',
      source: 'form',
      personId: ann.id,
      isConfirmed: true,
      ...more,
    }),
  )
const gina = { personId: null, email: 'gina@example.org', name: 'Gina' }
const answer = (id: string, body = 'Which batch?', more = {}) =>
  transaction(async (tx) => {
    const [about] = await tx.select().from(cases).where(eq(cases.id, id))
    const wish = { side: 'care', authorId: cora.id, body, leavesAs: 'waiting', ...more } as const
    return (await addMessage(tx, about!, wish)) as Message
  })
const sent = () => box.letters.map(({ raw, to }) => ({ raw, to, ...partsOf(raw) }))
function partsOf(raw: string) {
  const headers = Object.fromEntries(headersOf(raw))
  const plain = raw.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, '%$1')
  return { headers, text: decodeURIComponent(plain.replace(/%(?![0-9A-F]{2})/g, '%25')) }
}

describe('an answer goes out by mail', () => {
  test('once it has left, with its words, its own address, and nothing private in the subject', async () => {
    const about = await opened()
    const leavesAt = new Date(+now() + 10_000)
    await answer(about.id, 'Which batch?\n\nIt is on the bottom.', { leavesAt })
    expect(await db.select().from(jobs).where(eq(jobs.kind, 'mail'))).toEqual([])
    await workThrough(box.url)

    const [mail, ...others] = sent()
    expect(others).toEqual([])
    expect(mail!.to).toEqual([annAt])
    const { headers, text } = mail!
    expect(headers['subject']).toBe(`Case #${about.number}: Forno Valdoro has answered you`)
    expect(headers['reply-to']).toBe(`care+${about.mailKey}@valdoro.example`)
    expect(headers['x-granaio']).toBe(houseMark())
    expect(headers['auto-submitted']).toBeUndefined()
    expect(headers['list-unsubscribe']).toBeUndefined()
    for (const words of ['Which batch?', 'It is on the bottom.', 'Answer above this line', 'cora'])
      expect(text).toContain(words)
    expect(text).toContain(`http://localhost:3000/me/cases/${about.id}`)
    expect(text).not.toContain('c4n4ry')
  })

  test('never where it was taken back, and not where it was deleted before the mail left', async () => {
    const about = await opened()
    const leavesAt = new Date(+now() + 10_000)
    const { id } = await answer(about.id, 'A mistake', { leavesAt })
    await transaction((tx) => takeBack(tx, cora, about.id, id))
    const gone = await answer(about.id, 'Another')
    await transaction((tx) => deleteMessage(tx, cora, about.id, gone.id))
    await workThrough(box.url)
    expect(box.letters).toEqual([])
  })

  test('in one conversation: each names those before it, and what the member sent', async () => {
    const first = '<first@example.org>'
    await takeMail(Buffer.from(rawMail({ from: 'gina@example.org', id: first, text: 'Pane' })))
    const [about] = await db.select().from(cases)
    const one = await answer(about!.id)
    await workThrough(box.url)
    const to = `care+${about!.mailKey}@valdoro.example`
    const back = '<back@example.org>'
    await takeMail(Buffer.from(rawMail({ from: 'gina@example.org', to, id: back, text: 'L12' })))
    await answer(about!.id, 'Thank you')
    await workThrough(box.url)

    const [receipt, reply, next] = sent().map(({ headers }) => headers)
    expect(receipt).toMatchObject({ 'auto-submitted': 'auto-replied', 'in-reply-to': first })
    const name = `<case.${one.id}@localhost>`
    expect(reply).toMatchObject({ 'message-id': name, 'in-reply-to': first, references: first })
    expect(next).toMatchObject({ 'in-reply-to': back, references: `${first} ${name} ${back}` })
  })

  test('only as news of it, where the house sends no words by mail; to whoever has no page, always whole', async () => {
    await transaction((tx) => changeSettings(tx, { answersInMail: false }))
    const [hers, theirs] = [await opened(), await opened(gina)]
    await answer(hers.id, 'c4n4ry-w0rds')
    await answer(theirs.id, 'c4n4ry-w0rds')
    await workThrough(box.url)
    const to = (address: string) => sent().find((mail) => mail.to[0] === address)!
    expect(to(annAt).text).not.toContain('c4n4ry')
    expect(to(annAt).text).toContain(`/me/cases/${hers.id}`)
    expect(to('gina@example.org').text).toContain('c4n4ry-w0rds')
    expect(to('gina@example.org').text).not.toContain('/me/cases')
  })

  test('to nobody whose address is not proved, or who is gone', async () => {
    const unproved = await opened({ ...gina, isConfirmed: false })
    const about = await opened()
    await transaction((tx) =>
      tx.update(people).set({ emailVerifiedAt: null }).where(eq(people.id, ann.id)),
    )
    await answer(about.id)
    await answer(unproved.id)
    await workThrough(box.url)
    expect(box.letters).toEqual([])
  })

  test('with the files that care sent, for whoever has no page to find them on', async () => {
    const stored = await storeCaseFile(Buffer.from('%PDF-1.4\n%%EOF'), 'label.pdf')
    const file = stored as Exclude<typeof stored, string>
    const about = await opened(gina)
    await transaction((tx) => keepCaseFiles(tx, { id: cora.id, side: 'care' }, [file]))
    await answer(about.id, 'Here it is', { fileIds: [file.id] })
    await workThrough(box.url)
    expect(box.letters[0]!.raw).toContain('filename=label.pdf')
    expect(sent()[0]!.text).toContain('One file is attached')
  })

  test('[#46] [#4] without a word of a note, and with hostile words as words', async () => {
    const about = await opened({ ...gina, name: '<b>x</b>' })
    await transaction((tx) => addNote(tx, cora, about, { body: 'c4n4ry-n0te' }))
    await answer(about.id, '<script>alert(1)</script>\r\nBcc: ben@example.org {{number}}')
    await workThrough(box.url)
    const [{ raw, text }] = sent() as [ReturnType<typeof sent>[0]]
    expect(text).not.toContain('c4n4ry')
    expect(text).toContain('&lt;script&gt;')
    expect(text).toContain('{{number}}')
    expect(headersOf(raw).map(([name]) => name)).not.toContain('bcc')
  })

  test('the outbox keeps no word of it', async () => {
    const about = await opened()
    await answer(about.id, 'c4n4ry-w0rds')
    await workThrough(box.url)
    expect(JSON.stringify(await db.select().from(jobs))).not.toContain('c4n4ry')
  })
})

describe('[#79] [#80] when something breaks on the way', () => {
  test('the mail server is down: the answer is there, its mail waits and leaves later', async () => {
    const { url } = box
    await box.close()
    const about = await opened()
    await answer(about.id)
    await workThrough(url)
    expect(await caseNow(about.id)).toMatchObject({ state: 'waiting', messagesCount: 2 })
    box = await postBox()
    await at(new Date(Date.now() + 3_600_000), () => workThrough(box.url))
    expect(sent()[0]!.text).toContain('Which batch?')
  })

  test('whoever dies after the mail has left sends it again under the same name', async () => {
    const about = await opened()
    const { id } = await answer(about.id)
    const [job] = await transaction((tx) => lease(tx, 'mail', 1))
    const order = (await filledIn(job!.payload as MailOrder))!
    await postOffice(box.url).send(job!.id, order.to, 'Forno', renderMail(order, 'Forno'))
    await at(new Date(Date.now() + 600_000), () => workThrough(box.url))
    const names = sent().map(({ headers }) => headers['message-id'])
    expect(names).toEqual([`<case.${id}@localhost>`, `<case.${id}@localhost>`])
  })

  test('an address that takes no mail is told to the agents', async () => {
    box.mood = 'never'
    const about = await opened()
    await answer(about.id)
    await workThrough(box.url)
    const acts = await db.select().from(caseActs).where(eq(caseActs.caseId, about.id))
    expect(acts.map(({ act }) => act)).toContain('undelivered')
  })
})

describe('the mailbox of care', () => {
  test('from the answer to the member’s own by mail: the case is open again', async () => {
    const about = await opened(gina)
    await answer(about.id)
    await workThrough(box.url)
    const { headers } = sent()[0]!
    const reply = rawMail({
      from: 'Gina <gina@example.org>',
      to: headers['reply-to'],
      subject: `Re: ${headers['subject']}`,
      headers: { 'In-Reply-To': headers['message-id']! },
      text: 'Lotto L12, è sul fondo.\n\nOn Sun, 22 Nov 2026 at 10:00, Forno wrote:\n> Which batch?',
    })
    const server = await imapServer([reply])
    expect(await readMailbox(server.url)).toBe(1)
    expect(await caseNow(about.id)).toMatchObject({ state: 'open', isUnanswered: true })
    const said = await db.select().from(caseMessages).where(eq(caseMessages.caseId, about.id))
    expect(said.find(({ via }) => via === 'mail')!.body).toBe('Lotto L12, è sul fondo.')
    expect(server.seen()).toEqual([true])
    await server.close()
  })

  test('is read from where it was left, each mail once, one bad mail holding up no other', async () => {
    const big = rawMail({ text: 'x'.repeat(16 * 2 ** 20) })
    const server = await imapServer([rawMail(), big, rawMail({ subject: 'Two' })])
    expect(await readMailbox(server.url)).toBe(3)
    expect(await readMailbox(server.url)).toBe(0)
    server.put(rawMail({ subject: 'Three' }))
    expect(await readMailbox(server.url)).toBe(1)
    expect(
      (await db.select().from(cases).orderBy(cases.number)).map(({ subject }) => subject),
    ).toEqual(['Pane', 'Two', 'Three'])
    expect(server.seen()).toEqual([true, false, true, true])
    const [failed] = await db.select().from(inboundMails).where(eq(inboundMails.outcome, 'failed'))
    expect(failed!.detail).toBe('too-large')

    // Another mailbox under the same name: what was taken is known.
    await transaction((tx) =>
      tx.update(mailboxes).set({ validity: 'another' }).where(isNotNull(mailboxes.id)),
    )
    server.put(rawMail({ subject: 'Four' }))
    expect(await readMailbox(server.url)).toBe(2)
    expect(await db.select().from(cases)).toHaveLength(4)
    await server.close()
  })

  test('old mails of a mailbox never seen before are nobody’s news', async () => {
    const server = await imapServer([rawMail(), rawMail()])
    server.inbox().messages[0]!.flags.push('\\Seen')
    expect(await readMailbox(server.url)).toBe(1)
    expect(await readMailbox(server.url)).toBe(0)
    await server.close()
  })

  test('that refuses us, hangs, or is away leaves a word for the admins, and no password', async () => {
    const faults = async () => (await db.select().from(mailboxes)).map(({ lastError }) => lastError)
    const server = await imapServer()
    expect(await readMailbox(server.url.replace('testpass', 's3cr3t'))).toBe('failed')
    expect((await faults())[0]).toContain('refused user or password')
    await readMailbox(server.url)
    expect(await faults()).toEqual([null])
    await server.close()

    const { createServer } = await import('node:net')
    const mute = createServer(() => {}).listen(0, '127.0.0.1')
    await new Promise((done) => mute.once('listening', done))
    const { port } = mute.address() as { port: number }
    const began = performance.now()
    const address = `imap://testuser:s3cr3t@127.0.0.1:${port}`
    expect(await readMailbox(address, { patience: 300 })).toBe('failed')
    expect(performance.now() - began).toBeLessThan(3_000)
    mute.close()
    for (const bad of ['', 'imap://', 'https://x', address.replace(String(port), '1')])
      expect(await readMailbox(bad)).toBe('failed')
    expect(JSON.stringify(await faults())).not.toContain('s3cr3t')
  })
})

test('letters about a case have their words in both languages, and no gap', () => {
  for (const locale of ['it', 'en'] as const)
    for (const template of ['case-reply', 'case-received'])
      for (const answerBy of ['mail', 'page', 'form', undefined])
        for (const name of ['', ' Anna']) {
          const params = { kind: 'case', number: 1042, name, path: '/me/cases/x', answerBy }
          const said = { ...params, author: 'Carla', filesCount: 2, context: 'said', answer: 'Sì' }
          for (const each of [params, said]) {
            const order = { to: 'a@b.it', template, locale, params: each }
            const { subject, text } = renderMail(order, 'Forno')
            expect(subject).toContain('1042')
            expect(`${subject}\n${text}`).not.toMatch(/\{\{|\bmail:|undefined|\n\n\n|Ciao ,/)
          }
        }
})
