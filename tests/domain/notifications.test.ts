import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { tellFollowers } from '#app/clock/tell-followers.server.ts'
import { workThrough } from '#app/clock.server.ts'
import { postComment } from '#app/domain/comments/comment.server.ts'
import { muteIdea } from '#app/domain/follows/follow.server.ts'
import { personOf } from '#app/domain/identity/person.server.ts'
import { assignRoles } from '#app/domain/identity/role.server.ts'
import { lease } from '#app/domain/jobs/job.server.ts'
import { choicesOf, choose, unsubscribe } from '#app/domain/notifications/choice.server.ts'
import { askDigest } from '#app/domain/notifications/digest.server.ts'
import {
  alwaysInApp,
  choiceFor,
  defaults,
  neverMailed,
} from '#app/domain/notifications/choice.rules.ts'
import { events, undoMs } from '#app/domain/notifications/notification.rules.ts'
import { headerFigures } from '#app/domain/notifications/header.server.ts'
import { markRead, notificationsOf } from '#app/domain/notifications/notification.server.ts'
import { castVote } from '#app/domain/votes/vote.server.ts'
import { answerIdea } from '#app/domain/workflow/answer.server.ts'
import { moveIdea } from '#app/domain/workflow/move.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { people } from '#db/schema/identity.ts'
import { jobs } from '#db/schema/jobs.ts'
import { notifications } from '#db/schema/notifications.ts'
import { at } from '#db/time.ts'
import { person, type world, worldWithoutHonours } from '#tests/world.ts'

type World = Awaited<ReturnType<typeof world>>
type Who = World['ann']

const moved = (mover: Who, number: number, to = 'shortlisted') =>
  transaction((tx) => moveIdea(tx, mover, number, { to, note: 'Yes.', reason: 'legal' }))
/** When nothing can be taken back any more. */
const later = <T>(work: () => T) => at(new Date(Date.now() + undoMs + 1000), work)
const votes = (voter: Who, number: number) => transaction((tx) => castVote(tx, voter, number))
const says = async (author: Who, number: number, body: string, parentId?: string) => {
  const comment = await transaction((tx) => postComment(tx, author, number, { body, parentId }))
  if (typeof comment !== 'object') throw new Error(String(comment))
  return comment
}
const heardBy = async (reader: Who) => {
  const { rows } = await notificationsOf(db, reader, { unread: true })
  return rows.map(({ event }) => event)
}
const rowsOf = (reader: Who) =>
  db.select().from(notifications).where(eq(notifications.personId, reader.id))
const mailsTo = async (reader: Who) => {
  const [found] = await db.select().from(people).where(eq(people.id, reader.id))
  const mails = await db.select().from(jobs).where(eq(jobs.kind, 'mail'))
  return mails.filter(({ payload }) => payload.to === found!.email)
}

test('a move tells the author and the followers once it cannot be taken back, and not the mover', async () => {
  const { ann, ben, eva, mo, refillStation } = await worldWithoutHonours()
  await votes(ben, refillStation.number)
  await votes(eva, refillStation.number)
  await moved(eva, refillStation.number)

  expect([await heardBy(ann), await heardBy(ben)]).toEqual([[], []])
  await workThrough()
  expect(await heardBy(ben)).toEqual(['followed-moved'])
  expect(await heardBy(ann)).toEqual(['own-moved'])
  expect([await heardBy(eva), await heardBy(mo)]).toEqual([[], []])
})

test('the author gets the receipt of a decision by mail, with reason and note; a follower in the digest', async () => {
  const { ann, ben, eva, refillStation } = await worldWithoutHonours()
  await votes(ben, refillStation.number)
  await moved(eva, refillStation.number, 'declined')
  await workThrough()

  expect(await mailsTo(ann)).toMatchObject([
    { payload: { template: 'idea-moved', params: { reason: 'legal', note: 'Yes.' } } },
  ])
  expect(await mailsTo(ben)).toEqual([])
  expect(await rowsOf(ben)).toMatchObject([{ mail: 'digest', mailedAt: null }])
})

test('an answer that came along with a move is told once; one by itself is told as an answer', async () => {
  const { ann, eva, refillStation } = await worldWithoutHonours()
  const { number } = refillStation
  const wish = { to: 'shortlisted', note: 'We like it.', official: true }
  await transaction((tx) => moveIdea(tx, eva, number, wish))
  await workThrough()
  expect(await heardBy(ann)).toEqual(['own-moved'])
  await transaction((tx) => answerIdea(tx, eva, number, { body: 'More soon.' }))
  expect((await heardBy(ann)).sort()).toEqual(['own-answered', 'own-moved'])
})

test('a comment is told to each person once, for the nearest reason', async () => {
  const { ann, ben, eva, mo, refillStation } = await worldWithoutHonours()
  const { number } = refillStation
  await votes(mo, number)
  const first = await says(ben, number, 'How big is the tin?')
  await workThrough()
  expect(await heardBy(ann)).toEqual(['own-commented'])

  await says(eva, number, `Five litres, @${ann.handle}.`, first.id)
  await workThrough()
  expect((await heardBy(ann)).sort()).toEqual(['mentioned', 'own-commented'])
  expect(await heardBy(ben)).toEqual(['replied'])
  expect(await heardBy(eva)).toEqual([])
  expect(await heardBy(mo)).toEqual(['followed-commented'])
})

test('a lively idea is one line among a follower’s notifications, until they look', async () => {
  const { ben, eva, mo, refillStation } = await worldWithoutHonours()
  const { number } = refillStation
  await votes(mo, number)
  for (const body of ['One.', 'Two.', 'Three.']) {
    await says(body === 'Two.' ? eva : ben, number, body)
    await workThrough()
  }
  expect(await heardBy(mo)).toEqual(['followed-commented'])
  await transaction((tx) => markRead(tx, mo))
  await says(ben, number, 'Four.')
  await workThrough()
  expect(await heardBy(mo)).toEqual(['followed-commented'])
})

test('who muted an idea hears of its comments only when they are called', async () => {
  const { ann, ben, refillStation } = await worldWithoutHonours()
  const { number } = refillStation
  await transaction((tx) => muteIdea(tx, ann, number))
  await says(ben, number, 'Anybody here?')
  await workThrough()
  expect(await heardBy(ann)).toEqual([])
  await says(ben, number, `Are you, @${ann.handle}?`)
  expect(await heardBy(ann)).toEqual(['mentioned'])
})

test('[#46] followers do not hear of an idea that is hidden; its author does', async () => {
  const { ann, ben, mo, refillStation } = await worldWithoutHonours()
  await votes(ben, refillStation.number)
  await moved(mo, refillStation.number, 'hidden')
  await workThrough()
  expect(await heardBy(ann)).toEqual(['own-moved'])
  expect(await heardBy(ben)).toEqual([])
})

test('[#46] the title of an idea that was hidden since is gone from older notifications', async () => {
  const { ann, ben, eva, mo, refillStation } = await worldWithoutHonours()
  await votes(ben, refillStation.number)
  await moved(eva, refillStation.number)
  await workThrough()
  await moved(mo, refillStation.number, 'hidden')
  await workThrough()
  const titles = async (reader: Who) =>
    (await notificationsOf(db, reader, { unread: true })).rows.map(({ title }) => title)
  expect(await titles(ben)).toEqual([null])
  expect(await titles(ann)).toEqual([refillStation.title, refillStation.title])
})

test('[#80] a fan-out that dies half-way and begins again tells nobody twice, and mails nobody twice', async () => {
  const { eva, refillStation } = await worldWithoutHonours()
  const crowd = await transaction(async (tx) => {
    const all: Who[] = []
    for (let i = 0; i < 12; i++) all.push(await person(tx, `fan${i}`))
    for (const fan of all) {
      await castVote(tx, fan, refillStation.number)
      await choose(tx, fan.id, { 'followed-moved': { inApp: true, mail: 'now' } })
    }
    return all
  })
  await workThrough()
  await moved(eva, refillStation.number)
  const [job] = await later(() => transaction((tx) => lease(tx, 'tell', 1)))
  await Promise.all([tellFollowers(job!), tellFollowers(job!), tellFollowers(job!)])
  for (const fan of crowd) {
    expect(await rowsOf(fan)).toHaveLength(1)
    expect(await mailsTo(fan)).toHaveLength(1)
  }
})

test('the matrix: what a member chose stands, the rest are defaults, the receipt always shows', async () => {
  const { ann, eva, refillStation } = await worldWithoutHonours()
  expect(await choicesOf(db, ann.id)).toEqual(defaults)
  const none = { inApp: false, mail: 'none' as const }
  await transaction((tx) => choose(tx, ann.id, { 'own-moved': none, 'own-commented': none }))
  await transaction((tx) => choose(tx, ann.id, { 'own-commented': none }))
  const chosen = await choicesOf(db, ann.id)
  expect(chosen['own-moved']).toEqual({ inApp: true, mail: 'none' })
  expect(chosen['own-commented']).toEqual(none)
  expect(chosen.replied).toEqual(defaults.replied)

  await says(eva, refillStation.number, 'Hello.')
  await moved(eva, refillStation.number)
  await workThrough()
  expect(await heardBy(ann)).toEqual(['own-moved'])
  expect(await mailsTo(ann)).toEqual([])
})

test('every event by every choice: on the site, by mail now, in the digest, or not at all', async () => {
  for (const event of events)
    for (const mail of ['now', 'digest', 'none'] as const)
      for (const inApp of [true, false]) {
        const choice = choiceFor(event, { inApp, mail })
        expect(choice).toEqual({
          inApp: inApp || alwaysInApp.includes(event),
          mail: neverMailed.includes(event) ? 'none' : mail,
        })
      }
  const { ben, eva, refillStation } = await worldWithoutHonours()
  const only = { inApp: false, mail: 'digest' as const }
  await transaction((tx) => choose(tx, ben.id, { 'followed-moved': only }))
  await votes(ben, refillStation.number)
  await moved(eva, refillStation.number)
  await workThrough()
  expect(await heardBy(ben)).toEqual([])
  expect((await notificationsOf(db, ben, { unread: false })).rows).toEqual([])
  expect((await headerFigures(db, ben.id)).unread).toBe(0)
  expect(await transaction((tx) => askDigest(tx, ben.id, '2026-01-01'))).toBe('asked')
})

test('no mail goes to an address that was not confirmed, to somebody suspended, or during a pause', async () => {
  const facts = [
    { emailVerifiedAt: null },
    { suspendedAt: new Date() },
    { mailPausedUntil: new Date(Date.now() + 86_400_000) },
  ]
  for (const fact of facts) {
    const { ann, eva, refillStation } = await worldWithoutHonours()
    await transaction(async (tx) => {
      await tx.update(people).set(fact).where(eq(people.id, ann.id))
    })
    await moved(eva, refillStation.number)
    await workThrough()
    expect(await mailsTo(ann)).toEqual([])
    expect(await heardBy(ann)).toEqual('suspendedAt' in fact ? [] : ['own-moved'])
  }
})

test('what is told in its own time, as stories and imports are, sends no mail today', async () => {
  const { ann, eva, refillStation } = await worldWithoutHonours()
  await at(new Date(Date.now() - 30 * 86_400_000), () => moved(eva, refillStation.number))
  expect(await heardBy(ann)).toEqual(['own-moved'])
  expect(await mailsTo(ann)).toEqual([])
})

test('[#46] what the team was told is nobody’s any more once they have left it', async () => {
  const { ada, eva, refillStation } = await worldWithoutHonours()
  const row = { personId: eva.id, ideaId: refillStation.id, event: 'staff-promise-near' }
  await transaction((tx) => tx.insert(notifications).values({ ...row, data: {}, mail: 'digest' }))
  const titles = async () => {
    const reader = (await personOf(db, eva.id))!
    return (await notificationsOf(db, reader, { unread: true })).rows.map(({ title }) => title)
  }
  expect(await titles()).toEqual([refillStation.title])
  await transaction((tx) => assignRoles(tx, ada, eva.id, { roles: [], team: null }))
  expect(await titles()).toEqual([null])
  expect(await transaction((tx) => askDigest(tx, eva.id, '2026-11-22'))).toBe('nothing')
})

test('the digest is one mail a member and day, grouped by idea, however often it is begun', async () => {
  const { ann, ben, eva, refillStation } = await worldWithoutHonours()
  const { number } = refillStation
  await votes(ben, number)
  await says(ben, number, 'One.')
  await says(eva, number, 'Two.')
  await moved(eva, number)
  await workThrough()
  const digest = (day: string) => transaction((tx) => askDigest(tx, ann.id, day))
  const outcomes = await Promise.all(Array.from({ length: 8 }, () => digest('2026-11-22')))
  expect(outcomes.filter((outcome) => outcome === 'asked')).toHaveLength(1)

  const digests = (await mailsTo(ann)).filter(({ payload }) => payload.template === 'digest')
  expect(digests).toMatchObject([
    {
      payload: {
        params: {
          items: [{ title: refillStation.title, lines: [{ event: 'own-commented', count: 2 }] }],
        },
      },
    },
  ])
  await says(ben, number, 'Three.')
  expect(await digest('2026-11-22')).toBe('already-asked')
  expect(await digest('2026-11-23')).toBe('asked')
  expect(await digest('2026-11-24')).toBe('nothing')
})

test('what was read on the site is not sent again in the digest', async () => {
  const { ann, ben, refillStation } = await worldWithoutHonours()
  await says(ben, refillStation.number, 'Hello.')
  await transaction((tx) => markRead(tx, ann))
  expect(await transaction((tx) => askDigest(tx, ann.id, '2026-02-02'))).toBe('nothing')
})

test('[#82] unsubscribing ends the mails of one kind, or the whole digest, and nothing on the site', async () => {
  const { ann } = await worldWithoutHonours()
  const stop = (event: Parameters<typeof unsubscribe>[2]) =>
    transaction((tx) => unsubscribe(tx, ann.id, event))
  expect(await stop('own-moved')).toBe('unsubscribed')
  expect((await choicesOf(db, ann.id))['own-moved']).toEqual({ inApp: true, mail: 'none' })
  expect((await choicesOf(db, ann.id)).mentioned.mail).toBe('now')
  await stop('digest')
  const after = Object.values(await choicesOf(db, ann.id))
  expect(after.filter(({ mail }) => mail === 'digest')).toEqual([])
  expect(await transaction((tx) => unsubscribe(tx, 'nobody', 'digest'))).toBeUndefined()
})

test('reading: one by one or all, only one’s own, page by page, counted to a hundred', async () => {
  const { ann, ben, mo } = await worldWithoutHonours()
  const start = Date.now()
  const row = (n: number) => ({
    id: `${ann.id}-${n}`,
    personId: ann.id,
    event: 'replied',
    ideaId: null,
    data: {},
    mail: 'none' as const,
    createdAt: new Date(start - n),
  })
  await transaction(async (tx) => {
    await tx.insert(notifications).values(Array.from({ length: 120 }, (_, n) => row(n)))
  })
  expect((await headerFigures(db, ann.id)).unread).toBe(100)
  const first = await notificationsOf(db, ann, { unread: true })
  const second = await notificationsOf(db, ann, { unread: true, after: first.rows.at(-1)! })
  const ids = [...first.rows, ...second.rows].map(({ id }) => id)
  expect(ids).toEqual(Array.from({ length: 80 }, (_, n) => `${ann.id}-${n}`))

  await transaction((tx) => markRead(tx, ben, [ids[0]!]))
  await transaction((tx) => markRead(tx, ann, ids.slice(1, 80)))
  expect((await headerFigures(db, ann.id)).unread).toBe(41)
  await transaction((tx) => markRead(tx, ann))
  expect((await headerFigures(db, ann.id)).unread).toBe(0)
  expect((await headerFigures(db, mo.id)).unread).toBe(0)
})
