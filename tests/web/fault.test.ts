import { createHmac } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { DrizzleQueryError } from 'drizzle-orm/errors'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { ask } from '#app/domain/jobs/job.server.ts'
import { startSession } from '#app/domain/identity/session.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { loggedPath, toldError, wordsOf } from '#app/web/log-words.ts'
import { db, transaction } from '#db/database.server.ts'
import { cases } from '#db/schema/care.ts'
import { jobs } from '#db/schema/jobs.ts'
import {
  addressOf,
  type Door,
  doors,
  type House,
  openHouse,
  type Stand,
  standing,
} from '#tests/house.ts'
import { rawMail } from '#tests/raw-mail.ts'
import { person } from '#tests/world.ts'

const broken = vi.hoisted(() => ({ by: '' }))
// The real log at its most talkative; its lines are read here and not on the screen.
const lines = vi.hoisted((): string[] => {
  process.env.LOG_LEVEL = 'trace'
  return []
})
vi.mock('pino', async (original) => {
  const { default: pino } = await original<typeof import('pino')>()
  const keep = { write: (line: string) => void lines.push(line) }
  return { default: Object.assign((settings: object) => pino(settings, keep), pino) }
})
vi.mock('#app/domain/care/contact.server.ts', async (original) => {
  const real = await original<typeof import('#app/domain/care/contact.server.ts')>()
  const query = 'insert into "cases" ("email") values ($1)'
  return {
    ...real,
    writeToCare: (...asked: Parameters<typeof real.writeToCare>) => {
      if (broken.by !== 'query') return real.writeToCare(...asked)
      const { said } = asked[2]
      const cause = Object.assign(new Error('duplicate key: "' + said.email + '"'), {
        code: '23505',
        detail: `Key (email)=(${said.email}) already exists.`,
        parameters: [said.body],
      })
      throw new DrizzleQueryError(query, [said.email, said.body], cause)
    },
    findUnconfirmed: (...asked: Parameters<typeof real.findUnconfirmed>) => {
      if (broken.by === 'link') throw new Error('no shelf for ' + asked[1])
      return real.findUnconfirmed(...asked)
    },
  }
})
vi.mock('#app/domain/ideas/roadmap.server.ts', async (original) => {
  const real = await original<typeof import('#app/domain/ideas/roadmap.server.ts')>()
  return {
    ...real,
    roadmap: (...asked: Parameters<typeof real.roadmap>) => {
      if (broken.by === 'loader') throw new Error('select secret from cellar')
      return real.roadmap(...asked)
    },
  }
})
vi.mock('#app/ui/roadmap.tsx', async (original) => {
  const real = await original<typeof import('#app/ui/roadmap.tsx')>()
  return {
    ...real,
    Roadmap: (props: Parameters<typeof real.Roadmap>[0]) => {
      if (broken.by === 'render') throw new Error('no shelf in the cellar')
      return real.Roadmap(props)
    },
  }
})

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const secret = 'hook-c4n4ry-0123456789abcdef0123'
let house: House
let stand: Stand

beforeAll(async () => {
  house = await openHouse({ CARE_MAIL_SECRET: secret, CARE_ADDRESS: 'care@valdoro.example' })
  stand = await standing()
})
beforeEach(() => void lines.splice(0))
afterAll(() => house.close())

const logged = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>)
const errorsNow = () => logged().filter(({ level }) => Number(level) >= 50)

const get = async (path: string, language = 'en') => {
  const answer = await fetch(house.origin + path, { headers: { 'Accept-Language': language } })
  return { status: answer.status, text: await answer.text() }
}

// Each in a language of its own: a page that was made once is served from memory.
test.each([
  ['loader', 'en'],
  ['render', 'it'],
])(
  '[#121 #147] a mistake in a %s is a 500 with a number that stands in the log, once, and no more of it',
  async (by, language) => {
    broken.by = by
    const { status, text } = await get('/roadmap', language)
    broken.by = ''
    expect(status).toBe(500)
    expect(errorsNow()).toHaveLength(1)
    expect(text).toContain(String(errorsNow()[0]!.id))
    expect(text).not.toMatch(/cellar|node_modules|\.tsx?:\d/)
    expect((await get('/roadmap', language)).status).toBe(200)
  },
)

test('[#121] a mistake in a job is told once and the other jobs are done', async () => {
  await transaction((tx) => ask(tx, 'digest', 'broken', { payload: { day: 'no day' } }))
  await transaction((tx) => ask(tx, 'tell', 'senseless', { payload: {} }))
  const { workThrough } = await import('#app/clock.server.ts')
  await workThrough(undefined)
  expect(errorsNow().filter(({ kind }) => kind === 'tell')).toHaveLength(1)
  expect((await get('/ideas')).status).toBe(200)
})

test('[#121] a mistake that nobody caught is told once and ends nothing', async () => {
  const { outliveMistakes } = await import('#app/goodbye.server.ts')
  const before = process.listenerCount('uncaughtException')
  outliveMistakes()
  const mine = process.listeners('uncaughtException').at(-1)!
  mine(new Error('nobody caught me'), 'uncaughtException')
  expect(errorsNow()).toHaveLength(1)
  process.removeListener('uncaughtException', mine)
  process.removeListener('unhandledRejection', process.listeners('unhandledRejection').at(-1)!)
  expect(process.listenerCount('uncaughtException')).toBe(before)
})

type Fields = Record<string, string>
const cookies = new Map<string, string>()

async function act(path: string, fields?: Fields, who?: Person) {
  if (who && !cookies.has(who.id)) cookies.set(who.id, await startSession(who.id, '', ''))
  const answer = await fetch(house.origin + path, {
    method: fields ? 'POST' : 'GET',
    body: fields && new URLSearchParams(fields),
    redirect: 'manual',
    headers: {
      Origin: house.origin,
      'Accept-Language': 'en',
      ...(who && { Cookie: `granaio_session=${cookies.get(who.id)!}` }),
    },
  })
  return { status: answer.status, to: answer.headers.get('Location'), text: await answer.text() }
}

const letter = (email: string) => ({
  ...{ topic: 'product', subject: 'c4n4ry-subject', body: 'c4n4ry-body' },
  ...{ email, name: 'c4n4ry-name' },
})
/** Nothing of what anybody typed, and no key, stands in what the log says. */
const isSilent = () => {
  const leaks = lines.filter((line) => /c4n4ry|@example\.org|granaio_session/i.test(line))
  expect(leaks).toEqual([])
}

test('[#147 #157] a form that breaks a query is a 500 with its number; neither page nor log has a word of it', async () => {
  broken.by = 'query'
  const { status, text } = await act('/contact', letter('c4n4ry@example.org'))
  broken.by = ''
  expect(status).toBe(500)
  const [error, ...others] = errorsNow()
  expect(others).toEqual([])
  expect(text).toContain(String(error!.id))
  expect(text).not.toMatch(/c4n4ry|insert into|23505|node_modules/)
  expect(JSON.stringify(error)).toContain('insert into \\"cases\\"')
  expect(JSON.stringify(error)).toContain('23505')
  isSilent()
})

test('[#157] of a link that is a key, the log has all but the key', async () => {
  broken.by = 'link'
  expect((await act('/contact/confirm/c4n4ry-t0ken')).status).toBe(500)
  broken.by = ''
  // What is thrown may name what it stumbled over; a path never does.
  expect(logged().map(({ path }) => path)).toContain('/contact/confirm/…')
  expect(loggedPath('/erasure/c4n4ry')).toBe('/erasure/…')
  for (const { path } of doors.filter((door) => door.path.includes(':token'))) {
    expect(loggedPath(path.replace(':token', 'c4n4ry'))).toBe(path.replace(':token', '…'))
    expect(loggedPath(path.toUpperCase().replace(':TOKEN', 'c4n4ry'))).not.toContain('c4n4ry')
  }
})

test('[#157] an error is told without what it quotes, an address, or what it carries beside', () => {
  const wrong = Object.assign(new Error('550 <c4n4ry@example.org> is unknown'), { to: 'c4n4ry' })
  expect(wordsOf(wrong)).toBe('Error: 550 <…@…> is unknown')
  for (const message of [
    'invalid input syntax for type uuid: "c4n4ry"',
    'value "c4n4ry" is out of range',
    'fts5: syntax error near "c4n4ry"',
    `Unexpected token 'c', "c4n4ry is"... is not valid JSON`,
  ])
    expect(JSON.stringify(toldError(new Error(message)))).not.toContain('c4n4ry')
  const posing = new Error('no shelf\n    at c4n4ry (c4n4ry:1:1)')
  expect(JSON.stringify((toldError(posing) as { stack: string }).stack)).not.toContain('c4n4ry')
  const deep = new Error('outer', { cause: wrong })
  expect(JSON.stringify(toldError(deep))).toContain('is unknown')
  expect(JSON.stringify(toldError(deep))).not.toContain('c4n4ry')
  expect(wordsOf('c4n4ry@example.org said no')).toBe('…@… said no')
})

function bring(raw: string, key = secret) {
  const at = String(Math.floor(Date.now() / 1000))
  const signature = createHmac('sha256', key).update(`${at}.${raw}`).digest('hex')
  return fetch(`${house.origin}/hooks/mail`, {
    method: 'POST',
    body: raw,
    headers: {
      'Content-Type': 'message/rfc822',
      'X-Granaio-Timestamp': at,
      'X-Granaio-Signature': signature,
    },
  })
}

test('[#157] whatever people do, the log has no password, token, address, mail or word of a case', async () => {
  const { ann, ben, mo, refillStation } = stand
  const carla = await transaction((tx) => person(tx, 'carla', ['care']))
  const idea = `/ideas/${refillStation.number}`
  const password = 'c4n4ry-passw0rd'
  for (const path of ['/login', '/join', '/forgot'])
    await act(path, { email: 'c4n4ry@example.org', password, displayName: 'c4n4ry', year: '1980' })
  for (const { path } of doors.filter((door) => door.path.includes(':token')))
    for (const fields of [undefined, { password, score: '5', comment: 'c4n4ry' }])
      await act(path.replace(':token', 'c4n4ry-t0ken'), fields)

  await act('/contact', letter('c4n4ry@example.org'))
  const kept = await db.select().from(jobs).where(eq(jobs.kind, 'mail'))
  const sent = kept.map(({ payload }) => payload as { to: string; params: { path?: string } })
  const link = sent.find(({ to }) => to === 'c4n4ry@example.org')!.params.path!
  await act(link)
  await act(link, {})
  const { id } = (await db.select().from(cases))[0]!
  const desk = `/staff/care/${id}`
  await act(desk, undefined, carla)
  await act(`${desk}/notes`, { intent: 'save', note: 'c4n4ry-note' }, carla)
  await act(`${desk}/draft`, { reply: 'c4n4ry-draft' }, carla)
  await act(`${desk}/replies`, { intent: 'send', reply: 'c4n4ry {{nothing}}' }, carla)
  await act(desk, { intent: 'reveal', field: 'email', purpose: 'answer' }, carla)
  await act(`/staff/care?q=c4n4ry`, undefined, carla)
  for (const who of [ann, mo]) await act(desk, { intent: 'reveal', field: 'email' }, who)
  await act(`${idea}/flags`, { reason: 'other', note: 'c4n4ry', email: 'c4n4ry@example.org' })
  await act(`${idea}/flags`, { reason: 'other', note: 'c4n4ry-flag' }, ben)
  await act(`/ideas?q=c4n4ry`)
  await act('/me/security/password', { current: password, password }, ben)

  const mail = { from: 'C4n4ry <c4n4ry@example.org>', subject: 'c4n4ry', text: 'c4n4ry' }
  await bring(rawMail({ ...mail, id: '<c4n4ry@example.org>' }))
  await bring(rawMail(mail), 'c4n4ry-forged')
  await bring('c4n4ry')
  const { readMailbox } = await import('#app/clock/mailbox.server.ts')
  await readMailbox('imap://c4n4ry:c4n4ry@127.0.0.1:1')
  const { workThrough } = await import('#app/clock.server.ts')
  await transaction((tx) => ask(tx, 'tell', 'c4n4ry', { payload: { to: 'c4n4ry' } }))
  await workThrough('smtp://c4n4ry:c4n4ry@127.0.0.1:1')

  const what = new Set(logged().map(({ msg }) => msg))
  for (const msg of ['refused', 'a mail was not taken', 'a job failed']) expect(what).toContain(msg)
  isSilent()
  const left = await db.select({ why: jobs.lastError }).from(jobs)
  expect(JSON.stringify(left)).not.toMatch(/c4n4ry|example\.org/)
})

test('[#155] no page leaves a cookie with a guest, and nothing of ours is kept in a browser but how a desk stands', async () => {
  // What lies behind a door of members or staff leads a guest to sign in.
  const isOpen = ({ path, file }: Door) => !/^\/(me|staff)\//.test(path) && file.endsWith('.tsx')
  for (const door of doors.filter(isOpen)) {
    const answer = await fetch(house.origin + addressOf(door, stand), { redirect: 'manual' })
    await answer.arrayBuffer()
    expect([door.path, answer.headers.getSetCookie()]).toEqual([door.path, []])
  }
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
  const keeping = files.filter(
    (file) =>
      /\.tsx?$/.test(file) &&
      /\b(localStorage|sessionStorage|indexedDB)\b|document\.cookie|caches\.open/.test(
        readFileSync(`app/${file}`, 'utf8'),
      ),
  )
  expect(keeping).toEqual(['ui/case-panel-open.ts'])
})
