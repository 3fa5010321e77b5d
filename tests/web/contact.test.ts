import { and, eq } from 'drizzle-orm'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeArticle } from '#app/domain/faq/edit.server.ts'
import { fileLimits } from '#app/domain/care/file.rules.ts'
import { addMessage } from '#app/domain/care/message.server.ts'
import { addNote } from '#app/domain/care/note.server.ts'
import { findCase } from '#app/domain/care/case.server.ts'
import { startSession } from '#app/domain/identity/session.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { secretId } from '#db/columns.ts'
import { db, transaction } from '#db/database.server.ts'
import { caseFiles, cases } from '#db/schema/care.ts'
import { people } from '#db/schema/identity.ts'
import { jobs } from '#db/schema/jobs.ts'
import { type House, openHouse } from '#tests/house.ts'
import { person, world } from '#tests/world.ts'

let house: House
let all: Awaited<ReturnType<typeof settle>>
const cookies = new Map<string, string>()

async function settle() {
  const some = await world()
  const carla = await transaction((tx) => person(tx, 'carla', ['care']))
  const eddie = await transaction((tx) => person(tx, 'eddie', ['editor']))
  await transaction((tx) =>
    writeArticle(tx, eddie, {
      ...{ categoryId: 'products', topicId: 'product', state: 'published', position: 0 },
      ...{ titleIt: 'Fette biscottate molli', titleEn: 'Soft rusks' },
      ...{ bodyIt: 'Chiudile in una scatola.', bodyEn: 'Keep them in a tin.' },
    }),
  )
  return { ...some, carla, eddie }
}

beforeAll(async () => {
  house = await openHouse()
  all = await settle()
  for (const who of [all.ann, all.ben, all.carla, all.mo, all.eddie, all.ada]) {
    cookies.set(who.id, `granaio_session=${await startSession(who.id, '', '')}`)
  }
}, 60_000)
afterAll(() => house.close())

type Asked = {
  who?: Person
  form?: Record<string, string | Blob | (string | Blob)[]>
  headers?: Record<string, string>
  method?: string
}

function ask(path: string, { who, form, headers = {}, method }: Asked = {}) {
  const body = form && new FormData()
  for (const [name, value] of Object.entries(form ?? {}))
    for (const one of [value].flat())
      if (typeof one === 'string') body!.append(name, one)
      else body!.append(name, one, (one as File).name)
  return fetch(house.origin + path, {
    method: method ?? (form ? 'POST' : 'GET'),
    body,
    redirect: 'manual',
    headers: {
      Origin: house.origin,
      'Accept-Language': 'en',
      ...(who && { Cookie: cookies.get(who.id)! }),
      ...headers,
    },
  })
}

const photo = async (name = 'muffa.jpg') =>
  new File(
    [
      new Uint8Array(
        await sharp({ create: { width: 80, height: 60, channels: 3, background: '#a63' } })
          .jpeg()
          .toBuffer(),
      ),
    ],
    name,
  )
const said = (more: Record<string, string | Blob | (string | Blob)[]> = {}) => ({
  ...{ topic: 'product', subject: 'Soft rusks from Parma', body: 'They were soft, bag closed.' },
  ...more,
})
const letterTo = async (to: string) => {
  const rows = await db.select().from(jobs).where(eq(jobs.kind, 'mail'))
  return rows.map(({ payload }) => payload as Letter).filter((one) => one.to === to)
}
type Letter = { to: string; template: string; params: { path: string } }
const caseOf = async (email: string) => {
  const [found] = await db.select().from(cases).where(eq(cases.emailFolded, email))
  return found!
}

test('without a script answers that may help come as a step that hides nothing; a form of others’ making is simply done', async () => {
  const page = await (await ask('/contact?topic=product')).text()
  expect(page).toContain('Soft rusks')
  expect(page).toContain('name="look"')

  const step = await ask('/contact', {
    form: said({
      look: 'yes',
      email: 'step@example.org',
      batch: 'L22',
      attachments: await photo(),
    }),
  })
  expect(step.status).toBe(200)
  const html = await step.text()
  expect(html).toMatch(/href="\/faq\/fette-biscottate-molli/)
  expect(html).toContain('They were soft, bag closed.')
  expect(html).toContain('value="L22"')
  expect(html).toContain('Send anyway')
  expect(html).not.toContain('name="look"')
  const [kept] = /name="kept" value="[^"]+/.exec(html)!
  const file = kept!.slice('name="kept" value="'.length)
  expect(await db.select().from(cases).where(eq(cases.emailFolded, 'step@example.org'))).toEqual([])

  const done = await ask('/contact', { form: said({ email: 'step@example.org', kept: file }) })
  expect([done.status, done.headers.get('location')]).toEqual([303, '/contact/sent'])
  const { id } = await caseOf('step@example.org')
  expect(await db.select().from(caseFiles).where(eq(caseFiles.id, file))).toMatchObject([
    { caseId: id, kind: 'image' },
  ])
})

test('what is wrong is said beside the fields with everything kept, files too', async () => {
  const wrong = await ask('/contact', {
    form: said({
      subject: '',
      email: 'no address',
      attachments: [await photo(), new File(['PK\x03\x04'], 'a.docx')],
    }),
  })
  expect(wrong.status).toBe(400)
  const html = await wrong.text()
  expect(html).toContain('They were soft, bag closed.')
  expect(html).toContain('value="no address"')
  expect(html).toContain('muffa.webp')
  expect(html).toContain('a.docx')
  expect(html).toMatch(/is not a photo, a PDF or plain text/)
  expect((await ask('/contact', { form: { topic: 'nowhere' } })).status).toBe(400)
})

test('nobody of care sees what was written signed out before the link was followed; looking at it does nothing', async () => {
  const email = 'gina@example.org'
  await ask('/contact', { form: said({ email, body: 'canary-7f3a' }) })
  const { id } = await caseOf(email)
  const [letter] = await letterTo(email)
  expect(letter!.template).toBe('confirm-case')
  // Anybody may have typed that address: the mail says nothing of theirs.
  expect(JSON.stringify(letter)).not.toContain('canary-7f3a')
  expect(await findCase(db, all.carla, id)).toBeUndefined()

  const path = letter!.params.path
  expect((await ask(path)).status).toBe(200)
  expect(await findCase(db, all.carla, id)).toBeUndefined()
  expect((await ask(`${path}x`)).status).toBe(410)
  expect((await ask(path, { form: {} })).status).toBe(200)
  expect(await findCase(db, all.carla, id)).toMatchObject({ id })
  expect((await ask(path, { form: {} })).status).toBe(200)
})

test('the answer is the same whether the address is a member’s; who confirms it finds the case among theirs', async () => {
  const [row] = await db.select().from(people).where(eq(people.id, all.ben.id))
  const known = await ask('/contact', { form: said({ email: row!.email!.toUpperCase() }) })
  const unknown = await ask('/contact', { form: said({ email: 'nobody@example.org' }) })
  expect(known.headers.get('location')).toBe(unknown.headers.get('location'))
  expect(await known.text()).toBe(await unknown.text())

  const [letter] = await letterTo(row!.email!.toUpperCase())
  await ask(letter!.params.path, { form: {} })
  expect(await (await ask('/me/cases', { who: all.ben })).text()).toContain('Soft rusks from Parma')
})

test('a machine that fills the trap is thanked and does nothing; the same form sent twice opens one case', async () => {
  const trapped = await ask('/contact', {
    form: said({ email: 'bot@example.org', website: 'http://spam.example' }),
  })
  expect(trapped.headers.get('location')).toBe('/contact/sent')
  const bots = await db.select().from(cases).where(eq(cases.emailFolded, 'bot@example.org'))
  expect(bots).toEqual([])

  const key = crypto.randomUUID()
  const twice = await Promise.all(
    [1, 2, 3].map(() => ask('/contact', { who: all.ann, form: said({ key, subject: 'Twice' }) })),
  )
  expect(new Set(twice.map((one) => one.headers.get('location'))).size).toBe(1)
  const mine = and(eq(cases.personId, all.ann.id), eq(cases.subject, 'Twice'))
  expect(await db.select().from(cases).where(mine)).toHaveLength(1)
})

/** Ann's case with a photo, opened through the form; its path and its file's. */
async function annsCase(subject: string) {
  const sent = await ask('/contact', {
    who: all.ann,
    form: said({ subject, attachments: await photo() }),
  })
  const path = sent.headers.get('location')!
  const id = path.split('/').at(-1)!
  const [file] = await db.select().from(caseFiles).where(eq(caseFiles.caseId, id))
  return { id, path, file: `${path}/files/${file!.id}` }
}

test('[#44][#45][#56] a case and its files are its member’s and care’s alone, under addresses that are chance', async () => {
  const { id, path, file } = await annsCase('Hers alone')
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect((await ask(path, { who: all.ann })).status).toBe(200)
  const nothing = `/me/cases/${crypto.randomUUID()}`
  const [theirs, none] = [await ask(path, { who: all.ben }), await ask(nothing, { who: all.ben })]
  expect([theirs.status, none.status]).toEqual([404, 404])
  const bare = (html: string) => html.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '')
  expect(bare(await theirs.text()).length).toBe(bare(await none.text()).length)
  for (const who of [all.ben, all.mo, all.eddie, all.carla]) {
    expect((await ask(path, { who })).status).toBe(404)
    expect((await ask(`${path}/replies`, { who, form: { body: 'x' } })).status).toBe(404)
    expect((await ask(path, { who, form: { intent: 'solve' } })).status).toBe(404)
  }
  const desk = file.replace('/me/cases', '/staff/care')
  expect((await ask(desk, { who: all.carla })).status).toBe(200)
  for (const who of [all.mo, all.eddie]) expect((await ask(desk, { who })).status).toBe(403)
  expect((await ask(desk, { who: all.ann })).status).toBe(404)
  const other = await annsCase('Another of hers')
  const crossed = `${other.path}/files/${file.split('/').at(-1)}`
  expect((await ask(crossed, { who: all.ann })).status).toBe(404)
})

test('[#58][#95] a file’s address is no key: signed out, by part, head or tag, whoever asks is asked first', async () => {
  const { id, file } = await annsCase('With a photo')
  const seen = await ask(file, { who: all.ann })
  expect(seen.status).toBe(200)
  expect(Object.fromEntries(seen.headers)).toMatchObject({
    'content-type': 'image/webp',
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
  })
  expect(seen.headers.get('content-disposition')).toContain('muffa.webp')
  expect(seen.headers.get('etag')).toBeNull()

  const ways: Asked[] = [
    {},
    { method: 'HEAD' },
    { headers: { Range: 'bytes=0-9' } },
    { headers: { 'If-None-Match': '*' } },
    { headers: { 'If-Modified-Since': new Date().toUTCString() } },
  ]
  for (const way of ways) {
    expect((await ask(file, { who: all.ann, ...way })).status).toBe(200)
    expect((await ask(file, { who: all.ben, ...way })).status).toBe(404)
    const out = await ask(file, way)
    expect(out.status).toBe(401)
    expect(await out.text()).not.toContain('WEBP')
  }
  await transaction((tx) => tx.update(cases).set({ erasedAt: new Date() }).where(eq(cases.id, id)))
  for (const who of [all.ann]) expect((await ask(file, { who })).status).toBe(404)
})

test('[#85][#89] a PDF is handed over to be saved, and its name cannot end a header', async () => {
  const pdf = new File(
    ['%PDF-1.4\n1 0 obj<</S/JavaScript/JS(alert(1))>>\n%%EOF'],
    'à"\u202Efdp.html',
  )
  const sent = await ask('/contact', { who: all.ann, form: said({ attachments: pdf }) })
  const path = sent.headers.get('location')!
  const id = path.split('/').at(-1)!
  const [file] = await db.select().from(caseFiles).where(eq(caseFiles.caseId, id))
  const got = await ask(`${path}/files/${file!.id}`, { who: all.ann })
  expect(got.headers.get('content-type')).toBe('application/pdf')
  expect(got.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w .()-]+\.pdf"/)
  expect(got.headers.get('x-content-type-options')).toBe('nosniff')
})

test('[#90] a body over the limit is refused, and so are too many files', async () => {
  const form = said({ attachments: Array.from({ length: 7 }, () => new File(['ciao'], 'a.txt')) })
  const many = await ask('/contact', { who: all.ann, form })
  expect(many.status).toBe(400)
  expect((await many.text()).match(/one too many/g)!.length).toBeGreaterThanOrEqual(2)
  const big = new File([new Uint8Array(46 * 2 ** 20)], 'a.pdf')
  const over = await ask('/contact', { who: all.ann, form: said({ attachments: big }) }).then(
    ({ status }) => status,
    () => 413,
  )
  expect(over).toBe(413)
  // Room for files is no room for words: they would all be shown again.
  const wordy = await ask('/contact', { who: all.ann, form: said({ body: 'x'.repeat(2 ** 20) }) })
  expect(wordy.status).toBe(413)
})

test('[#93] whose space is full is told so, 413, and loses neither words nor case', async () => {
  const full = { ownerId: all.ben.id, name: 'a.txt', kind: 'text' as const, bytes: 3 }
  const rows = Array.from({ length: fileLimits.ofPerson }, () => ({ ...full, id: secretId() }))
  await transaction((tx) => tx.insert(caseFiles).values(rows))
  const form = said({ body: 'One photo too many', attachments: await photo('tanta.png') })
  const refused = await ask('/contact', { who: all.ben, form })
  expect(refused.status).toBe(413)
  const html = await refused.text()
  for (const words of ['One photo too many', 'tanta']) expect(html).toContain(words)
  const seen = await ask(`/staff/people/${all.ben.handle}`, { who: all.ada })
  expect(await seen.text()).toMatch(/200 files? (di|of) 200/)
  expect((await ask('/contact', { who: all.ben, form: said() })).status).toBe(303)
  await transaction((tx) => tx.delete(caseFiles).where(eq(caseFiles.ownerId, all.ben.id)))
})

test('[#46] the member sees what was said, and nothing of notes or of an answer that can still be taken back', async () => {
  const { id, path } = await annsCase('Said and noted')
  const [found] = await db.select().from(cases).where(eq(cases.id, id))
  await transaction(async (tx) => {
    await addNote(tx, all.carla, found!, { body: 'canary-note' })
    await addMessage(tx, found!, { side: 'care', authorId: all.carla.id, body: 'We are sorry' })
    await addMessage(tx, found!, {
      ...{ side: 'care', authorId: all.carla.id, body: 'canary-unsent' },
      leavesAt: new Date(Date.now() + 60_000),
    })
  })
  for (const at of [path, `${path}?_data=routes%2Fme%2Fcases-one`, '/me/cases']) {
    const text = await (await ask(at, { who: all.ann })).text()
    expect(text).not.toMatch(/canary-|assignee|urgency|mailKey|leavesAt|"tags"/)
  }
  expect(await (await ask(path, { who: all.ann })).text()).toContain('We are sorry')

  const reply = await ask(`${path}/replies`, {
    who: all.ann,
    form: { body: 'Here is one more', attachments: await photo('due.png') },
  })
  expect([reply.status, reply.headers.get('location')]).toEqual([303, path])
  const empty = await ask(`${path}/replies`, {
    who: all.ann,
    form: { body: ' ', attachments: await photo('tre.png') },
  })
  expect(empty.status).toBe(400)
  expect(await empty.text()).toContain('tre.webp')
  await ask(path, { who: all.ann, form: { intent: 'solve' } })
  expect(await (await ask(path, { who: all.ann })).text()).toContain('Not solved?')
  await ask(`${path}/replies`, { who: all.ann, form: { body: 'It is back' } })
  const [again] = await db.select().from(cases).where(eq(cases.id, id))
  expect(again!.solvedAt).toBeNull()
})

test('an answer whose session had ended is kept until its member has signed in', async () => {
  const { path } = await annsCase('Signed out meanwhile')
  const out = await ask(`${path}/replies`, { form: { body: 'What I typed' } })
  expect([out.status, out.headers.get('location')]).toEqual([303, '/login'])
  expect(out.headers.get('set-cookie')).toContain('granaio_pending=')
})

test('[#90] uploads that are broken off leave no file behind', async () => {
  const { connect } = await import('node:net')
  const { readdirSync } = await import('node:fs')
  const { uploads } = await import('#app/domain/ideas/image-file.server.ts')
  const files = () => readdirSync(uploads(), { recursive: true })
  const before = files()
  const head = [
    'POST /contact HTTP/1.1',
    `Host: localhost:${house.port}`,
    `Origin: ${house.origin}`,
    'Content-Type: multipart/form-data; boundary=x',
    'Content-Length: 1000000',
  ].join('\r\n')
  const part = '--x\r\nContent-Disposition: form-data; name="attachments"; filename="a.txt"\r\n\r\n'
  const broken = () =>
    new Promise<void>((done) => {
      const socket = connect(house.port, '127.0.0.1', () => {
        socket.write(`${head}\r\n\r\n${part}${'ciao '.repeat(2000)}`)
        setTimeout(() => (socket.destroy(), done()), 20)
      })
    })
  for (let i = 0; i < 10; i++) await Promise.all(Array.from({ length: 20 }, broken))
  await expect.poll(files, { timeout: 10_000 }).toEqual(before)
  expect((await ask('/faq')).status).toBe(200)
})

test('the questions are searched and answered without a script, once a reader', async () => {
  expect(await (await ask('/faq?q=rusk')).text()).toContain('Soft rusks')
  const list = await (await ask('/faq')).text()
  const path = /\/faq\/fette-biscottate-molli[\w-]*/.exec(list)![0]
  expect(await (await ask(path)).text()).toContain('Keep them in a tin.')
  const no = await ask(`${path}/feedback`, { form: { useful: 'no' } })
  expect(no.headers.get('location')).toBe(`${path}/feedback?said=no`)
  expect((await ask(`${path}/feedback?said=no`)).status).toBe(200)
  const words = await ask(`${path}/feedback`, { form: { useful: 'no', comment: 'Which tin?' } })
  expect(words.status).toBe(303)
  expect((await ask(`${path}/feedback`, { form: { useful: 'maybe' } })).status).toBe(400)
  expect((await ask('/faq/no-such-question')).status).toBe(404)
  const live = await ask('/contact/suggestions?topic=product&text=soft%20rusks%20here')
  expect(await live.text()).toContain('Soft rusks')
})
