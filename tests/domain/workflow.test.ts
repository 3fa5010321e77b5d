import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { findIdea } from '#app/domain/ideas/idea.server.ts'
import { changeSettings } from '#app/domain/site/site.server.ts'
import { castVote } from '#app/domain/votes/vote.server.ts'
import { answerIdea, editAnswer, versionOf } from '#app/domain/workflow/answer.server.ts'
import { defaultTransitions } from '#app/domain/workflow/default-transitions.ts'
import { moveIdea, movesOpenTo } from '#app/domain/workflow/move.server.ts'
import { shortlistIfWanted } from '#app/domain/workflow/shortlist.server.ts'
import { officialAnswerOf, timelineOf } from '#app/domain/workflow/timeline.server.ts'
import { reasons } from '#app/domain/workflow/workflow.rules.ts'
import { db, transaction } from '#db/database.server.ts'
import { ideas, ideaTallies, statuses } from '#db/schema/ideas.ts'
import { auditEntries } from '#db/schema/site.ts'
import { moves, transitions } from '#db/schema/workflow.ts'
import { person, world } from '#tests/world.ts'

type World = Awaited<ReturnType<typeof world>>
type Wish = Parameters<typeof moveIdea>[3]

const move = (mover: World['eva'], number: number, wish: Wish) =>
  transaction((tx) => moveIdea(tx, mover, number, wish))

const tallyOf = async (status: string) => {
  const rows = await db.select().from(ideaTallies).where(eq(ideaTallies.status, status))
  return rows.reduce((sum, { ideasCount }) => sum + ideasCount, 0)
}

/** Brings an idea to a status whatever the rules say, to try them from there. */
const startAt = (ideaId: string, status: string) =>
  transaction(async (tx) => {
    const [{ place } = { place: 'board' as const }] = await tx
      .select()
      .from(statuses)
      .where(eq(statuses.id, status))
    await tx.update(ideas).set({ status, place }).where(eq(ideas.id, ideaId))
  })

test('a move changes the status, the tallies and the public timeline, and is audited', async () => {
  const { eva, refillStation } = await world()
  const [voting, shortlisted] = [await tallyOf('voting'), await tallyOf('shortlisted')]

  const wish = { to: 'shortlisted', note: '  We like it. ' }
  expect(await move(eva, refillStation.number, wish)).toBe('moved')

  expect((await findIdea(db, refillStation.number, undefined))?.status).toBe('shortlisted')
  expect([await tallyOf('voting'), await tallyOf('shortlisted')]).toEqual([
    voting - 1,
    shortlisted + 1,
  ])
  const { history } = await timelineOf(db, { ...refillStation, status: 'shortlisted' })
  expect(history).toMatchObject([
    { fromStatus: 'voting', toStatus: 'shortlisted', team: 'Granaio', note: 'We like it.' },
  ])
  expect(Object.keys(history[0]!)).not.toContain('actorId')
  const audited = await db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.subject, refillStation.id))
  expect(audited).toMatchObject([{ actorId: eva.id, act: 'idea.moved' }])
})

test('every default transition is open to those it names, and to nobody else', async () => {
  const { ada, ben, eva, mo, refillStation } = await world()
  const all = await db.select({ id: statuses.id }).from(statuses)
  const open = new Map(defaultTransitions.map((row) => [`${row.fromStatus} ${row.toStatus}`, row]))
  const full = { note: 'Because.', reason: 'too_costly' as const }

  for (const { id: from } of all)
    for (const { id: to } of all) {
      const rule = open.get(`${from} ${to}`)
      for (const mover of [ada, eva, mo]) {
        await startAt(refillStation.id, from)
        const may = rule && mover.permissions.has(rule.permission)
        // A draft is its author's alone: the staff finds none to move.
        const refusal = from === 'draft' ? undefined : 'not-allowed'
        const outcome = await move(mover, refillStation.number, { to, ...full })
        expect([from, to, mover.displayName, outcome]).toEqual([
          from,
          to,
          mover.displayName,
          may ? 'moved' : refusal,
        ])
      }
    }
  await startAt(refillStation.id, 'voting')
  expect(await move(ben, refillStation.number, { to: 'shortlisted', ...full })).toBe('not-allowed')
  await startAt(refillStation.id, 'hidden')
  expect(await move(ben, refillStation.number, { to: 'voting', ...full })).toBeUndefined()
})

test('a refusal, an archiving and a hiding give a coded reason and a text, or do not happen', async () => {
  const { ada, refillStation } = await world()
  for (const to of ['declined', 'archived', 'hidden']) {
    await startAt(refillStation.id, 'voting')
    const tries = [
      [{ to, note: 'Because.' }, 'reason-needed'],
      [{ to, note: '   ', reason: 'legal' as const }, 'note-needed'],
      [{ to, note: 'Because.', reason: 'legal' as const }, 'moved'],
    ] as const
    for (const [wish, outcome] of tries)
      expect(await move(ada, refillStation.number, wish)).toBe(outcome)
  }
  const receipts = await db.select().from(moves).where(eq(moves.ideaId, refillStation.id))
  expect(receipts.map(({ reason }) => reason)).toEqual(['legal', 'legal', 'legal'])
  expect(reasons).toHaveLength(10)
})

test('a move within the road needs a note and keeps no reason', async () => {
  const { eva, refillStation } = await world()
  const { number } = refillStation
  expect(await move(eva, number, { to: 'shortlisted', note: '' })).toBe('note-needed')
  expect(await move(eva, number, { to: 'shortlisted', note: 'Yes.', reason: 'legal' })).toBe(
    'moved',
  )
  const [row] = await db.select().from(moves).where(eq(moves.ideaId, refillStation.id))
  expect(row?.reason).toBeNull()
})

test('the table of transitions is data: what is taken out is not allowed any more', async () => {
  const { eva, refillStation } = await world()
  await transaction(async (tx) => {
    await tx.delete(transitions).where(eq(transitions.toStatus, 'shortlisted'))
  })
  const wish = { to: 'shortlisted', note: 'Yes.' }
  expect(await move(eva, refillStation.number, wish)).toBe('not-allowed')
  expect((await movesOpenTo(db, eva, 'voting')).map(({ toStatus }) => toStatus)).toEqual([
    'declined',
    'archived',
  ])
  await transaction(async (tx) => {
    await tx.delete(transitions).where(eq(transitions.fromStatus, 'voting'))
    await tx
      .insert(transitions)
      .values(
        defaultTransitions.filter(
          ({ fromStatus, toStatus }) => fromStatus === 'voting' || toStatus === 'shortlisted',
        ),
      )
      .onConflictDoNothing()
  })
})

test('[#106] of two who move the same idea at once one wins, and the other is told that it moved', async () => {
  const { ada, eva, refillStation } = await world()
  const wishes = [
    { to: 'shortlisted', note: 'Yes.', from: 'voting' },
    { to: 'declined', note: 'No.', reason: 'legal' as const, from: 'voting' },
  ]
  const outcomes = await Promise.all(
    wishes.map((wish, i) => move([ada, eva][i]!, refillStation.number, wish)),
  )
  expect(outcomes.sort()).toEqual(['moved', 'stale'])
  expect(await db.select().from(moves).where(eq(moves.ideaId, refillStation.id))).toHaveLength(1)
})

test('[#106] thirty movers without a word on what they saw leave one move and a true tally', async () => {
  const { eva, refillStation } = await world()
  const before = await tallyOf('shortlisted')
  const outcomes = await Promise.all(
    Array.from({ length: 30 }, () =>
      move(eva, refillStation.number, { to: 'shortlisted', note: 'Yes.' }),
    ),
  )
  expect(outcomes.filter((outcome) => outcome === 'moved')).toHaveLength(1)
  expect(await tallyOf('shortlisted')).toBe(before + 1)
})

test('an idea that is hidden is gone for guests and can be brought back by who may hide', async () => {
  const { ann, ben, mo, refillStation } = await world()
  const { number } = refillStation
  await move(mo, number, { to: 'hidden', note: 'Against the rules.', reason: 'house_rules' })
  expect(await findIdea(db, number, undefined)).toBeUndefined()
  expect(await findIdea(db, number, ben)).toBeUndefined()
  expect(await findIdea(db, number, ann)).toBeDefined()
  expect(await move(mo, number, { to: 'voting', note: 'A mistake of ours.' })).toBe('moved')
  expect((await findIdea(db, number, ben))?.status).toBe('voting')
})

test('the vote that reaches the threshold shortlists the idea, once in its life', async () => {
  const { ada, ben, eva, mo, refillStation } = await world()
  const { number } = refillStation
  await transaction((tx) => changeSettings(tx, { threshold: 2, name: 'Forno' }))
  const vote = (voter: World['ben']) =>
    transaction(async (tx) => {
      await castVote(tx, voter, number)
      return shortlistIfWanted(tx, number)
    })

  expect(await vote(ben)).toBeUndefined()
  expect(await vote(eva)).toBe('shortlisted')
  const { history } = await timelineOf(db, { ...refillStation, status: 'shortlisted' })
  expect(history).toMatchObject([{ reason: 'threshold', team: 'Forno', note: '' }])

  await move(ada, number, { to: 'voting', note: 'Back to the vote.' })
  expect(await vote(mo)).toBeUndefined()
  expect((await findIdea(db, number, undefined))?.status).toBe('voting')
})

test('votes that arrive together cross the threshold once', async () => {
  const { refillStation } = await world()
  await transaction((tx) => changeSettings(tx, { threshold: 5 }))
  const crowd = await transaction(async (tx) => {
    const all = []
    for (let i = 0; i < 10; i++) all.push(await person(tx, `voter${i}`))
    return all
  })
  await Promise.all(
    crowd.map((voter) =>
      transaction(async (tx) => {
        await castVote(tx, voter, refillStation.number)
        await shortlistIfWanted(tx, refillStation.number)
      }),
    ),
  )
  expect(await db.select().from(moves).where(eq(moves.ideaId, refillStation.id))).toHaveLength(1)
  expect((await findIdea(db, refillStation.number, undefined))?.votesCount).toBe(10)
})

test('the note of a move may stand as the official answer, for those who may answer', async () => {
  const { eva, mo, refillStation } = await world()
  const { number } = refillStation
  const hide = { to: 'hidden', note: 'No.', reason: 'house_rules' as const, official: true }
  expect(await move(mo, number, hide)).toBe('not-allowed')

  await move(eva, number, { to: 'shortlisted', note: 'We **like** it.', official: true })
  const answer = await officialAnswerOf(db, refillStation.id)
  expect(answer).toMatchObject({ team: 'Granaio', body: 'We **like** it.', editedAt: null })
  expect((await findIdea(db, number, undefined))?.answeredAt).not.toBeNull()
})

test('[#106] an answer is edited with a mark, and not over the edit of somebody else', async () => {
  const { ada, ben, eva, refillStation } = await world()
  const { number } = refillStation
  expect(await transaction((tx) => answerIdea(tx, ben, number, { body: 'Hi' }))).toBe('not-allowed')
  expect(await transaction((tx) => answerIdea(tx, eva, number, { body: 'First.' }))).toBe(
    'answered',
  )
  const answer = (await officialAnswerOf(db, refillStation.id))!
  const seen = versionOf(answer)
  const edit = (editor: World['eva'], body: string) =>
    transaction((tx) => editAnswer(tx, editor, { number, answerId: answer.id }, { body, seen }))

  expect(await edit(ben, 'Mine.')).toBe('not-allowed')
  expect((await Promise.all([edit(eva, 'Second.'), edit(ada, 'Other.')])).sort()).toEqual([
    'edited',
    'stale',
  ])
  expect((await officialAnswerOf(db, refillStation.id))?.editedAt).not.toBeNull()
  const other = await world()
  for (const [at, answerId] of [
    [number, 'no-such-answer'],
    [other.refillStation.number, answer.id],
  ] as const)
    expect(
      await transaction((tx) => editAnswer(tx, eva, { number: at, answerId }, { body: 'x' })),
    ).toBeUndefined()
})

test('the road shows what is behind, where the idea is and what comes; an exit ends it', async () => {
  const { ada, refillStation } = await world()
  const { number } = refillStation
  const road = async () => {
    const idea = (await findIdea(db, number, ada))!
    const { steps } = await timelineOf(db, idea)
    return steps.map(({ status, state, at }) => `${status} ${state}${at ? ' dated' : ''}`)
  }
  expect((await road()).slice(0, 2)).toEqual(['voting current dated', 'shortlisted next'])
  await move(ada, number, { to: 'shortlisted', note: 'Yes.' })
  await move(ada, number, { to: 'evaluating', note: 'We look at it.' })
  await move(ada, number, { to: 'declined', note: 'Too dear.', reason: 'too_costly' })
  await move(ada, number, { to: 'archived', note: 'Long ago.', reason: 'no_longer_relevant' })
  expect(await road()).toEqual([
    'voting done dated',
    'shortlisted done dated',
    'evaluating done dated',
    'archived current dated',
  ])
  await move(ada, number, { to: 'voting', note: 'Again.' })
  expect((await road())[0]).toBe('voting current dated')
})
