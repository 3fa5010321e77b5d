import { and, eq, like, lt } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { conversationOf } from '#app/domain/care/conversation.server.ts'
import { findCase } from '#app/domain/care/case.server.ts'
import { takeBrought } from '#app/domain/mentions/hook.server.ts'
import { keysOf } from '#app/domain/mentions/key.rules.ts'
import { layoutOf } from '#app/domain/mentions/layout.rules.ts'
import {
  BulkForm,
  MentionQuery,
  SourceForm,
  TriageForm,
} from '#app/domain/mentions/mention.form.ts'
import { bandOf, type RawMention, type ToldMention } from '#app/domain/mentions/mention.rules.ts'
import {
  afterOf,
  countMentions,
  findMention,
  listMentions,
  placeOf,
} from '#app/domain/mentions/mention.server.ts'
import { dropOldMentions } from '#app/domain/mentions/retention.server.ts'
import { sourceForFiles } from '#app/domain/mentions/import.server.ts'
import {
  addSource,
  allSources,
  changeSource,
  findSource,
  renewSecret,
  switchSource,
} from '#app/domain/mentions/source.server.ts'
import { toldMention } from '#app/domain/mentions/told.rules.ts'
import { triageEach } from '#app/domain/mentions/triage-each.server.ts'
import { triage, type TriageAct } from '#app/domain/mentions/triage.server.ts'
import { figuresOf } from '#app/domain/mentions/trend.rules.ts'
import { ratingTrend } from '#app/domain/mentions/trend.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { db, transaction } from '#db/database.server.ts'
import { cases } from '#db/schema/care.ts'
import { mentions, mentionSources } from '#db/schema/mentions.ts'
import { auditEntries } from '#db/schema/site.ts'
import { person, world } from '#tests/world.ts'

const today = new Date('2026-03-10T12:00:00Z')
const told = (raw: RawMention) => toldMention(raw, today)
const kept = (raw: RawMention) => told(raw) as ToldMention

let cora: Person
let mo: Person
let shop: string
beforeAll(async () => {
  mo = (await world()).mo
  cora = await transaction((tx) => person(tx, 'cora', ['care']))
  const added = await transaction((tx) => addSource(tx, cora, { kind: 'webhook', name: 'Shop' }))
  shop = (added as { id: string }).id
})

/** Mentions of the shop, as its webhook brings them. */
const bring = (...rows: Parameters<typeof takeBrought>[2]) =>
  transaction((tx) => takeBrought(tx, shop, rows))
const all = { state: 'all' } as const
const act = (id: string, seen: number, wish: TriageAct) =>
  transaction((tx) => triage(tx, cora, { id, seen }, wish))
async function one(text: string) {
  await bring({ text, date: '2026-03-01' })
  return (await listMentions(db, cora, { state: 'new', search: text })).rows[0]!
}

describe('a row', () => {
  test.each([
    ['5', 5],
    ['4,5', 4.5],
    ['3/5', 3],
    ['2.0', 2],
    ['', null],
  ])('with the rating %j counts as %s', (rating, stars) => {
    expect(kept({ body: 'Good', rating }).rating).toBe(stars)
  })

  test.each<[RawMention, string]>([
    [{ rating: '6' }, 'badRating'],
    [{ rating: '0' }, 'badRating'],
    [{ rating: '10' }, 'badRating'],
    [{ rating: 'five' }, 'badRating'],
    [{ url: 'javascript:alert(1)' }, 'badUrl'],
    [{ url: 'https://me:word@example.org/' }, 'badUrl'],
    [{ date: '27/04/2011' }, 'badDate'],
    [{ date: '2026-13-01' }, 'badDate'],
    [{ date: '1626-01-01' }, 'badDate'],
    [{ date: '2026-03-12' }, 'futureDate'],
  ])('that is wrong says what: %j is %s', (raw, problem) => {
    expect(told({ body: 'Something was said', ...raw })).toBe(problem)
  })

  test('without words is none, unless it has stars', () => {
    expect(told({ author: 'Ann', title: ' \n' })).toBe('noText')
    expect(kept({ rating: '1' })).toMatchObject({ body: '', rating: 1 })
  })

  test('with an endless address is refused', () => {
    expect(told({ body: 'Good', url: `https://example.org/${'a'.repeat(3000)}` })).toBe('badUrl')
  })

  test('is cut where it is too long, and rid of what no database holds', () => {
    const long = kept({ title: 'word '.repeat(200), body: `a\u0000\ud800${'b '.repeat(20_000)}` })
    expect(long.title.length).toBeLessThanOrEqual(300)
    expect(long.body).toMatch(/^a\ufffdb/)
    expect(long.body.length).toBeLessThanOrEqual(20_000)
  })

  test('keeps the date of a mail, and the language without its country', () => {
    const said = kept({ body: 'Good', date: 'Tue, 03 Mar 2026 10:00:00 +0100', locale: 'it-IT' })
    expect(said).toMatchObject({ writtenAt: new Date('2026-03-03T09:00:00Z'), locale: 'it' })
  })

  test('is read by the names of its columns, whatever their order, case and language', () => {
    const row = { Voto: '4', TESTO: 'Buono', Autore: 'Ada', Altro: 'x' }
    expect(layoutOf(Object.keys(row))!.read(row)).toEqual({
      rating: '4',
      body: 'Buono',
      author: 'Ada',
    })
    expect(layoutOf(['one', 'two'])).toBeUndefined()
    const town = ['Id', 'Stato', 'Anno', 'Creato', 'Chiusa', 'DescrizioneBreve', 'Categoria']
    expect(layoutOf(town)).toMatchObject({ space: 'municipium' })
  })
})

describe('the same mention', () => {
  const long = 'The rusks came broken, and nobody answered the phone for a week.'
  const keyed = (raw: RawMention, space = 'here') => keysOf(kept(raw), space)

  test('is known by its words, author and day, whatever its source calls it', () => {
    const first = { guid: '1', author: 'Ann', body: long, date: '2026-03-01' }
    const again = { author: ' ann', body: `${long.toUpperCase()}  !`, date: '2026-03-01T18:00' }
    expect(keyed(again, 'there').key).toBe(keyed(first).key)
    expect(keyed({ ...again, author: 'Ben' }).key).not.toBe(keyed(first).key)
    expect(keyed({ ...again, date: '2026-03-02' }).key).not.toBe(keyed(first).key)
  })

  test('is known by its name at the source where its words are few', () => {
    const brief = { body: 'Good!', date: '2026-03-01' }
    expect(keyed({ ...brief, guid: '1' }).key).not.toBe(keyed({ ...brief, guid: '2' }).key)
    expect(keyed({ ...brief, guid: '1' }).key).not.toBe(keyed({ ...brief, guid: '1' }, 'x').key)
    const named = { ...brief, guid: 'https://example.org/1' }
    expect(keyed(named).key).toBe(keyed(named, 'x').key)
    expect(keyed({ ...brief, rating: '4' }).key).not.toBe(keyed({ ...brief, rating: '5' }).key)
  })

  test('is kept once, also where it is brought twice at once or with corrected words', async () => {
    const row = { id: 'r1', text: long, date: '2026-02-01' }
    const outcomes = (await bring(row, row, { ...row, text: `${long} Corrected.` })).map(
      ({ outcome }) => outcome,
    )
    expect(outcomes).toEqual(['written', 'known', 'known'])
    const twice = { text: `${long} Twice at once.`, date: '2026-02-01' }
    const both = await Promise.all([bring(twice), bring(twice)])
    expect(both.flat().map(({ outcome }) => outcome)).toEqual(
      expect.arrayContaining(['written', 'known']),
    )
    expect((await listMentions(db, cora, { ...all, search: 'nobody phone' })).rows).toHaveLength(2)
  })
})

describe('who cares for mentions', () => {
  test('finds them by state, source, stars and words, page by page', async () => {
    const rows = Array.from({ length: 70 }, (_, i) => ({
      text: `Number ${i} of the crackers: ${i % 2 ? 'crème brûlée' : 'plain'}, 100% good_ones`,
      rating: (i % 5) + 1,
      date: i % 3 ? `2025-01-${String((i % 28) + 1).padStart(2, '0')}` : undefined,
      language: 'en',
    }))
    await bring(...rows.map((row) => ({ ...row, rating: String(row.rating) })))
    const filter = { state: 'all', sourceId: shop, band: 'high' } as const
    const seen: string[] = []
    for (let after, page = 0; page < 5; page++) {
      const { rows: found, next } = await listMentions(db, cora, { ...filter, after })
      expect(found.every(({ rating }) => rating! >= 4)).toBe(true)
      seen.push(...found.map(({ id }) => id))
      if (!next) break
      after = placeOf(afterOf(next))
      expect(after).toEqual(next)
    }
    expect(seen).toHaveLength(28)
    expect(new Set(seen).size).toBe(28)
    expect(await countMentions(db, cora, { band: 'high' })).toMatchObject({ new: 28, case: 0 })
    for (const [search, count] of [
      ['CREME brulee', 35],
      ['number 7 crackers', 7],
      ['100%', 50],
      ['good_ones', 50],
      ['good_ones nothing', 0],
      ["' or 1=1 --", 0],
    ] as const) {
      const { rows: found } = await listMentions(db, cora, { ...all, search })
      expect([search, found.length]).toEqual([search, count])
    }
    const first = await listMentions(db, cora, { ...all, search: 'crackers' })
    const second = await listMentions(db, cora, { ...all, search: 'crackers', after: first.next })
    expect([first.rows.length, second.rows.length, second.next]).toEqual([50, 20, undefined])
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(70)
  })

  test('looks for words in all of them, five thousand at a time', async () => {
    const before = new Date('2001-01-01T00:00:00Z')
    const archive = (await transaction((tx) => sourceForFiles(tx, 'Archive')))!
    const old = Array.from({ length: 5_200 }, (_, i) => ({
      ...{
        sourceId: archive,
        key: `old-${i}`,
        body: 'Old',
        words: i % 1000 ? 'old' : 'old needle',
      },
      heardAt: new Date(+before - i * 60_000),
    }))
    await transaction(async (tx) => {
      for (let i = 0; i < old.length; i += 400)
        await tx.insert(mentions).values(old.slice(i, i + 400))
    })
    const looked = async (filter: Omit<Parameters<typeof listMentions>[2], 'search'>) => {
      const found: number[] = []
      for (let after, page = 0; page < 9; page++) {
        const got = await listMentions(db, cora, { ...filter, search: 'needle', after })
        found.push(...got.rows.map(({ heardAt }) => (+before - +heardAt) / 60_000))
        if (!got.next) return { found, pages: page + 1 }
        expect(got.isPart).toBe(true)
        after = got.next
      }
    }
    const everyone = [0, 1000, 2000, 3000, 4000, 5000]
    for (const filter of [all, { state: 'new' }, { state: 'all', sourceId: archive }] as const)
      expect(await looked(filter)).toEqual({ found: everyone, pages: 2 })
    // Exactly five thousand are one page, and nothing older is promised.
    const beyond = new Date(+before - 4_999 * 60_000)
    await transaction((tx) =>
      tx.delete(mentions).where(and(eq(mentions.sourceId, archive), lt(mentions.heardAt, beyond))),
    )
    const alone = { state: 'all', sourceId: archive } as const
    expect(await looked(alone)).toEqual({ found: everyone.slice(0, -1), pages: 1 })
    await transaction((tx) => tx.delete(mentions).where(like(mentions.key, 'old-%')))
  })

  test('alone sees them: to a moderator there is none', async () => {
    const { id } = await one('Whom does this concern')
    expect(await listMentions(db, mo, all)).toEqual({ rows: [], isPart: false })
    expect(await findMention(db, mo, id)).toBeUndefined()
    expect(await allSources(db, mo)).toEqual([])
    expect(await ratingTrend(db, undefined)).toBeUndefined()
    expect(await countMentions(db, undefined)).toMatchObject({ new: 0 })
  })

  test('reads forms strictly and addresses kindly', () => {
    const query = { state: 'x', rating: '9', source: 'a'.repeat(99), after: '-' }
    expect(MentionQuery.parse(query)).toMatchObject({ state: 'new', rating: undefined })
    expect(placeOf('x.y')).toBeUndefined()
    expect(TriageForm.safeParse({ act: 'ignore', seen: '1', more: 'x' }).success).toBe(false)
    expect(BulkForm.parse({ act: 'ignore', id: 'a.1' }).id).toEqual(['a.1'])
    expect(BulkForm.safeParse({ act: 'ignore', id: 'a' }).success).toBe(false)
    expect(SourceForm.safeParse({ intent: 'add', kind: 'mail', name: 'x' }).success).toBe(false)
  })
})

describe('a mention', () => {
  test('becomes one case, however many want it at once, and the case tells what was written', async () => {
    const text = 'The tin was rusty and the label came off in my hand.'
    const [written] = await bring({ title: 'Rusty', text, rating: '1', url: 'https://x.example/9' })
    expect(written).toEqual({ outcome: 'written' })
    const found = (await listMentions(db, cora, { ...all, search: 'rusty label' })).rows[0]!
    const wish = { act: 'case', topicId: 'product' } as const
    const outcomes = await Promise.all([1, 2, 3].map(() => act(found.id, found.version, wish)))
    expect(outcomes.sort()).toEqual(['case', 'changed-meanwhile', 'changed-meanwhile'])
    expect(await db.$count(cases, eq(cases.sourceId, found.id))).toBe(1)

    const mention = (await findMention(db, cora, found.id))!
    expect(mention).toMatchObject({ state: 'case', handledBy: 'cora' })
    const opened = (await findCase(db, cora, mention.caseId!))!
    expect(opened).toMatchObject({ source: 'mention', name: 'Shop', number: mention.caseNumber })
    const talk = JSON.stringify(await conversationOf(db, opened.id))
    for (const words of [text, '★ 1/5', 'https://x.example/9']) expect(talk).toContain(words)
    const again = { act: 'case', topicId: 'product' } as const
    expect(await act(found.id, mention.version, again)).toBe('has-case')
    expect(await act(found.id, mention.version, { act: 'reopen' })).toBe('has-case')
    const answer = { act: 'answer', answerUrl: 'https://x.example/a', remedy: 'A new tin' } as const
    expect(await act(found.id, mention.version, answer)).toBe('answered')
    expect(await findMention(db, cora, found.id)).toMatchObject({
      state: 'case',
      remedy: 'A new tin',
    })
  })

  test('is answered where it stands, ignored, and taken up again', async () => {
    const { id, version } = await one('An answer is given where it stands')
    const answer = { act: 'answer', answerUrl: 'javascript:alert(1)', remedy: '' } as const
    expect(await act(id, version, answer)).toBe('bad-url')
    const right = {
      act: 'answer',
      answerUrl: 'https://x.example/1',
      remedy: ' Ten points ',
    } as const
    expect(await act(id, version, right)).toBe('answered')
    expect(await act(id, version, { act: 'ignore' })).toBe('changed-meanwhile')
    expect(await findMention(db, cora, id)).toMatchObject({
      state: 'answered',
      answerUrl: 'https://x.example/1',
      remedy: 'Ten points',
    })
    expect(await act(id, version + 1, { act: 'ignore' })).toBe('ignored')
    expect(await act(id, version + 2, { act: 'ignore' })).toBe('no-way')
    expect(await act(id, version + 2, { act: 'reopen' })).toBe('reopened')
    const anew = { state: 'new', answerUrl: null, remedy: '', handledBy: null, handledAt: null }
    expect(await findMention(db, cora, id)).toMatchObject(anew)
    expect(await act(id, version + 3, { act: 'case', topicId: 'none' })).toBe('no-such-topic')
    expect(await act('gone', 1, { act: 'ignore' })).toBeUndefined()
    const noted = await db.select().from(auditEntries).where(eq(auditEntries.subject, id))
    expect(noted.map((entry) => entry.act)).toEqual([
      'mention.answered',
      'mention.ignored',
      'mention.reopened',
    ])
    expect(JSON.stringify(noted)).not.toContain('where it stands')
  })

  test('is seen to with others, and each says what became of it', async () => {
    const [a, b] = [await one('First of several in a row'), await one('Second of several in a row')]
    const picks = [a, b, { id: 'gone', version: 1 }].map(({ id, version }) => ({
      id,
      seen: version,
    }))
    picks[1]!.seen = 9
    const results = await triageEach(cora, [...picks, picks[0]!], { act: 'ignore' })
    expect(results.map(({ outcome }) => outcome)).toEqual(['ignored', 'changed-meanwhile', 'gone'])
    expect(results[0]!.title).toContain('First of several')
  })

  test('goes when it is old and seen to; those that wait stay', async () => {
    const { id } = await one('Forget me not')
    const soon = new Date(Date.now() + 1_000)
    const before = await db.$count(mentions, eq(mentions.state, 'new'))
    expect(await transaction((tx) => dropOldMentions(tx, new Date(0)))).toBe(0)
    expect(await transaction((tx) => dropOldMentions(tx, soon))).toBeGreaterThan(0)
    expect(await db.$count(mentions)).toBe(before)
    expect(await findMention(db, cora, id)).toBeDefined()
  })
})

describe('a source', () => {
  test('has a name of its own, and changes only as it was seen', async () => {
    const add = (name: string, url?: string) =>
      transaction((tx) => addSource(tx, cora, { kind: 'feed', name, url }))
    expect(await add('News')).toBe('no-url')
    const { id } = (await add('News', 'https://x.example/feed')) as { id: string }
    expect(await add('News', 'https://y.example/feed')).toBe('name-taken')
    const change = (seen: number, name: string) =>
      transaction((tx) => changeSource(tx, cora, { id, seen }, { name }))
    expect(await change(1, 'Shop')).toBe('name-taken')
    expect(await change(1, 'News')).toBe('unchanged')
    expect(await change(1, 'More news')).toBe('changed')
    expect(await change(1, 'No news')).toBe('stale')
    expect(await transaction((tx) => switchSource(tx, cora, id, false))).toBe('off')
    expect(await findSource(db, cora, id)).toMatchObject({ name: 'More news', isOn: false })
    expect(await transaction((tx) => renewSecret(tx, cora, id))).toBeUndefined()
  })

  test('that is a webhook shows its secret once, and keeps it sealed', async () => {
    const renewed = await transaction((tx) => renewSecret(tx, cora, shop))
    expect(renewed!.secret).toMatch(/^[\w-]{43}$/)
    const rows = [await db.select().from(mentionSources), await db.select().from(auditEntries)]
    expect(JSON.stringify([rows, await allSources(db, cora)])).not.toContain(renewed!.secret)
    expect(await findSource(db, cora, shop)).not.toHaveProperty('secret')
  })
})

describe('the trend of the ratings', () => {
  test('says how many, their average and median, and how many are low', () => {
    const bars = [
      { rating: 5, count: 3 },
      { rating: 1, count: 2 },
      { rating: 2, count: 1 },
    ]
    expect(figuresOf(bars)).toEqual({ count: 6, average: 19 / 6, median: 3.5, low: 3 })
    expect(figuresOf([])).toBeUndefined()
    expect([bandOf(1), bandOf(3), bandOf(4), bandOf(null)]).toEqual([
      'low',
      'middle',
      'high',
      'none',
    ])
  })

  test('goes by month and source, up to the newest rating, and says what it leaves out', async () => {
    const added = await transaction((tx) => addSource(tx, cora, { kind: 'webhook', name: 'Club' }))
    const { id } = added as { id: string }
    const rated = (date: string | undefined, rating: string | undefined, i: number) => ({
      id: `t${i}`,
      text: 'Rated',
      date,
      rating,
    })
    const rows = [
      rated('2024-01-31', '1', 1),
      rated('2024-01-01', '4', 2),
      rated('2024-02-29', '5', 3),
      rated('2020-01-01', '3', 4),
      rated(undefined, '2', 5),
      rated('2024-02-01', undefined, 6),
    ]
    await transaction((tx) => takeBrought(tx, id, rows))
    const trend = (await ratingTrend(db, cora, { sourceId: id }))!
    expect(trend.months).toEqual([
      { month: '2024-01', sourceId: id, count: 2, average: 2.5, median: 2.5, low: 1 },
      { month: '2024-02', sourceId: id, count: 1, average: 5, median: 5, low: 0 },
    ])
    expect(trend).toMatchObject({ rated: 3, withoutRating: 1, withoutDate: 1, isCut: false })
    expect(trend.to).toEqual(new Date('2024-03-01'))
    const early = { sourceId: id, from: new Date('2019-01-01'), to: new Date('2021-01-01') }
    expect((await ratingTrend(db, cora, early))!.overall).toMatchObject([{ count: 1, average: 3 }])
  })
})
