import { createHmac } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { letLeave } from '#app/domain/care/leave.server.ts'
import { startSession } from '#app/domain/identity/session.server.ts'
import { addSource, switchSource } from '#app/domain/mentions/source.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { caseMessages, cases } from '#db/schema/care.ts'
import { jobs } from '#db/schema/jobs.ts'
import { mentions } from '#db/schema/mentions.ts'
import { type House, openHouse } from '#tests/house.ts'
import { rawMail } from '#tests/raw-mail.ts'
import { person, world } from '#tests/world.ts'

const secret = 'a secret of thirty-two characters'

let house: House
let deliver: typeof import('#app/clock/deliver.server.ts').deliver
let postOffice: typeof import('#app/web/post.server.ts').postOffice
let all: Awaited<ReturnType<typeof world>>
beforeAll(async () => {
  house = await openHouse({
    CARE_MAIL_SECRET: secret,
    CARE_ADDRESS: 'care@valdoro.example',
    CARE_IMAP_URL: 'imaps://care:s3cr3t@mx.valdoro.example/INBOX',
  })
  all = await world()
  ;({ deliver } = await import('#app/clock/deliver.server.ts'))
  ;({ postOffice } = await import('#app/web/post.server.ts'))
})
afterAll(() => house.close())

const nowSeconds = () => Math.floor(Date.now() / 1000)

type More = { at?: number; key?: string; headers?: object; path?: string; type?: string }

function bring(body: string | Buffer, more: More = {}) {
  const { at = nowSeconds(), key = secret, headers, path = '/hooks/mail' } = more
  const signature = createHmac('sha256', key).update(`${at}.`).update(body).digest('hex')
  return fetch(house.origin + path, {
    method: 'POST',
    body: typeof body === 'string' ? body : new Uint8Array(body),
    headers: {
      'Content-Type': more.type ?? 'message/rfc822',
      'X-Granaio-Timestamp': String(at),
      'X-Granaio-Signature': signature,
      ...headers,
    },
  })
}
const said = async (answer: Response) => `${answer.status} ${(await answer.text()).trim()}`

describe('[#81] the door where a mail server brings mail', () => {
  test('takes what is signed, once, without a cookie', async () => {
    const raw = rawMail({ subject: 'By the door' })
    const at = nowSeconds()
    expect(await said(await bring(raw, { at }))).toBe('200 new-case')
    expect(await said(await bring(raw, { at }))).toBe('409 replayed')
    expect(await said(await bring(raw, { at: at - 1 }))).toBe('200 known')
    expect((await db.select().from(cases)).map(({ subject }) => subject)).toEqual(['By the door'])
  })

  test('is shut to what is forged, old, from tomorrow, changed, or not signed at all', async () => {
    const raw = rawMail()
    const before = await db.$count(cases)
    for (const answer of [
      await bring(raw, { key: 'another secret' }),
      await bring(raw, { at: nowSeconds() - 301 }),
      await bring(raw, { at: nowSeconds() + 330 }),
      await bring(raw, { headers: { 'X-Granaio-Timestamp': String(nowSeconds() + 7) } }),
      await bring(raw, { headers: { 'X-Granaio-Signature': '' } }),
      await bring(raw, { headers: { 'X-Granaio-Signature': 'é'.repeat(64) } }).catch(
        () => new Response('forged\n', { status: 401 }),
      ),
      await bring(raw, { headers: { 'X-Granaio-Timestamp': '1e9' } }),
    ])
      expect(await said(answer)).toBe('401 forged')
    expect(await db.$count(cases)).toBe(before)
  })

  test('takes no more than 15 MB, and reads nothing to anybody', async () => {
    expect((await bring(Buffer.alloc(15 * 2 ** 20 + 1))).status).toBe(413)
    expect((await fetch(`${house.origin}/hooks/mail`)).status).toBe(404)
    expect(await said(await bring('From: a@b.it\r\n\r\n'))).toBe('200 refused')
  })

  test('lets nobody through other doors: a form from elsewhere is refused as ever', async () => {
    for (const path of ['/contact', '/hooks/mail/', '/hooks/mail/x', '/Hooks/Mail', '/hooks']) {
      const headers = { 'Content-Type': 'message/rfc822' }
      const answer = await fetch(house.origin + path, { method: 'POST', body: 'x', headers })
      expect([path, answer.status]).toEqual([path, 403])
    }
  })
})

describe('[#81] the door where a server brings mentions', () => {
  const opened = async () => {
    const agent = await transaction((tx) => person(tx, 'cleo', ['care']))
    const wish = { kind: 'webhook', name: `Shop ${agent.handle}` } as const
    return (await transaction((tx) => addSource(tx, agent, wish))) as { id: string; secret: string }
  }
  const to = (id: string) => ({ path: `/hooks/mentions/${id}`, type: 'application/json' })
  const body = (...texts: unknown[]) => JSON.stringify(texts.map((text) => ({ text })))

  test('takes one or many that are signed, says of each what became of it, and takes them once', async () => {
    const { id, secret: key } = await opened()
    const rows = [
      { text: 'Good rusks', rating: 5 },
      { text: 'Bad stars', rating: '7' },
      { text: 'Good rusks', rating: 5 },
    ]
    const at = nowSeconds()
    const answer = await bring(JSON.stringify(rows), { ...to(id), key, at })
    expect(await answer.json()).toEqual({
      results: [
        { outcome: 'written' },
        { outcome: 'bad', problem: 'badRating' },
        { outcome: 'known' },
      ],
    })
    expect(await said(await bring(JSON.stringify(rows), { ...to(id), key, at }))).toBe(
      '409 replayed',
    )
    const one = await bring(JSON.stringify({ text: 'Alone', url: 'https://x.example/' }), {
      ...to(id),
      key,
    })
    expect(await one.json()).toEqual({ results: [{ outcome: 'written' }] })
  })

  test('is shut to the forged, the old, the unknown and the unreadable; none of it is kept', async () => {
    const { id, secret: key } = await opened()
    const other = await opened()
    const before = await db.$count(mentions)
    const at = nowSeconds()
    for (const [expected, sent, more] of [
      [401, body('x'), { key: other.secret }],
      [401, body('x'), { key, at: at - 301 }],
      [401, body('x'), { key, headers: { 'X-Granaio-Signature': '' } }],
      [400, '{"text":', { key }],
      [400, '[]', { key }],
      [400, 'null', { key }],
      [400, body({ deep: 1 }), { key }],
      [400, '[{"text":"x","__proto__":1,"more":2}]', { key }],
      [400, body(...Array<string>(101).fill('x')), { key }],
    ] as const)
      expect((await bring(sent, { ...to(id), ...more })).status).toBe(expected)
    for (const unknown of ['none', other.id.replace(/.$/, 'x'), '%2e%2e'])
      expect((await bring(body('x'), { ...to(unknown), key })).status).toBeGreaterThanOrEqual(403)
    expect((await bring(body('x'.repeat(513 * 1024)), { ...to(id), key })).status).toBe(413)
    expect((await fetch(`${house.origin}/hooks/mentions/${id}`)).status).toBe(404)
    await transaction((tx) => switchSource(tx, all.ada, id, false))
    expect((await bring(body('x'), { ...to(id), key })).status).toBe(404)
    expect(await db.$count(mentions)).toBe(before)
  })
})

describe('the page about the mail of care', () => {
  const page = async (role: 'admin' | 'care', locale = 'it') => {
    const one = await transaction((tx) => person(tx, role, [role]))
    const cookie = `granaio_session=${await startSession(one.id, '', '')}; granaio_locale=${locale}`
    const answer = await fetch(`${house.origin}/staff/settings/care-mail`, {
      headers: { Cookie: cookie },
    })
    return { status: answer.status, text: await answer.text() }
  }

  test('tells admins how mail travels and what became of it, without a password or a text', async () => {
    await bring(rawMail({ from: all.ann.handle + '@example.org', text: 'c4n4ry-t3xt' }))
    const { status, text } = await page('admin')
    expect(status).toBe(200)
    for (const words of ['care@valdoro.example', 'care@mx.valdoro.example/INBOX', 'Nuovo caso'])
      expect(text).toContain(words)
    expect(text).not.toMatch(/s3cr3t|c4n4ry/)
    expect((await page('care')).status).toBe(403)
  })
})

test('[#79] care answers while the mail server is down: 303, and the mail waits', async () => {
  const [about] = await db.select().from(cases)
  const [last] = await db.select().from(caseMessages).where(eq(caseMessages.caseId, about!.id))
  const agent = await transaction((tx) => person(tx, 'cora', ['care']))
  const answer = await fetch(`${house.origin}/staff/care/${about!.id}/replies`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ intent: 'send', reply: 'Which batch?', seen: last!.id }),
    headers: {
      Cookie: `granaio_session=${await startSession(agent.id, '', '')}`,
      Origin: house.origin,
    },
  })
  expect(answer.status).toBe(303)
  const isAnswer = and(eq(caseMessages.caseId, about!.id), eq(caseMessages.side, 'care'))
  const [message] = await db.select().from(caseMessages).where(isAnswer)
  await transaction((tx) => letLeave(tx, message!.id))

  const isMail = and(eq(jobs.kind, 'mail'), eq(jobs.key, `case-reply:${message!.id}`))
  const [job] = await transaction((tx) =>
    tx.update(jobs).set({ attempts: 1 }).where(isMail).returning(),
  )
  await deliver(job!, postOffice('smtp://127.0.0.1:1'))
  const [waiting] = await db.select().from(jobs).where(isMail)
  expect(waiting).toMatchObject({ state: 'waiting' })
  expect(waiting!.lastError).toContain('ECONNREFUSED')
})
