import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { postComment } from '#app/domain/comments/comment.server.ts'
import { keepImage } from '#app/domain/ideas/image.server.ts'
import { findIdea } from '#app/domain/ideas/idea.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { decide } from '#app/domain/moderation/decide.server.ts'
import {
  confirmFlag,
  flagAsGuest,
  forgetGuests,
  guestFlag,
} from '#app/domain/moderation/flag-guest.server.ts'
import { weightOf, weightOfNewcomer, weightTogether } from '#app/domain/moderation/flag.rules.ts'
import { flagComment, flagIdea, flagThing } from '#app/domain/moderation/flag.server.ts'
import { ideaToFlag, imageToFlag, profileToFlag } from '#app/domain/moderation/flag-thing.server.ts'
import { isDisposable, mailboxOf, networkOf } from '#app/domain/moderation/mailbox.rules.ts'
import { settleFlags } from '#app/domain/moderation/flag-settle.server.ts'
import { db, transaction, type Tx } from '#db/database.server.ts'
import { activity } from '#db/schema/activity.ts'
import { people, sessions } from '#db/schema/identity.ts'
import { jobs } from '#db/schema/jobs.ts'
import { flags, reviewItems } from '#db/schema/moderation.ts'
import { at, now } from '#db/time.ts'
import { person, world } from '#tests/world.ts'

const why = { reason: 'offensive', note: '' } as const
const day = 86_400_000
const ago = (days: number) => new Date(+now() - days * day)

/** Somebody who has been here for a while, and came from an address of their own. */
async function member(tx: Tx, name: string, { days = 30, address = '' } = {}) {
  const one = await person(tx, name)
  await tx
    .update(people)
    .set({ joinedAt: ago(days) })
    .where(eq(people.id, one.id))
  const later = new Date(+now() + day)
  if (address)
    await tx.insert(sessions).values({
      ...{ id: one.id, personId: one.id, address, agent: '' },
      ...{ expiresAt: later, endsAt: later, seenAt: now(), provedAt: now() },
    })
  return one
}

const members = (names: string[], how = {}) =>
  transaction(async (tx) => {
    const all: Person[] = []
    for (const name of names) all.push(await member(tx, name, how))
    return all
  })
const flagAll = async (all: Person[], number: number) => {
  for (const one of all) await transaction((tx) => flagIdea(tx, one, number, why))
}

test('who was right weighs more, who was wrong less, within bounds', () => {
  expect(weightOf({ upheld: 0, decided: 0 })).toBe(1)
  expect(weightOf({ upheld: 5, decided: 5 })).toBeCloseTo(1.71)
  expect(weightOf({ upheld: 0, decided: 5 })).toBeCloseTo(0.29)
  expect(weightOf({ upheld: 0, decided: 100 })).toBe(0.2)
  expect(weightOf({ upheld: 1000, decided: 1000 })).toBeLessThanOrEqual(2)
  expect(weightOfNewcomer({ upheld: 50, decided: 50 })).toBe(0.5)
})

test('[#109] newcomers together never hide, and those of one address or mailbox count once', () => {
  const newcomer = (sameAs: string) => ({ weight: 0.5, isNewcomer: true, sameAs })
  const crowd = Array.from({ length: 100 }, (_, i) => newcomer(String(i)))
  expect(weightTogether(crowd, 3)).toBe(1.5)
  expect(
    weightTogether(
      crowd.map(() => newcomer('one')),
      3,
    ),
  ).toBe(0.5)
  const known = { weight: 1.5, isNewcomer: false, sameAs: '' }
  expect(weightTogether([known, ...crowd], 3)).toBe(3)
  const boxes = ['a.n.n+x@gmail.com', 'Ann@GMAIL.com', 'ann+shop@googlemail.com'].map(mailboxOf)
  expect(new Set(boxes)).toEqual(new Set(['ann@gmail.com']))
  expect(mailboxOf('ann.b+x@example.org')).toBe('ann.b@example.org')
  expect([isDisposable('x@yopmail.com'), isDisposable('x@example.org')]).toEqual([true, false])
  expect(networkOf('2001:db8:1:2:aaaa::1')).toBe(networkOf('2001:db8:1:2::9'))
  expect(networkOf('::ffff:10.0.0.1')).toBe('10.0.0.1')
})

test('enough flags of known members take something out of sight; approving brings it back as it was', async () => {
  const { ann, mo, refillStation } = await world()
  const { number } = refillStation
  const three = await members(['dan', 'eve', 'fay'])
  await flagAll(three.slice(0, 2), number)
  expect(await findIdea(db, number, undefined)).toBeDefined()
  await flagAll(three.slice(2), number)
  expect(await findIdea(db, number, undefined)).toBeUndefined()
  expect(await findIdea(db, number, ann)).toBeDefined()

  const [item] = await db
    .select()
    .from(reviewItems)
    .where(eq(reviewItems.subjectId, refillStation.id))
  expect(item).toMatchObject({
    why: 'flagged',
    flagsCount: 3,
    isHeld: true,
    severity: 3,
    weight: 3,
  })
  const wish = { act: 'approve', reason: '', facts: '', seen: item!.version } as const
  await transaction((tx) => decide(tx, mo, item!.id, wish))
  expect(await findIdea(db, number, undefined)).toMatchObject({ status: 'voting' })
})

test('[#109] a hundred accounts of one address hide nothing, and nobody is banned', async () => {
  const { refillStation } = await world()
  const names = Array.from({ length: 100 }, (_, i) => `sock${i}`)
  await flagAll(await members(names, { days: 0, address: '10.0.0.9' }), refillStation.number)
  expect(await findIdea(db, refillStation.number, undefined)).toBeDefined()
  const [item] = await db
    .select()
    .from(reviewItems)
    .where(eq(reviewItems.subjectId, refillStation.id))
  expect(item).toMatchObject({ flagsCount: 100, isHeld: false, state: 'open' })
  const out = await db.select().from(people)
  expect(out.filter(({ suspendedAt }) => suspendedAt)).toEqual([])
}, 60_000)

test('each flag gets its outcome, its reporter hears of it once, and their next one weighs by it', async () => {
  const { ben, ann, refillStation } = await world()
  await transaction(async (tx) => {
    await tx
      .update(people)
      .set({ joinedAt: ago(30) })
      .where(eq(people.id, ben.id))
  })
  await transaction((tx) => flagIdea(tx, ben, refillStation.number, why))
  const [flag] = await db.select().from(flags).where(eq(flags.reporterId, ben.id))
  expect(flag!.weight).toBe(1)
  await transaction((tx) => settleFlags(tx, flag!.itemId!, 'rejected'))
  await transaction((tx) => settleFlags(tx, flag!.itemId!, 'upheld'))
  const told = await db.select().from(activity).where(eq(activity.subjectId, flag!.id))
  expect(told).toMatchObject([
    { verb: 'flag.decided', data: { personId: ben.id, outcome: 'rejected' } },
  ])
  const said = await transaction((tx) =>
    postComment(tx, ann, refillStation.number, { body: 'Never mind' }),
  )
  const { id } = said as { id: string }
  await transaction((tx) => flagComment(tx, ben, id, why))
  const [next] = await db.select().from(flags).where(eq(flags.subjectId, id))
  expect(next!.weight).toBeCloseTo(2 / 3)
})

test('images and profiles are flagged as far as they can be seen', async () => {
  const { ann, ben, refillStation } = await world()
  const stored = {
    id: 'b'.repeat(8) + '-1111-4111-8111-111111111111',
    width: 1,
    height: 1,
    bytes: 1,
  }
  await transaction((tx) =>
    keepImage(tx, ann.id, stored, { purpose: 'idea', alt: 'A tin', ideaId: refillStation.id }),
  )
  const image = (await imageToFlag(db, ben, stored.id))!
  expect(image).toMatchObject({ subject: 'image', authorId: ann.id, quote: 'A tin' })
  expect(await transaction((tx) => flagThing(tx, ben, image, why))).toBe('flagged')
  const profile = (await profileToFlag(db, ann.handle))!
  expect(profile).toMatchObject({ subject: 'profile', authorId: ann.id, ideaId: null })
  expect(await transaction((tx) => flagThing(tx, ben, profile, why))).toBe('flagged')
  expect(await transaction((tx) => flagThing(tx, ben, profile, why))).toBe('already-flagged')
  expect(await profileToFlag(db, 'nobody')).toBeUndefined()
  expect(await imageToFlag(db, ben, 'nothing')).toBeUndefined()
  const waiting = await db.select().from(reviewItems)
  expect(waiting.map(({ subject }) => subject)).toEqual(
    expect.arrayContaining(['image', 'profile']),
  )
})

const letters = async (to: string) =>
  (await db.select().from(jobs).where(eq(jobs.kind, 'mail'))).filter(
    ({ payload }) => payload.to === to,
  )
const secretIn = (letter: { payload: Record<string, unknown> }) =>
  (letter.payload.params as { path: string }).path.replace('/flags/', '')

test('a guest confirms by mail before their flag counts, and hears the outcome', async () => {
  const { refillStation } = await world()
  const thing = (await ideaToFlag(db, undefined, refillStation.number))!
  const guest = { email: 'Guest+tag@example.net', locale: 'en' } as const
  const flag = (email: string = guest.email) =>
    transaction((tx) => flagAsGuest(tx, { ...guest, email }, thing, why))
  await flag()
  await flag('guest@example.net')
  const sent = await letters(guest.email)
  expect(sent).toHaveLength(1)
  const secret = secretIn(sent[0]!)
  const known = (await guestFlag(db, secret))!
  expect(known.flag).toMatchObject({ weight: 0, itemId: null, confirmedAt: null })
  expect(known.flag.tokenHash).not.toContain(secret)

  expect(await transaction((tx) => confirmFlag(tx, 'guessed'))).toBeUndefined()
  const both = await Promise.all([1, 2].map(() => transaction((tx) => confirmFlag(tx, secret))))
  expect(both).toContain('confirmed')
  expect(both.filter((one) => one === 'confirmed')).toHaveLength(1)
  const { flag: now_ } = (await guestFlag(db, secret))!
  expect(now_.weight).toBe(0.5)
  const [item] = await db.select().from(reviewItems).where(eq(reviewItems.id, now_.itemId!))
  expect(item!.flagsCount).toBe(1)

  await transaction((tx) => settleFlags(tx, now_.itemId!, 'upheld'))
  const last = (await letters(guest.email)).map(({ payload }) => payload.template)
  expect(last.sort()).toEqual(['flag-receipt', 'flag-upheld'])
})

test('a report that nobody confirms within a week counts for nothing and is forgotten', async () => {
  const { refillStation } = await world()
  const thing = (await ideaToFlag(db, undefined, refillStation.number))!
  const guest = { email: 'late@example.net', locale: 'it' } as const
  await transaction((tx) => flagAsGuest(tx, guest, thing, why))
  const secret = secretIn((await letters(guest.email))[0]!)
  await at(new Date(+now() + 8 * day), async () => {
    expect(await transaction((tx) => confirmFlag(tx, secret))).toBeUndefined()
    await transaction(forgetGuests)
    expect(await guestFlag(db, secret)).toBeUndefined()
  })
})
