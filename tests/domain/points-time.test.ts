import { expect, test } from 'vitest'
import type { Event } from '#app/domain/event.ts'
import { accountOf } from '#app/domain/points/account.server.ts'
import { endPoints } from '#app/domain/points/expiry.server.ts'
import { dayAfter, endings, expiryDay } from '#app/domain/points/expiry.rules.ts'
import { book } from '#app/domain/points/ledger.server.ts'
import { announceEndings, endingsFor } from '#app/domain/points/notice.server.ts'
import {
  firstDayOfWeek,
  seasonBefore,
  seasonEnd,
  seasonName,
  seasonOf,
  weekOf,
} from '#app/domain/points/season.rules.ts'
import { defaultTerms } from '#app/domain/points/rule.rules.ts'
import {
  changeTerms,
  ruleVersions,
  termsAt,
  unchangedRule,
} from '#app/domain/points/rule.server.ts'
import { refund, spend } from '#app/domain/points/spend.server.ts'
import { changeSettings } from '#app/domain/site/site.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { at } from '#db/time.ts'
import { world } from '#tests/world.ts'

const zone = 'Europe/Rome'
const on = (moment: string) => new Date(moment)
const noon = (day: string) => on(`${day}T12:00:00Z`)

test('points are good until the last day of the month, so many months after they came', () => {
  expect(expiryDay(noon('2026-11-22'), 24, zone)).toBe('2028-11-30')
  expect(expiryDay(noon('2026-01-31'), 1, zone)).toBe('2026-02-28')
  // In Rome it is the first of December already.
  expect(expiryDay(on('2026-11-30T23:30:00Z'), 12, zone)).toBe('2027-12-31')
  expect(expiryDay(noon('2026-11-22'), 0, zone)).toBeNull()
  expect(expiryDay(noon('2026-11-22'), null, zone)).toBeNull()
})

test('what goes out goes out of the oldest', () => {
  const vintages = [
    { expiresOn: '2027-02-28', amount: 50 },
    { expiresOn: '2027-01-31', amount: 30 },
    { expiresOn: '9999-12-31', amount: 20 },
  ]
  expect(endings(vintages, 100)).toEqual([
    { expiresOn: '2027-01-31', amount: 30 },
    { expiresOn: '2027-02-28', amount: 50 },
  ])
  expect(endings(vintages, 60)).toEqual([{ expiresOn: '2027-02-28', amount: 40 }])
  expect(endings(vintages, 15)).toEqual([])
})

test('a week is that of ISO 8601 where the community lives', () => {
  expect(weekOf(noon('2026-11-22'), zone)).toBe('2026-W47')
  expect(weekOf(noon('2027-01-03'), zone)).toBe('2026-W53')
  expect(weekOf(noon('2027-01-04'), zone)).toBe('2027-W01')
  expect(weekOf(noon('2024-12-30'), zone)).toBe('2025-W01')
  // Sunday evening in London is Monday in Rome.
  expect(weekOf(on('2026-11-22T23:30:00Z'), zone)).toBe('2026-W48')
  expect(firstDayOfWeek('2026-W47')).toBe('2026-11-16')
  expect(firstDayOfWeek('2026-W53')).toBe('2026-12-28')
  expect(firstDayOfWeek('2025-W01')).toBe('2024-12-30')
})

test('a season begins in January, and has a name that people would say', () => {
  expect(seasonOf(noon('2026-11-22'), 3, zone)).toBe('2026-10-01')
  expect(seasonOf(noon('2026-11-22'), 12, zone)).toBe('2026-01-01')
  expect(seasonOf(on('2026-12-31T23:30:00Z'), 4, zone)).toBe('2027-01-01')
  expect(seasonEnd('2026-10-01', 3)).toBe('2027-01-01')
  expect(seasonBefore('2026-01-01', 3)).toBe('2025-10-01')
  expect(seasonName('2026-10-01', 3, 'it')).toBe('ottobre–dicembre 2026')
  expect(seasonName('2027-01-01', 4, 'en')).toBe('January–April 2027')
  expect(seasonName('2026-11-01', 1, 'it')).toBe('novembre 2026')
  expect(seasonName('2026-01-01', 12, 'en')).toBe('2026')
})

const come = (personId: string, amount: number, key: string) =>
  transaction((tx) => book(tx, [{ kind: 'grant', personId, amount, key }]))
const announce = () => transaction((tx) => announceEndings(tx))
const isAbout = (event: Event, personId: string) =>
  event.verb === 'points.expiring' && event.data.personId === personId
const end = () => transaction(endPoints)
const available = async (personId: string) => (await accountOf(db, personId)).available

test('what ends is announced 30 days before, and nothing ends that was not', async () => {
  const { ben } = await world()
  await transaction((tx) => changeSettings(tx, { pointExpiryMonths: 2 }))
  await at(noon('2026-01-10'), () => come(ben.id, 100, 'one'))
  await at(noon('2026-02-10'), () => come(ben.id, 40, 'two'))

  await at(noon('2026-02-28'), async () => expect((await announce()).events).toEqual([]))
  const { events } = await at(noon('2026-03-01'), announce)
  expect(events).toEqual([
    {
      verb: 'points.expiring',
      actorId: null,
      subjectId: '2026-03-31',
      data: { personId: ben.id, amount: 100 },
    },
  ])
  await at(noon('2026-03-02'), async () => expect((await announce()).events).toEqual([]))

  // Of what was told, 30 are spent, of the oldest; on the last day all is still good.
  await at(noon('2026-03-20'), () =>
    transaction((tx) => spend(tx, ben.id, 30, { key: 'bread', subjectId: 'bread' })),
  )
  await at(noon('2026-03-31'), async () => {
    await end()
    expect(await available(ben.id)).toBe(110)
  })
  await at(noon('2026-04-01'), async () => {
    await end()
    await end()
    expect(await available(ben.id)).toBe(40)
    expect(await endingsFor(db, ben.id)).toEqual([{ expiresOn: '2026-04-30', amount: 40 }])
  })
})

test('a house that slept tells late, and gives 30 days from there', async () => {
  const { ben } = await world()
  await transaction((tx) => changeSettings(tx, { pointExpiryMonths: 1 }))
  await at(noon('2026-01-10'), () => come(ben.id, 60, 'late'))
  const told = noon('2026-04-20')
  await at(told, async () => {
    const { events } = await announce()
    expect(events.filter((told) => isAbout(told, ben.id))).toHaveLength(1)
    await end()
    expect(await available(ben.id)).toBe(60)
  })
  await at(noon('2026-05-19'), end)
  expect(await available(ben.id)).toBe(60)
  await at(noon('2026-05-20'), end)
  expect(await available(ben.id)).toBe(0)
})

test('a shorter rule shortens nothing that was promised, and what comes back has its time', async () => {
  const { ben } = await world()
  await transaction((tx) => changeSettings(tx, { pointExpiryMonths: 24 }))
  await at(noon('2026-01-10'), () => come(ben.id, 60, 'promised'))
  await transaction((tx) => changeSettings(tx, { pointExpiryMonths: 1 }))
  expect(await endingsFor(db, ben.id)).toEqual([{ expiresOn: '2028-01-31', amount: 60 }])

  await at(noon('2027-12-01'), () =>
    transaction((tx) => spend(tx, ben.id, 60, { key: 'tin', subjectId: 'tin' })),
  )
  await at(noon('2028-01-02'), async () => expect((await announce()).events).toEqual([]))
  await at(noon('2028-02-10'), () =>
    transaction((tx) => refund(tx, 'tin', { key: 'tin-back', actorId: null })),
  )
  await at(noon('2028-02-11'), async () => {
    await end()
    expect(await available(ben.id)).toBe(60)
  })
  expect(dayAfter('2028-02-28', 2)).toBe('2028-03-01')
})

test('terms that were changed after the clock was put back are the last said all the same', async () => {
  const { ada } = await world()
  const change = (amount: number, seen: string) => {
    const terms = { ...defaultTerms.quiz, amount }
    return transaction((tx) => changeTerms(tx, ada, 'quiz', { terms, seen }))
  }
  expect(await change(7, unchangedRule)).toBe('changed')
  await at(new Date(Date.now() - 3_600_000), async () => {
    const [last] = await ruleVersions(db, 'quiz')
    expect(await change(8, last!.id)).toBe('changed')
  })
  expect((await ruleVersions(db, 'quiz')).map(({ terms }) => terms.amount)).toEqual([8, 7])
  expect((await termsAt(db, new Date(Date.now() + 1000))).quiz.amount).toBe(8)
})
