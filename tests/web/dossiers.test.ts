import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDossier, openDossierOf } from '#app/domain/dossiers/dossier.server.ts'
import { assignEvaluator } from '#app/domain/dossiers/evaluator.server.ts'
import { publishIdea } from '#app/domain/ideas/publish.server.ts'
import { startSession } from '#app/domain/identity/session.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { transaction } from '#db/database.server.ts'
import { type House, openHouse, type Stand, standing } from '#tests/house.ts'

let house: House
let stand: Stand
let at: string
let dossierId: string

const ids = ['technical', 'cost', 'time', 'brand', 'sustainability', 'legal']
const six = (prefix: string, score: number) =>
  Object.fromEntries(ids.map((id) => [`${prefix}-${id}`, String(score)]))

beforeAll(async () => {
  house = await openHouse()
  stand = await standing()
  const { ann, eva, ada } = stand
  await transaction(async (tx) => {
    const idea = await publishIdea(tx, ann, {
      title: '=HYPERLINK("http://evil.example","bread")',
      body: 'A title that a spreadsheet would take for a formula, and run.',
      categoryId: 'products',
      tags: [],
      locale: 'en',
    })
    await openDossier(tx, ada, idea.number)
    await assignEvaluator(tx, ada, idea.number, { evaluatorId: eva.id, duty: 'Law' })
    dossierId = (await openDossierOf(tx, idea.id))!.id
    at = `/staff/ideas/${idea.number}/dossier`
  })
})
afterAll(() => house.close())

async function knock(path: string, viewer: Person, fields?: Record<string, string>) {
  const answer = await fetch(house.origin + path, {
    method: fields ? 'POST' : 'GET',
    headers: {
      Cookie: `granaio_session=${await startSession(viewer.id, '', '')}`,
      Origin: house.origin,
      'Accept-Language': 'en',
    },
    body: fields && new URLSearchParams(fields),
    redirect: 'manual',
  })
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}
const send = (viewer: Person, fields: Record<string, string>) => knock(at, viewer, fields)
const versionIn = (page: string) => /name="version" value="(\d+)"/.exec(page)![1]!

test('the doors are closed to other staff and are not there for members', async () => {
  const doors = ['/staff/dossiers', '/staff/dossiers.csv', at, '/staff/settings/criteria']
  for (const door of doors) {
    expect([door, (await knock(door, stand.ben)).status]).toEqual([door, 404])
    expect([door, (await knock(door, stand.mo)).status]).toEqual([door, 403])
  }
  expect((await knock('/staff/settings/criteria', stand.eva)).status).toBe(403)
  expect((await knock(at, stand.mo, { intent: 'open' })).status).toBe(403)
})

test('a note without a score is not lost, and scores may be saved by and by', async () => {
  const { eva } = stand
  const note = 'I must ask the notary'
  const alone = await send(eva, { intent: 'score', dossierId, 'note-legal': note })
  expect(alone.status).toBe(400)
  expect(alone.text).toContain(note)
  expect(alone.text).toContain('There is a note without a score')
  const some = { intent: 'score', dossierId, 'score-legal': '2', 'note-legal': note }
  expect((await send(eva, some)).headers.get('Location')).toBe(`${at}#score`)
  expect((await send(eva, { ...some, 'score-cost': '6' })).status).toBe(400)
  expect((await send(eva, { ...some, 'score-nothing': '3' })).status).toBe(400)
  const all = { intent: 'score', dossierId, ...six('score', 4) }
  expect((await send(eva, all)).headers.get('Location')).toBe(`${at}#scores`)
})

test('a day that no calendar has is refused beside its field', async () => {
  const { eva } = stand
  for (const dueAt of ['2026-99-99', '2026-02-31', '0000-00-00', '26-1-1']) {
    const version = versionIn((await knock(at, eva)).text)
    const refused = await send(eva, { intent: 'plan', dossierId, version, leadId: '', dueAt })
    expect([dueAt, refused.status]).toEqual([dueAt, 400])
  }
})

test('[#106] the second of two leads sees what the first saved, beside what they typed', async () => {
  const { ada, eva } = stand
  const shown = versionIn((await knock(at, ada)).text)
  const decided = { intent: 'reconcile', dossierId, version: shown, ...six('verdict', 4) }
  expect((await send(ada, decided)).status).toBe(303)
  const version = versionIn((await knock(at, ada)).text)
  const said = { intent: 'conclude', dossierId, version, weeksFrom: '2', weeksTo: '4' }
  const first = { ...said, costFrom: '1.000', costTo: '2.500', explanation: 'The first word.' }
  expect((await send(ada, first)).status).toBe(303)
  const second = await send(eva, { ...first, explanation: 'The second word.' })
  expect(second.status).toBe(400)
  expect(second.text).toContain('The first word.')
  expect(second.text).toContain('The second word.')
  expect(second.text).toContain('Meanwhile somebody else')
  const wrong = await send(ada, { ...first, version: versionIn(second.text), costTo: '5' })
  expect(wrong.text).toContain('The end cannot be smaller')
})

test('[#14] the CSV has a row for each dossier and no cell that a spreadsheet would run', async () => {
  const { text, headers } = await knock('/staff/dossiers.csv', stand.ada)
  expect(headers.get('Content-Type')).toContain('text/csv')
  expect(headers.get('Cache-Control')).toContain('no-store')
  expect(text).toContain(`"'=HYPERLINK(""http://evil.example"",""bread"")"`)
  expect(text).toContain('Costs: average')
  expect(text.trim().split('\r\n')).toHaveLength(2)
})

test('of two admins who change a criterion the second sees both', async () => {
  const { ada } = stand
  const page = (await knock('/staff/settings/criteria', ada)).text
  const [, seen] =
    /name="id" value="cost"\/><input type="hidden" name="seen" value="([\w-]+)"/.exec(page)!
  const words = { labelIt: 'Costi', helpIt: 'Quanto costa', helpEn: 'What it costs' }
  const save = (labelEn: string) =>
    knock('/staff/settings/criteria', ada, {
      ...{ intent: 'save', id: 'cost', seen: seen!, ...words, labelEn },
      ...{ weight: '3', axis: 'effort' },
    })
  expect((await save('Money')).status).toBe(303)
  const second = await save('Price')
  expect(second.status).toBe(400)
  expect(second.text).toContain('Money')
  expect(second.text).toContain('Price')
  expect((await knock('/staff/settings/criteria', ada, { intent: 'up', id: 'cost' })).status).toBe(
    303,
  )
})
