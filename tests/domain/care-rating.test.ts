import { createHmac } from 'node:crypto'
import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { askHowContent } from '#app/clock/ratings.server.ts'
import { caseById } from '#app/domain/care/case.server.ts'
import { changeCase } from '#app/domain/care/change.server.ts'
import { mergeCase } from '#app/domain/care/merge.server.ts'
import { addMessage } from '#app/domain/care/message.server.ts'
import { openCase } from '#app/domain/care/open.server.ts'
import { solveOwnCase, writeInOwnCase } from '#app/domain/care/own-case.server.ts'
import { findRating, rateCase, ratingsOf } from '#app/domain/care/rating.server.ts'
import { careReport } from '#app/domain/care/report.server.ts'
import { houseSecret } from '#app/domain/identity/secret.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { lease } from '#app/domain/jobs/job.server.ts'
import { changeSettings } from '#app/domain/site/site.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { cases } from '#db/schema/care.ts'
import { caseTags } from '#db/schema/care-desk.ts'
import { caseRatings } from '#db/schema/care-outcomes.ts'
import { jobs } from '#db/schema/jobs.ts'
import { at } from '#db/time.ts'
import { person, world } from '#tests/world.ts'

const day = 86_400_000
const start = Date.now()
const later = <T>(ms: number, act: () => Promise<T>) => at(new Date(start + ms), act)

async function desk() {
  const house = await world()
  const carla = await transaction((tx) => person(tx, 'carla', ['care']))
  return { ...house, carla }
}

const open = (who: Partial<{ personId: string; email: string; name: string }>) =>
  transaction((tx) =>
    openCase(tx, {
      ...{ topicId: 'product', subject: 'Mould', body: 'There is mould.', locale: 'en' },
      ...{ source: 'form', isConfirmed: true, ...who },
    }),
  )
const answer = (carla: Person, id: string) =>
  transaction(async (tx) => {
    const [found] = await tx.select().from(cases).where(eq(cases.id, id))
    await addMessage(tx, found!, { side: 'care', authorId: carla.id, body: 'Sorry' })
  })
const solve = (carla: Person, id: string) =>
  transaction(async (tx) => {
    const [found] = await tx.select().from(cases).where(eq(cases.id, id))
    return changeCase(tx, carla, { id }, { state: 'solved', seen: found!.version })
  })

/** Does all the asking that is due. */
async function work() {
  for (;;) {
    const due = await transaction((tx) => lease(tx, 'rating', 5))
    if (!due.length) return
    for (const job of due) await askHowContent(job)
  }
}
const letters = async (caseId: string) => {
  const rows = await db.select().from(jobs).where(eq(jobs.kind, 'mail'))
  return rows.filter(({ key }) => key.endsWith(caseId)).map(({ payload }) => payload as Letter)
}
type Letter = { to: string; template: string; params: { ratePath: string } }
const kinds = async (caseId: string) => (await letters(caseId)).map(({ template }) => template)
const tokenOf = async (caseId: string) =>
  (await letters(caseId))[0]!.params.ratePath.replace('/rate/', '')

test('once a case is solved its member is asked, once reminded, and never again', async () => {
  const { ann, carla } = await desk()
  const { id } = await open({ personId: ann.id })
  await answer(carla, id)
  await later(0, () => solve(carla, id))
  await later(0, work)
  expect(await kinds(id)).toEqual([])
  await later(15_000, work)
  expect(await kinds(id)).toEqual(['rate-case'])
  await later(2 * day, work)
  expect(await kinds(id)).toEqual(['rate-case'])
  await later(3 * day + 60_000, work)
  expect(await kinds(id)).toEqual(['rate-case', 'rate-reminder'])

  // She writes, it is solved again: whoever was asked is not asked again.
  await later(4 * day, () =>
    transaction((tx) => writeInOwnCase(tx, ann, id, { body: 'Still there', fileIds: [] })),
  )
  await later(5 * day, () => solve(carla, id))
  await later(30 * day, work)
  expect(await kinds(id)).toEqual(['rate-case', 'rate-reminder'])
})

test('whoever rates chooses from 1 to 5 once, may add words once, and is not reminded', async () => {
  const { ann, carla } = await desk()
  const { id } = await open({ personId: ann.id })
  await answer(carla, id)
  await later(0, () => transaction((tx) => solveOwnCase(tx, ann, id)))
  await later(15_000, work)
  const token = await tokenOf(id)
  expect(await findRating(db, token)).toMatchObject({ score: null })
  const rate = (score: number, comment = '') =>
    transaction((tx) => rateCase(tx, token, { score, comment }))
  const all = await Promise.all([rate(4), rate(4), rate(1)])
  expect(all.filter((one) => one === 'rated')).toHaveLength(1)
  expect(await rate(5, 'Kind people')).toBe('worded')
  expect(await rate(1, 'Other words')).toBe('already-rated')
  expect(await findRating(db, token)).toMatchObject({ comment: 'Kind people' })
  // Care reads on the case, and in its report, what the page promises that care reads.
  const rating = { score: expect.any(Number), comment: 'Kind people' }
  expect(await ratingsOf(db, id)).toMatchObject([{ ...rating, isOwn: true }])
  const original = await open({ personId: ann.id })
  const into = original.number
  await transaction(async (tx) =>
    mergeCase(tx, carla, { id }, { into, seen: (await caseById(tx, id))!.version }),
  )
  expect(await ratingsOf(db, original.id)).toMatchObject([{ ...rating, isOwn: false }])
  const { words } = await careReport(db, {
    from: new Date(start - day),
    to: new Date(start + 30 * day),
  })
  expect(words).toContainEqual(expect.objectContaining({ id, comment: 'Kind people' }))
  await later(4 * day, work)
  expect(await kinds(id)).toEqual(['rate-case'])
})

test('a link is nobody’s guess, and works for 90 days', async () => {
  const { ann, carla } = await desk()
  const { id } = await open({ personId: ann.id })
  await answer(carla, id)
  await later(0, () => solve(carla, id))
  await later(15_000, work)
  const token = await tokenOf(id)
  expect(token).toHaveLength(43)
  for (const other of [
    '',
    id,
    token.slice(1),
    createHmac('sha256', `${houseSecret()}x`).update(`rate ${id}`).digest('base64url'),
  ])
    expect(await findRating(db, other)).toBeUndefined()
  const [row] = await db.select().from(caseRatings).where(eq(caseRatings.caseId, id))
  expect(JSON.stringify(row)).not.toContain(token)
  await later(91 * day, async () => expect(await findRating(db, token)).toBeUndefined())
})

test('nobody is asked of what is spam, merged, unanswered, open again, or has no address', async () => {
  const { ann, carla } = await desk()
  const spam = await open({ personId: ann.id })
  await answer(carla, spam.id)
  await transaction((tx) => tx.insert(caseTags).values({ caseId: spam.id, tag: 'spam' }))
  const merged = await open({ personId: ann.id })
  await answer(carla, merged.id)
  const unanswered = await open({ personId: ann.id })
  const nowhere = await open({})
  await answer(carla, nowhere.id)
  const again = await open({ personId: ann.id })
  await answer(carla, again.id)
  for (const { id } of [spam, merged, unanswered, nowhere, again])
    await later(0, () => solve(carla, id))
  await transaction((tx) =>
    tx.update(cases).set({ mergedIntoId: again.id }).where(eq(cases.id, merged.id)),
  )
  await transaction((tx) => writeInOwnCase(tx, ann, again.id, { body: 'No', fileIds: [] }))
  // Closed without being solved, as one closes spam.
  const closed = await open({ personId: ann.id })
  await answer(carla, closed.id)
  await transaction(async (tx) => {
    const [found] = await tx.select().from(cases).where(eq(cases.id, closed.id))
    await changeCase(tx, carla, closed, { state: 'closed', seen: found!.version })
  })
  await later(10 * day, work)
  for (const { id } of [spam, merged, unanswered, nowhere, again, closed])
    expect([id, await kinds(id)]).toEqual([id, []])
})

test('whoever wrote signed out is asked at their address; a house that does not ask asks nobody', async () => {
  const { carla } = await desk()
  const { id } = await open({ email: 'Gina@Example.org', name: 'Gina' })
  await answer(carla, id)
  await later(0, () => solve(carla, id))
  await later(15_000, work)
  expect(await letters(id)).toMatchObject([{ to: 'Gina@Example.org', template: 'rate-case' }])

  await transaction((tx) => changeSettings(tx, { asksContent: false }))
  const quiet = await open({ email: 'gino@example.org' })
  await answer(carla, quiet.id)
  await later(0, () => solve(carla, quiet.id))
  await later(10 * day, work)
  expect(await kinds(quiet.id)).toEqual([])
})

const step = fc.oneof(
  fc.constant('solve' as const),
  fc.constant('answer' as const),
  fc.constant('write' as const),
  fc.constant('rate' as const),
  fc.integer({ min: 1, max: 6 }),
)

test('whatever happens to a case, at most one asking and one reminder leave, and none after a rating', async () => {
  const { ann, carla } = await desk()
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
      const { id } = await open({ personId: ann.id })
      let passed = 60_000
      let known = 0
      for (const one of steps) {
        passed += typeof one === 'number' ? one * day : 20_000
        await later(passed, async () => {
          if (one === 'solve') await solve(carla, id)
          else if (one === 'answer') await answer(carla, id)
          else if (one === 'write')
            await transaction((tx) =>
              writeInOwnCase(tx, ann, id, { body: `${passed}`, fileIds: [] }),
            )
          else if (one === 'rate') await rateOnce(id)
          const before = await isRated(id)
          if (before) known ||= (await kinds(id)).length
        })
        await later(passed + 15_000, work)
        if (known) expect(await kinds(id)).toHaveLength(known)
      }
      await later(passed + 60 * day, work)
      const sent = await kinds(id)
      expect(sent).toEqual(['rate-case', 'rate-reminder'].slice(0, sent.length))
    }),
    { numRuns: 12 },
  )
}, 120_000)

const isRated = async (id: string) => {
  const [row] = await db.select().from(caseRatings).where(eq(caseRatings.caseId, id))
  return !!row?.ratedAt
}
const rateOnce = async (id: string) => {
  if (!(await letters(id)).length) return
  const token = await tokenOf(id)
  await transaction((tx) => rateCase(tx, token, { score: 3, comment: '' }))
}
