import { and, eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { workThrough } from '#app/clock.server.ts'
import { tallyList } from '#app/domain/ideas/categories.server.ts'
import { searchIdeas } from '#app/domain/ideas/idea-search.server.ts'
import { findIdea } from '#app/domain/ideas/idea.server.ts'
import { runningPromise } from '#app/domain/promises/promise.server.ts'
import { castVote } from '#app/domain/votes/vote.server.ts'
import { answerIdea } from '#app/domain/workflow/answer.server.ts'
import { moveIdea } from '#app/domain/workflow/move.server.ts'
import { officialAnswerOf, timelineOf } from '#app/domain/workflow/timeline.server.ts'
import { undoable, undoMove } from '#app/domain/workflow/undo.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { notifications } from '#db/schema/notifications.ts'
import { auditEntries } from '#db/schema/site.ts'
import { moves } from '#db/schema/workflow.ts'
import { at } from '#db/time.ts'
import { world } from '#tests/world.ts'

let house: Awaited<ReturnType<typeof world>>
beforeEach(async () => {
  house = await world()
})

const wish = (to: string) => ({ to, note: `On to ${to}.`, official: true })
const refusal = {
  ...wish('hidden'),
  official: false,
  reason: 'legal' as const,
  couldChange: 'A new law.',
}

async function move(to = wish('shortlisted'), mover = house.eva) {
  const { number } = house.refillStation
  expect(await transaction((tx) => moveIdea(tx, mover, number, to))).toBe('moved')
  const [fresh] = await undoable(db, mover)
  return fresh!.id
}
const undo = (id: string, mover = house.eva) => transaction((tx) => undoMove(tx, mover, id))
const idea = async () => (await findIdea(db, house.refillStation.number, house.ada))!
const tally = async (status: string) =>
  (await transaction((tx) => tallyList(tx))).find(
    (one) => one.status === status && one.categoryId === house.refillStation.categoryId,
  )?.ideasCount ?? 0
const told = () =>
  db.select().from(notifications).where(eq(notifications.ideaId, house.refillStation.id))

test('whoever moves an idea is offered for ten seconds to take it back, and nobody else', async () => {
  const { eva, ada, refillStation } = house
  const id = await move()
  const [fresh] = await undoable(db, eva)
  expect(fresh).toMatchObject({ id, number: refillStation.number, toStatus: 'shortlisted' })
  expect(fresh!.leftMs).toBeLessThanOrEqual(10_000)
  expect(await undoable(db, ada)).toEqual([])
  expect(await undo(id, ada)).toBeUndefined()
  expect(await at(new Date(Date.now() + 10_001), () => undoable(db, eva))).toEqual([])
})

test('a move taken back leaves status, answer, tally, promise and timeline as they were', async () => {
  const { eva, refillStation } = house
  await transaction((tx) => answerIdea(tx, eva, refillStation.number, { body: 'We read it.' }))
  const said = await officialAnswerOf(db, refillStation.id)
  const tallies = [await tally('voting'), await tally('shortlisted')]
  const id = await move()
  expect((await runningPromise(db, refillStation.id))?.status).toBe('shortlisted')

  expect(await undo(id)).toBe('undone')
  const after = await idea()
  expect(after).toMatchObject({ status: 'voting', place: 'board', answeredAt: said!.publishedAt })
  expect([await tally('voting'), await tally('shortlisted')]).toEqual(tallies)
  expect((await officialAnswerOf(db, refillStation.id))?.body).toBe('We read it.')
  expect((await timelineOf(db, after)).history).toEqual([])
  expect(await runningPromise(db, refillStation.id)).toBeUndefined()
  expect(await undo(id)).toBeUndefined()
})

test('the promise that a move ended runs on after the move is taken back', async () => {
  const { eva, refillStation } = house
  await move()
  const running = await runningPromise(db, refillStation.id)
  const { number } = refillStation
  await transaction((tx) => moveIdea(tx, eva, number, wish('evaluating')))
  const [last] = await undoable(db, eva)
  expect(await undo(last!.id)).toBe('undone')
  expect(await runningPromise(db, refillStation.id)).toEqual(running)
})

test('nobody hears of a move that was taken back; the audit keeps both', async () => {
  const { ben, refillStation } = house
  await transaction((tx) => castVote(tx, ben, refillStation.number))
  await undo(await move())
  await workThrough()
  await at(new Date(Date.now() + 60_000), () => workThrough())
  expect(await told()).toEqual([])
  const kept = await db
    .select({ act: auditEntries.act })
    .from(auditEntries)
    .where(and(eq(auditEntries.subject, refillStation.id)))
  expect(kept.map(({ act }) => act).sort()).toEqual(['idea.move-undone', 'idea.moved'])
})

test('an idea that was hidden by mistake is public and found again', async () => {
  const { mo, refillStation } = house
  const found = async () => (await searchIdeas(db, 'refill station', {})).ideas.map(({ id }) => id)
  const id = await move(refusal, mo)
  expect(await found()).not.toContain(refillStation.id)
  expect(await undo(id, mo)).toBe('undone')
  expect(await found()).toContain(refillStation.id)
})

test('a move that somebody moved on from, or that was told, stays', async () => {
  const { eva, ada, refillStation } = house
  const id = await move()
  await transaction((tx) => moveIdea(tx, ada, refillStation.number, wish('evaluating')))
  expect(await undo(id)).toBe('moved-on')
  expect(await undoable(db, eva)).toEqual([])
  const [last] = await undoable(db, ada)
  const late = new Date(Date.now() + 11_000)
  expect(await at(late, () => undo(last!.id, ada))).toBe('told-already')
  expect((await idea()).status).toBe('evaluating')
})

test('what the house did by itself, and what another round published, is not offered', async () => {
  const { eva, refillStation } = house
  const { number } = refillStation
  const inRound = { ...wish('shortlisted'), roundId: 'round' }
  await transaction((tx) => moveIdea(tx, eva, number, inRound))
  expect(await undoable(db, eva)).toEqual([])
  const [row] = await db.select().from(moves).where(eq(moves.ideaId, refillStation.id))
  expect(await undo(row!.id)).toBe('told-already')
})

test('[#106] one of two who take a move back and move on at once wins, and nothing is half done', async () => {
  const { eva, ada, refillStation } = house
  const id = await move()
  const { number } = refillStation
  const outcomes = await Promise.all([
    transaction((tx) => undoMove(tx, eva, id)),
    transaction((tx) => moveIdea(tx, ada, number, { ...wish('evaluating'), from: 'shortlisted' })),
  ])
  const { status } = await idea()
  expect(status).toBe(outcomes[0] === 'undone' ? 'voting' : 'evaluating')
  expect(outcomes.filter((one) => one === 'undone' || one === 'moved')).toHaveLength(1)
  const counted = [await tally('voting'), await tally('shortlisted'), await tally('evaluating')]
  expect(counted.every((n) => n >= 0)).toBe(true)
})
