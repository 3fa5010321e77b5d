import { isNull } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { changeDays, daysNow } from '#app/domain/appeals/days.server.ts'
import { careRules, changeCareRules } from '#app/domain/care/settings.server.ts'
import { allTopics, retireTopic } from '#app/domain/care/topic.server.ts'
import { retireCriterion } from '#app/domain/dossiers/criteria.server.ts'
import { changeMergeRules, mergeRules } from '#app/domain/merges/settings.server.ts'
import { changeModerationRules, moderationRules } from '#app/domain/moderation/settings.server.ts'
import { changeRetention, retentionDays } from '#app/domain/privacy/settings.server.ts'
import { changeCounting, countingOf } from '#app/domain/promises/calendar.server.ts'
import { auditBreaks } from '#app/domain/audit/chain.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { db, transaction, type Tx } from '#db/database.server.ts'
import { criteria } from '#db/schema/dossiers.ts'
import { world } from '#tests/world.ts'

/** How each part of the settings is changed by one who saw it as it is now. */
async function ways(ada: Person) {
  const [care, days, merging] = [await careRules(db), await daysNow(db), await mergeRules(db)]
  const [watch, kept] = [await moderationRules(db), await retentionDays(db)]
  const { calendar, promiseWarning, seen } = await countingOf(db)
  return {
    care: (tx: Tx, n: number) =>
      changeCareRules(tx, ada, care.seen, { ...care.rules, remedyPoints: 40 + n }),
    appeals: (tx: Tx, n: number) =>
      changeDays(tx, ada, days.seen, { appealDays: 20 + n, appealAnswerDays: 5 }),
    merges: (tx: Tx, n: number) =>
      changeMergeRules(tx, ada, merging.seen, { mergeConsent: 'tell', mergeAnswerDays: 10 + n }),
    moderation: (tx: Tx, n: number) =>
      changeModerationRules(tx, ada, watch.seen, { ...watch.rules, burstVotes: 30 + n }),
    retention: (tx: Tx, n: number) =>
      changeRetention(tx, ada, kept.seen, { ...kept.rules, noticeDays: 400 + n }),
    calendar: async (tx: Tx, n: number) => {
      const wish = { calendar, promiseWarning: promiseWarning + n }
      const outcome = await changeCounting(tx, ada, wish, seen)
      return outcome === 'saved' ? 'changed' : outcome
    },
  }
}

test('of two who change the same settings at once one is told that they had changed', async () => {
  const { ada } = await world()
  for (const [part, change] of Object.entries(await ways(ada))) {
    const both = await Promise.all([1, 2].map((n) => transaction((tx) => change(tx, n))))
    expect([part, ...both.toSorted()]).toEqual([part, 'changed', 'stale'])
  }
  for await (const fault of auditBreaks(db)) expect(fault).toBeUndefined()
})

test('two who take the last two topics out at once leave one, and so of the criteria', async () => {
  const { ada } = await world()
  const topics = (await allTopics(db)).filter(({ retiredAt }) => !retiredAt)
  for (const { id } of topics.slice(2)) await transaction((tx) => retireTopic(tx, ada, id, true))
  const gone = topics
    .slice(0, 2)
    .map(({ id }) => transaction((tx) => retireTopic(tx, ada, id, true)))
  expect((await Promise.all(gone)).toSorted()).toEqual(['last', 'retired'])

  const asked = await db.select().from(criteria).where(isNull(criteria.retiredAt))
  for (const { id } of asked.slice(2)) await transaction((tx) => retireCriterion(tx, ada, id))
  const left = asked.slice(0, 2).map(({ id }) => transaction((tx) => retireCriterion(tx, ada, id)))
  expect((await Promise.all(left)).toSorted()).toEqual(['last-one', 'retired'])
})
