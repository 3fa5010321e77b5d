import { asc, eq, isNotNull } from 'drizzle-orm'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { takeMail } from '#app/clock/take-mail.server.ts'
import { changeCase } from '#app/domain/care/change.server.ts'
import { addressOfCase } from '#app/domain/care/mail-address.rules.ts'
import { mergeCase } from '#app/domain/care/merge.server.ts'
import { addMessage } from '#app/domain/care/message.server.ts'
import { addNote } from '#app/domain/care/note.server.ts'
import { type NewCase, openCase } from '#app/domain/care/open.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { houseMark } from '#app/web/post.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { caseFiles, caseMessages, cases } from '#db/schema/care.ts'
import { caseActs } from '#db/schema/care-desk.ts'
import { inboundMails } from '#db/schema/care-mail.ts'
import { people } from '#db/schema/identity.ts'
import { jobs } from '#db/schema/jobs.ts'
import { at } from '#db/time.ts'
import { letters } from '#tests/mailbox.ts'
import { rawMail } from '#tests/raw-mail.ts'
import { person, world } from '#tests/world.ts'

const care = vi.hoisted(() => {
  process.env.CARE_ADDRESS = 'care@valdoro.example'
  process.env.CARE_MAIL_AUTHSERV = 'mx.valdoro.example'
  return process.env.CARE_ADDRESS
})

let ann: Person & { email: string }
let ben: Person & { email: string }
let cora: Person

const withAddress = async (one: Person) => {
  const [row] = await db.select().from(people).where(eq(people.id, one.id))
  return { ...one, email: row!.email! }
}

beforeEach(async () => {
  const all = await world()
  ann = await withAddress(all.ann)
  ben = await withAddress(all.ben)
  cora = await transaction((tx) => person(tx, 'cora', ['care']))
  await transaction(async (tx) => {
    await tx.delete(jobs).where(isNotNull(jobs.id))
    await tx.delete(inboundMails).where(isNotNull(inboundMails.id))
    await tx.delete(cases).where(isNotNull(cases.id))
  })
})

const take = (wish: Parameters<typeof rawMail>[0]) => takeMail(Buffer.from(rawMail(wish)))
const allCases = () => db.select().from(cases).orderBy(asc(cases.number))
const caseNow = async (id: string) => (await db.select().from(cases).where(eq(cases.id, id)))[0]!
const said = (caseId: string) =>
  db.select().from(caseMessages).where(eq(caseMessages.caseId, caseId)).orderBy(caseMessages.id)
const actsOf = async (caseId: string) =>
  (await db.select().from(caseActs).where(eq(caseActs.caseId, caseId))).map(({ act }) => act)

const opened = (more: Partial<NewCase> = {}) =>
  transaction((tx) =>
    openCase(tx, {
      topicId: 'product',
      subject: 'Broken rusks',
      body: 'They are broken.',
      locale: 'en',
      source: 'form',
      personId: ann.id,
      isConfirmed: true,
      ...more,
    }),
  )
const answered = async (caseId: string, leavesAs: 'waiting' | 'solved' = 'waiting') =>
  transaction(async (tx) => {
    const [about] = await tx.select().from(cases).where(eq(cases.id, caseId))
    return addMessage(tx, about!, {
      side: 'care',
      authorId: cora.id,
      body: 'Which batch?',
      leavesAs,
    })
  })

describe('a mail to a case’s own address', () => {
  test('of whoever wrote it is their answer: the case waits for care again, what it quotes is folded', async () => {
    const about = await opened()
    await answered(about.id)
    expect((await caseNow(about.id)).state).toBe('waiting')

    const to = addressOfCase(care, about.mailKey)
    const text = 'Batch L12.\r\n\r\nOn Sun, 22 Nov 2026 at 10:00, Care <x@y.it> wrote:\r\n> Which?'
    expect(await take({ from: `Ann <${ann.email.toUpperCase()}>`, to, text })).toBe('reply')
    const now = await caseNow(about.id)
    expect(now).toMatchObject({ state: 'open', isUnanswered: true, messagesCount: 3 })
    expect((await said(about.id)).at(-1)).toMatchObject({
      side: 'member',
      via: 'mail',
      authorId: ann.id,
      body: 'Batch L12.',
      quoted: expect.stringContaining('Which?') as string,
    })
  })

  test('reopens a solved case, and begins another once it is closed', async () => {
    const about = await opened()
    await answered(about.id, 'solved')
    const to = addressOfCase(care, about.mailKey)
    expect(await take({ from: ann.email, to, text: 'Not solved.' })).toBe('reply')
    expect((await caseNow(about.id)).state).toBe('open')

    const { version: seen } = await caseNow(about.id)
    await transaction((tx) => changeCase(tx, cora, about, { state: 'closed', seen }))
    expect(await take({ from: ann.email, to, text: 'Again broken.' })).toBe('new-case')
    const [, other] = await allCases()
    expect(other).toMatchObject({ personId: ann.id, source: 'mail', state: 'new' })
    expect(await actsOf(other!.id)).toContain('follows')
  })

  test('of a case that was merged arrives in the other one', async () => {
    const [about, other] = [await opened(), await opened()]
    const { version: seen } = await caseNow(about.id)
    const into = other.number
    await transaction((tx) => mergeCase(tx, cora, about, { into, seen }))
    const to = addressOfCase(care, about.mailKey)
    expect(await take({ from: ann.email, to, text: 'To the old one' })).toBe('reply')
    expect((await said(other.id)).at(-1)!.body).toBe('To the old one')
  })

  test('is found in Delivered-To too, and signed out people have one', async () => {
    const about = await opened({ personId: null, email: 'Gina@example.org', name: 'Gina' })
    const headers = { 'Delivered-To': addressOfCase(care, about.mailKey).toUpperCase() }
    expect(await take({ from: 'gina@example.org', to: 'x@y.it', headers })).toBe('reply')
  })

  test('cuts what stands below the line of our mails, whatever the program quotes it with', async () => {
    const about = await opened()
    const to = addressOfCase(care, about.mailKey)
    const text =
      'L12\r\n\r\nW dniu 22.11 care pisze:\r\n## Answer above this line ##\r\nWhich batch?'
    await take({ from: ann.email, to, text })
    const { body, quoted } = (await said(about.id)).at(-1)!
    expect(body).not.toContain('Which batch?')
    expect(quoted).toContain('Which batch?')
  })
})

describe('[#81] a forged or strange sender does not enter another’s case', () => {
  test('the right address from somebody else opens a case of theirs, and the agents are told', async () => {
    const about = await opened()
    const to = addressOfCase(care, about.mailKey)
    expect(await take({ from: ben.email, to, text: 'Tell me all' })).toBe('new-case')
    expect(await said(about.id)).toHaveLength(1)
    const [, other] = await allCases()
    expect(other).toMatchObject({ personId: ben.id, confirmedAt: expect.any(Date) as Date })
    expect(await actsOf(other!.id)).toContain('other-sender')
  })

  test('naming a mail of the case, or its number, opens nothing', async () => {
    const about = await opened()
    const message = await answered(about.id)
    const mailId = `<case.${(message as { id: string }).id}@localhost>`
    await transaction(async (tx) => {
      await tx.update(caseMessages).set({ mailId }).where(eq(caseMessages.caseId, about.id))
    }).catch(() => undefined)
    const headers = { 'In-Reply-To': mailId, References: mailId }
    const subject = `Re: Case #${about.number}`
    for (const from of [ann.email, ben.email])
      expect(await take({ from, subject, headers })).toBe('new-case')
    expect(await said(about.id)).toHaveLength(2)
  })

  test('a guessed key opens nothing', async () => {
    const about = await opened()
    for (const key of ['0'.repeat(32), about.mailKey.slice(1), String(about.number), '%', ''])
      expect(await take({ from: ann.email, to: `care+${key}@valdoro.example` })).toBe('new-case')
    expect(await said(about.id)).toHaveLength(1)
  })

  test('what our mail server found forged is nobody’s that we know, and no receipt goes out', async () => {
    const about = await opened()
    const forged = { 'Authentication-Results': 'mx.valdoro.example; dkim=none; dmarc=fail' }
    const to = addressOfCase(care, about.mailKey)
    expect(await take({ from: ann.email, to, headers: forged })).toBe('new-case')
    const [, other] = await allCases()
    expect(other).toMatchObject({ personId: null, email: ann.email })
    expect(await actsOf(other!.id)).toContain('sender-unproved')
    expect(await letters()).toEqual([])

    const foreign = { 'Authentication-Results': 'mx.elsewhere.example; dmarc=fail' }
    expect(await take({ from: ann.email, to, headers: foreign })).toBe('reply')
  })

  test('an address that is not verified is no member’s', async () => {
    await transaction((tx) =>
      tx.update(people).set({ emailVerifiedAt: null }).where(eq(people.id, ben.id)),
    )
    await take({ from: ben.email })
    expect((await allCases()).at(-1)).toMatchObject({ personId: null, email: ben.email })
  })

  test('none, or several senders, are refused', async () => {
    for (const from of ['', 'a@b.it, c@d.it', 'nobody', 'friends: a@b.it, c@d.it;'])
      expect(await take({ from })).toBe('refused')
    expect(await allCases()).toEqual([])
  })

  test('two lines that say who sent it are none: nobody knows which one a mail server has proved', async () => {
    const about = await opened()
    const raw = rawMail({ from: ann.email, to: addressOfCase(care, about.mailKey) })
    expect(await takeMail(Buffer.from(`From: eve@evil.example\r\n${raw}`))).toBe('refused')
    expect(await said(about.id)).toHaveLength(1)
  })
})

describe('a mail from somebody new', () => {
  test('is a case of theirs, confirmed, in their language, with one receipt that repeats nothing', async () => {
    const text = 'Hello, the rusks that I have are broken and the tin is not new.\r\n-- \r\nGina'
    const from = 'Gina "G" Verdi <gina@example.org>'
    expect(await take({ from, subject: 'Re: AW: Broken  rusks', text })).toBe('new-case')
    const [made] = await allCases()
    expect(made).toMatchObject({
      topicId: 'other',
      subject: 'Broken rusks',
      email: 'gina@example.org',
      locale: 'en',
      source: 'mail',
      confirmedAt: expect.any(Date) as Date,
    })
    const [receipt, ...others] = await letters('gina@example.org')
    expect(others).toEqual([])
    expect(receipt).toMatchObject({ template: 'case-received', locale: 'en' })
    expect(JSON.stringify(receipt)).not.toContain('rusks')
  })

  test('gets three receipts a day, not more', async () => {
    for (let i = 0; i < 5; i++) await take({ from: 'often@example.org', subject: `Case ${i}` })
    expect(await letters('often@example.org')).toHaveLength(3)
  })

  test('without words, or without a subject, is still a case; with neither it is refused', async () => {
    expect(await take({ subject: '', text: 'Only words' })).toBe('new-case')
    expect(await take({ subject: 'Only a subject', text: '' })).toBe('new-case')
    expect(await take({ subject: '', text: '  ' })).toBe('refused')
    expect((await allCases()).map(({ subject }) => subject)).toEqual([
      'Only words',
      'Only a subject',
    ])
  })

  test('[#4] keeps hostile words as words', async () => {
    const evil = '<script>alert(1)</script> {{name}} \u202e'
    await take({ from: `"${evil}" <evil@example.org>`, subject: evil, text: evil })
    const [made] = await allCases()
    expect(made!.subject).toContain('<script>alert(1)</script>')
    expect((await said(made!.id))[0]!.body).toContain('{{name}}')
  })

  test('[#81] is called nothing that poses as an address, or would be a link in our answer to it', async () => {
    for (const name of [ann.email, 'Win at www.evil.example', 'http://evil.example'])
      await take({ from: `"${name}" <gina@example.org>` })
    expect((await allCases()).map((made) => made.name)).toEqual(['', '', ''])
    expect(JSON.stringify(await letters('gina@example.org'))).not.toContain('evil')
  })
})

describe('[#80] a mail that comes twice', () => {
  test('is taken once, at the same time too, and whatever way', async () => {
    const raw = Buffer.from(rawMail({ id: '<same@example.org>' }))
    const outcomes = await Promise.all([takeMail(raw), takeMail(raw), takeMail(raw)])
    expect(outcomes.sort()).toEqual(['known', 'known', 'new-case'])
    expect(await takeMail(raw)).toBe('known')
    expect(await allCases()).toHaveLength(1)
  })

  test('without a name of its own is known by its words', async () => {
    expect(await take({ id: '', text: 'One' })).toBe('new-case')
    expect(await take({ id: '', text: 'One' })).toBe('known')
    expect(await take({ id: '', text: 'Two' })).toBe('new-case')
  })

  test('under a name that another has used first keeps neither out', async () => {
    const id = '<stolen@example.org>'
    expect(await take({ id, from: 'thief@example.org' })).toBe('new-case')
    expect(await take({ id, from: ann.email, text: 'Mine' })).toBe('new-case')
    expect(await allCases()).toHaveLength(2)
  })
})

describe('[#81] machines are not answered', () => {
  test('our own mails, auto-replies, lists and newsletters make no case and no receipt', async () => {
    const about = await opened()
    const to = addressOfCase(care, about.mailKey)
    const from = ann.email
    const automatic = { 'Auto-Submitted': 'auto-replied' }
    expect(await take({ from, to, headers: automatic })).toBe('automatic')
    expect(await take({ from, to, headers: { 'X-Granaio': houseMark() } })).toBe('loop')
    expect(await take({ from: 'Care <CARE@valdoro.example>' })).toBe('loop')
    expect(await take({ from: to })).toBe('loop')
    expect(await take({ headers: { 'List-Id': '<news>' } })).toBe('automatic')
    expect(await said(about.id)).toHaveLength(1)
    expect(await allCases()).toHaveLength(1)
    expect(await letters()).toEqual([])
  })

  test('a delivery report is noted on the case whose answer it brings back', async () => {
    const about = await opened()
    const message = (await answered(about.id)) as { id: string }
    const mailId = `<case.${message.id}@localhost>`
    await transaction((tx) =>
      tx.update(caseMessages).set({ mailId }).where(eq(caseMessages.id, message.id)),
    )
    const report = [
      'From: MAILER-DAEMON@mx.example.org',
      'To: care@valdoro.example',
      'Subject: Undelivered',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
      'Message-ID: <bounce@mx.example.org>',
      '',
      '--b\r\nContent-Type: text/plain\r\n\r\nSorry.',
      '--b\r\nContent-Type: message/delivery-status\r\n\r\nAction: failed\r\nStatus: 5.1.1',
      `--b\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: ${mailId}\r\nSubject: x\r\n\r\nhi`,
      '--b--',
    ].join('\r\n')
    expect(await takeMail(Buffer.from(report))).toBe('automatic')
    expect(await actsOf(about.id)).toContain('undelivered')
    expect(await allCases()).toHaveLength(1)
  })

  test('whoever sends more than twenty in an hour waits for the next', async () => {
    for (let i = 0; i < 20; i++) expect(await take({ text: `No. ${i}` })).toBe('new-case')
    expect(await take({ text: 'One more' })).toBe('too-many')
    expect(await take({ from: 'other@example.org' })).toBe('new-case')
    await at(new Date(Date.now() + 61 * 60_000), async () => {
      expect(await take({ text: 'Later' })).toBe('new-case')
    })
  })
})

describe('files of a mail', () => {
  const pdf = { name: 'a.pdf', type: 'application/pdf', content: Buffer.from('%PDF-1.4\n%%EOF') }
  const page = { name: 'a.html', type: 'text/html', content: Buffer.from('<html><script>') }

  test('go into the case where they may, and the agents hear of those left out', async () => {
    expect(await take({ files: [pdf, page] })).toBe('new-case')
    const [made] = await allCases()
    const files = await db.select().from(caseFiles).where(eq(caseFiles.caseId, made!.id))
    expect(files.map(({ name, kind }) => [name, kind])).toEqual([['a.pdf', 'pdf']])
    expect(await actsOf(made!.id)).toContain('files-left-out')
  })

  test('of somebody signed out go with their answer too', async () => {
    const about = await opened({ personId: null, email: 'gina@example.org' })
    const to = addressOfCase(care, about.mailKey)
    expect(await take({ from: 'gina@example.org', to, files: [pdf] })).toBe('reply')
    const files = await db.select().from(caseFiles).where(eq(caseFiles.caseId, about.id))
    expect(files.map(({ messageId }) => messageId)).toEqual([(await said(about.id)).at(-1)!.id])
  })
})

test('a mail that is no mail, deep or broken, breaks nothing', async () => {
  const deep = Array.from(
    { length: 1500 },
    (_, i) => `--b${i}\r\nContent-Type: multipart/mixed; boundary=b${i + 1}\r\n\r\n`,
  ).join('')
  const head = 'From: a@b.it\r\nSubject: x\r\nContent-Type: multipart/mixed; boundary=b0\r\n\r\n'
  const html = `From: a@b.it\r\nSubject: y\r\nContent-Type: text/html\r\n\r\n${'<div>'.repeat(90_000)}hi`
  const known = ['new-case', 'refused', 'unreadable', 'automatic']
  const before = process.cpuUsage()
  for (const raw of [head + deep, html, '', '\0'.repeat(5_000), 'From: a@b.it\r\n'.repeat(9_000)])
    expect(known).toContain(await takeMail(Buffer.from(raw)))
  // Of the processor, not of the clock: others may be using it too.
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(5_000)
})

test('[#46] nothing of a note goes into a mail', async () => {
  const about = await opened()
  await transaction((tx) => addNote(tx, cora, about, { body: 'c4n4ry-n0te' }))
  await answered(about.id)
  expect(JSON.stringify(await db.select().from(jobs))).not.toContain('c4n4ry')
})
