import { eq, isNotNull } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { record } from '#app/domain/activity/record.server.ts'
import type { Event } from '#app/domain/event.ts'
import { personOf } from '#app/domain/identity/person.server.ts'
import { assignRoles } from '#app/domain/identity/role.server.ts'
import { choicesOf, choose, unsubscribe } from '#app/domain/notifications/choice.server.ts'
import { departureOf } from '#app/domain/notifications/departure.server.ts'
import { askDigest } from '#app/domain/notifications/digest.server.ts'
import { notificationsOf } from '#app/domain/notifications/notification.server.ts'
import { changeSettings } from '#app/domain/site/site.server.ts'
import { type MailOrder, renderMail } from '#app/web/mail.server.ts'
import { newId } from '#db/columns.ts'
import { db, transaction } from '#db/database.server.ts'
import { jobs } from '#db/schema/jobs.ts'
import { pointGrants } from '#db/schema/point-desk.ts'
import { thanks } from '#db/schema/thanks.ts'
import { redemptions, redemptionSteps, rewards } from '#db/schema/rewards.ts'
import { now } from '#db/time.ts'
import { person, world } from '#tests/world.ts'

type Who = Awaited<ReturnType<typeof world>>['ann']

beforeEach(() =>
  transaction(async (tx) => {
    await tx.delete(jobs).where(isNotNull(jobs.id))
  }),
)

const happened = (...events: Event[]) =>
  transaction(async (tx) => {
    for (const event of events) await record(tx, event)
  })
const heardBy = async (reader: Who) => {
  const { rows } = await notificationsOf(db, reader, { unread: true })
  return rows.map(({ event, path }) => [event, path])
}
const ordersFor = async (reader: Who) => {
  const mails = await db.select().from(jobs).where(eq(jobs.kind, 'mail'))
  return mails
    .map(({ payload }) => payload as unknown as MailOrder)
    .filter(({ to }) => to === `${reader.handle}@example.org`)
}
const mailsTo = async (reader: Who) =>
  (await ordersFor(reader)).map((order) => renderMail({ ...order, locale: 'it' }, 'Forno'))

const level = (who: Who, n: number): Event => ({
  verb: 'level.reached',
  actorId: null,
  subjectId: String(n),
  data: { personId: who.id },
})
const badge = (who: Who, name: string): Event => ({
  verb: 'badge.awarded',
  actorId: null,
  subjectId: name,
  data: { personId: who.id },
})

/** A reward that `who` asked for, as its slice writes it down. */
async function redeemed(who: Who, kind: 'coupon' | 'prize' | 'donation', tracking = '') {
  const id = newId()
  await transaction(async (tx) => {
    const words = {
      titleIt: 'Latta di biscotti',
      titleEn: 'Tin of biscuits',
      textIt: '',
      textEn: '',
    }
    const reward = { id, slug: id, kind, price: 120, state: 'shown' as const, ...words }
    await tx.insert(rewards).values(reward)
    const said = { address: 'sealed-address', tracking, movedAt: now() }
    const row = { id, rewardId: id, personId: who.id, key: id, asked: '', price: 120, ...said }
    await tx.insert(redemptions).values({ ...row, state: 'requested' })
  })
  return id
}
const moved = (who: Who, subjectId: string, to: string, actorId: string | null): Event => ({
  verb: 'redemption.moved',
  actorId,
  subjectId,
  data: { personId: who.id, to },
})

test('a level and a badge are told on the site once, the level in the digest, in the house’s words', async () => {
  const { ann, ben } = await world()
  await happened(level(ann, 1), badge(ann, 'first-idea'), level(ann, 1))
  expect((await heardBy(ann)).sort()).toEqual([
    ['own-badge', '/me/points'],
    ['own-level', '/me/points'],
  ])
  expect(await heardBy(ben)).toEqual([])
  expect(await ordersFor(ann)).toEqual([])
  await transaction((tx) => askDigest(tx, ann.id, '2026-11-22'))
  const [{ subject, text }] = (await mailsTo(ann)) as [Awaited<ReturnType<typeof mailsTo>>[0]]
  expect(subject).toBe('Le novità per te su Forno')
  expect(text).toContain('Chicchi di grano\nhttp://localhost:3000/me/points')
  expect(text).toContain('- Hai raggiunto il livello Germoglio')
  expect(text).not.toContain('riconoscimento')
})

test('points given and taken by hand come with the reason, called as the house calls them', async () => {
  const { ann, ada } = await world()
  const star = { it: 'stella', en: 'star' }
  const pointNoun = { one: star, many: { it: 'stelle', en: 'stars' }, icon: 'star' }
  const given = (amount: number): [string, Event] => {
    const subjectId = newId()
    const data = { personId: ann.id, amount }
    return [subjectId, { verb: 'points.granted', actorId: ada.id, subjectId, data }]
  }
  for (const amount of [25, -10]) {
    const [id, event] = given(amount)
    const row = { id, personId: ann.id, amount, askedBy: ada.id, state: 'done' as const }
    await transaction(async (tx) => {
      await changeSettings(tx, { pointNoun })
      await tx.insert(pointGrants).values({ ...row, reason: 'For the tasting.' })
    })
    await happened(event)
  }
  await transaction((tx) => changeSettings(tx, { pointNoun: null as never }))
  expect((await heardBy(ann)).map(([event]) => event)).toEqual(['own-points', 'own-points'])
  const subjects = (await mailsTo(ann)).map(({ subject }) => subject).sort()
  expect(subjects).toEqual(['Un grazie per te: 25 stelle', 'Una correzione nel tuo saldo'].sort())
  for (const { text } of await mailsTo(ann)) expect(text).toContain('> For the tasting.')
})

test('what ends soon is announced by mail with the last day on which it can be used', async () => {
  const { ann } = await world()
  const data = { personId: ann.id, amount: 120 }
  await happened({ verb: 'points.expiring', actorId: null, subjectId: '2027-01-01', data })
  const [mail] = await mailsTo(ann)
  expect(mail!.subject).toBe('Hai 120 chicchi di grano da usare entro il 31 dicembre 2026')
  expect(await heardBy(ann)).toEqual([['own-expiring', '/me/points']])
})

test('each step of a reward is one mail, also what its owner did, with no address and no code in it', async () => {
  const { ann, ada } = await world()
  const id = await redeemed(ann, 'prize', 'RM-77')
  const steps = [
    ['requested', ann.id],
    ['approved', ada.id],
    ['sent', ada.id],
    ['delivered', ada.id],
  ] as const
  for (const [to, actor] of steps) await happened(moved(ann, id, to, actor))
  await happened(moved(ann, id, 'sent', ada.id))
  expect(await heardBy(ann)).toEqual(steps.map(() => ['own-redemption', `/me/rewards/${id}`]))
  const mails = await mailsTo(ann)
  expect(mails.map(({ subject }) => subject).sort()).toEqual([
    'Abbiamo ricevuto la tua richiesta',
    'Il tuo premio è arrivato',
    'Il tuo premio è in viaggio',
    'Stiamo preparando il tuo premio',
  ])
  const all = mails.map(({ text, html }) => text + html).join('\n')
  expect(all).toContain('RM-77')
  expect(all).toContain('120\u00a0chicchi di grano')
  expect(all).toContain(`http://localhost:3000/me/rewards/${id}`)
  expect(all).not.toContain('sealed-address')
})

test('a request that is cancelled says what was given back, and why', async () => {
  const { ann, ada } = await world()
  const id = await redeemed(ann, 'prize')
  await transaction((tx) =>
    tx
      .insert(redemptionSteps)
      .values({ redemptionId: id, state: 'cancelled', actorId: ada.id, note: 'The tins broke.' }),
  )
  await happened(moved(ann, id, 'cancelled', ada.id))
  const [{ text }] = (await mailsTo(ann)) as [Awaited<ReturnType<typeof mailsTo>>[0]]
  expect(text).toContain('Ti abbiamo restituito 120\u00a0chicchi di grano')
  expect(text).toContain('> The tins broke.')
})

test('the team hears once of a prize to prepare, and not of a coupon that gives itself', async () => {
  const { ann, ada, eva } = await world()
  const editor = await transaction((tx) => person(tx, 'edda', ['editor']))
  const [prize, coupon] = [await redeemed(ann, 'prize'), await redeemed(ann, 'coupon')]
  await happened(moved(ann, coupon, 'delivered', ann.id))
  await happened(moved(ann, prize, 'requested', ann.id), moved(ann, prize, 'approved', ada.id))
  for (const holder of [editor, ada])
    expect(await heardBy(holder)).toEqual([['staff-redemption', `/staff/redemptions/${prize}`]])
  expect(await heardBy(eva)).toEqual([])
  expect(await ordersFor(editor)).toEqual([])
  const [first] = (await mailsTo(ann)).filter(({ subject }) => subject === 'Il tuo buono è pronto')
  expect(first!.text).toContain('lo vedi solo tu')
  // Whoever of the team asked for it themselves prepares it for nobody.
  const own = await redeemed(editor, 'prize')
  await happened(moved(editor, own, 'requested', editor.id))
  expect((await heardBy(editor)).map(([event]) => event).sort()).toEqual([
    'own-redemption',
    'staff-redemption',
  ])
})

test('[#50] a grant above the limit is told to those who may decide it, but not to who asked or would get it', async () => {
  const { ada, mo } = await world()
  const [asker, other] = await transaction(async (tx) => [
    await person(tx, 'edda', ['editor', 'admin']),
    await person(tx, 'otto', ['admin']),
  ])
  const data = { personId: other!.id, amount: 900 }
  await happened({ verb: 'grant.asked', actorId: asker!.id, subjectId: newId(), data })
  expect(await heardBy(ada)).toEqual([['staff-grant', '/staff/grants']])
  for (const who of [asker!, other!, mo]) expect(await heardBy(who)).toEqual([])
  const orders = await ordersFor(ada)
  expect(orders).toHaveLength(1)
  // Not the whole of an order: the digits of an id are chance.
  expect(JSON.stringify(orders[0]!.params)).not.toContain('900')
})

test('a suspicion is told to those who look at them; once they have left the team it leads nowhere and no mail leaves', async () => {
  const { ada, mo, eva } = await world()
  await transaction((tx) => choose(tx, mo.id, { 'staff-suspect': { inApp: true, mail: 'now' } }))
  await happened({ verb: 'points.suspected', actorId: null, subjectId: newId() })
  expect(await heardBy(mo)).toEqual([['staff-suspect', '/staff/suspects']])
  expect(await heardBy(eva)).toEqual([])
  const [order] = await ordersFor(mo)
  expect((await departureOf(db, order!)).outcome).toBe('leave')

  await transaction((tx) => assignRoles(tx, ada, mo.id, { roles: [], team: null }))
  expect(await heardBy((await personOf(db, mo.id)) as Who)).toEqual([['staff-suspect', null]])
  expect((await departureOf(db, order!)).outcome).toBe('drop')
})

test('thanks for an idea and for a comment lead there, in the name of the team', async () => {
  const { ann, ben, eva, refillStation } = await world()
  const { id: ideaId, number, slug } = refillStation
  const commentId = newId()
  const said = { ideaId, team: 'Laboratorio', thankedBy: eva.id }
  await transaction(async (tx) => {
    await tx.insert(thanks).values({ ...said, personId: ann.id })
    await tx.insert(thanks).values({ ...said, personId: ben.id, commentId })
  })
  const to = (who: Who) => ({ actorId: eva.id, ideaId, data: { personId: who.id } })
  await happened(
    { verb: 'idea.thanked', subjectId: ideaId, ...to(ann) },
    { verb: 'comment.thanked', subjectId: commentId, ...to(ben) },
  )
  expect(await heardBy(ann)).toEqual([['own-thanked', `/ideas/${number}/${slug}`]])
  expect(await heardBy(ben)).toEqual([['own-thanked', `/comments/${commentId}`]])
  const [mail] = await mailsTo(ben)
  expect(mail!.subject).toContain('Un grazie per il tuo commento')
  expect(mail!.text).toContain('Laboratorio ti ringrazia per il tuo commento')
})

test('[#82] mails of points can be ended by kind; what was done to one’s balance still shows on the site', async () => {
  const { ann } = await world()
  await transaction((tx) => unsubscribe(tx, ann.id, 'own-redemption'))
  const none = { inApp: false, mail: 'none' as const }
  await transaction((tx) => choose(tx, ann.id, { 'own-points': none, 'own-level': none }))
  expect((await choicesOf(db, ann.id))['own-points']).toEqual({ inApp: true, mail: 'none' })
  const id = await redeemed(ann, 'donation')
  await happened(moved(ann, id, 'delivered', ann.id), level(ann, 2))
  expect(await heardBy(ann)).toEqual([['own-redemption', `/me/rewards/${id}`]])
  expect(await ordersFor(ann)).toEqual([])
})

test('news of points are found by their kind, apart from those of ideas', async () => {
  const { ann, ben, refillStation } = await world()
  const { postComment } = await import('#app/domain/comments/comment.server.ts')
  await transaction((tx) => postComment(tx, ben, refillStation.number, { body: 'Hello.' }))
  await happened(level(ann, 1))
  const ofKind = async (kind: 'points' | 'replies') => {
    const { rows } = await notificationsOf(db, ann, { unread: true, kind })
    return rows.map(({ event }) => event)
  }
  expect(await ofKind('points')).toEqual(['own-level'])
  expect(await ofKind('replies')).toEqual(['own-commented'])
})
