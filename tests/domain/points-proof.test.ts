import { and, eq, gt, like, sql } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { book } from '#app/domain/points/ledger.server.ts'
import { changePointSettings, pointSettings } from '#app/domain/points/settings.server.ts'
import { ledgerFaults } from '#app/domain/points/proof.server.ts'
import { refund, spend } from '#app/domain/points/spend.server.ts'
import { db, run, transaction, type Tx } from '#db/database.server.ts'
import { isPostgres } from '#db/dialect.ts'
import { pointScores } from '#db/schema/boards.ts'
import { pointAccounts, pointChain, pointEntries, pointPending } from '#db/schema/points.ts'
import { now } from '#db/time.ts'
import { world } from '#tests/world.ts'

let ann: Person
let ben: Person

beforeAll(async () => {
  ;({ ann, ben } = await world())
  await transaction(async (tx) => {
    for (const [i, { id }] of [ann, ben, ann].entries()) await earnAndConfirm(tx, id, `${i}`)
    await spend(tx, ann.id, 15, { key: 'r1', subjectId: 'r1' })
    await refund(tx, 'r1', { key: 'r1:back', actorId: null })
  })
})

async function earnAndConfirm(tx: Tx, personId: string, key: string) {
  const about = { personId, amount: 10, rule: 'vote', actedAt: now() }
  const [earned] = await book(tx, [{ ...about, kind: 'earn', key, confirmsAt: now() }])
  const answers = earned!.seq
  await book(tx, [{ ...about, kind: 'confirm', key: `confirm:${key}`, answers }])
}

async function faults() {
  const found: string[] = []
  for await (const { counter, of } of ledgerFaults(db)) found.push(`${counter}: ${of}`)
  return found
}

class Undo extends Error {}

/** Does something evil, asks what the proof says of it, and undoes it. */
async function after(evil: (tx: Tx) => Promise<void>) {
  const found: string[] = []
  await transaction(async (tx) => {
    await evil(tx)
    for await (const { counter, of } of ledgerFaults(tx)) found.push(`${counter}: ${of}`)
    throw new Undo()
  }).catch((error: unknown) => {
    if (!(error instanceof Undo)) throw error
  })
  return found
}

async function withoutGuard(tx: Tx) {
  if (isPostgres) return run(tx, sql`alter table point_entries disable trigger all`)
  await run(tx, sql`drop trigger point_entries_stand`)
  await run(tx, sql`drop trigger point_entries_stay`)
}

beforeEach(async () => expect(await faults()).toEqual([]))

test('the database itself refuses to change or remove an entry', async () => {
  const change = transaction((tx) =>
    tx.update(pointEntries).set({ amount: 1_000 }).where(gt(pointEntries.seq, 0)),
  )
  await expect(change).rejects.toThrow()
  await expect(
    transaction((tx) => tx.delete(pointEntries).where(gt(pointEntries.seq, 0))),
  ).rejects.toThrow()
  await expect(
    transaction((tx) =>
      run(tx, sql`insert into point_entries select * from point_entries limit 1`),
    ),
  ).rejects.toThrow()
})

test('[#158] whoever takes the guard away and changes an entry is found, and where', async () => {
  const found = await after(async (tx) => {
    await withoutGuard(tx)
    await tx.update(pointEntries).set({ amount: 1_000 }).where(eq(pointEntries.seq, 3))
  })
  expect(found).toContain('chain: entry 3')
  expect(found).toContain('both sides: the house')
})

test('a removed entry leaves a gap, and one at the end a wrong end', async () => {
  const gap = await after(async (tx) => {
    await withoutGuard(tx)
    await tx.delete(pointEntries).where(eq(pointEntries.seq, 2))
  })
  expect(gap).toContain('chain: entry 2')
  const end = await after(async (tx) => {
    await withoutGuard(tx)
    await tx.delete(pointEntries).where(eq(pointEntries.seq, 8))
  })
  expect(end).toContain('end of the chain: point_chain')
})

test('an end that was put back is found', async () => {
  const found = await after(async (tx) => {
    await tx.update(pointChain).set({ hash: 'another' }).where(eq(pointChain.id, 1))
  })
  expect(found).toEqual(['end of the chain: point_chain'])
})

test('an entry put in by hand is found, though it is well made otherwise', async () => {
  const found = await after(async (tx) => {
    const [first] = await tx.select().from(pointEntries).where(eq(pointEntries.seq, 1))
    await tx
      .insert(pointEntries)
      .values({ ...first!, seq: 9, key: 'mine', kind: 'grant', credit: 'available' })
  })
  expect(found).toContain('end of the chain: point_chain')
  expect(found).toContain('chain: entry 9')
})

test('a second confirmation, or a refund of nothing, does not fit what it answers', async () => {
  const confirmed = await after(async (tx) => {
    const [first] = await tx.select().from(pointEntries).where(eq(pointEntries.kind, 'confirm'))
    await tx.insert(pointEntries).values({ ...first!, seq: 9, key: 'twice' })
  })
  expect(confirmed).toContain('confirmed or taken back: entry 1')
  const refunded = await after(async (tx) => {
    const [first] = await tx.select().from(pointEntries).where(eq(pointEntries.kind, 'refund'))
    await tx.insert(pointEntries).values({ ...first!, seq: 9, key: 'twice', answers: 1 })
  })
  expect(refunded).toContain('pair: entry 9')
})

test('numbers that are not the sum of their entries are found, and mended', async () => {
  await transaction((tx) =>
    tx
      .update(pointAccounts)
      .set({ available: 500, earned: 7 })
      .where(eq(pointAccounts.personId, ben.id)),
  )
  await transaction((tx) =>
    tx.insert(pointPending).values({
      ...{ seq: 1, personId: ann.id, amount: 10, rule: 'vote' },
      ...{ actedAt: now(), confirmsAt: now() },
    }),
  )
  expect((await faults()).sort()).toEqual([
    `available: ${ben.id}`,
    'both sides: the house',
    `earned: ${ben.id}`,
    'waiting: entry 1',
  ])
  for await (const { mend } of ledgerFaults(db)) if (mend) await transaction(mend)
  expect(await faults()).toEqual([])
})

test('a score that somebody wrote into a leaderboard is found, of a week, a season or all time, and mended', async () => {
  for (const period of ['20%', 'season:%', 'all']) {
    const theirs = and(eq(pointScores.personId, ann.id), like(pointScores.period, period))
    const found = await after(async (tx) => {
      await tx.update(pointScores).set({ amount: 900 }).where(theirs)
    })
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(/^score of /)
    await transaction((tx) => tx.update(pointScores).set({ amount: 900 }).where(theirs))
    for await (const { mend } of ledgerFaults(db)) await transaction(mend!)
    expect(await faults()).toEqual([])
  }
  const invented = { categoryId: '', personId: 'nobody', amount: 5, period: 'season:1999-01-01' }
  const of = await after(async (tx) => {
    await tx.insert(pointScores).values(invented)
    await tx.delete(pointScores).where(eq(pointScores.personId, ben.id))
  })
  expect(of.filter((wrong) => wrong.endsWith(ben.id))).toHaveLength(3)
  expect(of).toContain('score of season:1999-01-01: nobody')
})

test('where seasons were of another length once, all of them together are what was earned', async () => {
  const { ada } = await world()
  const { now: frame, seen } = await pointSettings(db, 'frame')
  const wish = { ...frame, seasonMonths: 12 as const }
  await transaction((tx) => changePointSettings(tx, ada, 'frame', { wish, seen }))
  await transaction((tx) => earnAndConfirm(tx, ann.id, 'later'))
  expect(await faults()).toEqual([])
  const found = await after(async (tx) => {
    const theirs = and(eq(pointScores.personId, ann.id), like(pointScores.period, 'season:%'))
    await tx.update(pointScores).set({ amount: 900 }).where(theirs)
  })
  expect(found).toEqual([`score of all seasons: ${ann.id}`])
})
