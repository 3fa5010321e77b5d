import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { postComment } from '#app/domain/comments/comment.server.ts'
import { startSession } from '#app/domain/identity/session.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { publishIdea } from '#app/domain/ideas/publish.server.ts'
import { friendCodeOf } from '#app/domain/points/friend.server.ts'
import { award } from '#app/domain/points/badge.server.ts'
import { holdChain } from '#app/domain/points/account.server.ts'
import { book } from '#app/domain/points/ledger.server.ts'
import { score } from '#app/domain/points/score.server.ts'
import { changeSettings } from '#app/domain/site/site.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { people } from '#db/schema/identity.ts'
import { jobs } from '#db/schema/jobs.ts'
import { friends } from '#db/schema/boards.ts'
import { decisions } from '#db/schema/moderation.ts'
import { type House, openHouse } from '#tests/house.ts'
import { person, world } from '#tests/world.ts'

let house: House
let here: Awaited<ReturnType<typeof world>>

beforeAll(async () => {
  house = await openHouse()
  here = await world()
})
afterAll(() => house.close())

const cookies = new Map<string, string>()
async function headersOf(who?: Person) {
  if (who && !cookies.has(who.id)) cookies.set(who.id, await startSession(who.id, '', ''))
  const session = who ? `granaio_session=${cookies.get(who.id)!}; ` : ''
  return { Cookie: `${session}granaio_locale=it`, Origin: house.origin }
}
async function see(path: string, who?: Person) {
  const answer = await fetch(house.origin + path, { headers: await headersOf(who) })
  return { status: answer.status, html: (await answer.text()).replaceAll('\u00a0', ' ') }
}
async function send(path: string, fields: Record<string, string>, who?: Person) {
  const answer = await fetch(house.origin + path, {
    method: 'POST',
    headers: await headersOf(who),
    body: new URLSearchParams(fields),
    redirect: 'manual',
  })
  return { status: answer.status, html: (await answer.text()).replaceAll('\u00a0', ' ') }
}
const give = (personId: string, amount: number, note: string) =>
  transaction((tx) => book(tx, [{ kind: 'grant', personId, amount, key: `g:${note}`, note }]))
const earn = (personId: string, amount: number) =>
  transaction(async (tx) => {
    await holdChain(tx)
    await score(tx, [{ personId, amount, actedAt: new Date(), categoryId: null }])
  })

test('a text with too many links comes back with what was typed, what opens more and how far it is', async () => {
  const { ben, refillStation } = here
  const body = [1, 2, 3, 4].map((n) => `https://example.org/${n}`).join(' ')
  const said = await send(`/ideas/${refillStation.number}/comments`, { body }, ben)
  expect(said.status).toBe(400)
  expect(said.html).toContain(
    'Con il tuo livello, Seme, un testo può avere 3 link. Dal livello Germoglio saranno 6: ti mancano 50 chicchi di grano.',
  )
  expect(said.html).toContain(body)

  const idea = { title: 'Rusks with seeds', body: `${body} and why`, category: 'packaging' }
  const refused = await send('/ideas/new', { ...idea, confirm: 'yes' }, ben)
  expect(refused.status).toBe(400)
  expect(refused.html).toContain('un testo può avere 3 link')
  expect(refused.html).toContain('https://example.org/4 and why')
})

test('the statement is the member’s alone, and its CSV runs no formula [#158]', async () => {
  const { ann, ben } = here
  expect((await see('/me/points')).status).toBe(200)
  await give(ben.id, 12, '=HYPERLINK("https://evil.example")')
  const mine = await see('/me/points', ben)
  expect(mine.html).toContain('12 chicchi di grano')
  expect((await see('/me/points', ann)).html).not.toContain('HYPERLINK')
  expect((await see('/me/points', ann)).html).toContain('Ancora nessun movimento')

  const csv = await see('/me/points.csv', ben)
  expect(csv.html).toContain('Data,Perché')
  expect(csv.html).toContain(`"'=HYPERLINK(""https://evil.example"")"`)
})

test('the card for a badge is shown until it is closed, by a plain form', async () => {
  const { ann } = here
  await give(ann.id, 1, 'for the card')
  await transaction((tx) => award(tx, [{ personId: ann.id, badge: 'first-idea' }]))
  const page = await see('/me/points', ann)
  expect(page.html).toContain('Una cosa bella')
  const until = /name="until" value="(\d+)"/.exec(page.html)![1]!
  expect((await see('/me', ann)).html).toContain('C’è una cosa bella per te')
  expect((await send('/me/points', { intent: 'thanks', until }, ann)).status).toBe(303)
  expect((await see('/me/points', ann)).html).not.toContain('Una cosa bella')
  expect((await see(`/members/${ann.handle}`)).html).toContain('La prima idea proposta')
  for (const bad of ['-1', 'x', '1e99'])
    expect((await send('/me/points', { intent: 'thanks', until: bad }, ann)).status).toBe(400)
})

test('everybody reads one leaderboard, and each their own place in it; opting out holds at once', async () => {
  const { ann, ben, mo } = here
  await earn(ann.id, 40)
  await earn(ben.id, 90)
  const path = '/leaderboard?period=all'
  expect((await see(path)).html).toContain('Accedi per vedere il tuo posto')
  expect((await see(path, ann)).html).toContain('2º posto su 2, con 40 chicchi di grano')
  expect((await see(path, mo)).html).toContain('Lo staff non è in classifica')

  await send('/me/points', { intent: 'hide' }, ben)
  expect((await see(path, ann)).html).toContain('1º posto su 1')
  // The page that everybody shares is never older than a second.
  await expect
    .poll(async () => (await see(path)).html, { timeout: 5_000 })
    .not.toContain(`/members/${ben.handle}`)
  expect((await see(path, ben)).html).toContain('Hai scelto di non comparire')
  await send('/me/points', { intent: 'show' }, ben)
  await expect
    .poll(async () => (await see(path)).html, { timeout: 5_000 })
    .toContain(`/members/${ben.handle}`)
  for (const odd of ['after=9_x', 'after=999999999999', 'period=never', 'category=%27'])
    expect((await see(`/leaderboard?${odd}`)).status).toBe(200)
})

test('whoever is suspended, or joins the staff, leaves the leaderboard with that very act', async () => {
  const { ada, ben } = here
  const desk = `/staff/people/${ben.handle}`
  const wish = { act: 'suspend', reason: 'manipulation', days: '7', facts: 'Sold votes' }
  const board = async () => (await see('/leaderboard?period=all')).html
  const at = { subject: 'profile', id: ben.id, redirectTo: desk }
  await send('/staff/moderation/decide', { ...wish, ...at }, ada)
  const [decision] = await db.select().from(decisions).where(eq(decisions.personId, ben.id))
  expect((await see(desk, ada)).html).toContain(decision!.id)
  await expect.poll(board, { timeout: 5_000 }).not.toContain(`/members/${ben.handle}`)
  await send('/staff/moderation/restore', { decision: decision!.id, redirectTo: desk }, ada)
  await expect.poll(board, { timeout: 5_000 }).toContain(`/members/${ben.handle}`)
})

test('a house without a leaderboard has no page of it and leads nobody there', async () => {
  const { ann } = here
  await transaction((tx) => changeSettings(tx, { hasLeaderboard: false }))
  expect((await see('/leaderboard')).status).toBe(404)
  expect((await see('/ideas')).html).not.toContain('"/leaderboard"')
  expect((await see('/me/points', ann)).html).not.toContain('"/leaderboard"')
  await transaction((tx) => changeSettings(tx, { hasLeaderboard: true }))
})

test('whoever joins by a member’s link is theirs once the address is confirmed', async () => {
  const { ann } = here
  const code = await transaction((tx) => friendCodeOf(tx, ann.id))
  expect((await see(`/join?friend=${code}`)).html).toContain('Ti ha invitato ann.')
  expect((await see('/join?friend=nobody')).html).not.toContain('Ti ha invitato')
  const newcomer = { displayName: 'Fay', email: 'fay@example.net', birthYear: '1990', terms: 'on' }
  const password = 'a long way to the bakery'
  await send('/join', { ...newcomer, password, friend: code })
  const letters = await db.select().from(jobs).where(eq(jobs.kind, 'mail'))
  const paths = letters.map(({ payload }) => (payload as { params: { path?: string } }).params.path)
  const path = paths.find((each) => each?.startsWith('/verify/'))!
  expect(path).toContain(`friend=${code}`)
  expect(await db.select().from(friends)).toEqual([])
  expect((await send(path, {})).status).toBe(303)
  const [fay] = await db.select().from(people).where(eq(people.email, newcomer.email))
  expect(await db.select().from(friends)).toMatchObject([{ friendId: fay!.id, inviterId: ann.id }])
})

const newcomer = (name: string) => transaction((tx) => person(tx, name))

test('the header shows a member their points and leads to them; the staff and guests have none', async () => {
  const [ben, { ada }] = [await newcomer('rich'), here]
  await give(ben.id, 1234, 'for the header')
  const purse = /<a class="purse" href="\/me\/points"[^>]*>.*?<span class="vh">([^<]*)</
  const shown = purse.exec((await see('/ideas', ben)).html)?.[1]
  expect(shown).toBe('1.234 chicchi di grano')
  for (const html of [(await see('/ideas', ada)).html, (await see('/ideas')).html]) {
    expect(html).not.toMatch(purse)
    expect(html).not.toContain('%purse%')
  }
})

test('the level stands beside names on cards, idea and comments, but not the first level nor of the team', async () => {
  const [ann, { ada }] = [await newcomer('talkative'), here]
  const text = { title: 'Rusks in a tin', body: 'A tin that comes back.', tags: [] }
  const idea = { ...text, categoryId: 'packaging', locale: 'it' as const }
  const refillStation = await transaction((tx) => publishIdea(tx, ann, idea))
  const { number } = refillStation
  const page = `/ideas/${number}/${refillStation.slug}`
  await transaction((tx) => postComment(tx, ann, number, { body: 'With my own tin, too.' }))
  await transaction((tx) => postComment(tx, ada, number, { body: 'We read along.' }))
  const levels = (html: string) => html.match(/class="of-level"[^>]*>[^<]*/g) ?? []
  const before = await Promise.all(['/ideas', page].map(async (path) => (await see(path)).html))
  expect(before.flatMap(levels)).toEqual([])

  await give(ann.id, 60, 'for a level')
  await give(ada.id, 60, 'who is of the team')
  // The pages are kept for a second at most.
  await new Promise((go) => setTimeout(go, 1_100))
  const mark = 'class="of-level" title="Livello Germoglio">Germoglio'
  expect(levels((await see('/ideas')).html)).toEqual([mark])
  expect(levels((await see(page)).html)).toEqual([mark, mark])
})

test('whether one is on the leaderboard is chosen among the settings too, and not asked of the staff', async () => {
  const [ben, { ada }] = [await newcomer('shy'), here]
  const settings = await see('/me/settings', ben)
  expect(settings.html).toContain('Ora compari in classifica.')
  const wish = { intent: 'hide', redirectTo: '/me/settings#board' }
  expect((await send('/me/points', wish, ben)).status).toBe(303)
  expect((await see('/me/settings', ben)).html).toContain('Ora non compari in classifica.')
  expect((await see('/me/settings', ada)).html).not.toContain('in classifica.')
})
