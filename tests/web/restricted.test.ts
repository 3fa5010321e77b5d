import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { makeExport } from '#app/clock/export.server.ts'
import { postComment } from '#app/domain/comments/comment.server.ts'
import { startSession } from '#app/domain/identity/session.server.ts'
import { shutOut, silence } from '#app/domain/identity/standing.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { lease } from '#app/domain/jobs/job.server.ts'
import { decideDirectly } from '#app/domain/moderation/decide.server.ts'
import { audit } from '#app/domain/audit/audit.server.ts'
import { erasureOf } from '#app/domain/privacy/erasure.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { comments } from '#db/schema/comments.ts'
import { decisions, objections } from '#db/schema/moderation.ts'
import { votes } from '#db/schema/votes.ts'
import { at } from '#db/time.ts'
import { type House, openHouse, type Stand, standing } from '#tests/house.ts'
import { unguarded } from '#tests/unguarded.ts'
import { person } from '#tests/world.ts'

vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 })

let house: House
let stand: Stand
beforeAll(async () => {
  house = await openHouse()
  stand = await standing()
})
afterAll(() => house.close())

const cookieOf = async ({ id }: Person) => `granaio_session=${await startSession(id, '', '')}`
const newcomer = (name: string) => transaction((tx) => person(tx, name))
const soon = () => new Date(Date.now() + 3 * 86_400_000)

async function ask(path: string, cookie: string, fields?: Record<string, string>) {
  const answer = await fetch(house.origin + path, {
    method: fields ? 'POST' : 'GET',
    body: fields && new URLSearchParams(fields),
    headers: { Cookie: cookie, Origin: house.origin, 'Accept-Language': 'en' },
    redirect: 'manual',
  })
  return { status: answer.status, to: answer.headers.get('Location'), text: await answer.text() }
}

test('[#53] who is suspended is let in at no door but the decisions about them and their data', async () => {
  const out = await newcomer('out')
  await transaction((tx) => shutOut(tx, out.id, soon()))
  const cookie = await cookieOf(out)
  const { number } = stand.refillStation
  const doings: [string, Record<string, string>][] = [
    [`/ideas/${number}/vote`, { intent: 'cast' }],
    [`/ideas/${number}/follow`, { intent: 'follow' }],
    [`/ideas/${number}/comments`, { body: 'I am still here, am I not?' }],
    ['/me/profile', { displayName: 'Still here' }],
    ['/ideas/new', { title: 'x', body: 'y', intent: 'publish' }],
  ]
  const votesBefore = await db.$count(votes)
  const commentsBefore = await db.$count(comments)
  for (const [path, fields] of doings)
    expect([path, (await ask(path, cookie, fields)).to]).toEqual([path, '/me/decisions'])
  expect([await db.$count(votes), await db.$count(comments)]).toEqual([votesBefore, commentsBefore])

  const page = await ask('/me/decisions', cookie)
  expect(page.status).toBe(200)
  expect(page.text).toContain('Your profile is suspended')
  expect(page.text).not.toContain('href="/me/votes"')
})

test('[#151] who is suspended has their data all the same, and may go for good', async () => {
  const out = await newcomer('leaver')
  await transaction((tx) => shutOut(tx, out.id, null))
  const cookie = await cookieOf(out)
  expect((await ask('/me/decisions', cookie)).text).toContain('href="/me/privacy"')
  const page = await ask('/me/privacy', cookie)
  expect([page.status, page.text.includes('href="/me/profile"')]).toEqual([200, false])
  expect((await ask('/me/privacy', cookie, { intent: 'copy' })).to).toContain('/me/privacy')
  for (const job of await transaction((tx) => lease(tx, 'export', 9))) await makeExport(job)
  const [copy] = (await ask('/me/privacy', cookie)).text.match(/\/me\/privacy\/copies\/[\w-]+/)!
  expect((await ask(copy, cookie)).status).toBe(200)
  expect((await ask(copy, await cookieOf(await newcomer('curious')))).status).toBe(404)
  const path = '/me/privacy/erase'
  const wrong = await ask(path, cookie, { texts: 'keep', typed: 'somebody' })
  expect([wrong.status, await erasureOf(db, out.id)]).toEqual([400, undefined])
  await ask(path, cookie, { texts: 'keep', typed: out.handle })
  expect(await erasureOf(db, out.id)).toMatchObject({ personId: out.id, texts: 'keep' })
  expect((await ask('/me/privacy', cookie, { intent: 'stay' })).to).toContain('/me/privacy')
  expect(await erasureOf(db, out.id)).toBeUndefined()
  // Typed too long ago, the password is asked for, and that page is open to them, too.
  const old = await at(new Date(Date.now() - 20 * 60_000), () => cookieOf(out))
  const asked = await ask(path, old)
  expect(asked.to).toMatch(/^\/me\/proof/)
  expect((await ask(asked.to!, old)).status).toBe(200)
})

test('[#53] who is silenced votes and follows, and is told kindly that posting waits; what they typed stays', async () => {
  const quiet = await newcomer('quiet')
  await transaction((tx) => silence(tx, quiet.id, soon()))
  const cookie = await cookieOf(quiet)
  const { number } = stand.refillStation
  expect((await ask(`/ideas/${number}/vote`, cookie, { intent: 'cast' })).status).toBe(303)
  expect((await ask(`/ideas/${number}/follow`, cookie, { intent: 'follow' })).status).toBe(303)

  const before = await db.$count(comments)
  const body = 'Rusks deserve better than this tin.'
  const refused = await ask(`/ideas/${number}/comments`, cookie, { body })
  expect(refused.status).toBe(403)
  expect(refused.text).toContain('For now you cannot post')
  expect(refused.text).toContain(body)
  expect(await db.$count(comments)).toBe(before)

  expect((await ask('/ideas/new', cookie)).to).toBe('/me/decisions')
  expect((await ask('/me/decisions', cookie)).text).toContain('You cannot post until')
  await transaction((tx) => silence(tx, quiet.id, new Date(Date.now() - 1000)))
  expect((await ask('/ideas/new', cookie)).status).toBe(200)
})

const facts = 'Canary facts of Sue: you shouted.'

async function decisionOn(who: Person) {
  const said = 'I shout at everybody in this thread.'
  const { number } = stand.refillStation
  const comment = await transaction((tx) => postComment(tx, who, number, { body: said }))
  if (!comment || typeof comment === 'string') throw new Error(String(comment))
  const thing = { subject: 'comment' as const, subjectId: comment.id }
  const wish = { act: 'hide' as const, reason: 'offensive' as const, facts }
  // Long enough ago that it can be undone no more.
  const decision = await at(new Date(Date.now() - 60_000), () =>
    transaction((tx) => decideDirectly(tx, stand.mo, thing, wish)),
  )
  if (!decision || typeof decision === 'string') throw new Error(String(decision))
  return decision.id
}

test('[#44] a statement is its person’s alone: to everybody else, the moderator too, it is a 404', async () => {
  const sue = await newcomer('sue')
  const id = await decisionOn(sue)
  const path = `/me/decisions/${id}`
  const own = await ask(path, await cookieOf(sue))
  expect(own.status).toBe(200)
  for (const words of [facts, 'Respect for people', 'A person decided', 'Send objection', 'Court'])
    expect(own.text).toContain(words)
  for (const other of [stand.ben, stand.mo, stand.ada]) {
    const cookie = await cookieOf(other)
    for (const fields of [undefined, { body: 'I object to this one as well, you know.' }]) {
      const answer = await ask(path, cookie, fields)
      expect(answer.status).toBe(404)
      expect(answer.text).not.toContain('Canary')
    }
  }
  expect((await ask(path, '')).to).toMatch(/^\/login/)
  expect(await db.$count(objections, eq(objections.decisionId, id))).toBe(0)
})

test('flag, hide, statement, objection, restored by another: through the pages, without JavaScript', async () => {
  const tom = await newcomer('tom')
  const cookie = await cookieOf(tom)
  const id = await decisionOn(tom)
  const path = `/me/decisions/${id}`
  const short = await ask(path, cookie, { body: 'No.' })
  expect(short.status).toBe(400)
  expect(short.text).toContain('at least 20 characters')
  const body = 'I was quoting the idea, which says so itself.'
  expect((await ask(path, cookie, { body })).to).toBe(path)
  expect((await ask(path, cookie)).text).toContain('Objection sent')

  const [sent] = await db.select().from(objections).where(eq(objections.decisionId, id))
  const desk = `/staff/moderation/objections/${sent!.id}`
  const mo = await cookieOf(stand.mo)
  expect((await ask(desk, mo)).text).toContain('somebody else has to look at it')
  const wish = { outcome: 'overturned', answer: 'You are right.' }
  expect((await ask(desk, mo, wish)).status).toBe(400)

  const other = await transaction((tx) => person(tx, 'nora', ['moderator']))
  const nora = await cookieOf(other)
  expect((await ask('/staff/moderation/objections', nora)).text).toContain('tom')
  expect((await ask(desk, nora, wish)).to).toBe('/staff/moderation/objections')
  expect((await ask(desk, nora, wish)).status).toBe(400)
  const [decision] = await db.select().from(decisions).where(eq(decisions.id, id))
  expect(decision!.liftedAt).not.toBeNull()
  expect((await ask(path, cookie)).text).toContain('You are right.')
})

test('[#158] [#50] the log shows who did what, keeps secrets and words to itself, and says up to where it is whole', async () => {
  const ada = await cookieOf(stand.ada)
  const details = {
    token: 'canary-token',
    body: 'canary body',
    email: 'c@example.org',
    stage: 'open',
  }
  await transaction((tx) => audit(tx, stand.ada.id, 'vote.cast-for', { subject: 's1', ...details }))
  const page = await ask('/staff/audit?act=vote.cast-for', ada)
  expect(page.text).toContain('>Vote cast for somebody</a>')
  expect(page.text).toContain('open')
  expect(page.text).toContain('The log is whole')
  const csv = await ask('/staff/audit.csv?act=vote.cast-for', ada)
  expect(csv.text).toContain('vote.cast-for')
  for (const text of [page.text, csv.text]) expect(text).not.toMatch(/canary|c@example/)
  expect((await ask('/staff/audit?person=nobody_here', ada)).text).toContain('No entries')
  for (const query of ['day=2026-13-45', 'day=x', 'after=x', 'person=%27', 'check=all'])
    expect((await ask(`/staff/audit?${query}`, ada)).status).toBe(200)
})

test('[#151] [#153] closing an account: named effects, a typed handle, and a link that keeps it', async () => {
  const leaver = await newcomer('leaver')
  const cookie = await cookieOf(leaver)
  const page = '/me/privacy/erase'
  expect((await ask(page, cookie)).text).toContain('Close the account')
  const wrong = await ask(page, cookie, { texts: 'remove', typed: 'somebody_else' })
  expect(wrong.status).toBe(400)
  expect(wrong.text).toMatch(/value="somebody_else"/)
  expect(await erasureOf(db, leaver.id)).toBeUndefined()
  const typed = `@${leaver.handle.toUpperCase()}`
  expect((await ask(page, cookie, { texts: 'remove', typed })).to).toBe('/me/privacy#erase')
  const { id } = (await erasureOf(db, leaver.id))!
  expect((await ask('/me/privacy', cookie)).text).toContain('Keep my account')

  // A mail scanner opens the link: nothing changes. The button keeps the account, for good.
  expect((await ask(`/erasure/${id}`, '')).status).toBe(200)
  expect(await erasureOf(db, leaver.id)).toBeDefined()
  const kept = await ask(`/erasure/${id}`, '', { intent: 'stay' })
  expect(kept.text).toContain('Your account stays open')
  expect(await erasureOf(db, leaver.id)).toBeUndefined()
  expect((await ask(`/erasure/${leaver.id}`, '')).status).toBe(404)
})

test('[#158] a log that somebody has altered says so, up to where it is whole, and where it is not', async () => {
  const ada = await cookieOf(stand.ada)
  await unguarded(sql`update audit_entries set subject = 'else' where seq = 1`)
  const page = await ask('/staff/audit?check=all', ada)
  expect([page.status, page.text.includes('The log is whole')]).toEqual([200, false])
  expect(page.text).toContain('Entry 1 was changed, or put in later')
})
