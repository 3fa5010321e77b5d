import { createHash } from 'node:crypto'
import { getTableName, is } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startSession } from '#app/domain/identity/session.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { db, transaction } from '#db/database.server.ts'
import type { people } from '#db/schema/identity.ts'
import { filesIn } from '#tests/files.ts'
import { addressOf, furnished } from '#tests/furniture.ts'
import { type Door, doors, type House, openHouse } from '#tests/house.ts'
import { person } from '#tests/world.ts'

// Whole crawls of the house: as long as a busy machine needs.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 })

let house: House
let stand: Awaited<ReturnType<typeof furnished>>
let visitors: Record<string, Person | undefined>

beforeAll(async () => {
  house = await openHouse()
  stand = await furnished()
  const admin = await transaction((tx) => person(tx, 'fuzzadmin', ['admin']))
  // The member whom all that is there of a member concerns.
  visitors = { guest: undefined, member: stand.ann, admin }
})
afterAll(() => house.close())

const cookieOf = async (viewer?: Person) =>
  viewer ? `granaio_session=${await startSession(viewer.id, '', '')}` : ''

/** Every table that the schema has, those of slices yet to be written too. */
async function tablesOfAll() {
  const slices = filesIn('db/schema', /\.ts$/).map(
    (file) => import(/* @vite-ignore */ `../../${file}`) as Promise<Record<string, unknown>>,
  )
  return (await Promise.all(slices))
    .flatMap((slice) => Object.values(slice))
    .filter((thing) => is(thing, SQLiteTable) || is(thing, PgTable)) as (typeof people)[]
}

/** Who is signed in, who knocked how often, who looks at what just now: looking leaves that behind. */
const passing = ['sessions', 'limits', 'case_presence', 'claimedBy', 'claimedAt']
const lasting = (key: string, value: unknown) => (passing.includes(key) ? undefined : value)

/** Everything the house remembers, in one word a table. */
async function digests() {
  const all: Record<string, string> = {}
  for (const table of await tablesOfAll()) {
    const name = getTableName(table)
    const rows = (await db.select().from(table)).map((row) => JSON.stringify(row, lasting)).sort()
    if (!passing.includes(name))
      all[name] = createHash('sha1').update(rows.join('\n')).digest('hex')
  }
  return all
}

const ask = async (path: string, init: RequestInit, viewer?: Person) => {
  const headers = { ...init.headers, Cookie: await cookieOf(viewer), Origin: house.origin }
  const answer = await fetch(house.origin + path, { redirect: 'manual', ...init, headers })
  return { status: answer.status, text: await answer.text() }
}

const queries = [
  'q=%00x&sort=%27--&after=AAAA&page=-1',
  'q="NEAR(*:&sort=hot&sort=top&page=1e9&status=draft&category=__proto__',
  'after=' + Buffer.from('["new",1e308,-1]').toString('base64url'),
  'after=9999999999999999.x&thread=%F0%9F%92%A5&comments=useful&draft=nope&results=1.x,2',
  'title=' + encodeURIComponent('%_\ud83d\ude00 $t(x) {{y}} <b>'),
  'q=' + 'ab '.repeat(600) + '&idea=99999999999&order=x&unanswered=2&state=x&list=x&fresh',
  '_data=root&constructor=1&toString=1&__proto__=1&index',
]

// Four of the questions are asked at a door, each by one of the three; others at the next door, by others.
test.each([
  ['guest', 0],
  ['member', 1],
  ['admin', 2],
])(
  '[#10 #11 #13 #49] %s asks the pages odd questions, and none of them is a fault',
  async (who, turn) => {
    const faults: unknown[] = []
    for (const [n, door] of doors.entries())
      for (const query of queries.filter((_, i) => (i + n) % 7 < 4 && (i + n) % 3 === turn)) {
        const path = `${addressOf(door, stand)}?${query}`
        const { status } = await ask(path, {}, visitors[who])
        if (status >= 500) faults.push([door.id, query, status])
      }
    expect(faults).toEqual([])
  },
)

const numbers = ['0', '-1', '99999999999999999999', '1e308', 'NaN', '٣', '1.5', '0x1']
const ids = ['x', "';--", '%F0%9F%92%A5', '..%2f..%2fetc', '__proto__', 'a'.repeat(900)]

test('[#13 #103] numbers and names that nothing has are found nowhere', async () => {
  const faults: unknown[] = []
  for (const [n, { path, id }] of doors.entries())
    // Half of them at each door, the other half at the next.
    for (const [i, odd] of [...numbers, ...ids].entries()) {
      if (((i >> 1) + n) % 2) continue
      const at = path.replace(/:(\w+)\??/g, odd)
      if (at === path) continue
      const viewer = [stand.ada, stand.ben, undefined][i % 3]
      const post = { method: 'POST', body: new URLSearchParams({ intent: 'cast' }) }
      const { status } = await ask(at, i % 2 ? post : {}, viewer)
      if (status >= 500) faults.push([id, odd, status])
    }
  expect(faults).toEqual([])
})

const names = [
  ...['title', 'body', 'category', 'tags', 'intent', 'draft', 'version', 'confirm', 'images'],
  ...['email', 'password', 'displayName', 'birthYear', 'terms', 'redirectTo', 'reason', 'note'],
  ...['to', 'from', 'number', 'roles', 'team', 'parentId', 'bio', 'avatar', 'device', 'jobId'],
  ...['id', 'locale', 'theme', 'alt0', 'kept', 'remove', 'answerId', 'seen', 'accent', 'current'],
  ...['mail-replied', 'inApp-replied', 'marketing', 'official', 'campaign', 'comments'],
]
/** What belongs together in the forms of moderation, care and the questions: one of these is asked at a time. */
const formNames = [
  ['act', 'reason', 'facts', 'days', 'hides', 'seen', 'view', 'item', 'decision', 'subject', 'id'],
  ['outcome', 'answer', 'body', 'words', 'word', 'severity', 'text', 'intent', 'to', 'note'],
  [
    ...['flagHideWeight', 'reviewFirstPosts', 'reviewedCategories', 'holdLinks', 'holdSimilar'],
    ...['burstVotes', 'objectionDays', 'objectionAnswerDays', 'seen'],
  ],
  ['topic', 'subject', 'body', 'product', 'batch', 'shop', 'email', 'name', 'key', 'look', 'kept'],
  ['intent', 'reply', 'note', 'macro', 'remove', 'view', 'seen', 'message', 'website', 'files'],
  ['intent', 'assignee', 'priority', 'topic', 'tag', 'until', 'date', 'field', 'purpose', 'seen'],
  ['intent', 'ideaTitle', 'ideaBody', 'ideaNumber', 'caseNumber', 'link', 'into', 'view', 'key'],
  ['what', 'amount', 'reason', 'key', 'verdict', 'id', 'view', 'act', 'state', 'assignee', 'tag'],
  ['name', 'bodyIt', 'bodyEn', 'assign', 'tags', 'priority', 'state', 'macro', 'step', 'intent'],
  ['name', 'topic', 'priority', 'first', 'next', 'resolution', 'labelIt', 'labelEn', 'asks', 'id'],
  [
    ...['reopenDays', 'asksContent', 'contentReminderDays', 'answersInMail', 'caseMonths'],
    ...['remedyPoints', 'remedyCoupons', 'seen'],
  ],
  ['titleIt', 'titleEn', 'bodyIt', 'bodyEn', 'category', 'position', 'case', 'state', 'intent'],
  ['useful', 'score', 'comment', 'website', 'redirectTo', 'show', 'mergeConsent', 'campaign'],
]
const values = [
  ...[
    '',
    ' ',
    'x',
    'typed and kept '.repeat(3),
    '\ud800',
    '\u0000',
    '💥'.repeat(50),
    '-1',
    '1e999',
  ],
  ...['NaN', 'null', '[object Object]', '<script>alert(1)</script>', "' or 1=1--", '{"$gt":""}'],
  ...['../../etc/passwd', 'a'.repeat(20_000), '٣', 'on', 'save', 'delete', 'publish', 'suspend'],
  ...[
    'assign',
    'admin',
    'hidden',
    'voting',
    'hide',
    'silence',
    'open',
    'solve',
    'send',
    'points',
    'approve',
    'upheld',
    'reveal',
    'preview',
    '//evil.example',
    '019a0000-0000-7000-8000-000000000000',
  ],
]

/** The same forms every time: chance that is none. */
function chance(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

type Field = [string, string]
function oddForm(seed: number): Field[] {
  const next = chance(seed * 7919 + 1)
  const length = 1 + next(12)
  const known = seed % 2 ? names : formNames[(seed >> 1) % formNames.length]!
  return Array.from({ length }, () => [known[next(known.length)]!, values[next(values.length)]!])
}

/** A body as each kind of client would write it; a file where a text belongs, and the other way round. */
function bodyOf(fields: Field[], kind: number): RequestInit {
  if (kind === 0) return { method: 'POST', body: new URLSearchParams(fields) }
  const form = new FormData()
  for (const [i, [name, value]] of fields.entries())
    if (i % 3 === kind) form.append(name, new File([value], '../x.jpg.html'))
    else form.append(name, value)
  return { method: 'POST', body: form }
}

const oddTypes = ['text/plain', 'application/json', 'multipart/form-data', 'multipart/form-data; x']

// A guest is shown out of most doors; who may go in sends more.
test.each([
  ['guest', 1, 0],
  ['member', 2, 1],
  ['admin', 2, 2],
])(
  '[#12 #13 #103] %s sends every door odd forms, and none of them is a fault',
  async (who, forms, turn) => {
    const faults: unknown[] = []
    const send = async ({ id }: Door, path: string, init: RequestInit) => {
      const { status } = await ask(path, init, visitors[who])
      if (status >= 500) faults.push([id, status, String(init.body).slice(0, 300)])
    }
    for (const [i, door] of doors.entries()) {
      const path = addressOf(door, stand)
      for (let n = 0; n < forms; n++) await send(door, path, bodyOf(oddForm(i * 31 + n), n % 3))
      if (i % 3 !== turn) continue
      const headers = { 'Content-Type': oddTypes[Math.floor(i / 3) % oddTypes.length]! }
      await send(door, path, { method: 'POST', body: '{"__proto__":{"x":1}}', headers })
    }
    expect(faults).toEqual([])
    expect(({} as { x?: number }).x).toBeUndefined()
  },
)

test('[#13] what was typed is there again, whichever field was wrong', async () => {
  const typed = `typed ${'and kept '.repeat(3)}`.trim()
  const at = `/ideas/${stand.refillStation.number}`
  const sent: [string, Field[], Person?][] = [
    [
      '/join',
      [
        ['displayName', typed],
        ['email', 'no'],
      ],
    ],
    ['/login', [['email', typed]]],
    ['/forgot', [['email', typed]]],
    [
      '/ideas/new',
      [
        ['title', 'x'],
        ['body', typed],
        ['tags', 'a'],
      ],
      stand.ben,
    ],
    [
      '/ideas/new',
      [
        ['title', typed],
        ['body', 'x'],
      ],
      stand.ben,
    ],
    [
      `${at}/edit`,
      [
        ['title', 'x'],
        ['body', typed],
        ['version', '1'],
      ],
      stand.ann,
    ],
    [`${at}/comments`, [['body', typed.repeat(200)]], stand.ben],
    [
      `${at}/comments`,
      [
        ['body', typed],
        ['unknown', 'x'],
      ],
      stand.ben,
    ],
    [`${at}/flags`, [['note', typed]], stand.ben],
    [
      `/comments/${stand.comment.id}/edit`,
      [
        ['intent', 'save'],
        ['body', typed.repeat(200)],
      ],
      stand.ben,
    ],
    [
      `/comments/${stand.comment.id}/flags`,
      [
        ['note', typed],
        ['reason', 'x'],
      ],
      stand.ann,
    ],
    [
      `/comments/${stand.comment.id}/hiding`,
      [
        ['intent', 'hide'],
        ['note', typed],
      ],
      stand.mo,
    ],
    [
      '/me/profile',
      [
        ['displayName', 'x'],
        ['bio', typed],
      ],
      stand.ben,
    ],
    ['/me/security/email', [['email', typed]], stand.ben],
    [
      `/staff${at}/status`,
      [
        ['note', typed],
        ['to', 'nowhere'],
      ],
      stand.eva,
    ],
    [
      `/staff${at}/answer`,
      [
        ['body', typed],
        ['answerId', 'x'.repeat(50)],
      ],
      stand.eva,
    ],
    [
      '/staff/ideas/bulk',
      [
        ['note', typed],
        ['to', 'voting'],
      ],
      stand.eva,
    ],
    [
      `/staff/moderation/decide?subject=profile&id=${stand.ben.id}`,
      [
        ['subject', 'profile'],
        ['id', stand.ben.id],
        ['facts', typed],
      ],
      stand.ada,
    ],
  ]
  const lost: string[] = []
  for (const [path, fields, viewer] of sent) {
    const { status, text } = await ask(path, bodyOf(fields, 0), viewer)
    if (status !== 400 || !text.includes(typed)) lost.push(`${path} ${status}`)
  }
  expect(lost).toEqual([])
})

test('[#60] an admin who opens every page and every link on it has changed nothing', async () => {
  const before = await digests()
  expect(Object.keys(before)).toEqual(
    expect.arrayContaining(['cases', 'faq_articles', 'mentions', 'data_exports', 'decisions']),
  )
  expect(Object.keys(before).length).toBeGreaterThan(60)
  const seen = new Set<string>()
  const queue = doors.map((door) => addressOf(door, stand))
  while (queue.length && seen.size < 250) {
    const path = queue.shift()!
    if (seen.has(path)) continue
    seen.add(path)
    const { text } = await ask(path, {}, visitors.admin)
    for (const [, href] of text.matchAll(/href="(\/[^"#]*)/g))
      queue.push(href!.replaceAll('&amp;', '&'))
    await ask(path, { method: 'HEAD', headers: { Purpose: 'prefetch' } }, visitors.admin)
  }
  expect(seen.size).toBeGreaterThan(80)
  expect(await digests()).toEqual(before)
})
