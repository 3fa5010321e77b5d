import { and, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { findIdea, type Idea } from '#app/domain/ideas/idea.server.ts'
import { publishIdea } from '#app/domain/ideas/publish.server.ts'
import { shutOut } from '#app/domain/identity/standing.server.ts'
import { cancelRound } from '#app/domain/rounds/cancel.server.ts'
import { decide } from '#app/domain/rounds/decide.server.ts'
import { audienceOf, dossierStates } from '#app/domain/rounds/desk.server.ts'
import { dueAct, roundsDue } from '#app/domain/rounds/due.server.ts'
import { closeRound } from '#app/domain/rounds/late.server.ts'
import { byVotes, type Candidate, lineUp } from '#app/domain/rounds/line.rules.ts'
import { placeInLine, roundOfIdea } from '#app/domain/rounds/line.server.ts'
import { momentIn, writtenIn } from '#app/domain/rounds/local-time.rules.ts'
import { openRound } from '#app/domain/rounds/open.server.ts'
import { pickIdea, unpickIdea } from '#app/domain/rounds/pick.server.ts'
import { editRound, type Plan, planRound } from '#app/domain/rounds/plan.server.ts'
import { beginPublishing, publishSome } from '#app/domain/rounds/publish.server.ts'
import { RoundForm } from '#app/domain/rounds/round.form.ts'
import { entriesOf, findRound, isLate, type Round } from '#app/domain/rounds/round.server.ts'
import { castVote } from '#app/domain/votes/vote.server.ts'
import { moveIdea } from '#app/domain/workflow/move.server.ts'
import { timelineOf } from '#app/domain/workflow/timeline.server.ts'
import { workThrough } from '#app/clock.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { activity } from '#db/schema/activity.ts'
import { dossiers, evaluations } from '#db/schema/dossiers.ts'
import { ideas, ideaTallies } from '#db/schema/ideas.ts'
import { jobs } from '#db/schema/jobs.ts'
import { roundEntries, rounds } from '#db/schema/rounds.ts'
import { moves } from '#db/schema/workflow.ts'
import { at } from '#db/time.ts'
import { person, world } from '#tests/world.ts'

const day = 86_400_000
const started = Date.now()
const inDays = (days: number) => new Date(started + days * day)

let house: Awaited<ReturnType<typeof world>>
beforeAll(async () => {
  house = await world()
})
beforeEach(async () => {
  // Each test has the line to itself.
  await transaction(async (tx) => {
    await tx.delete(rounds).where(eq(rounds.capacity, rounds.capacity))
    await tx.delete(ideas).where(eq(ideas.votesBase, ideas.votesBase))
    await tx.delete(ideaTallies).where(eq(ideaTallies.status, ideaTallies.status))
  })
})

let told = 0
/** An idea in the line with this many votes; the later ones were published later. */
async function inLine(votesCount: number, categoryId = 'packaging', status = 'shortlisted') {
  const text = { title: `Idea number ${++told} of the line`, body: 'x', categoryId, tags: [] }
  return transaction(async (tx) => {
    const { ann, eva } = house
    const idea = await at(new Date(started - day + told * 1000), () => publishIdea(tx, ann, text))
    if (status !== 'voting')
      await moveIdea(tx, eva, idea.number, { to: 'shortlisted', note: 'Enough of you want it.' })
    const [row] = await tx
      .update(ideas)
      .set({ votesCount })
      .where(eq(ideas.id, idea.id))
      .returning()
    return row!
  })
}

const plan = (some: Partial<Plan> = {}): Plan => ({
  titleIt: 'Giro di primavera',
  titleEn: 'Spring round',
  opensAt: inDays(1),
  closesAt: inDays(30),
  capacity: 2,
  perCategory: null,
  ...some,
})
const planned = async (some: Partial<Plan> = {}) =>
  (await transaction((tx) => planRound(tx, house.eva, plan(some)))) as Round
const opened = async (some: Partial<Plan> = {}) => {
  const round = await planned(some)
  expect(await transaction((tx) => openRound(tx, house.eva, round.number))).toBe('opened')
  return (await findRound(db, round.number))!
}
const version = async ({ number }: Round) => (await findRound(db, number))!.version
const inside = async ({ id }: Round) => (await entriesOf(db, id)).map(({ idea }) => idea.number)
const statusOf = async (idea: Idea) => (await findIdea(db, idea.number, house.ada))!.status
const entryOf = async (round: Round, idea: Idea) =>
  (await entriesOf(db, round.id)).find((row) => row.idea.number === idea.number)?.entry

const yes = { to: 'planned', note: 'We begin in autumn.', couldChange: '' }
const no = {
  to: 'declined',
  note: 'The oven is too small.',
  reason: 'not_feasible' as const,
  couldChange: 'A second oven.',
}
const decideOn = async (
  round: Round,
  idea: Idea,
  said: Partial<Parameters<typeof decide>[3]> = yes,
  decider = house.eva,
) => {
  const seen = (await entryOf(round, idea))?.version ?? 1
  const place = { number: round.number, idea: idea.number }
  const whole = { note: '', couldChange: '', version: seen, ...said }
  return transaction((tx) => decide(tx, decider, place, whole))
}
const publishNow = async (round: Round, carry = false) => {
  const wish = { number: round.number, version: await version(round), carry }
  return transaction((tx) => beginPublishing(tx, house.eva, wish))
}
const publishAll = async (round: Round, most?: number) => {
  expect(await publishNow(round)).toBe('begun')
  while ((await transaction((tx) => publishSome(tx, round.number, most))) === 'more');
}

describe('who enters', () => {
  const candidate = fc.record({
    categoryId: fc.constantFrom('a', 'b', 'c', 'd'),
    votesCount: fc.nat(6),
    publishedAt: fc.nat(4).map((n) => new Date(n)),
  })
  const crowd = fc
    .array(candidate, { maxLength: 30 })
    .map((all) => all.map((one, i): Candidate => ({ ...one, number: i, ideaId: String(i) })))

  test('a round holds no more than its places, everybody is in one of the two lists, and nobody waits in vain', () => {
    fc.assert(
      fc.property(crowd, fc.nat(12), fc.nat(3), fc.nat(5), (all, capacity, share, taken) => {
        const rules = { capacity, perCategory: share || null }
        const { enter, wait } = lineUp(all, rules, taken)
        expect(enter.length).toBe(Math.min(all.length, Math.max(0, capacity - taken)))
        expect([...enter, ...wait].map(({ number }) => number).sort((a, b) => a - b)).toEqual(
          all.map(({ number }) => number),
        )
        expect(wait).toEqual([...wait].sort(byVotes))
      }),
    )
  })

  test('each place goes to the next by the rules: a model that gives them one by one agrees', () => {
    const model = (all: Candidate[], places: number, share: number) => {
      const left = [...all].sort(byVotes)
      const taken: Candidate[] = []
      const take = (one?: Candidate) => {
        if (!one || taken.length >= places) return
        taken.push(...left.splice(left.indexOf(one), 1))
      }
      for (let turn = 0; turn < share; turn++) {
        // The next of each category, the most voted of these first.
        const next = ['a', 'b', 'c', 'd'].flatMap((category) => {
          const had = taken.filter((one) => one.categoryId === category).length
          const one = left.find((one) => one.categoryId === category)
          return one && had === turn ? [one] : []
        })
        for (const one of next.sort(byVotes)) take(one)
      }
      while (left.length && taken.length < places) take(left[0])
      return new Set(taken.map(({ number }) => number))
    }
    fc.assert(
      fc.property(crowd, fc.nat(12), fc.nat(3), (all, capacity, share) => {
        const { enter } = lineUp(all, { capacity, perCategory: share })
        expect(new Set(enter.map(({ number }) => number))).toEqual(model(all, capacity, share))
      }),
    )
  })

  test('of equals the idea that was published first enters, whatever order they are found in', () => {
    const one = { ideaId: 'x', number: 2, categoryId: 'a', votesCount: 5, publishedAt: new Date(1) }
    const later = { ...one, ideaId: 'y', number: 1, publishedAt: new Date(2) }
    for (const all of [
      [one, later],
      [later, one],
    ])
      expect(lineUp(all, { capacity: 1, perCategory: null }).enter).toEqual([one])
  })
})

describe('opening', () => {
  test('the most voted enter and are told so in public, the others wait with their place in line', async () => {
    const [third, first, second, fourth] = [
      await inLine(10),
      await inLine(30),
      await inLine(20),
      await inLine(10),
    ]
    const round = await opened()
    expect(await inside(round)).toEqual([first.number, second.number])
    expect(await statusOf(first)).toBe('evaluating')
    expect(await statusOf(third)).toBe('shortlisted')
    const { history } = await timelineOf(db, first)
    expect(history.at(-1)).toMatchObject({
      toStatus: 'evaluating',
      note: 'Giro di primavera',
      reason: 'round_entry',
    })
    const waiting = await db
      .select()
      .from(roundEntries)
      .where(and(eq(roundEntries.roundId, round.id), eq(roundEntries.state, 'waiting')))
    expect(waiting.map(({ ideaId }) => ideaId).sort()).toEqual([third.id, fourth.id].sort())

    // Of equal votes the one that was published first stands before the other.
    expect(await placeInLine(db, third)).toBe(1)
    expect(await placeInLine(db, fourth)).toBe(2)
    const next = await planned({ opensAt: inDays(40), closesAt: inDays(60) })
    expect(await roundOfIdea(db, fourth)).toMatchObject({ place: 2, round: { id: next.id } })
    const [inside1] = await db.select().from(ideas).where(eq(ideas.id, first.id))
    expect(await roundOfIdea(db, inside1!)).toMatchObject({ round: { id: round.id } })
  })

  test('the votes at the entry stay as they were, whatever comes after', async () => {
    const idea = await inLine(7)
    const round = await opened()
    await transaction((tx) => castVote(tx, house.ben, idea.number))
    expect((await entryOf(round, idea))?.votesAtEntry).toBe(7)
    expect((await findIdea(db, idea.number, undefined))?.votesCount).toBe(8)
  })

  test('each category has its share before the most voted of all', async () => {
    await inLine(90)
    const [loud, quiet] = [await inLine(100), await inLine(1, 'products')]
    const round = await opened({ capacity: 2, perCategory: 1 })
    expect(await inside(round)).toEqual([loud.number, quiet.number])
  })

  test('a round opens once, however often it is asked to', async () => {
    await inLine(1)
    const round = await planned()
    const open = () => transaction((tx) => openRound(tx, house.eva, round.number))
    expect((await Promise.all([open(), open(), open()])).sort()).toEqual([
      'not-planned',
      'not-planned',
      'opened',
    ])
    expect(await inside(round)).toHaveLength(1)
  })

  test('the clock opens a round on its day and not before', async () => {
    const idea = await inLine(3)
    const round = await planned({ opensAt: inDays(2) })
    await workThrough()
    expect(await statusOf(idea)).toBe('shortlisted')
    expect(await transaction((tx) => openRound(tx, null, round.number))).toBe('not-due')
    await at(inDays(2.01), () => workThrough())
    expect(await statusOf(idea)).toBe('evaluating')
  })

  test('a date that is changed is asked for again: the old one opens nothing', async () => {
    const round = await planned({ opensAt: inDays(1) })
    const before = dueAct((await at(inDays(1.5), () => roundsDue(db)))[0]!)
    const later = plan({ opensAt: inDays(5) })
    const edit = { number: round.number, version: round.version }
    expect(await transaction((tx) => editRound(tx, house.eva, edit, later))).toBe('edited')
    expect(await at(inDays(1.5), () => roundsDue(db))).toEqual([])
    expect(dueAct((await at(inDays(6), () => roundsDue(db)))[0]!).key).not.toBe(before.key)
  })
})

describe('staff picks', () => {
  const pick = (round: Round, idea: Idea, picker = house.eva) =>
    transaction((tx) =>
      pickIdea(tx, picker, round.number, {
        idea: idea.number,
        reason: 'Our bakers asked for it for years.',
      }),
    )

  test('a pick takes one of the places, with its reason, before more voted ideas', async () => {
    const [loud, chosen, second] = [await inLine(50), await inLine(2), await inLine(40)]
    const round = await planned({ capacity: 2 })
    expect(await pick(round, chosen)).toBe('picked')
    expect(await pick(round, chosen)).toBe('already-picked')
    await transaction((tx) => openRound(tx, house.eva, round.number))
    expect(await inside(round)).toEqual([loud.number, chosen.number])
    expect(await entryOf(round, chosen)).toMatchObject({
      way: 'pick',
      pickReason: 'Our bakers asked for it for years.',
    })
    expect(await statusOf(second)).toBe('shortlisted')
  })

  test('an idea that is still voted on is shortlisted by a pick, with the reason in its timeline', async () => {
    const idea = await inLine(0, 'packaging', 'voting')
    expect(await pick(await planned(), idea)).toBe('picked')
    expect(await statusOf(idea)).toBe('shortlisted')
    const { history } = await timelineOf(db, idea)
    expect(history.at(-1)?.note).toBe('Our bakers asked for it for years.')
  })

  test('there are no more picks than places, even by two hands at once', async () => {
    const [one, other, third] = [await inLine(3), await inLine(2), await inLine(1)]
    const round = await planned({ capacity: 2 })
    const all = await Promise.all([pick(round, one), pick(round, other), pick(round, third)])
    expect(all.sort()).toEqual(['full', 'picked', 'picked'])
    const edit = { number: round.number, version: round.version }
    const smaller = plan({ capacity: 1 })
    expect(await transaction((tx) => editRound(tx, house.eva, edit, smaller))).toBe(
      'too-few-places',
    )
  })

  test('what is refused, hidden, merged or in review already is not picked, and it says why', async () => {
    const { eva, mo } = house
    const [refused, hidden, merged, reviewed, loud] = [
      await inLine(1),
      await inLine(2),
      await inLine(3),
      await inLine(99),
      await inLine(98),
    ]
    await opened({ capacity: 1 })
    await transaction(async (tx) => {
      await moveIdea(tx, eva, refused.number, { ...no, to: 'declined' })
      const note = 'Names a neighbour.'
      await moveIdea(tx, mo, hidden.number, { to: 'hidden', note, reason: 'house_rules' })
      await tx.update(ideas).set({ mergedIntoId: loud.id }).where(eq(ideas.id, merged.id))
    })
    const round = await planned()
    expect(await pick(round, refused)).toBe('refused')
    expect(await pick(round, hidden)).toBe('private')
    expect(await pick(round, merged)).toBe('merged')
    expect(await pick(round, reviewed)).toBe('in-review')
    expect(await pick(round, { ...loud, number: 999_999 })).toBe('no-idea')
    expect(await pick(round, loud, house.mo)).toBe('not-allowed')
    expect(await inside(round)).toEqual([])
  })

  test('a pick that was hidden before the round opens is left out, and its place goes to the next', async () => {
    const [chosen, loud] = [await inLine(1), await inLine(9)]
    const round = await planned({ capacity: 1 })
    await pick(round, chosen)
    const note = 'Names a neighbour.'
    await transaction((tx) =>
      moveIdea(tx, house.mo, chosen.number, { to: 'hidden', note, reason: 'house_rules' }),
    )
    await transaction((tx) => openRound(tx, house.eva, round.number))
    expect(await statusOf(loud)).toBe('evaluating')
    expect(await entryOf(round, chosen)).toMatchObject({ outcome: 'private' })
    expect(await statusOf(chosen)).toBe('hidden')
  })

  test('a pick is taken back while the round is planned', async () => {
    const idea = await inLine(1)
    const round = await planned()
    await pick(round, idea)
    const unpick = () => transaction((tx) => unpickIdea(tx, house.eva, round.number, idea.number))
    expect(await unpick()).toBe('unpicked')
    expect(await unpick()).toBe('not-picked')
    expect(await statusOf(idea)).toBe('shortlisted')
  })

  test('[#106] taken back while the round opens, a pick is in it or in the line, and never both or neither', async () => {
    for (let i = 0; i < 5; i++) {
      const [loud, chosen] = [await inLine(1_000 + i), await inLine(1)]
      const round = await planned({ capacity: 1 })
      await pick(round, chosen)
      const { eva } = house
      const open = () => transaction((tx) => openRound(tx, eva, round.number))
      const take = () => transaction((tx) => unpickIdea(tx, eva, round.number, chosen.number))
      const both = i % 2 ? [open(), take()] : [take(), open()]
      const outcomes = await Promise.all(both)
      expect(outcomes).toContain('opened')
      const isOut = outcomes.includes('unpicked')
      if (!isOut) expect(outcomes).toContain('not-planned')
      expect(await inside(round)).toEqual([(isOut ? loud : chosen).number])
      expect(await statusOf(chosen)).toBe(isOut ? 'shortlisted' : 'evaluating')
      expect(await statusOf(loud)).toBe(isOut ? 'evaluating' : 'shortlisted')
    }
  })
})

describe('deciding', () => {
  test('what is decided stays inside until it is published', async () => {
    const idea = await inLine(5)
    const round = await opened()
    expect(await decideOn(round, idea, no)).toBe('kept')
    expect(await statusOf(idea)).toBe('evaluating')
    expect(
      (await timelineOf(db, idea)).history.some(({ toStatus }) => toStatus === 'declined'),
    ).toBe(false)
    const events = await db.select().from(activity).where(eq(activity.ideaId, idea.id))
    expect(JSON.stringify(events)).not.toContain('oven')
  })

  test('two who decide at once: the second is told, and nothing of the first is lost', async () => {
    const idea = await inLine(5)
    const round = await opened()
    const seen = { ...yes, version: 1 }
    expect(await decideOn(round, idea, seen)).toBe('kept')
    expect(await decideOn(round, idea, { ...no, version: 1 }, house.ada)).toBe('stale')
    expect(await entryOf(round, idea)).toMatchObject({
      toStatus: 'planned',
      decidedBy: house.eva.id,
    })
  })

  test('a refusal needs a reason and words, and only what the brand allows can come of it', async () => {
    const idea = await inLine(5)
    const round = await opened()
    expect(await decideOn(round, idea, { ...no, reason: undefined })).toBe('reason-needed')
    expect(await decideOn(round, idea, { ...no, note: ' ' })).toBe('note-needed')
    expect(await decideOn(round, idea, { ...yes, to: 'realised' })).toBe('not-allowed')
    expect(await decideOn(round, idea, yes, house.mo)).toBe('not-allowed')
    expect(await decideOn(round, { ...idea, number: 999_999 }, yes)).toBeUndefined()
  })

  test('words without an outcome are kept, and the idea stays undecided', async () => {
    const idea = await inLine(5)
    const round = await opened()
    expect(await decideOn(round, idea, { note: 'Ask the miller first.' })).toBe('kept')
    expect(await publishNow(round)).toBe('undecided')
    expect(await entryOf(round, idea)).toMatchObject({
      note: 'Ask the miller first.',
      toStatus: null,
    })
  })

  test('the staff see how many of those asked have weighed an idea', async () => {
    const idea = await inLine(5)
    await transaction(async (tx) => {
      const [dossier] = await tx
        .insert(dossiers)
        .values({ ideaId: idea.id, state: 'open' })
        .returning()
      const [eva, ada] = [house.eva.id, house.ada.id]
      await tx.insert(evaluations).values([
        { dossierId: dossier!.id, evaluatorId: eva, scoredAt: new Date() },
        { dossierId: dossier!.id, evaluatorId: ada },
      ])
    })
    expect((await dossierStates(db, [idea.id])).get(idea.id)).toMatchObject({
      state: 'open',
      evaluators: 2,
      scored: 1,
    })
  })
})

describe('publishing', () => {
  test('all outcomes come out together, each in the name of who decided it, and are told once', async () => {
    const [one, other] = [await inLine(5), await inLine(4)]
    const round = await opened()
    await decideOn(round, one, yes)
    await decideOn(round, other, no, house.ada)
    await publishAll(round)
    expect([await statusOf(one), await statusOf(other)]).toEqual(['planned', 'declined'])
    const [move] = await db
      .select()
      .from(moves)
      .where(and(eq(moves.ideaId, other.id), eq(moves.toStatus, 'declined')))
    expect(move).toMatchObject({
      roundId: round.id,
      actorId: house.ada.id,
      couldChange: 'A second oven.',
      reason: 'not_feasible',
    })
    expect(await findRound(db, round.number)).toMatchObject({ state: 'published' })
    const events = await db.select().from(activity).where(eq(activity.subjectId, round.id))
    expect(events.map(({ verb }) => verb)).toEqual(['round.published'])
  })

  test('a member who follows every idea of the round gets one letter', async () => {
    const [one, other, third] = [await inLine(5), await inLine(4), await inLine(3)]
    const fan = await transaction((tx) => person(tx, 'fan'))
    await transaction(async (tx) => {
      for (const { number } of [one, other, third]) await castVote(tx, fan, number)
    })
    const round = await opened({ capacity: 3 })
    for (const idea of [one, other, third]) await decideOn(round, idea, yes)
    expect(await audienceOf(db, [one.id, other.id, third.id])).toBe(2)
    await workThrough()
    const mails = async () =>
      (await db.select().from(jobs).where(eq(jobs.kind, 'mail'))).filter(({ payload }) =>
        JSON.stringify(payload).includes(fan.handle),
      )
    const before = (await mails()).length
    expect(await publishNow(round)).toBe('begun')
    await workThrough()
    expect((await mails()).length - before).toBe(1)
  })

  test('[#104] whoever dies in the middle leaves nothing twice and nothing undone', async () => {
    const all = await Promise.all([5, 4, 3, 2, 1].map((votes) => inLine(votes)))
    const round = await opened({ capacity: 5 })
    for (const idea of all) await decideOn(round, idea, yes)
    expect(await publishNow(round)).toBe('begun')
    expect(await transaction((tx) => publishSome(tx, round.number, 2))).toBe('more')
    const lost = transaction(async (tx) => {
      await publishSome(tx, round.number, 2)
      throw new Error('the power went out')
    })
    await expect(lost).rejects.toThrow('power')
    expect((await findRound(db, round.number))?.state).toBe('publishing')
    const some = () => transaction((tx) => publishSome(tx, round.number, 2))
    await Promise.all([some(), some(), some(), some()])
    while ((await some()) === 'more');
    const rows = await db.select().from(moves).where(eq(moves.roundId, round.id))
    expect(rows).toHaveLength(5)
    expect(new Set(rows.map(({ ideaId }) => ideaId)).size).toBe(5)
    const events = await db.select().from(activity).where(eq(activity.subjectId, round.id))
    expect(events).toHaveLength(1)
  })

  test('an idea that was moved, hidden or merged meanwhile is left out, and the staff see why', async () => {
    const [moved, hidden, merged, fine] = await Promise.all([9, 8, 7, 6].map((n) => inLine(n)))
    const round = await opened({ capacity: 4 })
    for (const idea of [moved!, hidden!, merged!, fine!]) await decideOn(round, idea, yes)
    await transaction(async (tx) => {
      await moveIdea(tx, house.eva, moved!.number, { to: 'shortlisted', note: 'Back.' })
      const note = 'Names a neighbour.'
      await moveIdea(tx, house.mo, hidden!.number, { to: 'hidden', note, reason: 'house_rules' })
      await tx.update(ideas).set({ mergedIntoId: fine!.id }).where(eq(ideas.id, merged!.id))
    })
    await publishAll(round)
    expect(await statusOf(fine!)).toBe('planned')
    expect(await statusOf(moved!)).toBe('shortlisted')
    expect(await statusOf(hidden!)).toBe('hidden')
    expect((await entryOf(round, moved!))?.outcome).toBe('moved-apart')
    expect((await entryOf(round, hidden!))?.outcome).toBe('private')
    expect((await entryOf(round, merged!))?.outcome).toBe('merged')
    expect((await entryOf(round, fine!))?.outcome).toBe('moved')
  })

  test('what somebody decided who may no longer decide is left out', async () => {
    const idea = await inLine(5)
    const round = await opened()
    const gone = await transaction((tx) => person(tx, 'gone', ['evaluator']))
    await decideOn(round, idea, yes, gone)
    await transaction((tx) => shutOut(tx, gone.id, null))
    await publishAll(round)
    expect(await statusOf(idea)).toBe('evaluating')
    expect((await entryOf(round, idea))?.outcome).toBe('decider-gone')
  })

  test('who publishes must have seen the last decision', async () => {
    const idea = await inLine(5)
    const round = await opened()
    await decideOn(round, idea, yes)
    const wish = { number: round.number, version: await version(round) }
    await decideOn(round, idea, no)
    expect(await transaction((tx) => beginPublishing(tx, house.eva, wish))).toBe('stale')
    expect(await transaction((tx) => beginPublishing(tx, house.mo, wish))).toBe('not-allowed')
  })

  test('what is undecided goes to the next round with its words, if that is said, and keeps a place there', async () => {
    const [decided, open, waiting] = [await inLine(9), await inLine(8), await inLine(7)]
    const round = await opened({ capacity: 2 })
    await decideOn(round, decided, yes)
    await decideOn(round, open, { note: 'The miller answers on Monday.' })
    expect(await publishNow(round, true)).toBe('no-next')
    const next = await planned({ capacity: 1, opensAt: inDays(40), closesAt: inDays(60) })
    expect(await publishNow(round)).toBe('undecided')
    expect(await publishNow(round, true)).toBe('begun')
    await transaction((tx) => publishSome(tx, round.number))
    expect(await statusOf(open)).toBe('evaluating')
    expect((await entryOf(round, open))?.outcome).toBe('carried')
    await transaction((tx) => openRound(tx, house.eva, next.number))
    expect(await inside(next)).toEqual([open.number])
    expect(await entryOf(next, open)).toMatchObject({ note: 'The miller answers on Monday.' })
    expect(await statusOf(waiting)).toBe('shortlisted')
  })

  test('the clock publishes on the last day when all is decided', async () => {
    const idea = await inLine(5)
    const round = await opened()
    await decideOn(round, idea, yes)
    await workThrough()
    expect(await statusOf(idea)).toBe('evaluating')
    await at(inDays(30.1), () => workThrough())
    expect(await statusOf(idea)).toBe('planned')
  })

  test('a round that is late warns the team once, and publishes nothing by itself', async () => {
    const [one, other] = [await inLine(5), await inLine(4)]
    const round = await opened()
    await decideOn(round, one, yes)
    await at(inDays(31), async () => {
      await workThrough()
      await workThrough()
      const late = (await findRound(db, round.number))!
      expect(isLate(late, inDays(31))).toBe(true)
      expect(await transaction((tx) => closeRound(tx, round.number))).toBe('late')
    })
    expect([await statusOf(one), await statusOf(other)]).toEqual(['evaluating', 'evaluating'])
    const warned = await db
      .select()
      .from(activity)
      .where(and(eq(activity.subjectId, round.id), eq(activity.verb, 'promise.overdue')))
    // Once by the clock, once by the hand of this test.
    expect(warned).toHaveLength(2)
  })
})

describe('calling off', () => {
  test('what had entered goes back to the line with a public note; the round stays readable', async () => {
    const [idea, apart] = [await inLine(5), await inLine(4)]
    const round = await opened()
    await transaction((tx) =>
      moveIdea(tx, house.eva, apart.number, { to: 'planned', note: 'Already begun.' }),
    )
    const note = 'The mill is closed for repairs.'
    const call = async (staff = house.eva, seen?: number) => {
      const wish = { number: round.number, version: seen ?? (await version(round)), note }
      return transaction((tx) => cancelRound(tx, staff, wish))
    }
    expect(await call(house.mo)).toBe('not-allowed')
    expect(await call(house.eva, 999)).toBe('stale')
    expect(await call()).toBe('cancelled')
    expect(await call()).toBe('too-late')
    expect([await statusOf(idea), await statusOf(apart)]).toEqual(['shortlisted', 'planned'])
    expect((await timelineOf(db, idea)).history.at(-1)).toMatchObject({ note })
    expect(await findRound(db, round.number)).toMatchObject({
      state: 'cancelled',
      cancelNote: note,
    })
    expect(await placeInLine(db, idea)).toBe(1)
  })
})

describe('planning', () => {
  test('only who runs rounds plans one; each has its own number, also when two plan at once', async () => {
    expect(await transaction((tx) => planRound(tx, house.mo, plan()))).toBe('not-allowed')
    const all = await Promise.all([planned(), planned(), planned()])
    expect(all.map(({ number }) => number).sort()).toEqual([1, 2, 3])
  })

  test('two who edit at once: the second is told', async () => {
    const round = await planned()
    const edit = (capacity: number) =>
      transaction((tx) =>
        editRound(tx, house.eva, { number: round.number, version: 1 }, plan({ capacity })),
      )
    expect((await Promise.all([edit(5), edit(6)])).sort()).toEqual(['edited', 'stale'])
    await transaction((tx) => openRound(tx, house.eva, round.number))
    expect(await edit(7)).toBe('not-planned')
  })

  test.each([
    ['2026-03-28T09:00', '2026-03-28T08:00:00.000Z'],
    ['2026-03-29T09:00', '2026-03-29T07:00:00.000Z'],
    ['2026-03-29T02:30', '2026-03-29T01:30:00.000Z'],
    ['2026-10-24T18:00', '2026-10-24T16:00:00.000Z'],
    ['2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25T18:00', '2026-10-25T17:00:00.000Z'],
  ])('%s on the wall in Rome is %s', (wall, moment) => {
    expect(momentIn('Europe/Rome', wall)?.toISOString()).toBe(moment)
  })

  test('every minute of the wall clock is read back as it was written, all through the year', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 366 * 24 * 60 }),
        fc.constantFrom('Europe/Rome', 'America/Sao_Paulo', 'Pacific/Apia', 'Australia/Lord_Howe'),
        (minutes, zone) => {
          const moment = new Date(Date.parse('2026-01-01T00:00:00Z') + minutes * 60_000)
          const wall = writtenIn(zone, moment)
          expect(writtenIn(zone, momentIn(zone, wall)!)).toBe(wall)
        },
      ),
    )
    expect(momentIn('Europe/Rome', '2026-02-30T09:00')).toBeUndefined()
    expect(momentIn('Europe/Rome', 'tomorrow')).toBeUndefined()
  })
})

test('[#13] a round is planned for days that both databases know', () => {
  const said = { titleIt: 'Tornata', titleEn: 'Round', closes: '2027-03-01T09:00', capacity: '2' }
  const passes = (opens: string) => RoundForm.safeParse({ ...said, opens }).success
  expect(['2027-02-01T09:00', '1999-12-31T23:59'].map(passes)).toEqual([true, true])
  const odd = [
    '0000-06-01T00:00',
    '0001-01-01T00:00',
    '9999-12-31T23:59',
    '2027-02-01',
    '__proto__',
  ]
  expect(odd.filter(passes)).toEqual([])
})
