import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Case, findCase } from '#app/domain/care/case.server.ts'
import { draftsOf } from '#app/domain/care/draft.server.ts'
import { addMacro } from '#app/domain/care/macro.server.ts'
import { openCase } from '#app/domain/care/open.server.ts'
import { startSession } from '#app/domain/identity/session.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { db, transaction } from '#db/database.server.ts'
import { caseMessages } from '#db/schema/care.ts'
import { caseNotes } from '#db/schema/care-desk.ts'
import { activity } from '#db/schema/activity.ts'
import { jobs } from '#db/schema/jobs.ts'
import { notifications } from '#db/schema/notifications.ts'
import { auditEntries } from '#db/schema/site.ts'
import { type House, openHouse, type Stand, standing } from '#tests/house.ts'
import { person } from '#tests/world.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

const canary = 'fenicotterina'
let house: House
let stand: Stand
let carla: Person
let carlo: Person
let lead: Person
let tokens: Record<string, string>
let macro: string

beforeAll(async () => {
  house = await openHouse()
  stand = await standing()
  await transaction(async (tx) => {
    carla = await person(tx, 'carla', ['care'])
    carlo = await person(tx, 'carlo', ['care'])
    lead = await person(tx, 'lea', ['admin'])
    macro = await addMacro(tx, lead, {
      ...{ name: 'Scuse', bodyIt: 'Ciao {{name}}: {{product}}', bodyEn: '', assign: 'on' },
      ...{ tags: ['rotto'], priority: '', state: 'solved' },
    })
  })
  const token = (id: string) => startSession(id, 'Firefox', '::1')
  tokens = {
    ...{ carla: await token(carla.id), carlo: await token(carlo.id), lead: await token(lead.id) },
    ...{ ann: await token(stand.ann.id), ben: await token(stand.ben.id) },
    mo: await token(stand.mo.id),
  }
})
afterAll(() => house.close())

type Fields = Record<string, string> | FormData

async function ask(path: string, who?: string, fields?: Fields) {
  const answer = await fetch(house.origin + path, {
    method: fields ? 'POST' : 'GET',
    redirect: 'manual',
    body: fields && (fields instanceof FormData ? fields : new URLSearchParams(fields)),
    headers: {
      Origin: house.origin,
      'Accept-Language': 'it',
      ...(who && { Cookie: `granaio_session=${tokens[who]}` }),
    },
  })
  const to = answer.headers.get('Location') ?? ''
  const notice = /notice=([\w-]+)/.exec(answer.headers.get('Set-Cookie') ?? '')?.[1]
  return { status: answer.status, to, notice, headers: answer.headers, body: await answer.text() }
}

const begin = (wish: object = {}) =>
  transaction((tx) =>
    openCase(tx, {
      ...{ topicId: 'product', subject: 'Fette ammuffite', body: 'C’è muffa nel sacchetto.' },
      ...{ locale: 'it', source: 'form', isConfirmed: true, personId: stand.ann.id, ...wish },
    }),
  )
const pathOf = ({ id }: Case) => `/staff/care/${id}`
const messagesOf = ({ id }: Case) =>
  db.select().from(caseMessages).where(eq(caseMessages.caseId, id))
const notesOf = ({ id }: Case) => db.select().from(caseNotes).where(eq(caseNotes.caseId, id))
const seenIn = (page: string) => /name="seen" value="([^"]*)"/.exec(page.split('/replies')[1]!)![1]!
const versionOf = async (found: Case) => String((await findCase(db, carla, found.id))!.version)

test('the page says of each form who will read it, in words, and one button sends it there', async () => {
  const found = await begin()
  const reply = await ask(pathOf(found), 'carla')
  expect(reply.body).toContain('Invia al cliente')
  expect(reply.body).toContain('La leggerà il cliente')
  expect(reply.body).not.toContain('Salva nota interna')
  expect(reply.body).not.toContain('name="note"')
  const note = await ask(`${pathOf(found)}?tab=note`, 'carla')
  expect(note.body).toContain('Nota interna: il cliente non la vede mai')
  expect(note.body).toContain('Salva nota interna')
  expect(note.body).not.toMatch(/Invia al cliente|name="reply"/)
})

test('[#46] [#107] a note can not be sent as an answer, nor an answer kept as a note, whatever form is sent', async () => {
  const found = await begin()
  const wrong: [string, Record<string, string>][] = [
    ['replies', { intent: 'send', note: canary }],
    ['replies', { intent: 'send', reply: 'Ciao', note: canary }],
    ['replies', { intent: 'save', reply: canary }],
    ['notes', { intent: 'send', note: canary }],
    ['notes', { intent: 'save', reply: canary }],
    ['notes', { intent: 'save', note: 'x', reply: canary }],
    ['draft', { reply: 'x', note: canary }],
  ]
  for (const [room, fields] of wrong)
    expect((await ask(`${pathOf(found)}/${room}`, 'carla', fields)).status, room).toBe(400)
  expect(await messagesOf(found)).toHaveLength(1)
  expect(await notesOf(found)).toEqual([])
})

test('[#46] a note is in no page, mail, notification, event or answer that its member gets', async () => {
  const found = await begin()
  const save = { intent: 'save', note: `Tra noi: ${canary} @${carlo.handle}` }
  expect((await ask(`${pathOf(found)}/notes`, 'carla', save)).notice).toBe('case-note')
  expect((await ask(pathOf(found), 'carlo')).body).toContain(canary)
  for (const path of ['/me/cases', `/me/cases/${found.id}`, '/me/notifications', '/ideas'])
    expect((await ask(path, 'ann')).body, path).not.toContain(canary)
  for (const who of ['ann', 'ben', 'mo', undefined])
    for (const path of [pathOf(found), `/ideas?q=${canary}`, '/feed.xml']) {
      const answer = await ask(path, who)
      expect(answer.body.replaceAll(`q=${canary}`, ''), path).not.toContain(`Tra noi: ${canary}`)
    }
  const kept = await Promise.all([
    ...[db.select().from(jobs), db.select().from(notifications)],
    ...[db.select().from(activity), db.select().from(auditEntries), messagesOf(found)],
  ])
  expect(JSON.stringify(kept)).not.toContain(canary)
})

test('[#44] [#50] nobody but care finds a case; a moderator is refused', async () => {
  const found = await begin()
  for (const room of ['', '/merge', '/split', '/presence'])
    expect(
      [
        (await ask(pathOf(found) + room, 'ann')).status,
        (await ask(pathOf(found) + room, 'mo')).status,
        (await ask(`/staff/care/nothing${room}`, 'carla')).status,
      ],
      room,
    ).toEqual([404, 403, 404])
  for (const room of ['', '/replies', '/notes', '/draft', '/macro', '/merge', '/split'])
    expect((await ask(pathOf(found) + room, 'ann', { intent: 'send', reply: 'x' })).status).toBe(
      404,
    )
})

test('going to the other tab keeps what was typed in both, without a script', async () => {
  const found = await begin()
  const there = await ask(`${pathOf(found)}/replies`, 'carla', {
    intent: 'note',
    reply: 'Cara Ann',
  })
  expect(there.to).toMatch(/tab=note#composer$/)
  const back = await ask(`${pathOf(found)}/notes`, 'carla', { intent: 'reply', note: 'Chiedo' })
  expect(back.to).not.toContain('tab=note')
  expect((await ask(pathOf(found), 'carla')).body).toContain('Cara Ann')
  expect((await ask(`${pathOf(found)}?tab=note`, 'carla')).body).toContain('Chiedo')
  const itself = await ask(`${pathOf(found)}/draft`, 'carla', { reply: 'Cara Ann, ciao' })
  expect(itself.status).toBe(204)
  expect(await draftsOf(db, carla, found.id)).toMatchObject({
    reply: { body: 'Cara Ann, ciao' },
    note: { body: 'Chiedo' },
  })
})

test('[#107] who answers after a newer message is shown it first, with their words kept', async () => {
  const found = await begin()
  const seen = seenIn((await ask(pathOf(found), 'carlo')).body)
  const send = (who: string, reply: string, seen: string) =>
    ask(`${pathOf(found)}/replies`, who, { intent: 'send', reply, seen })
  expect((await send('carla', 'Da Carla', seen)).status).toBe(303)
  const late = await send('carlo', 'Da Carlo', seen)
  expect(late.status).toBe(400)
  expect(late.body).toContain('intanto è arrivato un nuovo messaggio')
  expect(late.body).toContain('Da Carla')
  expect(late.body).toContain('>Da Carlo</textarea>')
  expect((await send('carlo', 'Da Carlo', seenIn(late.body))).status).toBe(303)
  expect((await messagesOf(found)).map(({ body }) => body).slice(1)).toEqual([
    'Da Carla',
    'Da Carlo',
  ])
})

test('a missing placeholder stops the answer and is named; an answer is taken back to the draft', async () => {
  const found = await begin()
  const seen = seenIn((await ask(pathOf(found), 'carla')).body)
  const send = (reply: string) =>
    ask(`${pathOf(found)}/replies`, 'carla', { intent: 'solve', reply, seen })
  const stopped = await send('Il tuo {{product}} arriva')
  expect(stopped.status).toBe(400)
  expect(stopped.body).toContain('Non ho inviato niente')
  expect(stopped.body).toContain('{{product}}')
  expect((await send('')).body).toContain('Scrivi la risposta prima di inviarla')
  expect(await messagesOf(found)).toHaveLength(1)

  expect((await send('Caro {{name}}')).status).toBe(303)
  const [, sent] = await messagesOf(found)
  const page = await ask(pathOf(found), 'carla')
  expect(page.body).toContain('Riprendi la risposta')
  const undo = { intent: 'undo', message: sent!.id }
  expect((await ask(pathOf(found), 'carlo', undo)).notice).toBe('case-left')
  expect((await ask(pathOf(found), 'carla', undo)).notice).toBe('case-undone')
  expect((await draftsOf(db, carla, found.id)).reply.body).toBe('Caro ann')
})

test('a ready answer is shown act by act before it runs, and sends nothing', async () => {
  const found = await begin()
  const chosen = await ask(`${pathOf(found)}/replies`, 'carla', {
    ...{ intent: 'macro', reply: '', macro },
  })
  const shown = await ask(chosen.to.split('#')[0]!, 'carla')
  for (const words of ['Anteprima: Scuse', 'Assegna il caso a te', 'rotto', '{{product}}'])
    expect(shown.body).toContain(words)
  expect(shown.body).toContain('Quando invii: il caso è risolto')
  const run = { macro, seen: await versionOf(found) }
  const ran = await ask(`${pathOf(found)}/macro`, 'carla', run)
  expect([ran.notice, ran.to]).toEqual(['case-macro-words', expect.stringContaining('then=solve')])
  expect((await ask(`${pathOf(found)}/macro`, 'carla', run)).status).toBe(400)
  expect(await messagesOf(found)).toHaveLength(1)
})

test('[#106] of two agents who change a case, the second sees what the first did', async () => {
  const found = await begin()
  const seen = await versionOf(found)
  const act = (who: string, fields: Record<string, string>) =>
    ask(pathOf(found), who, { seen, ...fields })
  expect((await act('carla', { intent: 'priority', priority: 'urgent' })).status).toBe(303)
  const late = await act('carlo', { intent: 'assign', assignee: 'me' })
  expect(late.status).toBe(400)
  expect(late.body).toContain('Intanto qualcuno ha cambiato il caso')
  expect(late.body).toContain('Urgente')
  const bad = [{ intent: 'state' }, { intent: 'assign', assignee: 'x' }, {}, { intent: 'tag' }]
  for (const fields of bad)
    expect((await act('carla', fields as Record<string, string>)).status).toBe(400)
})

test('[#13] numbers that no column holds are no fault in the inbox', async () => {
  const found = await begin()
  const far = '/staff/care?q=ann%40example.org&after=999999999999999.n'
  expect((await ask(far, 'carla')).status).toBe(200)
  const bulk = { act: 'state', state: 'open', id: `${found.id}.9999999999` }
  expect((await ask('/staff/care', 'carla', bulk)).status).toBe(400)
})

test('[#47] the page gets no address and no batch until an agent asks for it, which is noted', async () => {
  const secret = { personId: undefined, email: 'segreta.pavone@example.org', batch: 'LOTTO-99' }
  const found = await begin({ ...secret, name: '' })
  const id = encodeURIComponent('routes/staff/care-case')
  const data = await ask(`${pathOf(found)}?_data=${id}`, 'carla')
  expect(data.headers.get('Content-Type')).toContain('json')
  expect(data.body).not.toMatch(/segreta\.pavone|LOTTO-99|mailKey|passwordHash|birthYear"/)
  const reveal = { intent: 'reveal', field: 'email', purpose: 'answer' }
  const told = await ask(pathOf(found), 'carla', reveal)
  expect(told.body).toContain('segreta.pavone@example.org')
  expect((await ask(pathOf(found), 'carla')).body).not.toContain('segreta.pavone')
  const looks = await db.select().from(auditEntries).where(eq(auditEntries.subject, found.id))
  expect(looks.map(({ act }) => act)).toContain('case.revealed')
  expect((await ask(pathOf(found), 'carla', { ...reveal, purpose: 'curiosity' })).status).toBe(400)
})

test('an attachment waits with the draft, and goes with the note it was chosen for', async () => {
  const found = await begin()
  const form = new FormData()
  form.set('intent', 'draft')
  form.set('note', 'Vedi')
  form.set('files', new Blob(['una riga'], { type: 'text/plain' }), 'appunti.txt')
  expect((await ask(`${pathOf(found)}/notes`, 'carla', form)).status).toBe(303)
  expect((await ask(`${pathOf(found)}?tab=note`, 'carla')).body).toContain('appunti.txt')
  expect((await ask(pathOf(found), 'carla')).body).not.toContain('appunti.txt')
  await ask(`${pathOf(found)}/notes`, 'carla', { intent: 'save', note: 'Vedi' })
  expect((await ask(pathOf(found), 'carlo')).body).toContain('appunti.txt')
  expect((await ask(`/me/cases/${found.id}`, 'ann')).body).not.toContain('appunti.txt')
})

test('merging shows both cases first; another person’s words are never put together', async () => {
  const [one, two] = [await begin(), await begin({ subject: 'Le stesse fette' })]
  const other = await begin({ personId: stand.ben.id, subject: 'Di Ben' })
  const shown = await ask(`${pathOf(one)}/merge?into=${two.number}`, 'carla')
  expect(shown.body).toContain('Le stesse fette')
  const merge = async (into: number) =>
    ask(`${pathOf(one)}/merge`, 'carla', { into: String(into), seen: await versionOf(one) })
  expect((await merge(other.number)).body).toContain('di un’altra persona')
  expect((await merge(two.number)).notice).toBe('case-merged')
  expect((await ask(pathOf(one), 'carla')).body).toContain(`Vai al caso ${two.number}`)
})

test('whoever leads care keeps the ready answers; agents do not', async () => {
  const path = '/staff/settings/care/macros'
  expect((await ask(path, 'carla')).status).toBe(403)
  const text = { seen: '0', name: 'Orari', bodyIt: 'Siamo aperti, {{name}}', tags: 'Orari, negozi' }
  const wrong = await ask(`${path}/new`, 'lead', { ...text, bodyIt: 'Ciao {{nome}}' })
  expect([wrong.status, wrong.body.includes('Ciao {{nome}}')]).toEqual([400, true])
  const tried = await ask(`${path}/new`, 'lead', { ...text, intent: 'try' })
  expect(tried.body).toContain('Siamo aperti, Marta Rinaldi')
  expect((await ask(`${path}/new`, 'lead', text)).notice).toBe('macro-saved')
  expect((await ask(path, 'lead')).body).toContain('Orari')
  const step = { id: macro, step: 'retire' }
  expect((await ask(path, 'lead', step)).notice).toBe('macro-retired')
  expect((await ask(path, 'lead', { id: macro, step: 'sideways' })).status).toBe(400)
})
