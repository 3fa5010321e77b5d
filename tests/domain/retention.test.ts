import { eq, inArray } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { openCase } from '#app/domain/care/open.server.ts'
import { shortened } from '#app/domain/privacy/network.rules.ts'
import { monthsBefore } from '#app/domain/privacy/retention.rules.ts'
import { lastRuns, retentionAhead, runRetention } from '#app/domain/privacy/retention.server.ts'
import { changeRetention, retentionDays } from '#app/domain/privacy/settings.server.ts'
import { privacyDefaults } from '#app/domain/site/privacy-settings.rules.ts'
import { db, transaction } from '#db/database.server.ts'
import { caseMessages, cases } from '#db/schema/care.ts'
import { inboundMails } from '#db/schema/care-mail.ts'
import { sessions } from '#db/schema/identity.ts'
import { jobs } from '#db/schema/jobs.ts'
import { flags } from '#db/schema/moderation.ts'
import { notifications } from '#db/schema/notifications.ts'
import { now } from '#db/time.ts'
import { world } from '#tests/world.ts'

const day = 86_400_000
/** So many days ago, and a minute more: its time is just over at the day before. */
const ago = (days: number) => new Date(+now() - days * day - 60_000)

test('[#154] each kind of data goes on the day that the house chose, and not the day before', async () => {
  const { ann } = await world()
  const kept = { personId: ann.id, event: 'replied', data: {}, mail: 'none' as const }
  const job = { kind: 'mail', payload: { to: 'ann@example.org' }, runAt: now() }
  const flag = {
    subject: 'idea',
    reason: 'spam',
    email: 'g@example.org',
    outcome: 'upheld',
  } as const
  await transaction(async (tx) => {
    await tx.insert(notifications).values([
      { ...kept, id: 'read-90', createdAt: ago(90), readAt: ago(80) },
      { ...kept, id: 'read-89', createdAt: ago(89), readAt: ago(80) },
      { ...kept, id: 'unread-180', createdAt: ago(180) },
      { ...kept, id: 'unread-179', createdAt: ago(179) },
      { ...kept, id: 'by-mail-90', createdAt: ago(90), readAt: new Date(0) },
    ])
    await tx.insert(jobs).values([
      { ...job, id: 'sent-30', key: 'a', state: 'done', doneAt: ago(30) },
      { ...job, id: 'sent-29', key: 'b', state: 'done', doneAt: ago(29) },
      { ...job, id: 'dead-90', key: 'c', state: 'dead', createdAt: ago(90) },
      { ...job, id: 'dead-89', key: 'd', state: 'dead', createdAt: ago(89) },
      { ...job, id: 'farewell-7', key: 'erasure-done:1', createdAt: ago(7) },
      { ...job, id: 'farewell-6', key: 'erasure-done:2', createdAt: ago(6) },
    ])
    await tx.insert(flags).values(
      [180, 179].map((days) => ({
        ...{
          ...flag,
          id: `flag-${days}`,
          subjectId: `${days}`,
          emailFolded: `g${days}@example.org`,
        },
        decidedAt: ago(days),
      })),
    )
    await tx.insert(inboundMails).values(
      [180, 179].map((days) => ({
        ...{
          id: `in-${days}`,
          fromFolded: 'x@example.org',
          outcome: 'reply' as const,
          at: ago(days),
        },
      })),
    )
    const session = {
      personId: ann.id,
      expiresAt: now(),
      endsAt: now(),
      seenAt: now(),
      provedAt: now(),
    }
    await tx.insert(sessions).values(
      [30, 29].map((days) => ({
        ...{ ...session, id: `session-${days}`, address: '203.0.113.77', createdAt: ago(days) },
      })),
    )
  })
  const ahead = Object.fromEntries((await retentionAhead(db)).map((kind) => [kind.kind, kind]))
  expect(ahead.notices).toMatchObject({ count: 2, ids: ['unread-180', 'read-90'] })
  expect(ahead.devices).toMatchObject({ count: 1, ids: ['session-30'] })
  expect(await db.$count(jobs, inArray(jobs.id, ['sent-30', 'dead-90']))).toBe(2)

  await runRetention()
  const left = async (rows: PromiseLike<{ id: string }[]>) =>
    (await rows).map(({ id }) => id).sort()
  const ofAnn = eq(notifications.personId, ann.id)
  expect(await left(db.select().from(notifications).where(ofAnn))).toEqual([
    'by-mail-90',
    'read-89',
    'unread-179',
  ])
  expect(
    (await left(db.select().from(jobs))).filter((id) => /-\d+$/.test(id) && id.length < 12),
  ).toEqual(['dead-89', 'farewell-6', 'sent-29'])
  expect(await left(db.select().from(inboundMails))).toEqual(['in-179'])
  expect(await db.select().from(flags).orderBy(flags.id)).toMatchObject([
    { id: 'flag-179', email: 'g@example.org' },
    { id: 'flag-180', email: null, emailFolded: null },
  ])
  const addresses = await db.select().from(sessions).orderBy(sessions.id)
  expect(addresses.map(({ address }) => address)).toEqual(['203.0.113.77', '203.0.113.0'])
  expect((await lastRuns(db)).get('notices')).toMatchObject({ removed: 2 })
  expect(await runRetention()).toBe(0)
})

test('[#154] a case loses its words months after it was closed; that there was one stays', async () => {
  const { ann } = await world()
  const wish = { topicId: 'product', subject: 'Mould', body: 'In the bag.', locale: 'en' } as const
  const open = (closedAt: Date) =>
    transaction(async (tx) => {
      const made = await openCase(tx, {
        ...wish,
        source: 'form',
        isConfirmed: true,
        personId: ann.id,
      })
      await tx.update(cases).set({ state: 'closed', closedAt }).where(eq(cases.id, made.id))
      return made.id
    })
  const cut = monthsBefore(now(), 24)
  const [old, young] = [await open(new Date(+cut - 1000)), await open(new Date(+cut + 60_000))]
  await runRetention()
  const found = await db
    .select()
    .from(cases)
    .where(inArray(cases.id, [old, young]))
  const of = (id: string) => found.find((row) => row.id === id)!
  expect(of(old)).toMatchObject({
    subject: '',
    personId: null,
    state: 'closed',
    topicId: 'product',
  })
  expect(of(old).erasedAt).not.toBeNull()
  expect(of(young)).toMatchObject({ subject: 'Mould', personId: ann.id, erasedAt: null })
  const [said] = await db.select().from(caseMessages).where(eq(caseMessages.caseId, old))
  expect(said!.body).toBe('')
})

test('only who oversees privacy changes the days, and nobody unknowingly over somebody else', async () => {
  const { ada, mo } = await world()
  const { seen } = await retentionDays(db)
  const wish = { ...privacyDefaults, ipDays: 7 }
  const change = (who: typeof ada) => transaction((tx) => changeRetention(tx, who, seen, wish))
  expect(await change(mo)).toBe('not-allowed')
  expect(await change(ada)).toBe('changed')
  expect(await change(ada)).toBe('stale')
  expect((await retentionDays(db)).rules.ipDays).toBe(7)
})

test('[#157] of an address its end is forgotten', () => {
  expect(shortened('203.0.113.77')).toBe('203.0.113.0')
  expect(shortened('::ffff:203.0.113.77')).toBe('203.0.113.0')
  expect(shortened('2001:db8:1:2:3::9')).toBe('2001:db8:1::')
  expect(shortened('unknown')).toBe('')
  expect(monthsBefore(new Date('2026-03-31T10:00:00Z'), 1)).toEqual(
    new Date('2026-02-28T10:00:00Z'),
  )
})
