import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startSession } from '#app/domain/identity/session.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { findIdea } from '#app/domain/ideas/idea.server.ts'
import { heldVotesOn } from '#app/domain/moderation/burst.server.ts'
import { setVotesApart } from '#app/domain/votes/burst.server.ts'
import { castVote } from '#app/domain/votes/vote.server.ts'
import { holdWords } from '#app/domain/moderation/word-list.server.ts'
import { siteSettings } from '#app/domain/site/site.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { jobs } from '#db/schema/jobs.ts'
import { flags } from '#db/schema/moderation.ts'
import { voteBursts } from '#db/schema/moderation-watch.ts'
import { now } from '#db/time.ts'
import { type House, openHouse } from '#tests/house.ts'
import { world } from '#tests/world.ts'

let house: House
let here: Awaited<ReturnType<typeof world>>

beforeAll(async () => {
  house = await openHouse()
  here = await world()
  await transaction((tx) => holdWords(tx, here.mo, ['bacata'], 3))
})
afterAll(() => house.close())

const cookies = new Map<string, string>()
async function ask(path: string, who?: Person, fields?: [string, string][]) {
  if (who && !cookies.has(who.id)) cookies.set(who.id, await startSession(who.id, '', ''))
  const session = who ? `granaio_session=${cookies.get(who.id)!}; ` : ''
  const answer = await fetch(house.origin + path, {
    method: fields ? 'POST' : 'GET',
    headers: { Cookie: `${session}granaio_locale=en`, Origin: house.origin },
    body: fields && new URLSearchParams(fields),
    redirect: 'manual',
  })
  const html = (await answer.text()).replaceAll('\u00a0', ' ')
  return { status: answer.status, to: answer.headers.get('location'), html, answer }
}

test('a guest reports with an address, is told the same whatever it is, and confirms with a click', async () => {
  const path = `/ideas/${here.refillStation.number}/flags`
  expect((await ask(path)).html).toContain('name="email"')
  const wrong = await ask(path, undefined, [
    ['reason', 'spam'],
    ['note', 'Sells shoes'],
    ['email', 'nobody'],
  ])
  expect(wrong.status).toBe(400)
  expect(wrong.html).toContain('Sells shoes')

  for (const email of [
    'guest@example.net',
    'guest@example.net',
    `${here.ben.handle}@example.org`,
  ]) {
    const sent = await ask(path, undefined, [
      ['reason', 'spam'],
      ['email', email],
    ])
    expect([sent.status, sent.to]).toEqual([303, `${path}?sent=yes`])
  }
  const mails = (await db.select().from(jobs).where(eq(jobs.kind, 'mail'))).filter(
    ({ payload }) => payload.to === 'guest@example.net',
  )
  expect(mails).toHaveLength(1)
  const link = (mails[0]!.payload.params as { path: string }).path
  expect((await ask(link)).html).toContain('Confirm report')
  const [flag] = await db.select().from(flags).where(eq(flags.email, 'guest@example.net'))
  expect(flag).toMatchObject({ weight: 0, confirmedAt: null })
  expect((await ask(link, undefined, [])).status).toBe(303)
  expect((await ask(link)).html).toContain('Report received')
  expect((await ask('/flags/guessed')).status).toBe(404)
})

test('a member reports without giving an address, an idea that a guest has just reported too', async () => {
  const { html } = await ask(`/ideas/${here.refillStation.number}/flags`, here.ben)
  expect(html).not.toContain('name="email"')
  const path = `/members/${here.ann.handle}/flags`
  expect((await ask(path, here.ben)).html).not.toContain('name="email"')
  expect((await ask(path, here.ben, [['reason', 'other']])).to).toBe(`/members/${here.ann.handle}`)
  expect((await ask('/members/nobody/flags', here.ben)).status).toBe(404)
})

test('a comment that waits is nobody’s to read but its author’s, who is told kindly and not which word', async () => {
  const { number, slug } = here.refillStation
  const said = await ask(`/ideas/${number}/comments`, here.ben, [['body', 'una B4C4TA idea']])
  expect(said.to).toContain('#comments')
  expect(said.answer.headers.getSetCookie().join()).toContain('comment-waiting')
  for (const who of [undefined, here.ann, here.mo])
    expect((await ask(`/ideas/${number}/${slug}`, who)).html).not.toContain('B4C4TA')
  const own = (await ask('/me/comments', here.ben)).html
  expect(own).toContain('B4C4TA')
  expect(own).toContain('Waiting: a moderator reads it first')
  expect(own).not.toContain('bacata')
})

test('votes that are being checked are said on the page of the idea, and moderators see why, not who', async () => {
  const { refillStation: idea, ben, mo } = here
  await transaction((tx) => castVote(tx, ben, idea.number))
  const burst = { id: 'b1', ideaId: idea.id, key: 'b1', from: now(), to: now(), votesCount: 1 }
  const ages = { hour: 1, day: 0, week: 0 }
  const seen = { pace: [1], ages, networks: [], mailboxes: [], disposable: 0 }
  const facts = { signs: ['hour'], ...seen, voterIds: [ben.id] }
  await transaction(async (tx) => {
    await tx.insert(voteBursts).values({ ...burst, facts })
    await setVotesApart(tx, { ideaId: idea.id, burstId: 'b1' }, [ben.id])
  })
  // Its plain address was read a moment ago, and is kept for a while.
  const page = await ask(`/ideas/${idea.number}/${idea.slug}?comments=oldest`)
  expect(page.html).toContain('1 vote is being checked')
  const panel = await ask('/staff/moderation/bursts', mo)
  expect(panel.html).toContain('Many within an hour')
  expect(panel.html).not.toContain(ben.id)
  expect(panel.html).not.toContain(ben.handle)
  const done = await ask('/staff/moderation/bursts/b1', mo, [
    ['to', 'counted'],
    ['seen', 'held.1'],
    ['note', ''],
  ])
  expect(done.to).toBe('/staff/moderation/bursts')
  expect(await heldVotesOn(db, idea.id)).toBe(0)
  expect((await findIdea(db, idea.number, undefined))!.votesCount).toBe(1)
})

test('moderators change the rules, two at once do not undo each other, and what was typed stays', async () => {
  const path = '/staff/settings/moderation'
  const page = await ask(path, here.mo)
  const seen = /name="seen" value="([^"]+)"/.exec(page.html)![1]!
  const rules: [string, string][] = [
    ['flagHideWeight', '4.5'],
    ['reviewFirstPosts', '2'],
    ['reviewedCategories', 'packaging'],
    ['holdSimilar', 'on'],
    ['burstVotes', '15'],
    ['objectionDays', '180'],
    ['objectionAnswerDays', '10'],
    ['seen', seen],
  ]
  const wrong = rules.map(([name, value]): [string, string] => [
    name,
    name === 'burstVotes' ? '1' : value,
  ])
  const refused = await ask(path, here.mo, wrong)
  expect(refused.status).toBe(400)
  expect(refused.html).toContain('value="4.5"')
  expect((await ask(path, here.mo, rules)).status).toBe(303)
  expect(await siteSettings(db)).toMatchObject({
    flagHideWeight: 4.5,
    reviewFirstPosts: 2,
    reviewedCategories: ['packaging'],
    holdLinks: false,
    burstVotes: 15,
  })
  expect((await ask(path, here.ada, rules)).status).toBe(400)
  expect((await ask(path, here.eva)).status).toBe(403)

  const words = `${path}/words`
  const tried = await ask(words, here.mo, [
    ['intent', 'try'],
    ['text', 'che b-a-c-a-t-a'],
  ])
  expect(tried.html).toContain('It would be held by: bacata.')
  await ask(words, here.mo, [
    ['intent', 'add'],
    ['words', 'strampalat*\nfuori di testa'],
    ['severity', '2'],
  ])
  expect((await ask(words, here.mo)).html).toContain('fuori di testa')
})
