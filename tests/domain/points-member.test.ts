import { eq, isNotNull } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { castVote, withdrawVote } from '#app/domain/votes/vote.server.ts'
import { workThrough } from '#app/clock.server.ts'
import { editComment, postComment } from '#app/domain/comments/comment.server.ts'
import { editIdea } from '#app/domain/ideas/edit.server.ts'
import { linksIn } from '#app/domain/ideas/markdown.rules.ts'
import { hasTooManyLinks, imagesAllowed } from '#app/domain/ideas/post-rights.server.ts'
import { publishIdea } from '#app/domain/ideas/publish.server.ts'
import { accountOf } from '#app/domain/points/account.server.ts'
import { badgesOf } from '#app/domain/points/badge.server.ts'
import { celebrationFor, endCelebration } from '#app/domain/points/celebrate.server.ts'
import { earningWays } from '#app/domain/points/earning-way.server.ts'
import {
  bringFriend,
  broughtBy,
  findInviter,
  friendCodeOf,
} from '#app/domain/points/friend.server.ts'
import { book } from '#app/domain/points/ledger.server.ts'
import {
  levelOf,
  levelWithMore,
  nextLevel,
  rightsOf,
  wayToNext,
} from '#app/domain/points/level.rules.ts'
import { limitOf, rightsFor } from '#app/domain/points/rights.server.ts'
import { spend } from '#app/domain/points/spend.server.ts'
import { statementOf } from '#app/domain/points/statement.server.ts'
import { heldOf, nextConfirmation, waitingOf } from '#app/domain/points/waiting.server.ts'
import { pointDefaults } from '#app/domain/site/point-settings.rules.ts'
import { changeSettings } from '#app/domain/site/site.server.ts'
import { db, transaction, type Tx } from '#db/database.server.ts'
import { people } from '#db/schema/identity.ts'
import { notifications } from '#db/schema/notifications.ts'
import { pointPending } from '#db/schema/points.ts'
import { at, now } from '#db/time.ts'
import { testAtNoon } from '#tests/noon.ts'
import { person, world } from '#tests/world.ts'

const { pointLevels: levels } = pointDefaults
const hour = 3_600_000
const day = 24 * hour
const later = (ms: number) => new Date(+now() + ms)

const grant = (tx: Tx, personId: string, amount: number, key: string) =>
  book(tx, [{ kind: 'grant', personId, amount, key, note: 'Thank you for the tasting' }])
const give = (personId: string, amount: number, key = `grant:${personId}:${amount}`) =>
  transaction((tx) => grant(tx, personId, amount, key))
const links = (n: number) =>
  Array.from({ length: n }, (_, i) => `https://example.org/${i}`).join(' ')

test('a level is what was earned in total, and says how far the next one is', () => {
  expect([0, 49, 50, 999, 5000, -3].map((n) => levelOf(n, levels))).toEqual([0, 0, 1, 2, 4, 0])
  expect(nextLevel(38, levels)).toMatchObject({ place: 1, missing: 12 })
  expect(nextLevel(3000, levels)).toBeUndefined()
  expect(wayToNext(25, levels)).toBe(0.5)
  expect(wayToNext(9000, levels)).toBe(1)
  // A house that takes levels away leaves the rights of the highest.
  expect(rightsOf({ pointLevels: levels.slice(0, 2) }, 4)).toEqual(levels[1]!.rights)
  expect([0, 1, 2].map((place) => levelWithMore('links', levels, place))).toEqual([1, 2, undefined])
  expect(levelWithMore('images', levels, 1)).toBeUndefined()
})

test('links are counted where they lead to a page, however they are written', () => {
  expect(linksIn('See https://a.it, [b](http://b.it) and ![c](https://c.it/c.png)')).toBe(3)
  expect(linksIn('@ben, write to ben@example.org, <a href="https://a.it"> `https://a.it`')).toBe(1)
  expect(linksIn('javascript:alert(1) [x](javascript:alert(1))')).toBe(0)
})

test('a text with more links than the level allows is refused, kept as it is, and the next level allows it', async () => {
  const { ben, mo, refillStation } = await world()
  const { number } = refillStation
  const post = (body: string, who = ben) =>
    transaction((tx) => postComment(tx, who, number, { body }))

  expect(await post(links(4))).toBe('too-many-links')
  expect(await limitOf(db, ben, 'links')).toEqual({ level: 0, limit: 3, next: 1, missing: 50 })
  expect(await post(links(3))).toMatchObject({ body: links(3) })
  // The staff are not limited.
  expect(await post(links(9), mo)).toMatchObject({ body: links(9) })
  expect(await limitOf(db, mo, 'links')).toBeUndefined()

  await give(ben.id, 50)
  expect(await post(links(6))).toMatchObject({ body: links(6) })
  expect(await post(links(7))).toBe('too-many-links')
  await give(ben.id, 250)
  expect(await post(links(20))).toMatchObject({ body: links(20) })
  // What was spent does not lower a level.
  await transaction((tx) => spend(tx, ben.id, 300, { key: 'spend:all', subjectId: 'none' }))
  expect((await rightsFor(db, ben)).links).toBeNull()
})

test('an edit may keep the links that a text had, and not add more than the level allows', async () => {
  const { ann, ben, refillStation } = await world()
  const { number } = refillStation
  await give(ben.id, 50)
  const post = transaction((tx) => postComment(tx, ben, number, { body: links(6) }))
  const { id } = (await post) as { id: string }
  await transaction((tx) => book(tx, [{ kind: 'claw', personId: ben.id, amount: 50, key: 'c' }]))
  const edit = (body: string) => transaction((tx) => editComment(tx, ben, id, body))

  expect(await edit(`${links(6)} and a word`)).toBe('edited')
  expect(await edit(links(7))).toBe('too-many-links')

  const text = { title: refillStation.title, categoryId: 'packaging', tags: ['refill'] }
  const rewrite = (body: string) =>
    transaction((tx) => editIdea(tx, ann, { number, version: 1 }, { ...text, body }))
  expect(await rewrite(`Bring your own tin, pay by weight. ${links(4)}`)).toBe('too-many-links')
  expect(await hasTooManyLinks(db, ann, links(4), links(4))).toBe(false)
  expect(await imagesAllowed(db, ann)).toBe(3)
})

testAtNoon(
  'nobody calls more people by name in a day than their level allows; the same ones count once',
  async () => {
    const { ben, refillStation } = await world()
    const crowd = await transaction(async (tx) => {
      const some = []
      for (const name of ['a', 'b', 'c', 'd', 'e', 'f'])
        some.push(await person(tx, `crowd_${name}`))
      return some
    })
    const call = (some: { handle: string }[]) =>
      transaction((tx) =>
        postComment(tx, ben, refillStation.number, {
          body: `Look at this, ${some.map(({ handle }) => `@${handle}`).join(' ')} @nobody_at_all`,
        }),
      )

    expect(await call(crowd.slice(0, 3))).toMatchObject({ depth: 0 })
    expect(await call([...crowd.slice(0, 3), ben])).toMatchObject({ depth: 0 })
    expect(await call(crowd.slice(3, 6))).toBe('too-many-calls')
    expect(await call(crowd.slice(3, 5))).toMatchObject({ depth: 0 })
    expect(await call(crowd.slice(5))).toBe('too-many-calls')
    await at(later(2 * day), async () => {
      expect(await call(crowd.slice(5))).toMatchObject({ depth: 0 })
    })
  },
)

testAtNoon(
  'who was called by name stays called when an edit takes the name away, and an edit calls no more than a comment may',
  async () => {
    const { ben, refillStation } = await world()
    const crowd = await transaction(async (tx) => {
      const handles = []
      for (const name of ['a', 'b', 'c', 'd', 'e', 'f'])
        handles.push(`@${(await person(tx, `crowd_${name}`)).handle}`)
      return handles
    })
    const { number } = refillStation
    const post = (body: string) => transaction((tx) => postComment(tx, ben, number, { body }))
    const { id } = (await post(`Look: ${crowd.slice(0, 5).join(' ')}`)) as { id: string }
    const edit = (body: string) => transaction((tx) => editComment(tx, ben, id, body))

    expect(await edit(`Look: ${crowd.join(' ')}`)).toBe('too-many-calls')
    expect(await edit('Nobody was meant.')).toBe('edited')
    expect(await post(`And you: ${crowd[5]}`)).toBe('too-many-calls')
    expect(await edit(`You again: ${crowd.slice(1, 3).join(' ')}`)).toBe('edited')
  },
)

test('the statement tells what waits, what was confirmed and what was spent, with the balance after each', async () => {
  const { ann, ben, refillStation } = await world()
  const { number, title } = refillStation
  await transaction((tx) => castVote(tx, ben, number))
  await workThrough()

  const waiting = await waitingOf(db, ben.id)
  expect(waiting.lines).toMatchObject([
    { rule: 'vote', amount: 1, isHeld: false, subject: { is: 'idea', number, title } },
  ])
  expect(await nextConfirmation(db, ben.id)).toEqual(waiting.lines[0]!.confirmsAt)
  expect(+waiting.lines[0]!.confirmsAt - Date.now()).toBeGreaterThan(71 * hour)
  // What is only on the way is no movement yet.
  expect((await statementOf(db, ben.id, {})).lines).toEqual([])

  await at(later(4 * day), () => workThrough())
  await give(ben.id, 20)
  await transaction((tx) => spend(tx, ben.id, 15, { key: 'spend:1', subjectId: 'r1' }))
  expect((await waitingOf(db, ben.id)).lines).toEqual([])
  const { lines } = await statementOf(db, ben.id, {})
  expect(lines.map(({ tell, change, balance }) => [tell, change, balance])).toEqual([
    ['spend', -15, 6],
    ['grant', 20, 21],
    ['confirm', 1, 1],
  ])
  expect(lines[2]).toMatchObject({ rule: 'vote', subject: { is: 'idea', title, commentId: null } })
  expect(lines[1]!.subject).toEqual({ is: 'grant', reason: 'Thank you for the tasting' })
  const filtered = async (way: 'in' | 'out') =>
    (await statementOf(db, ben.id, { way })).lines.map(({ change, balance }) => [change, balance])
  expect(await filtered('out')).toEqual([[-15, 6]])
  expect(await filtered('in')).toEqual([
    [20, 21],
    [1, 1],
  ])
  // Nobody reads of what others did.
  expect((await statementOf(db, ann.id, {})).lines.every(({ rule }) => rule !== 'vote')).toBe(true)
})

test('what never was confirmed is told as one line that moves nothing, with why', async () => {
  const { ben, refillStation } = await world()
  const { number } = refillStation
  await transaction((tx) => castVote(tx, ben, number))
  await workThrough()
  await transaction((tx) => withdrawVote(tx, ben, number))
  await workThrough()

  const { lines } = await statementOf(db, ben.id, {})
  expect(lines).toMatchObject([{ tell: 'undone', rule: 'vote', amount: 1, change: 0, balance: 0 }])
  expect((await waitingOf(db, ben.id)).lines).toEqual([])
})

test('what was confirmed and taken back says so on both lines, and what had been spent is owed', async () => {
  const { ben, refillStation } = await world()
  await transaction((tx) => castVote(tx, ben, refillStation.number))
  await workThrough()
  await at(later(4 * day), () => workThrough())
  await transaction((tx) => spend(tx, ben.id, 1, { key: 'spend:one', subjectId: 'r' }))
  await transaction((tx) => withdrawVote(tx, ben, refillStation.number))
  await workThrough()

  const { lines } = await statementOf(db, ben.id, {})
  expect(lines.map(({ tell, change, balance }) => [tell, change, balance])).toEqual([
    ['owe', 0, 0],
    ['spend', -1, 0],
    ['confirm', 1, 1],
  ])
  expect(lines[2]!.undoneAt).toEqual(lines[0]!.at)
  expect(await accountOf(db, ben.id)).toMatchObject({ available: 0, owed: 1 })
})

test('a long statement is paged by its entries, and every balance is that of its moment', async () => {
  const { ben } = await world()
  for (let n = 1; n <= 60; n++) await give(ben.id, n, `page:${n}`)
  const seen: number[][] = []
  let after: number | undefined
  do {
    const page = await statementOf(db, ben.id, { after })
    expect(page.lines.length).toBeLessThanOrEqual(25)
    seen.push(...page.lines.map(({ change, balance }) => [change, balance]))
    after = page.next
    // What comes meanwhile does not shift the pages.
    if (after) await give(ben.id, 1, `meanwhile:${after}`)
  } while (after)
  expect(seen).toHaveLength(60)
  for (const [i, [change, balance]] of seen.entries()) {
    const n = 60 - i
    expect([change, balance]).toEqual([n, (n * (n + 1)) / 2])
  }
})

test('an idea that nobody may see any more has no name in a statement', async () => {
  const { ann, ben } = await world()
  const idea = await transaction((tx) =>
    publishIdea(tx, ann, {
      title: 'A secret that was hidden later',
      body: 'Nobody should read about this idea any more.',
      categoryId: 'packaging',
      tags: [],
    }),
  )
  await transaction((tx) => castVote(tx, ben, idea.number))
  await workThrough()
  const { ideas } = await import('#db/schema/ideas.ts')
  await transaction((tx) => tx.update(ideas).set({ place: 'private' }).where(eq(ideas.id, idea.id)))
  const [waits] = (await waitingOf(db, ben.id)).lines
  expect(waits).toMatchObject({ rule: 'vote', subject: null })
})

test('what is held for a look is told apart', async () => {
  const { ben, refillStation } = await world()
  await transaction((tx) => castVote(tx, ben, refillStation.number))
  await workThrough()
  await transaction((tx) =>
    tx.update(pointPending).set({ heldBy: 's1' }).where(eq(pointPending.personId, ben.id)),
  )
  expect(await heldOf(db, ben.id)).toEqual({ points: 1, times: 1 })
  expect((await waitingOf(db, ben.id)).lines).toMatchObject([{ isHeld: true }])
  expect(await nextConfirmation(db, ben.id)).toBeUndefined()
})

testAtNoon(
  '“how to earn” says what still pays today, and never what the house has no place for',
  async () => {
    const { ben, refillStation } = await world()
    await transaction((tx) => castVote(tx, ben, refillStation.number))
    await workThrough()
    const ways = await earningWays(db, ben.id)
    const of = (rule: string) => ways.find((way) => way.rule === rule)
    expect(of('vote')).toMatchObject({ amount: 1, daily: 10, leftToday: 9 })
    expect(of('realised')).toMatchObject({ amount: 1000, leftToday: null, leftEver: null })
    expect(of('quiz')).toBeUndefined()
  },
)

test('a badge comes once, with its idea and its day; the card is shown until it is closed', async () => {
  const { ann, ben, refillStation } = await world()
  await transaction((tx) => castVote(tx, ben, refillStation.number))
  await workThrough()
  expect(await badgesOf(db, ben.id)).toEqual([])
  await at(later(4 * day), () => workThrough())

  const { number, title } = refillStation
  expect(await badgesOf(db, ben.id)).toMatchObject([
    { badge: 'first-vote', idea: { number, title } },
  ])
  await at(later(5 * day), async () => {
    await give(ben.id, 60)
    await transaction((tx) => castVote(tx, ben, number))
    const other = await transaction((tx) =>
      publishIdea(tx, ann, {
        title: 'Rusks with less salt in them',
        body: 'For those who must not have it, and for children.',
        categoryId: 'packaging',
        tags: [],
      }),
    )
    await transaction((tx) => castVote(tx, ben, other.number))
    await workThrough()
  })
  await at(later(9 * day), () => workThrough())
  await at(later(10 * day), async () => {
    expect(await badgesOf(db, ben.id)).toHaveLength(1)
    const news = (await celebrationFor(db, ben.id))!
    expect(news).toMatchObject({ level: 1, badges: ['first-vote'] })
    await transaction((tx) => endCelebration(tx, ben.id, news.until))
    expect(await celebrationFor(db, ben.id)).toBeUndefined()
    // An old card, closed a second time, brings nothing back.
    await transaction((tx) => endCelebration(tx, ben.id, new Date(0)))
    expect(await celebrationFor(db, ben.id)).toBeUndefined()
  })
})

test('a house that does not award a badge awards none of it', async () => {
  const { ben, refillStation } = await world()
  await transaction((tx) => changeSettings(tx, { badgesOff: ['first-vote'] }))
  await transaction((tx) => castVote(tx, ben, refillStation.number))
  await workThrough()
  await at(later(4 * day), () => workThrough())
  expect(await badgesOf(db, ben.id)).toEqual([])
  await transaction((tx) => changeSettings(tx, { badgesOff: [] }))
})

test('a friend is brought once, by a link that nobody can guess; nobody brings themselves [#102]', async () => {
  const { ann, ben, eva } = await world()
  const code = await transaction((tx) => friendCodeOf(tx, ann.id))
  expect(Buffer.from(code, 'base64url').length * 8).toBeGreaterThanOrEqual(64)
  expect(await transaction((tx) => friendCodeOf(tx, ann.id))).toBe(code)
  expect(await findInviter(db, code)).toEqual({ id: ann.id, displayName: 'ann' })

  const bring = (friendId: string, by = code) => transaction((tx) => bringFriend(tx, friendId, by))
  expect(await bring(ann.id)).toBe('unknown')
  expect(await bring(ben.id, 'nobody')).toBe('unknown')
  expect(await bring(ben.id)).toBe('brought')
  expect(await bring(ben.id)).toBe('already-brought')
  const evas = await transaction((tx) => friendCodeOf(tx, eva.id))
  expect(await bring(ben.id, evas)).toBe('already-brought')
  expect(await broughtBy(db, ann.id)).toEqual({ came: 1, tookPart: 0 })

  await transaction((tx) =>
    tx.update(people).set({ suspendedAt: new Date() }).where(eq(people.id, ann.id)),
  )
  expect(await findInviter(db, code)).toBeUndefined()
})

test('two who ask for the same link at once get the same one', async () => {
  const { ben } = await world()
  const codes = await Promise.all(
    Array.from({ length: 6 }, () => transaction((tx) => friendCodeOf(tx, ben.id))),
  )
  expect(new Set(codes).size).toBe(1)
})

test('whoever took part has the badge of a year on the day, once, without doing anything then', async () => {
  const { ann, ben, mo } = await world()
  await give(ann.id, 5)
  await give(mo.id, 5, 'moderators take no part')
  const joined = new Date('2025-03-10T20:00:00Z')
  const all = isNotNull(people.id)
  await transaction((tx) => tx.update(people).set({ joinedAt: joined }).where(all))
  const yearsOf = async (who: { id: string }) =>
    (await badgesOf(db, who.id)).filter(({ badge }) => badge === 'one-year').length

  await at(new Date('2026-03-09T12:00:00Z'), () => workThrough())
  expect(await yearsOf(ann)).toBe(0)
  // In the morning of the day, though it was evening when they came.
  await at(new Date('2026-03-10T06:00:00Z'), () => workThrough())
  expect([await yearsOf(ann), await yearsOf(ben), await yearsOf(mo)]).toEqual([1, 0, 0])
  await at(new Date('2026-03-11T06:00:00Z'), () => workThrough())
  const told = await db.select().from(notifications).where(eq(notifications.personId, ann.id))
  expect(told.filter(({ event }) => event === 'own-badge')).toHaveLength(1)
})

test('a clock that stood still for some days forgets nobody’s year', async () => {
  const { ann } = await world()
  await give(ann.id, 5)
  const joined = new Date('2024-05-01T08:00:00Z')
  await transaction((tx) =>
    tx.update(people).set({ joinedAt: joined }).where(eq(people.id, ann.id)),
  )
  await at(new Date('2025-05-11T06:00:00Z'), () => workThrough())
  expect((await badgesOf(db, ann.id)).map(({ badge }) => badge)).toContain('one-year')
})
