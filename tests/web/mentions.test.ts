import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Job } from '#app/domain/jobs/job.server.ts'
import { startSession } from '#app/domain/identity/session.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { addSource } from '#app/domain/mentions/source.server.ts'
import { rowOf, takeMentions } from '#app/domain/mentions/take.server.ts'
import { toldMention } from '#app/domain/mentions/told.rules.ts'
import { db, transaction } from '#db/database.server.ts'
import { cases } from '#db/schema/care.ts'
import { jobs } from '#db/schema/jobs.ts'
import { mentions, mentionSources } from '#db/schema/mentions.ts'
import { type House, openHouse } from '#tests/house.ts'
import { person, world } from '#tests/world.ts'

let house: House
let here: Awaited<ReturnType<typeof settle>>

async function settle() {
  const all = await world()
  return transaction(async (tx) => {
    const cara = await person(tx, 'cara', ['care'])
    const carlo = await person(tx, 'carlo', ['care'])
    const hook = await addSource(tx, cara, { kind: 'webhook', name: 'Guide' })
    const file = await addSource(tx, cara, { kind: 'csv', name: 'Sheet' })
    if (typeof hook === 'string' || typeof file === 'string') throw new Error('No source')
    return { ...all, cara, carlo, hook: hook.id, file: file.id }
  })
}

const cookies = new Map<string, string>()
beforeAll(async () => {
  house = await openHouse()
  here = await settle()
  for (const { id } of [here.ben, here.mo, here.cara, here.carlo])
    cookies.set(id, await startSession(id, '', ''))
})
afterAll(() => house.close())

type Form = Record<string, string | File | string[]>

async function knock(path: string, who?: Person, form?: Form) {
  const session = who ? `granaio_session=${cookies.get(who.id)!}; ` : ''
  const body = form && new FormData()
  for (const [name, value] of Object.entries(form ?? {}))
    for (const one of [value].flat()) body!.append(name, one)
  const answer = await fetch(house.origin + path, {
    headers: { Cookie: `${session}granaio_locale=en`, Origin: house.origin },
    ...(body && { method: 'POST', body }),
    redirect: 'manual',
  })
  const to = answer.headers.get('Location')
  return { status: answer.status, to, html: await answer.text() }
}

let n = 0
/** A review that the guide has brought just now. */
async function heard(said: { title?: string; body?: string; rating?: string; url?: string } = {}) {
  const told = toldMention(
    { title: `Review ${++n}`, body: 'Good', rating: '4', ...said },
    new Date(),
  )
  if (typeof told === 'string') throw new Error(told)
  const row = rowOf(here.hook, told)
  await transaction((tx) => takeMentions(tx, [row]))
  return found(row.key)
}
async function found(key: string) {
  const [mention] = await db.select().from(mentions).where(eq(mentions.key, key))
  return mention!
}
const at = (id: string) => `/staff/mentions/${id}`

test('[#50] whoever answers for care finds them; other staff is refused, and for members there is no such page', async () => {
  const { id } = await heard()
  for (const path of [
    ...[
      '/staff/mentions',
      at(id),
      '/staff/mentions/sources',
      `/staff/mentions/sources/${here.hook}`,
    ],
    ...['/staff/mentions/import', '/staff/mentions/trend', '/staff/mentions/trend.csv'],
  ]) {
    expect([path, (await knock(path, here.cara)).status]).toEqual([path, 200])
    expect([path, (await knock(path, here.mo)).status]).toEqual([path, 403])
    expect([path, (await knock(path, here.ben)).status]).toEqual([path, 404])
  }
  const tried = await knock(at(id), here.ben, { act: 'ignore', seen: '1' })
  expect(tried.status).toBe(404)
})

test('a review becomes a case once, with the way back to it; it is answered, left alone, taken up again', async () => {
  const one = await heard({ title: 'A stone in my rusks', rating: '1' })
  const list = '/staff/mentions?rating=low'
  const done = await knock(at(one.id), here.cara, {
    ...{ act: 'case', topic: 'product', seen: '1', redirectTo: list },
  })
  expect([done.status, done.to]).toEqual([303, list])
  const { caseId } = await found(one.key)
  const page = await knock(`/staff/care/${caseId}`, here.cara)
  expect(page.html).toContain(`href="${at(one.id)}"`)
  const again = await knock(at(one.id), here.carlo, { act: 'case', topic: 'product', seen: '2' })
  expect(again.status).toBe(400)
  expect(await db.$count(cases, eq(cases.sourceId, one.id))).toBe(1)

  const other = await heard()
  await knock(at(other.id), here.cara, { act: 'ignore', seen: '1' })
  expect((await found(other.key)).state).toBe('ignored')
  await knock(at(other.id), here.cara, { act: 'reopen', seen: '2' })
  const remedy = 'Said sorry'
  const answerUrl = 'https://guide.example/r/7'
  await knock(at(other.id), here.cara, { act: 'answer', answerUrl, remedy, seen: '3' })
  expect(await found(other.key)).toMatchObject({ state: 'answered', answerUrl, remedy })
  const { html } = await knock('/staff/mentions?state=answered', here.cara)
  expect(html).toContain(`href="${answerUrl}" rel="noopener nofollow"`)
  expect(html).toContain(remedy)
})

test('[#106] of two agents the second learns of the first, and what was typed stays', async () => {
  const { id, key } = await heard()
  const first = knock(at(id), here.cara, { act: 'ignore', seen: '1' })
  const second = knock(at(id), here.carlo, {
    ...{ act: 'answer', answerUrl: 'https://guide.example/mine', remedy: 'A new box', seen: '1' },
  })
  const [one, other] = await Promise.all([first, second])
  expect([one.status, other.status].sort()).toEqual([303, 400])
  const late = one.status === 400 ? one : other
  expect(late.html).toContain('Somebody was faster')
  if (late === other) expect(late.html).toContain('value="https://guide.example/mine"')
  expect((await found(key)).version).toBe(2)
})

test('an address that is none is refused beside its field, and nothing typed is lost', async () => {
  const { id, key } = await heard()
  for (const answerUrl of [
    'javascript:alert(1)',
    'guide.example/r/7',
    'https://a:b@guide.example/',
  ]) {
    const said = { act: 'answer', answerUrl, remedy: 'A whole box of rusks', seen: '1' }
    const { status, html } = await knock(at(id), here.cara, said)
    expect([answerUrl, status]).toEqual([answerUrl, 400])
    expect(html).toContain('id="answerUrl-error"')
    expect(html).toContain(`value="${answerUrl}"`)
    expect(html).toContain('A whole box of rusks')
  }
  expect((await found(key)).state).toBe('new')
})

test('several at once: each is told, and one that changed meanwhile stops none of the others', async () => {
  const [one, other] = [await heard(), await heard()]
  await knock(at(other.id), here.carlo, { act: 'ignore', seen: '1' })
  const id = [`${one.id}.1`, `${other.id}.1`]
  const { status, html } = await knock('/staff/mentions', here.cara, {
    ...{ id, act: 'case', topic: 'product' },
  })
  expect(status).toBe(200)
  expect(html).toContain('1 mention done')
  expect(html).toContain('became a case')
  expect(html).toContain('somebody changed it meanwhile')
  const none = await knock('/staff/mentions', here.cara, { act: 'ignore', topic: 'product' })
  expect(none.status).toBe(400)
  expect(none.html).toContain('Pick at least one mention')
})

const lastImport = async () => {
  const [job] = await db.select().from(jobs).where(eq(jobs.kind, 'mention-import'))
  return job as unknown as Job
}

test('a file comes in row by row: what cannot be read is told with its line, and can be taken away', async () => {
  const csv = [
    'title,text,rating,date,link,author',
    'Fine,Good bread,5,2026-03-01,,Ann',
    'Odd,No such rating,9,2026-03-02,,Ben',
    'Fine,Good bread,5,2026-03-01,,Ann',
    'Link,Where is it,3,2026-03-03,javascript:alert(1),Cy',
    ',,,,,',
  ].join('\n')
  const file = new File([csv], 'reviews <b>.csv', { type: 'text/csv' })
  const sent = await knock('/staff/mentions/import', here.cara, { source: here.file, file })
  expect(sent.status).toBe(303)
  const path = sent.to!.replace('?follow=1', '')
  const going = await knock(sent.to!, here.cara)
  expect(going.html).toMatch(/<meta http-?equiv="refresh"/i)
  expect((await knock(path, here.cara)).html).not.toMatch(/<meta http-?equiv="refresh"/i)
  const twice = await knock('/staff/mentions/import', here.cara, { source: here.file, file })
  expect([twice.status, twice.html.includes('still being read')]).toEqual([400, true])

  // Settings are read when the house opens, not before.
  const { importFileOfMentions } = await import('#app/clock/mentions.server.ts')
  await importFileOfMentions(await lastImport())
  const { html } = await knock(path, here.cara)
  expect(html).toContain('1 new mention')
  for (const words of ['the rating is no number', 'the link is no web address', 'neither text'])
    expect(html).toContain(words)
  expect(html).toContain('reviews &lt;b&gt;.csv')
  const bad = await knock(`${path}/bad.csv`, here.cara)
  expect(bad.html).toMatch(/3,the rating is no number/)
  expect((await knock(`${path}/bad.csv`, here.ben)).status).toBe(404)
})

test('without a file, or into a source that takes none, nothing is kept', async () => {
  const file = new File(['text\nGood'], 'r.csv')
  const none = await knock('/staff/mentions/import', here.cara, { source: here.file })
  expect([none.status, none.html.includes('Choose a file')]).toEqual([400, true])
  const hook = await knock('/staff/mentions/import', here.cara, { source: here.hook, file })
  expect([hook.status, hook.html.includes('takes no files')]).toEqual([400, true])
})

test('the secret of a webhook is shown once; a feed of our own network is refused with its words kept', async () => {
  const path = '/staff/mentions/sources/new'
  const name = 'Partner'
  const added = await knock(path, here.cara, { intent: 'add', kind: 'webhook', name })
  const [, secret] = /<code class="secret">([\w-]{40,})</.exec(added.html) ?? []
  expect(secret).toBeDefined()
  expect(added.html).toContain(`${house.origin}/hooks/mentions/`)
  const [source] = await db.select().from(mentionSources).where(eq(mentionSources.name, name))
  const shown = await knock(`/staff/mentions/sources/${source!.id}`, here.cara)
  expect(shown.html).not.toContain(secret)
  expect(source!.secret).not.toContain(secret)

  const url = 'http://127.0.0.1/feed.xml'
  const feed = await knock(path, here.cara, { intent: 'add', kind: 'feed', name: 'Inside', url })
  expect(feed.status).toBe(400)
  expect(feed.html).toContain('private network')
  expect(feed.html).toContain('value="Inside"')
  const taken = await knock(path, here.cara, { intent: 'add', kind: 'csv', name })
  expect([taken.status, taken.html.includes('source of this name')]).toEqual([400, true])
})
