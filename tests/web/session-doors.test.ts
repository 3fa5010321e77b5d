import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { ActionFunctionArgs } from '@remix-run/node'
import { findSession, findVisitor, startSession } from '#app/domain/identity/session.server.ts'
import { shutOut } from '#app/domain/identity/standing.server.ts'
import { findToken } from '#app/domain/identity/token.server.ts'
import { action as changeEmail } from '#app/routes/me/security-email.tsx'
import { action as changePassword } from '#app/routes/me/security-password.tsx'
import { action as prove } from '#app/routes/me/proof.tsx'
import { action as setPreferences } from '#app/routes/preferences.ts'
import { action as forgot } from '#app/routes/session/forgot.tsx'
import { action as join } from '#app/routes/session/join.tsx'
import { action as login } from '#app/routes/session/login.tsx'
import { action as logout } from '#app/routes/session/logout.ts'
import { action as reset, loader as resetPage } from '#app/routes/session/reset.tsx'
import { action as verify, loader as verifyPage } from '#app/routes/session/verify.tsx'
import { db, transaction } from '#db/database.server.ts'
import { consents, people } from '#db/schema/identity.ts'
import { lastSecret, letters } from '#tests/mailbox.ts'
import { answerOf, knock } from '#tests/visit.ts'
import { person } from '#tests/world.ts'

const password = 'una frase lunga assai'
const joining = (email: string, more: Record<string, string> = {}) => ({
  ...{ email, password, displayName: 'Giulia B.', birthYear: '1990', terms: 'on', ...more },
})
const isKnown = async (email: string) =>
  (await db.$count(people, eq(people.emailFolded, email))) > 0
const sessionIn = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .find((cookie) => cookie.startsWith('granaio_session='))
    ?.split(/[=;]/)[1]

async function member(email: string) {
  await join(knock('/join', joining(email)))
  const token = await lastSecret(email)
  const answer = await answerOf(() => verify(knock(`/verify/${token}`, {}, { params: { token } })))
  return findSession(sessionIn(answer)!)
}

test('[#28] looking at the link of a mail uses nothing up; the button does, and signs in', async () => {
  await join(knock('/join', joining('look@example.org', { redirectTo: '/ideas/7' })))
  const token = await lastSecret('look@example.org')
  const path = `/verify/${token}?redirectTo=%2Fideas%2F7`
  for (let i = 0; i < 3; i++)
    expect((await verifyPage(knock(path, undefined, { params: { token } }))).status).toBe(200)

  const answer = await answerOf(() => verify(knock(path, {}, { params: { token } })))
  expect(answer.status).toBe(303)
  expect(answer.headers.get('Location')).toBe('/ideas/7')
  expect(await findSession(sessionIn(answer)!)).toMatchObject({ displayName: 'Giulia B.' })
  expect((await verifyPage(knock(path, undefined, { params: { token } }))).status).toBe(410)
})

test('[#28] looking at a reset link uses nothing up', async () => {
  await member('scan@example.org')
  await forgot(knock('/forgot', { email: 'scan@example.org' }))
  const token = await lastSecret('scan@example.org')
  expect((await resetPage(knock('/', undefined, { params: { token } }))).status).toBe(200)
  expect(await findToken(db, token, 'reset-password')).toBeDefined()

  const words = { password: 'three eggs and a lemon' }
  const answer = await answerOf(() => reset(knock('/', words, { params: { token } })))
  expect(answer.headers.get('Location')).toBe('/login')
  const again = await answerOf(() => reset(knock('/', words, { params: { token } })))
  expect(again.status).toBe(410)
})

test('[#23] joining and forgetting answer the same to known and unknown addresses', async () => {
  await member('known@example.org')
  const told = async (act: Promise<Response>) => {
    const answer = await act
    return [answer.status, answer.headers.get('Location'), await answer.text()]
  }
  const joins = ['known@example.org', 'unknown@example.org'].map((email) =>
    told(answerOf(() => join(knock('/join', joining(email))))),
  )
  const resets = ['known@example.org', 'nobody@example.org'].map((email) =>
    told(answerOf(() => forgot(knock('/forgot', { email })))),
  )
  const [[a, b], [c, d]] = [await Promise.all(joins), await Promise.all(resets)]
  expect(a).toEqual(b)
  expect(c).toEqual(d)
  expect(await letters('nobody@example.org')).toEqual([])
})

test('[#22] unknown, wrong and unconfirmed are told the same, and so is who is suspended but for the right password', async () => {
  // Whoever joins an empty house owns it.
  await transaction((tx) => person(tx, 'ada', ['admin']))
  const banned = await member('banned@example.org')
  await transaction((tx) => shutOut(tx, banned!.id, null))
  await member('right@example.org')
  await join(knock('/join', joining('waiting@example.org')))
  const tries = [
    ['stranger@example.org', password],
    ['right@example.org', 'not the password'],
    ['waiting@example.org', password],
    ['banned@example.org', 'not the password'],
  ]

  const told = []
  for (const [email, typed] of tries) {
    const answer = await answerOf(() => login(knock('/login', { email: email!, password: typed! })))
    told.push([answer.status, (await answer.text()).replace(email!, '…'), sessionIn(answer)])
  }
  for (const each of told) expect(each).toEqual(told[0])
  expect(told[0]![0]).toBe(400)

  const words = { email: 'banned@example.org', password, redirectTo: '/ideas/new' }
  const answer = await answerOf(() => login(knock('/login', words)))
  expect(answer.headers.get('Location')).toBe('/me/decisions')
  expect(await findSession(sessionIn(answer)!)).toBeUndefined()
  expect(await findVisitor(sessionIn(answer)!)).toMatchObject({ shutOut: { until: null } })
})

test('[#24] after five wrong passwords this address waits, and another one does not', async () => {
  await member('force@example.org')
  const attempt = (typed: string, address: string) =>
    answerOf(() =>
      login(knock('/login', { email: 'force@example.org', password: typed }, { address })),
    )
  for (let i = 0; i < 5; i++) expect((await attempt('wrong', '192.0.2.1')).status).toBe(400)

  const sixth = await attempt(password, '192.0.2.1')
  expect(sixth.status).toBe(429)
  expect(Number(sixth.headers.get('Retry-After'))).toBeGreaterThan(600)
  expect((await attempt(password, '192.0.2.2')).status).toBe(303)
})

test('[#18] signing in makes a new session and ends the one before', async () => {
  const viewer = await member('fixed@example.org')
  const words = { email: 'fixed@example.org', password }
  const answer = await answerOf(() => login(knock('/login', words, { viewer, token: 'planted' })))

  const token = sessionIn(answer)!
  expect(token).not.toBe('planted')
  expect((await findSession(token))?.sessionId).not.toBe(viewer!.sessionId)
  const flags = answer.headers.getSetCookie().find((line) => line.includes(token))
  expect(flags).toMatch(/Max-Age=7776000; Path=\/; HttpOnly; SameSite=Lax/)
})

test('[#20] signing out ends the session and clears what the browser kept', async () => {
  const viewer = await member('leaves@example.org')
  const token = await startSession(viewer!.id, '', '')
  const answer = await logout(knock('/logout', {}, { viewer: await findSession(token) }))

  expect(await findSession(token)).toBeUndefined()
  expect(answer.headers.get('Clear-Site-Data')).toBe('"cache"')
})

test('whoever is too young is told kindly, and nothing of theirs is kept', async () => {
  const birthYear = String(new Date().getUTCFullYear() - 12)
  const answer = await answerOf(() =>
    join(knock('/join', joining('kid@example.org', { birthYear }))),
  )

  expect(answer.status).toBe(400)
  expect((await answer.json()).error).toEqual({ birthYear: ['identity:birthYear.young'] })
  expect(await isKnown('kid@example.org')).toBe(false)
  expect(await letters('kid@example.org')).toEqual([])
})

test('a machine that fills the trap is answered like everybody, and not let in', async () => {
  const trapped = joining('bot@example.org', { website: 'https://spam.example' })
  const answer = await answerOf(() => join(knock('/join', trapped)))
  expect(answer.headers.get('Location')).toBe('/join/sent')
  expect(await isKnown('bot@example.org')).toBe(false)
})

test('only the consents that were ticked are given', async () => {
  const viewer = await member('ticks@example.org')
  const given = await db.select().from(consents).where(eq(consents.personId, viewer!.id))
  expect(given.map(({ purpose }) => purpose)).toEqual(['terms'])
})

test.each(['verified', 'role', 'points', 'id', 'createdAt', 'emailVerifiedAt'])(
  '[#30] a form that brings its own %s is refused and changes nothing',
  async (name) => {
    const answer = await answerOf(() =>
      join(knock('/join', joining('massive@example.org', { [name]: 'admin' }))),
    )
    expect(answer.status).toBe(400)
    expect(await isKnown('massive@example.org')).toBe(false)
  },
)

test('[#26] two addresses in one form are no address', async () => {
  const before = (await letters()).length
  const forms: [string, string][][] = [
    [
      ['email', 'a@example.org'],
      ['email', 'b@example.org'],
    ],
    [['email', 'a@example.org,b@example.org']],
    [['email', 'a@example.org\nbcc:b@example.org']],
  ]
  for (const fields of forms)
    expect((await answerOf(() => forgot(knock('/forgot', fields)))).status).toBe(400)
  expect(await letters()).toHaveLength(before)
})

test('[#31] a password of 200 kB is refused before it costs anything, and never sent back', async () => {
  const huge = joining('huge@example.org', { password: 'x'.repeat(200_000) })
  const times: number[] = []
  let answer!: Response
  for (let i = 0; i < 5; i++) {
    const request = knock('/join', huge)
    const started = performance.now()
    answer = await answerOf(() => join(request))
    times.push(performance.now() - started)
  }
  expect(Math.min(...times)).toBeLessThan(50)
  expect(answer.status).toBe(400)
  expect(await answer.text()).not.toContain('xxxx')
})

test('[#39] a password or an address is changed only by whoever just proved who they are', async () => {
  const viewer = (await member('proof@example.org'))!
  const stale = { ...viewer, provedAt: new Date(Date.now() - 16 * 60_000) }
  const wishes: [(knock: ActionFunctionArgs) => Promise<unknown>, Record<string, string>][] = [
    [changePassword, { password: 'three eggs and a lemon' }],
    [changeEmail, { email: 'proof2@example.org' }],
  ]
  for (const [act, words] of wishes) {
    const answer = await answerOf(() => act(knock('/me/security/x', words, { viewer: stale })))
    expect(answer.headers.get('Location')).toBe('/me/proof?redirectTo=%2Fme%2Fsecurity%2Fx')
  }
  expect(await letters('proof2@example.org')).toEqual([])

  const wrong = await answerOf(() => prove(knock('/me/proof', { password: 'no' }, { viewer })))
  expect(wrong.status).toBe(400)
  const right = { password, redirectTo: '//evil.example' }
  const proved = await answerOf(() => prove(knock('/me/proof', right, { viewer })))
  expect(proved.headers.get('Location')).toBe('/me/security')
})

test('[#20] [#39] a changed password leaves only this device signed in, with a new session', async () => {
  const viewer = (await member('device@example.org'))!
  const elsewhere = await startSession(viewer.id, '', '')
  const words = { password: 'three eggs and a lemon' }
  const answer = await answerOf(() => changePassword(knock('/', words, { viewer })))

  expect(await findSession(elsewhere)).toBeUndefined()
  expect(await findSession(sessionIn(answer)!)).toMatchObject({ id: viewer.id })
  expect((await letters('device@example.org')).map(({ template }) => template)).toContain(
    'password-changed',
  )
})

test('[#63] neither signing in nor a change of language leads off this site', async () => {
  await member('away@example.org')
  for (const redirectTo of ['//evil.example', '/\\evil', '/%2F%2Fevil', 'https:evil.example']) {
    const words = { email: 'away@example.org', password, redirectTo }
    const [signedIn, spoken] = [
      await answerOf(() => login(knock('/login', words))),
      await answerOf(() => setPreferences(knock('/preferences', { locale: 'en', redirectTo }))),
    ]
    expect(signedIn.headers.get('Location')).toBe('/ideas')
    expect(spoken.headers.get('Location')).toBe('/')
  }
})

test('a member’s language is theirs on every device', async () => {
  const viewer = await member('speaks@example.org')
  await setPreferences(knock('/preferences', { locale: 'it', theme: 'dark' }, { viewer }))
  const [row] = await db.select().from(people).where(eq(people.id, viewer!.id))
  expect([row?.locale, row?.theme]).toEqual(['it', 'dark'])
})
