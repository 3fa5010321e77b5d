import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashPassword } from '#app/domain/identity/password.server.ts'
import { startSession } from '#app/domain/identity/session.server.ts'
import { NameField } from '#app/domain/identity/join.form.ts'
import { readmit } from '#app/domain/identity/role.server.ts'
import { shutOut } from '#app/domain/identity/standing.server.ts'
import { followsAmong } from '#app/domain/follows/follow.server.ts'
import { choicesOf } from '#app/domain/notifications/choice.server.ts'
import { newDraftId, saveDraft } from '#app/domain/ideas/draft.server.ts'
import { changeSettings } from '#app/domain/site/site.server.ts'
import { slugOf } from '#app/domain/ideas/slug.rules.ts'
import { db, transaction } from '#db/database.server.ts'
import { ideas } from '#db/schema/ideas.ts'
import { people } from '#db/schema/identity.ts'
import { doors, type House, openHouse, type Stand, standing } from '#tests/house.ts'
import { letters } from '#tests/mailbox.ts'
import { person } from '#tests/world.ts'

let house: House
let stand: Stand
beforeAll(async () => {
  house = await openHouse()
  stand = await standing()
})
afterAll(() => house.close())

const as = async ({ id }: { id: string }) => `granaio_session=${await startSession(id, '', '')}`

const others = doors.flatMap(({ path }) => /^\/ideas\/:number\/([a-z]+)$/.exec(path)?.[1] ?? [])

test.each(others)('an idea called “%s” is not mistaken for that page of an idea', (word) => {
  expect(slugOf(`${word}!!!!!!!!!!`)).toBe(`idea-${word}`)
  expect(slugOf(`${word} more`)).toBe(`${word}-more`)
})

test.each([...['author.email=x', 'author%2Eemail=x', 'author[email]=x', 'q=a&a%5Bb%5D=c', '.=1']])(
  '[#49] a filter by a part of something (%s) is refused',
  async (query) => {
    expect((await fetch(`${house.origin}/ideas?${query}`)).status).toBe(400)
  },
)

test.each(['q=a.b[c]', 'utm_source=x&utm-medium=y', 'fbclid=1', 'q=%F0%9F%92%A5'])(
  '[#49] an ordinary question (%s) is not',
  async (query) => expect((await fetch(`${house.origin}/ideas?${query}`)).status).toBe(200),
)

const beyond = `${10 ** 15 - 1}`
const withNul = Buffer.from(JSON.stringify([0, '\0'])).toString('base64url')
const somewhere = `${beyond}_00000000-0000-7000-8000-000000000000`
test.each([
  `/ideas/1/:slug?after=${somewhere}`,
  `/ideas/1/:slug?comments=oldest&after=${somewhere}`,
  `/ideas/1/:slug?comments=useful&after=${somewhere}`,
  ...['top', 'new', 'oldest'].map((order) => `/staff/ideas?order=${order}&after=${beyond}.1`),
  `/staff/ideas?order=top&after=253402300799999.999999999`,
  `/staff/people?after=${beyond}.x`,
  `/me/votes?after=${withNul}`,
  `/me/notifications?after=${withNul}`,
  `/staff/outbox?after=${beyond}.x`,
])(
  '[#49] a list is asked to begin where no date or number can be (%s), and begins somewhere',
  async (path) => {
    const { slug } = stand.refillStation
    const headers = { Cookie: await as(stand.ada) }
    const page = path.replace(':slug', slug)
    expect((await fetch(house.origin + page, { headers })).status).toBe(200)
  },
)

test('whoever may sit at the desk finds the way there on an idea, and nobody else', async () => {
  const { ben, eva, mo, refillStation } = stand
  const { number, slug } = refillStation
  for (const [who, isThere] of [
    [eva, true],
    [mo, true],
    [ben, false],
  ] as const) {
    const page = await fetch(`${house.origin}/ideas/${number}/${slug}`, {
      headers: { Cookie: await as(who) },
    })
    expect((await page.text()).includes(`"/staff/ideas?idea=${number}"`)).toBe(isThere)
  }
})

test('[#14] what is ticked on the desk is exported as a file, drafts of others never', async () => {
  const { ann, ben, eva, refillStation } = stand
  const draft = newDraftId()
  await transaction((tx) =>
    saveDraft(tx, ben, draft, {
      title: '=1+1 of mine',
      body: '',
      categoryId: 'packaging',
      tags: [],
    }),
  )
  const headers = { Cookie: await as(eva), Origin: house.origin }
  const [theirs] = await db.select().from(ideas).where(eq(ideas.id, draft))
  const body = new URLSearchParams({ act: 'export', number: String(refillStation.number) })
  body.append('number', String(theirs!.number))
  const bulk = `${house.origin}/staff/ideas/bulk`
  const file = await fetch(bulk, { method: 'POST', headers, body })
  expect(file.headers.get('Content-Type')).toBe('text/csv; charset=utf-8')
  expect(file.headers.get('Cache-Control')).toBe('private, no-store')
  const text = await file.text()
  expect(text.trim().split('\r\n')).toHaveLength(2)
  expect(text).toContain(refillStation.title)
  expect(text).toContain(ann.displayName)
})

test('a draft that was published meanwhile is not said to be deleted', async () => {
  const { ann, refillStation } = stand
  const form = { intent: 'delete', draft: refillStation.id, title: '', body: '' }
  const answer = await send('/ideas/new', form, await as(ann))
  expect(answer.headers.get('Location')).toBe(`/ideas/1/${refillStation.slug}`)
})

test('whoever is let in again is told so by mail, not what stays on record', async () => {
  const gone = await transaction((tx) => person(tx, 'gone'))
  await transaction((tx) => shutOut(tx, gone.id, null))
  await transaction((tx) => readmit(tx, stand.ada, gone.id, 'It was a mistake'))
  const [letter] = await letters(`${gone.handle}@example.org`)
  expect(letter?.template).toBe('readmitted')
  expect(JSON.stringify(letter)).not.toContain('mistake')
})

test('whoever has chosen no language is written to in that of the site', async () => {
  const speak = (locale: 'it' | 'en') => transaction((tx) => changeSettings(tx, { locale }))
  const written = async (name: string) => {
    const { id, handle } = await transaction((tx) => person(tx, name))
    await transaction((tx) => shutOut(tx, id, null))
    await transaction((tx) => readmit(tx, stand.ada, id, 'It was a mistake'))
    return (await letters(`${handle}@example.org`))[0]?.locale
  }
  await speak('en')
  expect(await written('english')).toBe('en')
  await speak('it')
  expect(await written('italian')).toBe('it')
})

const password = 'una frase lunga assai'
const send = (path: string, fields: Record<string, string>, Cookie = '') =>
  fetch(house.origin + path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { Origin: house.origin, Cookie },
    redirect: 'manual',
  })

/** Somebody who can sign in, and what they send once they have. */
async function newcomer(name: string) {
  const passwordHash = await hashPassword(password)
  const { id, handle } = await transaction((tx) => person(tx, name))
  await transaction((tx) => tx.update(people).set({ passwordHash }).where(eq(people.id, id)))
  const enter = (cookie?: string) =>
    send('/login', { email: `${handle}@example.org`, password }, cookie)
  return { id, enter }
}
const cookiesIn = ({ headers }: Response) =>
  headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')

test('an idea begun by a guest, and not yet right, is a draft after signing in, and they are told', async () => {
  const { id, enter } = await newcomer('guest')
  const begun = await send('/ideas/new', { title: 'A guest has an idea', body: 'Too short' })
  const entered = await enter(cookiesIn(begun))
  expect(entered.headers.get('Location')).toBe('/ideas/new')
  expect(entered.headers.getSetCookie().join()).toContain('granaio_notice=idea-unfinished')
  const [draft] = await db.select().from(ideas).where(eq(ideas.authorId, id))
  expect(draft).toMatchObject({ status: 'draft', title: 'A guest has an idea', isUnsorted: true })
})

test.each([
  ['vote', { intent: 'cast' }, 'cast'],
  ['follow', { intent: 'follow' }, 'following'],
  ['comments', { body: 'I would buy that.' }, 'comment-posted'],
])('a guest who sends a %s hears, once signed in, that it counts', async (act, fields, notice) => {
  const { enter } = await newcomer(act)
  const begun = await send(`/ideas/${stand.refillStation.number}/${act}`, fields)
  const entered = await enter(cookiesIn(begun))
  expect(entered.headers.getSetCookie().join()).toContain(`granaio_notice=${notice}`)
})

test('an empty form is no draft: it is refused in words, and by itself saves nothing', async () => {
  const { id, enter } = await newcomer('blank')
  const session = cookiesIn(await enter())
  const blank = { title: ' ', body: '', tags: '', category: 'products' }
  for (const [path, intent, status] of [
    ['/ideas/new', 'draft', 400],
    ['/ideas/new', 'publish', 400],
    ['/ideas/new/draft', 'draft', 204],
  ] as const) {
    const form = { ...blank, intent, draft: newDraftId() }
    expect((await send(path, form, session)).status).toBe(status)
  }
  expect(await db.select().from(ideas).where(eq(ideas.authorId, id))).toEqual([])

  const page = await fetch(`${house.origin}/ideas`, { headers: { Cookie: session } })
  const face = /class="face"[^>]*>(.*?)<\/a>/s.exec(await page.text())![1]
  expect(face).toMatch(/^<img class="avatar" src="data:image\/svg\+xml,/)
})

test.each([
  'https://evil.example',
  'www.evil.example',
  'Win at evil.example/now',
  'ann@evil.example',
])('[#81] %s is no name: it would be a link in mails to others', (name) =>
  expect(NameField.safeParse(name).success).toBe(false),
)
test.each(['Giulia B.', 'AC/DC', 'dott.ssa Rossi', 'O’Neill, J.R.', '李小龙'])(
  '%s is one',
  (name) => expect(NameField.safeParse(name).success).toBe(true),
)

test('[#82] one click of a mail program unsubscribes, with no sign-in and no origin; opening the link does not', async () => {
  // Not before the house is open: what signs the links reads the settings, once.
  const { muteEvent, unsubscribeToken } = await import('#app/web/unsubscribe.server.ts')
  const { ann, refillStation } = stand
  const post = (token: string) =>
    fetch(`${house.origin}/unsubscribe/${token}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
      redirect: 'manual',
    })
  const mailOf = async (event: 'own-answered' | 'round') =>
    (await choicesOf(db, ann.id))[event].mail
  for (const event of ['own-answered', 'round'] as const) {
    const token = unsubscribeToken(ann.id, event)
    expect((await fetch(`${house.origin}/unsubscribe/${token}`)).status).toBe(200)
    expect(await mailOf(event)).toBe('now')
    expect((await post(token)).status).toBe(200)
    expect(await mailOf(event)).toBe('none')
    const forged = token.replace(event, 'own-moved')
    expect((await fetch(`${house.origin}/unsubscribe/${forged}`)).status).toBe(404)
    expect((await post(forged)).status).toBe(404)
    expect((await choicesOf(db, ann.id))['own-moved'].mail).toBe('now')
  }
  const muting = unsubscribeToken(ann.id, muteEvent(refillStation.id))
  expect((await fetch(`${house.origin}/unsubscribe/${muting}`)).status).toBe(200)
  expect(await followsAmong(db, ann.id, [refillStation.id])).toEqual(new Set([refillStation.id]))
  expect((await post(muting)).status).toBe(200)
  expect(await followsAmong(db, ann.id, [refillStation.id])).toEqual(new Set())
})

test('[#49] what one person alone is shown below an idea’s address is kept for nobody', async () => {
  const path = `/ideas/${stand.refillStation.number}`
  const see = async (end: string, Cookie = '') =>
    fetch(`${house.origin}${path}${end}`, { headers: { Cookie }, redirect: 'manual' })
  const ann = await as(stand.ann)
  for (const [end, cookie, words] of [
    ['/thanks', await as(stand.eva), 'A refill station for rusks'],
    ['/edit', ann, 'name="version"'],
  ] as const) {
    const theirs = await see(end, cookie)
    expect([end, theirs.status, await theirs.text()]).toEqual([
      end,
      200,
      expect.stringContaining(words),
    ])
    expect(theirs.headers.get('Cache-Control')).toMatch(/private, no-store/)
    const nobodys = await see(end)
    expect(nobodys.headers.get('Location')).toMatch(/^\/login/)
    expect(nobodys.headers.get('Cache-Control')).not.toMatch(/public/)
  }
  // The page of an idea as it was is one for everybody; who looks is a hole in it.
  const [first, second] = [await see('/original', ann), await see('/original')]
  expect([first.status, second.status]).toEqual([302, 302])
  expect(second.headers.get('Location')).toBe(first.headers.get('Location'))
})
