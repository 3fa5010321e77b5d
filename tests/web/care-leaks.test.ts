import { eq, ne } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { changeCase } from '#app/domain/care/change.server.ts'
import { inviteIdea } from '#app/domain/care/invite.server.ts'
import { linkIdea } from '#app/domain/care/link.server.ts'
import { addMessage } from '#app/domain/care/message.server.ts'
import { addNote } from '#app/domain/care/note.server.ts'
import { type Case, caseById } from '#app/domain/care/case.server.ts'
import { openCase } from '#app/domain/care/open.server.ts'
import { giveRemedy } from '#app/domain/care/remedy.server.ts'
import { followIdea } from '#app/domain/follows/follow.server.ts'
import {
  exportedComments,
  exportedIdeas,
  exportedVotes,
} from '#app/domain/imports/export.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { startSession } from '#app/domain/identity/session.server.ts'
import { proposeIdea } from '#app/domain/moderation/screen.server.ts'
import { askDigest, digestReaders } from '#app/domain/notifications/digest.server.ts'
import { newId, secretId } from '#db/columns.ts'
import { db, transaction } from '#db/database.server.ts'
import { activity } from '#db/schema/activity.ts'
import { caseFiles } from '#db/schema/care.ts'
import { caseLinks } from '#db/schema/care-outcomes.ts'
import { jobs } from '#db/schema/jobs.ts'
import { notifications } from '#db/schema/notifications.ts'
import { auditEntries } from '#db/schema/site.ts'
import { type House, openHouse, type Stand, standing } from '#tests/house.ts'
import { person } from '#tests/world.ts'

// One word for every private thing of a case: a search finds it as a word, a page as a text.
const canary = {
  subject: 'zibettona',
  message: 'kookaburrina',
  answer: 'numbattone',
  note: 'quetzalina',
  file: 'tarsierone',
  tag: 'vigognella',
  product: 'dugongetto',
  batch: 'facocerina',
  shop: 'ermellinaia',
  name: 'uistitina',
  reason: 'babirussina',
  suggested: 'cincillarda',
}
const words = Object.values(canary)

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let house: House
let stand: Stand
let cara: Person
let eva: Person
let ben: Person
let found: Case
let born: number

beforeAll(async () => {
  house = await openHouse()
  stand = await standing()
  ;({ ben, eva } = stand)
  await transaction(async (tx) => {
    cara = await person(tx, 'cara', ['care'])
    found = await openCase(tx, {
      ...{ topicId: 'product', subject: `Not good ${canary.subject}`, locale: 'en' },
      ...{ source: 'form', isConfirmed: true, personId: ben.id, body: `Why ${canary.message}?` },
      ...{ product: canary.product, batch: canary.batch, shop: canary.shop, name: canary.name },
    })
    const { id: caseId } = found
    await addMessage(tx, found, {
      ...{ side: 'care', authorId: cara.id, body: `Because ${canary.answer}` },
    })
    await addNote(tx, cara, found, { body: `Between us: ${canary.note}` })
    const file = { id: secretId(), caseId, ownerId: ben.id, kind: 'text' as const, bytes: 3 }
    await tx.insert(caseFiles).values({ ...file, name: `${canary.file}.txt` })
    const { version: seen } = (await caseById(tx, caseId))!
    await changeCase(tx, cara, found, { tags: { add: [canary.tag] }, seen })
    const remedy = { kind: 'points' as const, amount: 20, rewardId: null }
    await giveRemedy(tx, cara, found, { ...remedy, key: newId(), reason: `For ${canary.reason}` })
    await linkIdea(tx, cara, found, stand.refillStation.number)
    await followIdea(tx, ben, stand.refillStation.number)
    born = await becameIdea(tx)
  })
})
afterAll(() => house.close())

/** The member published the suggested draft in their own words. */
async function becameIdea(tx: Parameters<typeof inviteIdea>[0]) {
  const key = newId()
  const body = `A shelf where ${canary.suggested} is told, for everybody who asks.`
  const wish = { key, title: `A shelf ${canary.suggested}`, body }
  expect(await inviteIdea(tx, cara, found, wish)).toBe('invited')
  const own = { title: 'A shelf with words of mine', body: 'Told in my own words, and no others.' }
  const text = { ...own, categoryId: 'products', tags: [], locale: 'en' as const }
  const done = await proposeIdea(tx, ben, text, key)
  if (!done || done === 'silenced') throw new Error('It was not published')
  return done.idea.number
}

async function see(path: string, viewer?: Person) {
  const Cookie = viewer ? `granaio_session=${await startSession(viewer.id, '', '')}` : ''
  const answer = await fetch(house.origin + path, { headers: { Cookie }, redirect: 'manual' })
  return { status: answer.status, text: await answer.text() }
}

const ends = ['', '/history', '/original', '/feed.xml', '/flags', '?_data=routes/ideas/show']

function windows() {
  const { refillStation, ann } = stand
  const ideas = [refillStation.number, born].flatMap((number) => [
    ...ends.map((end) => `/ideas/${number}${end}`),
    `/ideas/${number}/slug?_data=routes/ideas/show`,
  ])
  return [
    ...['/', '/ideas', '/ideas?sort=new', '/ideas?sort=updated', '/roadmap', '/realised', '/faq'],
    ...['/feed.xml', '/sitemap.xml', '/robots.txt', '/transparency', '/transparency.csv'],
    ...['/rewards', '/leaderboard', '/rounds', '/contact', `/members/${ben.handle}`],
    ...[`/members/${ann.handle}`, '/?_data=routes/home', '/ideas?_data=routes/ideas/board'],
    ...ideas,
  ]
}
const searches = words.flatMap((word) => [
  ...[`/ideas?q=${word}`, `/faq?q=${word}`, `/ideas/similar?title=${word}+shelf`],
  `/contact/suggestions?topic=product&subject=${word}&body=${word}`,
])
const members = ['/me', '/me/notifications', '/me/cases', '/me/points', '/me/points.csv']
const staff = [
  ...['/staff', '/staff/ideas', '/staff/ideas.csv', '/staff/moderation', '/staff/appeals'],
  ...['/staff/care', '/staff/care/remedies', '/staff/care/report', '/staff/care/report.csv'],
  ...['/staff/people', '/staff/outbox', '/staff/faq', '/staff/grants', '/staff/points'],
]
const privateDoors = () => [
  ...['', '/links', '/remedies', '/merge', '/split'].map((end) => `/staff/care/${found.id}${end}`),
  ...[`/me/cases/${found.id}`, `/staff/ideas/${born}/cases`],
]

// What was asked for stands in the page's own fields and links.
const said = (path: string, text: string) =>
  /[?&](q|title|subject)=/.test(path)
    ? text.replaceAll(/(href|value|content|action)="[^"]*"/g, '').replaceAll(/[“«][^”»]*[”»]/g, '')
    : text

test.each(['guest', 'another member', 'moderator', 'evaluator'])(
  '[#46 #50] nothing of a case that became an idea shows through any window to a %s',
  async (who) => {
    const viewer = { moderator: stand.mo, evaluator: eva, 'another member': stand.ann }[who]
    const own = viewer ? members : searches
    const desk = who === 'moderator' || who === 'evaluator' ? staff : []
    const leaks: string[] = []
    for (const path of [...windows(), ...own, ...desk, ...privateDoors()]) {
      const { text } = await see(path, viewer)
      const page = said(path, text)
      for (const [name, word] of Object.entries(canary))
        if (page.includes(word) && !path.includes(word)) leaks.push(`${path}: ${name}`)
      if (text.includes(found.id) && !path.includes(found.id)) leaks.push(`${path}: its address`)
    }
    expect(leaks).toEqual([])
    for (const path of privateDoors())
      expect([path, (await see(path, viewer)).status]).not.toEqual([path, 200])
  },
)

test('[#46] what was asked for finds no case in any search of the public', async () => {
  for (const word of words) {
    const { text } = await see(`/ideas?q=${word}`, stand.ann)
    expect(text.includes('class="idea-card') || text.includes('vote-form tile')).toBe(false)
  }
})

test('[#46] no export, mail to others, notification, event or audit entry tells of it', async () => {
  const told: unknown[] = []
  for (const rows of [exportedIdeas(db), exportedComments(db), exportedVotes(db)])
    for await (const row of rows) told.push(row)
  for await (const readers of digestReaders(db, 8))
    for (const id of readers) await transaction((tx) => askDigest(tx, id, '2026-11-23'))
  // Its member alone is written to with what was answered.
  const mine = `${ben.handle}@example.org`
  const mails = (await db.select().from(jobs)).filter(
    ({ payload }) => (payload as { to?: string }).to !== mine,
  )
  told.push(mails, await db.select().from(activity), await db.select().from(auditEntries))
  told.push(await db.select().from(notifications).where(ne(notifications.personId, ben.id)))
  told.push(await db.select().from(notifications).where(eq(notifications.personId, ben.id)))
  const all = JSON.stringify(told)
  // The tag's name may stand in no entry either.
  for (const word of words) expect([word, all.includes(word)]).toEqual([word, false])
})

test('the agent sees both halves, and a moderator who looks at the idea neither', async () => {
  const page = (viewer: Person, path: string) => see(path, viewer)
  const { text } = await page(cara, `/staff/care/${found.id}`)
  expect(text).toContain('A shelf with words of mine')
  expect(text).toContain(canary.message)
  const cases = await page(cara, `/staff/ideas/${born}/cases`)
  expect(cases.text).toContain(`/staff/care/${found.id}`)
  expect((await page(stand.mo, `/staff/ideas/${born}/cases`)).status).toBe(403)
  const desk = await page(stand.mo, `/staff/ideas?idea=${born}`)
  expect(desk.text).not.toContain('/staff/care/')
  expect((await page(stand.ada, `/staff/ideas?idea=${born}`)).text).toContain(found.id)
  expect(await db.$count(caseLinks, eq(caseLinks.caseId, found.id))).toBe(2)
})

test('[#51] who answers cases has no page of grants, and no points to give outside a case', async () => {
  for (const path of ['/staff/grants', '/staff/grants/new', '/staff/settings/points'])
    expect([path, (await see(path, cara)).status]).toEqual([path, 403])
  expect((await see('/staff/care/remedies', cara)).status).toBe(200)
  expect((await see('/staff/care/remedies', stand.mo)).status).toBe(403)
})
