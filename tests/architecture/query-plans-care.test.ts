// First, so that it hears of every statement.
import { asked } from '#tests/asked.ts'
import Database from 'better-sqlite3'
import { beforeAll, expect, test } from 'vitest'
import { findCase } from '#app/domain/care/case.server.ts'
import { conversationOf } from '#app/domain/care/conversation.server.ts'
import { viewCounts } from '#app/domain/care/count.server.ts'
import { findCases } from '#app/domain/care/find.server.ts'
import { caseSorts, caseViews, stateChoices } from '#app/domain/care/list.form.ts'
import { beside, caseList } from '#app/domain/care/list.server.ts'
import { findOwnCase, ownCases } from '#app/domain/care/own.server.ts'
import { ratingsOf } from '#app/domain/care/rating.server.ts'
import { anythingToWatch } from '#app/domain/care/watch.server.ts'
import { bands, mentionStates } from '#app/domain/mentions/mention.rules.ts'
import { countMentions, findMention, listMentions } from '#app/domain/mentions/mention.server.ts'
import { newId } from '#db/columns.ts'
import { db } from '#db/database.server.ts'
import { sqliteFile } from '#db/sqlite.server.ts'
import { world } from '#tests/world.ts'

const explainer = new Database(sqliteFile(process.env.DATABASE_URL), { readonly: true })
let house: Awaited<ReturnType<typeof world>>
beforeAll(async () => {
  house = await world()
})

const isSlow = (step: string) =>
  /USE TEMP B-TREE/.test(step) ||
  (/^SCAN /.test(step) &&
    !/USING (COVERING )?INDEX|VIRTUAL TABLE|CONSTANT ROW|^SCAN (some|settings)/.test(step))

/** The steps that SQLite sorts or reads a whole table in, of every question that `work` is the first to ask. */
async function slowSteps(work: () => Promise<unknown>) {
  const before = new Set(asked)
  await work()
  return [...asked]
    .filter((query) => /^select/i.test(query) && !before.has(query))
    .flatMap((query) => {
      const marks = query.match(/\?/g) ?? []
      const steps = explainer
        .prepare(`explain query plan ${query}`)
        .all(...marks.map(() => null)) as { detail: string }[]
      return steps.filter(({ detail }) => isSlow(detail)).map(({ detail }) => `${detail}: ${query}`)
    })
}

const wishes = caseViews
  .filter((view) => view !== 'called')
  .flatMap((view) =>
    stateChoices.flatMap((state) => caseSorts.map((sort) => ({ view, state, sort }))),
  )

test.for(wishes)(
  '[#124] the inbox, $view, $state, $sort: no sorting, no scan, on every page',
  async (wish) => {
    const after = { at: new Date(), id: newId() }
    const slow = await slowSteps(async () => {
      await caseList(db, house.ada, wish)
      await caseList(db, house.ada, { ...wish, after })
      await caseList(db, house.ada, { ...wish, topicId: 'press' })
    })
    expect(slow).toEqual([])
  },
)

test('[#124] what stands around the list, and one case, are found by an index', async () => {
  const slow = await slowSteps(async () => {
    await viewCounts(db, house.ada)
    await findCase(db, house.ada, newId())
    await findOwnCase(db, house.ann, newId())
    await findCases(db, '1042')
    await anythingToWatch(db)
  })
  expect(slow).toEqual([])
  // Sorts what one case, or one member, has.
  const sorted = await slowSteps(async () => {
    await beside(db, house.ada, [newId()])
    await findCases(db, 'ann@example.org', 2_000)
    await conversationOf(db, newId())
    await ratingsOf(db, newId())
    await ownCases(db, house.ann)
  })
  expect(sorted.filter((step) => /^SCAN/.test(step))).toEqual([])
})

test('[#124] the mentions, however narrowed: no sorting, no scan, on every page', async () => {
  const after = { at: new Date(), id: newId() }
  const slow = await slowSteps(async () => {
    for (const state of [...mentionStates, 'all'] as const)
      for (const band of [undefined, bands[0]])
        for (const sourceId of [undefined, newId()]) {
          await listMentions(db, house.ada, { state, band, sourceId })
          await listMentions(db, house.ada, { state, band, sourceId, after })
          await countMentions(db, house.ada, { band, sourceId })
        }
    await findMention(db, house.ada, newId())
  })
  expect(slow).toEqual([])
})
