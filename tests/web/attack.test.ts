import { expect, test } from 'vitest'
import { fillers } from '#app/holes.server.ts'
import { loader as permalink } from '#app/routes/comments/show.ts'
import { action as comment } from '#app/routes/ideas/comments.tsx'
import { loader as ideaFeed } from '#app/routes/ideas/feed.ts'
import { action as follow } from '#app/routes/ideas/follow.ts'
import { loader as history } from '#app/routes/ideas/history.tsx'
import { action as vote } from '#app/routes/ideas/vote.ts'
import { action as saveProfile } from '#app/routes/me/profile.tsx'
import { loader as picture } from '#app/routes/og.ts'
import { action as setPreferences } from '#app/routes/preferences.ts'
import { action as login } from '#app/routes/session/login.tsx'
import { loader as deskIdea } from '#app/routes/staff/ideas-status.tsx'
import { loader as merges } from '#app/routes/staff/merges.tsx'
import { loader as peopleDesk } from '#app/routes/staff/people.tsx'
import { action as manage } from '#app/routes/staff/people-person.tsx'
import { loader as suspects } from '#app/routes/staff/suspects.tsx'
import { cut, fill } from '#app/web/holes.server.ts'
import { isPlainAddress } from '#app/web/protect.server.ts'
import { db } from '#db/database.server.ts'
import { pendingActs } from '#db/schema/identity.ts'
import { answerOf, knock } from '#tests/visit.ts'
import { world } from '#tests/world.ts'

const kept = (answer: Response) =>
  answer.headers.getSetCookie().some((cookie) => cookie.startsWith('granaio_pending='))

test.each(['a[4294967294]', 'body[999999999]', 'a.b.c', '[0]', '__proto__', 'a'.repeat(9000)])(
  '[#12 #13] a field called %.40s is refused at once, not built',
  async (name) => {
    const params = { number: '1' }
    for (const act of [
      () => login(knock('/login', [[name, 'x']])),
      () => setPreferences(knock('/preferences', [[name, 'x']])),
      () => comment(knock('/ideas/1/comments', [[name, 'x']], { params })),
    ]) {
      const times: number[] = []
      for (let i = 0; i < 3; i++) {
        const began = performance.now()
        expect((await answerOf(act)).status).toBe(400)
        times.push(performance.now() - began)
      }
      expect(Math.min(...times)).toBeLessThan(200)
    }
  },
)

test('[#13] what is not a form at all is refused, before signing in too', async () => {
  const asked = knock('/ideas/1/vote', {}, { params: { number: '1' } })
  const headers = { 'Content-Type': 'multipart/form-data; boundary=x' }
  const request = new Request(asked.request.url, { method: 'POST', headers, body: 'no form' })
  expect((await answerOf(() => vote({ ...asked, request }))).status).toBe(400)
})

test('[#13] a NUL in a text is left out of it', async () => {
  const { ben, refillStation } = await world()
  const params = { number: String(refillStation.number) }
  const said = { body: 'Anche\0 per me' }
  const answer = await answerOf(() => comment(knock('/x', said, { params, viewer: ben })))
  expect(answer.status).toBe(303)
  const unknown = { email: 'nobody\0@example.org', password: 'una frase lunga\0' }
  expect((await answerOf(() => login(knock('/login', unknown)))).status).toBe(400)
})

test.each(['NaN', '1e999', '0x10', '1.5', '-1', '99999999999', '٣', ''])(
  '[#103] %j is the number of no idea, on any door',
  async (number) => {
    const { ben, ada } = await world()
    const at = (viewer: typeof ben, fields?: Record<string, string>) =>
      knock('/x', fields, { params: { number }, viewer })
    for (const act of [
      () => vote(at(ben, { intent: 'cast' })),
      () => follow(at(ben, { intent: 'follow' })),
      () => comment(at(ben, { body: 'Anche per me' })),
      () => ideaFeed(at(ben)),
      () => picture(at(ben)),
      () => history(at(ben)),
    ])
      expect((await answerOf(act)).status).toBe(404)
    if (number) expect((await answerOf(() => deskIdea(at(ada)))).status).toBe(404)
  },
)

test('[#13] a page of the people that never was is the first one', async () => {
  const { ada } = await world()
  for (const after of ['1e300.a', 'NaN.a', '1.', '9'.repeat(30) + '.a', '-1.a'])
    expect(
      await peopleDesk(knock(`/staff/people?after=${after}`, undefined, { viewer: ada })),
    ).toMatchObject({ isFirst: false, people: expect.any(Array) })
})

test('[#13] a page of suspicions or merges that lies beyond every year is empty, on both databases', async () => {
  const { ada } = await world()
  const after = `999999999999999_${'0'.repeat(8)}-0000-7000-8000-000000000000`
  const ask = (path: string) => knock(`${path}&after=${after}`, undefined, { viewer: ada })
  for (const show of ['open', 'decided'])
    expect(await suspects(ask(`/staff/suspects?show=${show}`))).toMatchObject({ isFirst: false })
  for (const show of ['asked', 'done'])
    expect(await merges(ask(`/staff/merges?show=${show}`))).toMatchObject({ rows: [] })
})

test('a form of a guest is kept for later only where it can cost no more than a vote or a text', async () => {
  const params = { number: '1', handle: 'admin' }
  const sent = (act: typeof vote, path: string, fields: Record<string, string>) =>
    answerOf(async () => act(knock(path, fields, { params })))
  expect(kept(await sent(vote, '/ideas/1/vote', { intent: 'cast' }))).toBe(true)

  const before = await db.$count(pendingActs)
  const long = await sent(vote, '/ideas/1/vote', { intent: 'cast', x: 'x'.repeat(50_000) })
  const roles = await sent(manage, '/staff/people/admin', { intent: 'assign', roles: 'admin' })
  const name = await sent(saveProfile, '/me/profile', { displayName: 'Not me' })
  for (const answer of [long, roles, name]) expect(kept(answer)).toBe(false)
  expect(roles.headers.get('Location')).toBe('/login?redirectTo=%2Fstaff%2Fpeople%2Fadmin')
  expect(await db.$count(pendingActs)).toBe(before)
})

test('[#118] an address can have no more than so many forms kept', async () => {
  const address = '10.99.0.1'
  const tries = Array.from({ length: 31 }, () => () => {
    const asked = knock('/ideas/1/vote', { intent: 'cast' }, { params: { number: '1' }, address })
    return answerOf(() => vote(asked))
  })
  let last = new Response()
  for (const one of tries) last = await one()
  expect(last.status).toBe(303)
  expect(kept(last)).toBe(false)
})

test.each([
  '/',
  '/ideas',
  '/ideas/1/pane-%C3%A8',
  '/ideas?q=a//b%5c',
  '/ideas?q=%ff',
  '/members/x',
])('[#55] the address %j is read in one way', (address) =>
  expect(isPlainAddress(address)).toBe(true),
)

test.each([
  ...['//', '//evil.example', '//evil.example/ideas', '/\\evil', '/%5cevil', '/staff//people'],
  ...['//[', '/%', '/%ff', '/ideas/%C3', '/%00', '/ideas?q=%00', '/members/a%00'],
])('[#55] the disguised address %j is refused', (address) =>
  expect(isPlainAddress(address)).toBe(false),
)

test.each(['constructor', '__proto__', 'toString', 'nothing-like-it', '<script>'])(
  '[#67] a notice cookie that says %j says nothing',
  async (notice) => {
    const { visit } = knock('/').context
    const say = await fillers.notice!(visit, [''], notice)
    expect(say('')).toBeUndefined()
  },
)

test('[#12] a text like %constructor% in a personal part of a page stays what it is', async () => {
  const html = '<g-hole data-of="a:1"><g-case data-is="on">%constructor% %name%</g-case></g-hole>'
  const filler = async () => () => ({ is: 'on', tokens: { name: '<%toString%>' } })
  const page = String(await fill(cut(html), knock('/').context.visit, { a: filler }))
  expect(page).toBe('%constructor% &lt;%toString%&gt;')
})

test('a comment that is not there is a 404', async () => {
  const asked = knock('/comments/x', undefined, { params: { id: 'x' } })
  expect((await answerOf(() => permalink(asked))).status).toBe(404)
})
