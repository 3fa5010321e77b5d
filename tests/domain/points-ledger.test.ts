import { expect, test } from 'vitest'
import { accountOf } from '#app/domain/points/account.server.ts'
import { book } from '#app/domain/points/ledger.server.ts'
import { refund, spend } from '#app/domain/points/spend.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { now } from '#db/time.ts'
import { world } from '#tests/world.ts'

const earn = (personId: string, amount: number, key: string) => ({
  kind: 'earn' as const,
  ...{ personId, amount, key, rule: 'vote' },
  ...{ actedAt: now(), confirmsAt: now() },
})

test('points are earned, confirmed, spent and given back, each once', async () => {
  const { ann } = await world()
  const [earned] = await transaction((tx) => book(tx, [earn(ann.id, 10, 'a')]))
  expect(await transaction((tx) => book(tx, [earn(ann.id, 10, 'a')]))).toEqual([])
  expect(await accountOf(db, ann.id)).toMatchObject({ pending: 10, available: 0, earned: 0 })

  const confirm = {
    kind: 'confirm' as const,
    ...{ personId: ann.id, amount: 10, key: 'confirm:1' },
    ...{ answers: earned!.seq, rule: 'vote', actedAt: now() },
  }
  await transaction((tx) => book(tx, [confirm]))
  expect(await accountOf(db, ann.id)).toMatchObject({ pending: 0, available: 10, earned: 10 })

  const wish = { key: 'r1', subjectId: 'r1' }
  expect(await transaction((tx) => spend(tx, ann.id, 11, wish))).toBe('too-few-points')
  await transaction((tx) => spend(tx, ann.id, 7, wish))
  await transaction((tx) => spend(tx, ann.id, 7, wish))
  expect(await accountOf(db, ann.id)).toMatchObject({ available: 3, spent: 7, earned: 10 })

  const back = { key: 'r1:back', actorId: null }
  await transaction((tx) => refund(tx, 'r1', back))
  expect(await transaction((tx) => refund(tx, 'r1', back))).toBe('already-refunded')
  expect(await transaction((tx) => refund(tx, 'r2', back))).toBe('never-spent')
  expect(await accountOf(db, ann.id)).toMatchObject({ available: 10, spent: 0, earned: 10 })
})
