import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { deliver } from '#app/clock/deliver.server.ts'
import { workThrough } from '#app/clock.server.ts'
import { sendLetter, type Template } from '#app/domain/identity/letter.server.ts'
import { lease } from '#app/domain/jobs/job.server.ts'
import { outboxCounts } from '#app/domain/jobs/outbox.server.ts'
import { moveIdea } from '#app/domain/workflow/move.server.ts'
import { type MailOrder, renderMail } from '#app/web/mail.server.ts'
import { isOneAddress, postOffice, Undeliverable } from '#app/web/post.server.ts'
import { readUnsubscribeToken, unsubscribeToken } from '#app/web/unsubscribe.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { ideas } from '#db/schema/ideas.ts'
import { jobs } from '#db/schema/jobs.ts'
import { at } from '#db/time.ts'
import words from '#app/messages/en/mail.json'
import { xssCorpus } from '#tests/domain/xss-corpus.ts'
import { headersOf, postBox } from '#tests/post-box.ts'
import { world } from '#tests/world.ts'

const payloads = ['<b onmouseover=alert(1)>', '"><script>alert(1)</script>', '{{link}} $t(hello)']
const templates: Template[] = [
  'verify-email',
  'already-joined',
  'reset-password',
  'password-changed',
  'change-email',
  'email-changed',
  'welcome',
  'readmitted',
]

/** The letters about the community, and of which events each tells. */
const lettersOf: Record<string, string[]> = {
  'idea-moved': ['own-moved', 'followed-moved'],
  'idea-answered': ['own-answered', 'followed-answered'],
  'idea-asked': ['own-asked'],
  'question-answered': ['staff-answered'],
  'idea-evaluated': ['own-evaluated', 'followed-evaluated'],
  'appeal-decided': ['own-appeal'],
  'resubmission-decided': ['own-appeal'],
  'merge-asked': ['own-merge-asked'],
  'idea-merged': ['own-merged', 'followed-merged'],
  realised: ['own-realised', 'followed-realised'],
  assigned: ['staff-assigned'],
  'staff-appeal': ['staff-appealed'],
  'staff-resubmission': ['staff-appealed'],
  promise: ['staff-promise-near', 'staff-promise-overdue'],
  level: ['own-level'],
  badge: ['own-badge'],
  'points-given': ['own-points'],
  'points-taken': ['own-points'],
  'points-expiring': ['own-expiring'],
  'idea-thanked': ['own-thanked'],
  'comment-thanked': ['own-thanked'],
  'reward-requested': ['own-redemption'],
  'reward-approved': ['own-redemption'],
  'reward-sent': ['own-redemption'],
  'reward-tracked': ['own-redemption'],
  'reward-delivered': ['own-redemption'],
  'reward-coupon': ['own-redemption'],
  'reward-donation': ['own-redemption'],
  'reward-thanks': ['own-redemption'],
  'reward-cancelled': ['own-redemption'],
  'staff-redemption': ['staff-redemption'],
  'staff-grant': ['staff-grant'],
  'staff-suspect': ['staff-suspect'],
  'decision-approve': ['own-decision'],
  'decision-hide': ['own-decision'],
  'decision-remove': ['own-decision'],
  'decision-warn': ['own-decision'],
  'decision-silence': ['own-decision'],
  'decision-suspend': ['own-decision'],
  'decision-restore': ['own-decision'],
  'objection-upheld': ['own-objection'],
  'objection-overturned': ['own-objection'],
  held: ['own-held'],
  'report-upheld': ['own-flag'],
  'report-rejected': ['own-flag'],
  'idea-invited': ['own-invited'],
  remedy: ['own-remedy'],
  export: ['own-export'],
  'staff-objection': ['staff-objection'],
  'staff-burst': ['staff-burst'],
  'staff-case': [
    'staff-case-opened',
    'staff-case-written',
    'staff-case-assigned',
    'staff-case-called',
    'staff-case-breaching',
  ],
  'staff-remedy': ['staff-remedy'],
  comment: ['own-commented', 'replied', 'mentioned', 'followed-commented'],
  round: ['round'],
  digest: ['digest'],
}

let box: Awaited<ReturnType<typeof postBox>>
beforeEach(async () => {
  await transaction(async (tx) => {
    await tx.delete(jobs).where(eq(jobs.kind, 'mail'))
  })
  box = await postBox()
})
afterEach(() => box.close())

const letter = (to = 'ann@example.org', template: Template = 'verify-email') =>
  transaction((tx) =>
    sendLetter(tx, template, `${to}-${Math.random()}`, {
      to,
      locale: 'en',
      params: { name: 'Ann', path: '/verify/abc' },
    }),
  )
const onlyMail = async () => (await db.select().from(jobs).where(eq(jobs.kind, 'mail')))[0]!
const order = (more: Partial<MailOrder> = {}): MailOrder => ({
  to: 'ann@example.org',
  template: 'welcome',
  locale: 'en',
  params: { name: 'Ann', path: '/ideas' },
  ...more,
})
const later = (hours: number, work: () => Promise<unknown>) =>
  at(new Date(Date.now() + hours * 3_600_000), work)

test('a letter leaves once, to one address, with a name that lets it be recognised if it comes twice', async () => {
  await letter()
  const { id } = await onlyMail()
  await workThrough(box.url)
  await workThrough(box.url)
  expect(box.letters).toHaveLength(1)
  const [{ to, raw }] = box.letters as [(typeof box.letters)[0]]
  expect(to).toEqual(['ann@example.org'])
  const headers = Object.fromEntries(headersOf(raw))
  expect(headers['message-id']).toBe(`<${id}@localhost>`)
  expect(headers['auto-submitted']).toBe('auto-generated')
  expect(headers['list-unsubscribe']).toBeUndefined()
  expect(await outboxCounts(db)).toEqual({ waiting: 0, done: 1, dead: 0 })
})

test('the key in a letter is forgotten once the letter has left', async () => {
  await letter()
  expect(JSON.stringify((await onlyMail()).payload)).toContain('/verify/abc')
  await workThrough(box.url)
  expect(JSON.stringify((await onlyMail()).payload)).not.toContain('abc')
})

test('without a mail server letters wait in the outbox, none is tried and none is lost', async () => {
  await letter()
  await workThrough('')
  expect(await onlyMail()).toMatchObject({ state: 'waiting', attempts: 0 })
  await workThrough(box.url)
  expect(box.letters).toHaveLength(1)
})

test('[#79] while the mail server is down letters wait, and leave when it is back', async () => {
  const { url } = box
  await box.close()
  await letter()
  await workThrough(url)
  const failed = await onlyMail()
  expect(failed).toMatchObject({ state: 'waiting', attempts: 1 })
  expect(failed.lastError).toContain('ECONNREFUSED')
  box = await postBox()
  await later(1, () => workThrough(box.url))
  expect(box.letters).toHaveLength(1)
})

test('[#79] a server that says later (4xx) gets the letter later; one that says never (5xx) puts it aside', async () => {
  box.mood = 'later'
  await letter()
  await workThrough(box.url)
  expect(await onlyMail()).toMatchObject({ state: 'waiting', attempts: 1 })
  box.mood = 'never'
  await later(1, () => workThrough(box.url))
  expect(await onlyMail()).toMatchObject({ state: 'dead', attempts: 2 })
  expect((await onlyMail()).lastError).toContain('550')
  expect(box.letters).toHaveLength(0)
})

test('[#79] a server that says nothing is not waited for for ever', async () => {
  box.mood = 'silent'
  const { send } = postOffice(box.url, 300)
  await expect(
    send('id', 'ann@example.org', 'Forno', renderMail(order(), 'Forno')),
  ).rejects.toThrow(/timeout/i)
})

test('[#80] whoever dies after the letter has left sends it again under the same name', async () => {
  await letter()
  const office = postOffice(box.url)
  const [job] = await transaction((tx) => lease(tx, 'mail', 1))
  const mail = renderMail(job!.payload as MailOrder, 'Forno')
  await office.send(job!.id, 'ann@example.org', 'Forno', mail)

  await workThrough(box.url)
  expect(box.letters).toHaveLength(1)
  await later(0.1, () => workThrough(box.url))
  expect(box.letters).toHaveLength(2)
  const names = box.letters.map(({ raw }) => Object.fromEntries(headersOf(raw))['message-id'])
  expect(new Set(names).size).toBe(1)
})

test('[#80] several workers at once send every letter once', async () => {
  for (let i = 0; i < 20; i++) await letter(`reader${i}@example.org`)
  await Promise.all([workThrough(box.url), workThrough(box.url), workThrough(box.url)])
  expect(box.letters.flatMap(({ to }) => to).sort()).toEqual(
    Array.from({ length: 20 }, (_, i) => `reader${i}@example.org`).sort(),
  )
})

test('[#26] an address that is not exactly one is refused, and nothing is sent', async () => {
  const bad = [
    'ann@example.org,ben@example.org',
    'ann@example.org;ben@example.org',
    'ann@example.org\nbcc: ben@example.org',
    'ann@example.org\r\nRCPT TO:<ben@example.org>',
    'Ann <ann@example.org>',
    'friends: ann@example.org, ben@example.org;',
    '"ann ben"@example.org',
    'ann(comment)@example.org',
    'ann@example.org ben@example.org',
    '@example.org',
    'ann@',
    `${'a'.repeat(250)}@example.org`,
    '',
    ['ann@example.org', 'ben@example.org'],
  ]
  expect(bad.filter(isOneAddress)).toEqual([])
  expect(['ann@example.org', 'a.b+c@x-y.it'].every(isOneAddress)).toBe(true)
  await letter('ann@example.org\nbcc: ben@example.org')
  await workThrough(box.url)
  expect(await onlyMail()).toMatchObject({ state: 'dead' })
  expect(box.letters).toEqual([])
  const { send } = postOffice(box.url)
  await expect(send('x', 'a@b.it,c@d.it', 'Forno', renderMail(order(), 'Forno'))).rejects.toThrow(
    Undeliverable,
  )
})

test('[#4] [#16] [#81] what people are called and write stays text: no HTML, no headers, no templates', async () => {
  for (const payload of [...payloads, 'a\r\nBcc: ben@example.org', 'b\u2028c\u0000d']) {
    const mail = renderMail(
      order({
        template: 'comment',
        params: { name: payload, title: payload, who: payload, path: '/comments/1' },
        unsubscribe: { personId: 'p', event: 'own-commented' },
      }),
      'Forno',
    )
    expect(mail.html).not.toMatch(/<(script|b )/)
    expect(mail.subject).not.toMatch(/[\r\n\u0000]/)
    expect(mail.text).toContain(payload.startsWith('{{') ? payload : 'Hello')
    await postOffice(box.url).send('id', 'ann@example.org', 'Forno', mail)
  }
  for (const { raw } of box.letters) {
    const names = headersOf(raw).map(([name]) => name)
    expect(names.filter((name) => name === 'bcc' || name === 'subject')).toEqual(['subject'])
  }
})

test('[#4] [#81] whatever fills the gaps of any letter stays words, in its subject too', () => {
  const hostile = [...payloads, ...xssCorpus.slice(0, 10), 'a\r\nBcc: ben@example.org'].join(' ')
  const gaps = ['name', 'title', 'who', 'note', 'answer', 'author', 'team', 'reward', 'couldChange']
  const more = [
    'subject',
    'excerpt',
    'status',
    'number',
    'day',
    'until',
    'points',
    'level',
    'tracking',
  ]
  const params = Object.fromEntries([...gaps, ...more].map((gap) => [gap, hostile]))
  for (const locale of ['it', 'en'] as const)
    for (const template of Object.keys(words.letters))
      for (const kind of ['case', 'statement', 'receipt', undefined]) {
        const filled = { ...params, kind, answerBy: 'mail', rule: 'spam', reason: 'legal' }
        const mail = renderMail(order({ template, locale, params: filled }), 'Forno')
        expect(mail.html).not.toMatch(/<(script|img|svg|iframe|object|math|video)|<[^>]*\son\w+=/i)
        expect(mail.subject).not.toMatch(/[\r\n\0]/)
        expect(mail.subject.length).toBeLessThanOrEqual(150)
      }
})

test('every letter has its words in both languages, a link of our own address and no gap', () => {
  const mine = Object.keys(lettersOf)
  const params = {
    name: 'Ann',
    path: '/somewhere',
    title: 'A tin',
    status: 'Planned',
    team: 'Forno',
    who: 'Ben',
    level: 'Sprout',
    badge: 'first-idea',
    points: '20 grains',
    last: '3 May 2027',
    reward: 'A tin',
    tracking: 'AB12',
  }
  for (const locale of ['it', 'en'] as const)
    for (const template of [...templates, ...mine])
      for (const event of lettersOf[template] ?? ['none']) {
        const unsubscribe = mine.includes(template) ? { personId: 'p', event } : undefined
        const mail = renderMail(order({ template, locale, params, unsubscribe }), 'Forno')
        const words = `${mail.subject}\n${mail.text}`
        expect(words).not.toMatch(/\{\{|\bmail:|undefined/)
        expect(words).not.toMatch(/\n\n\n/)
        expect(mail.subject.length).toBeGreaterThan(10)
        expect(mail.text).toContain('http://localhost:3000/somewhere')
        expect(mail.html).toContain('href="http://localhost:3000/somewhere"')
        expect(!!mail.unsubscribeUrl).toBe(!!unsubscribe)
      }
})

test('a digest groups its lines by idea, in the reader’s language', () => {
  const items = [
    {
      title: 'A tin',
      path: '/ideas/1/a-tin',
      lines: [
        { event: 'followed-moved', count: 1, status: 'Pianificata' },
        { event: 'own-commented', count: 3, status: '' },
      ],
    },
  ]
  const params = { name: 'Anna', path: '/me/notifications', items, more: 0 }
  const { text } = renderMail(order({ template: 'digest', locale: 'it', params }), 'Forno')
  expect(text).toContain('A tin\nhttp://localhost:3000/ideas/1/a-tin')
  expect(text).toContain('- Nuovo stato: Pianificata\n- 3 nuovi commenti alla tua idea')
  expect(text).not.toContain('altre novità')
})

test('[#82] a notification can be unsubscribed from by its header and its foot, with a token nobody can forge', async () => {
  const { ann, eva, refillStation } = await world()
  await transaction((tx) =>
    moveIdea(tx, eva, refillStation.number, {
      to: 'declined',
      note: 'Too **dear**.',
      reason: 'legal',
    }),
  )
  await workThrough(box.url)
  const [{ raw }] = box.letters as [(typeof box.letters)[0]]
  const headers = Object.fromEntries(headersOf(raw))
  expect(headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click')
  const token = /\/unsubscribe\/([^>]+)>/.exec(headers['list-unsubscribe']!)![1]!
  expect(readUnsubscribeToken(token)).toEqual({ personId: ann.id, event: 'own-moved' })

  const mine = unsubscribeToken(ann.id, 'own-moved')
  for (const forged of [
    mine.replace('own-moved', 'digest'),
    mine.replace(ann.id, eva.id),
    `${mine}x`,
    mine.slice(0, -1),
    '',
    '..',
  ])
    expect(readUnsubscribeToken(forged)).toBeUndefined()
})

test('a letter that was not taken is told to the log without its reader', async () => {
  await letter('ann@example.org\n')
  const [job] = await transaction((tx) => lease(tx, 'mail', 1))
  await deliver(job!, postOffice(box.url))
  expect((await onlyMail()).lastError).not.toContain('ann')
})

test('no subject carries a name or a note, nor the title of an idea that is private', () => {
  const canary = {
    name: 'c4n4ry-n4me',
    who: 'c4n4ry-wh0',
    note: 'c4n4ry-n0te',
    couldChange: 'c4n4ry-h0w',
  }
  const params = { ...canary, title: 'c4n4ry-t1tle', path: '/x', status: 'Planned', team: 'Forno' }
  for (const locale of ['it', 'en'] as const)
    for (const [template, events] of Object.entries(lettersOf))
      for (const event of events)
        for (const isPrivate of [true, false]) {
          const unsubscribe = { personId: 'p', event }
          const told = order({ template, locale, params: { ...params, isPrivate }, unsubscribe })
          const { subject } = renderMail(told, 'Forno')
          expect(subject).not.toMatch(isPrivate ? /c4n4ry/ : /c4n4ry-[nwh]/)
          expect(subject.length).toBeGreaterThan(10)
        }
})

test('a mail fetches nothing: no picture, no style, no pixel; what it says is all in the plain text too', () => {
  for (const [template, events] of Object.entries(lettersOf))
    for (const event of events) {
      const params = {
        name: 'Ann',
        title: 'A tin',
        path: '/ideas/1',
        note: 'Too dear.',
        team: 'Lab',
      }
      const unsubscribe = { personId: 'p', event }
      const { html, text } = renderMail(
        order({ template, params, unsubscribe, about: 'i', isMutable: true, withdraw: 'm' }),
        'Forno',
      )
      expect(html).not.toMatch(
        /<(img|link|script|iframe|video|audio|object)|src=|url\(|@import|srcset/i,
      )
      const hrefs = [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href!)
      expect(hrefs.length).toBeGreaterThan(2)
      for (const href of hrefs) expect(text).toContain(href)
      expect(text).toContain('> Too dear.')
    }
})

test('mails to one reader about one idea hang together, and tell nobody which idea or reader it is', async () => {
  const to = (personId: string, about: string) =>
    renderMail(order({ unsubscribe: { personId, event: 'own-moved' }, about }), 'Forno').thread
  expect(to('ann', 'tin')).toBe(to('ann', 'tin'))
  expect(new Set([to('ann', 'tin'), to('ben', 'tin'), to('ann', 'rusk')]).size).toBe(3)
  expect(to('ann', 'tin')).not.toMatch(/ann|tin/)

  const { eva, refillStation } = await world()
  for (const [i, to] of ['shortlisted', 'evaluating'].entries()) {
    await transaction((tx) => moveIdea(tx, eva, refillStation.number, { to, note: `Yes ${i}.` }))
    await workThrough(box.url)
  }
  const all = box.letters.map(({ raw }) => Object.fromEntries(headersOf(raw)))
  expect(all).toHaveLength(2)
  expect(all[0]!.references).toMatch(/^<idea\.[\w-]+@localhost>$/)
  expect(all[1]).toMatchObject({
    references: all[0]!.references,
    'in-reply-to': all[0]!.references,
  })
  expect(all[0]!['message-id']).not.toBe(all[1]!['message-id'])
})

test('[#81] no machine answers ours, each mail has an envelope of its own, and titles make no headers', async () => {
  const { ann, eva, refillStation } = await world()
  await transaction(async (tx) => {
    const title = 'A tin\r\nBcc: everybody@example.org'
    await tx.update(ideas).set({ title }).where(eq(ideas.id, refillStation.id))
    await moveIdea(tx, eva, refillStation.number, { to: 'shortlisted', note: 'Yes.' })
  })
  await workThrough(box.url)
  const [{ raw, to }] = box.letters as [(typeof box.letters)[0]]
  const headers = headersOf(raw)
  expect(to).toEqual([`${ann.handle}@example.org`])
  expect(headers.filter(([name]) => name === 'bcc')).toEqual([])
  expect(Object.fromEntries(headers)).toMatchObject({
    'auto-submitted': 'auto-generated',
    'x-auto-response-suppress': 'All',
    precedence: 'bulk',
  })
})
