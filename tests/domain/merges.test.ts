import { and, eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { carryOn } from '#app/clock/merges.server.ts'
import { postComment } from '#app/domain/comments/comment.server.ts'
import { followIdea, followsAmong, muteIdea } from '#app/domain/follows/follow.server.ts'
import { followedBy } from '#app/domain/follows/followed.server.ts'
import { mappedIdeas } from '#app/domain/ideas/idea-feed-map.server.ts'
import { ideaFeed } from '#app/domain/ideas/idea-feed.server.ts'
import { findIdea, type Idea } from '#app/domain/ideas/idea.server.ts'
import { ideaById, livingIdea } from '#app/domain/ideas/merged.server.ts'
import { publishIdea, writeIdea } from '#app/domain/ideas/publish.server.ts'
import { publicProfile } from '#app/domain/ideas/profile.server.ts'
import { ideaFaults } from '#app/domain/ideas/recount.server.ts'
import { similarIdeas } from '#app/domain/ideas/similar.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { lease } from '#app/domain/jobs/job.server.ts'
import {
  answerMerge,
  mergeById,
  proceed,
  withdrawQuestion,
} from '#app/domain/merges/answer.server.ts'
import { candidatePairs } from '#app/domain/merges/candidates.server.ts'
import { mergedInto } from '#app/domain/merges/merged-here.server.ts'
import { mergeIdeas } from '#app/domain/merges/merge.server.ts'
import { dismissPair, restorePair } from '#app/domain/merges/pair.server.ts'
import { previewOf } from '#app/domain/merges/preview.server.ts'
import { carryMerge, dropMerge } from '#app/domain/merges/run.server.ts'
import { beginUnmerge } from '#app/domain/merges/unmerge.server.ts'
import { withdrawalOf, withdrawByLink } from '#app/domain/merges/withdraw.server.ts'
import { changeSettings } from '#app/domain/site/site.server.ts'
import { castVote, withdrawVote } from '#app/domain/votes/vote.server.ts'
import { votedBy } from '#app/domain/votes/voted.server.ts'
import { moveIdea } from '#app/domain/workflow/move.server.ts'
import { readWithdrawToken, withdrawToken } from '#app/web/withdraw-token.server.ts'
import { db, transaction, type Tx } from '#db/database.server.ts'
import { activity } from '#db/schema/activity.ts'
import { comments } from '#db/schema/comments.ts'
import { follows } from '#db/schema/follows.ts'
import { jobs } from '#db/schema/jobs.ts'
import { votes } from '#db/schema/votes.ts'
import { moves } from '#db/schema/workflow.ts'
import { at, now } from '#db/time.ts'
import { person, world } from '#tests/world.ts'

const day = 86_400_000
const note = 'Both ask for the same thing.'
let house: Awaited<ReturnType<typeof town>>

const propose = (tx: Tx, author: Person, title: string) =>
  publishIdea(tx, author, {
    title,
    body: 'Bring your own tin, pay by weight, throw nothing away.',
    categoryId: 'packaging',
    tags: [],
    locale: 'en',
  })

/** Ann's refill station and Ben's refill point; Cy, Dee and Eli vote. */
async function town() {
  const people = await world()
  return transaction(async (tx) => {
    await changeSettings(tx, { mergeConsent: 'ask', mergeAnswerDays: 7, threshold: 0 })
    const [cy, dee, eli] = [
      await person(tx, 'cy'),
      await person(tx, 'dee'),
      await person(tx, 'eli'),
    ]
    const refillPoint = await propose(tx, people.ben, 'A refill point for rusks')
    return { ...people, refillPoint, cy, dee, eli }
  })
}

beforeEach(async () => {
  house = await town()
})

const vote = (who: Person, ...ideas: Idea[]) =>
  transaction(async (tx) => {
    for (const idea of ideas) await castVote(tx, who, idea.number)
  })
const fresh = async (idea: Idea) => (await ideaById(db, idea.id))!
const rowsOf = (idea: Idea) =>
  db.select().from(votes).where(eq(votes.ideaId, idea.id)).orderBy(votes.voterId)

const askFor = (source: Idea, target: Idea, merger = house.eva, words = note) =>
  transaction((tx) =>
    mergeIdeas(tx, merger, { source: source.number, target: target.number, note: words }),
  )

async function merge(source: Idea, target: Idea, forMs?: number) {
  await transaction((tx) => changeSettings(tx, { mergeConsent: 'tell' }))
  const came = await askFor(source, target)
  if (came?.is !== 'begun') throw new Error(`not begun but ${came?.is}`)
  await carryMerge(came.merge, forMs)
  return came.merge.id
}

async function unmerge(id: string, forMs?: number) {
  const came = await transaction((tx) => beginUnmerge(tx, house.eva, id, 'Not the same after all.'))
  return came?.is === 'begun' ? dropMerge(came.merge, came.said, forMs) : came?.is
}

async function expectNoFaults() {
  const faults = []
  for await (const fault of ideaFaults(db)) faults.push(fault)
  expect(faults).toEqual([])
}

test('[#104] who voted for both counts once, and the preview said so before', async () => {
  const { refillStation: a, refillPoint: b, cy, dee, eli } = house
  await vote(cy, a, b)
  await vote(dee, a)
  await vote(eli, b)
  const preview = await previewOf(db, a, b)
  expect(preview).toMatchObject({ source: 2, target: 2, both: 1, after: 3, followers: 3 })

  await merge(a, b)
  expect((await fresh(b)).votesCount).toBe(3)
  expect((await rowsOf(b)).map(({ voterId }) => voterId).sort()).toEqual(
    [cy.id, dee.id, eli.id].sort(),
  )
  expect(await fresh(a)).toMatchObject({ status: 'merged', place: 'aside', mergedIntoId: b.id })
  await expectNoFaults()
})

test('[#104] taken apart, votes, followers and comments are what they were, and what came since stays', async () => {
  const { refillStation: a, refillPoint: b, ann, cy, dee, eli } = house
  await vote(cy, a, b)
  await vote(dee, a)
  await transaction((tx) => muteIdea(tx, eli, a.number))
  await transaction((tx) => postComment(tx, cy, a.number, { body: 'I like it.' }))
  const before = {
    votes: await rowsOf(a),
    follows: await db.select().from(follows).where(eq(follows.ideaId, a.id)),
    comments: await db.select().from(comments).where(eq(comments.ideaId, a.id)),
    idea: await fresh(a),
    other: await rowsOf(b),
    followsOther: await db.select().from(follows).where(eq(follows.ideaId, b.id)),
  }

  const id = await merge(a, b)
  expect(await rowsOf(a)).toEqual(before.votes)
  expect(await followsAmong(db, ann.id, [b.id])).toEqual(new Set([b.id]))
  expect(await followsAmong(db, eli.id, [b.id])).toEqual(new Set())
  await vote(eli, b)
  expect(await unmerge(id)).toBe('unmerged')

  expect(await rowsOf(a)).toEqual(before.votes)
  expect(await db.select().from(follows).where(eq(follows.ideaId, a.id))).toEqual(before.follows)
  expect(await db.select().from(comments).where(eq(comments.ideaId, a.id))).toEqual(before.comments)
  const { votesCount, commentsCount, hot, status, place } = before.idea
  expect(await fresh(a)).toMatchObject({ votesCount, commentsCount, hot, status, place })
  expect((await rowsOf(b)).map(({ voterId }) => voterId).sort()).toEqual([cy.id, eli.id].sort())
  expect(await db.select().from(follows).where(eq(follows.ideaId, b.id))).toEqual(
    before.followsOther,
  )
  expect((await fresh(b)).votesCount).toBe(2)
  await expectNoFaults()
})

test('[#104] a chain leads to its end, a cycle is impossible, and each link comes apart by itself', async () => {
  const { refillStation: a, refillPoint: b, ann, cy, dee, eli } = house
  const c = await transaction((tx) => propose(tx, ann, 'Rusks sold loose'))
  await vote(cy, a)
  await vote(dee, b)
  await vote(eli, c)
  const first = await merge(a, b)
  const second = await merge(b, c)

  expect((await livingIdea(db, await fresh(a)))?.id).toBe(c.id)
  expect((await fresh(c)).votesCount).toBe(3)
  expect((await askFor(c, a))?.is).toBe('target-not-live')
  expect((await askFor(a, c))?.is).toBe('already')
  expect((await askFor(c, c))?.is).toBe('same')
  const { merged } = await mergedInto(db, c.id)
  expect(merged.map(({ number }) => number).sort()).toEqual([a.number, b.number].sort())

  await unmerge(first)
  expect((await fresh(c)).votesCount).toBe(2)
  expect((await fresh(b)).votesCount).toBe(1)
  expect((await livingIdea(db, await fresh(a)))?.id).toBe(a.id)
  await unmerge(second)
  expect((await fresh(c)).votesCount).toBe(1)
  await expectNoFaults()
})

test('[#104] a voter of two merged ideas stays when one of them leaves', async () => {
  const { refillStation: a, refillPoint: b, ann, cy } = house
  const c = await transaction((tx) => propose(tx, ann, 'Rusks sold loose'))
  await vote(cy, a, b)
  const first = await merge(a, c)
  const second = await merge(b, c)
  await unmerge(first)
  expect(await rowsOf(c)).toMatchObject([{ voterId: cy.id, mergeId: second }])
  await unmerge(second)
  expect(await rowsOf(c)).toEqual([])
  expect((await fresh(c)).votesCount).toBe(0)
})

test('whoever takes a brought vote back is not counted again, by another look or another un-merge', async () => {
  const { refillStation: a, refillPoint: b, ann, cy } = house
  const c = await transaction((tx) => propose(tx, ann, 'Rusks sold loose'))
  await vote(cy, a, b)
  const first = await merge(a, c)
  expect(await transaction((tx) => withdrawVote(tx, cy, c.number))).toBe('withdrawn')
  expect(await carryMerge((await mergeById(db, first))!)).toBe('merged')
  expect((await fresh(c)).votesCount).toBe(0)

  const second = await merge(b, c)
  expect((await fresh(c)).votesCount).toBe(1)
  await unmerge(second)
  expect((await fresh(c)).votesCount).toBe(0)
  await expectNoFaults()
})

test('a choice made after the merge is one’s own, and stays when the ideas come apart', async () => {
  const { refillStation: a, refillPoint: b, eli } = house
  await transaction((tx) => followIdea(tx, eli, a.number))
  const id = await merge(a, b)
  expect(await followsAmong(db, eli.id, [b.id])).toEqual(new Set([b.id]))
  await transaction((tx) => muteIdea(tx, eli, a.number))
  await unmerge(id)
  const mine = and(eq(follows.ideaId, b.id), eq(follows.personId, eli.id))
  expect(await db.select().from(follows).where(mine)).toMatchObject([{ state: 'muted' }])
  expect(await followsAmong(db, eli.id, [a.id])).toEqual(new Set([a.id]))
})

test('a mute is not brought over one’s own vote for the other idea', async () => {
  const { refillStation: a, refillPoint: b, cy } = house
  await vote(cy, b)
  await transaction((tx) => muteIdea(tx, cy, a.number))
  await merge(a, b)
  expect(await followsAmong(db, cy.id, [b.id])).toEqual(new Set([b.id]))
})

test('the author of another’s idea is asked first, and nothing changes until they agree', async () => {
  const { refillStation: a, refillPoint: b, ann, cy, eva } = house
  await vote(cy, a)
  const came = await askFor(a, b)
  expect(came).toMatchObject({ is: 'asked', merge: { state: 'asked' } })
  const id = came!.merge!.id
  expect(await fresh(a)).toMatchObject({ status: 'voting', mergedIntoId: null })
  expect(await askFor(a, b, house.mo)).toMatchObject({ is: 'already', merge: { id } })
  expect((await transaction((tx) => proceed(tx, eva, id)))?.is).toBe('too-early')

  const agree = { intent: 'agree', words: '' } as const
  expect(await transaction((tx) => answerMerge(tx, cy, id, agree))).toBeUndefined()
  const answered = await transaction((tx) => answerMerge(tx, ann, id, agree))
  if (answered?.is !== 'begun') throw new Error('not begun')
  await carryMerge(answered.merge)
  expect((await fresh(b)).votesCount).toBe(1)
  expect((await transaction((tx) => answerMerge(tx, ann, id, agree)))?.is).toBe('already-answered')
})

test('an author who refuses is not asked again in the same words, nor merged', async () => {
  const { refillStation: a, refillPoint: b, ann } = house
  const id = (await askFor(a, b))!.merge!.id
  const refuse = { intent: 'refuse', words: 'Mine is about glass jars.' } as const
  expect((await transaction((tx) => answerMerge(tx, ann, id, refuse)))?.is).toBe('refused')
  expect((await fresh(a)).status).toBe('voting')
  expect((await askFor(a, b))?.is).toBe('same-note')
  expect((await askFor(a, b, house.eva, 'The jars are in the other one too.'))?.is).toBe('asked')
})

test('an author who lets a week go by leaves it to the staff; a question can be taken back', async () => {
  const { refillStation: a, refillPoint: b, eva } = house
  const first = (await askFor(a, b))!.merge!.id
  expect((await transaction((tx) => withdrawQuestion(tx, eva, first)))?.is).toBe('ended')
  const id = (await askFor(a, b))!.merge!.id
  const later = new Date(now().getTime() + 8 * day)
  const came = await at(later, () => transaction((tx) => proceed(tx, eva, id)))
  expect(came?.is).toBe('begun')
})

test('one’s own two ideas are merged without asking; private, realised and missing ones never go', async () => {
  const { refillStation: a, refillPoint: b, ann, eva, mo } = house
  const own = await transaction((tx) => propose(tx, ann, 'Rusks sold loose'))
  const draft = await transaction((tx) =>
    writeIdea(tx, ann, { title: 'Secret', body: '', categoryId: 'packaging', tags: [] }),
  )
  expect((await askFor(own, a))?.is).toBe('begun')
  expect(await askFor(draft, a)).toBeUndefined()
  const hide = { to: 'hidden', note: 'Not here.', reason: 'house_rules' } as const
  await transaction((tx) => moveIdea(tx, mo, b.number, hide))
  expect((await askFor(a, b))?.is).toBe('target-not-live')
  expect((await askFor(b, a))?.is).toBe('source-not-live')
  expect(eva.permissions.has('ideas.merge')).toBe(true)
})

test('a page that showed another text is stale; two who press at once make one merge', async () => {
  const { refillStation: a, refillPoint: b, eva, mo } = house
  await transaction((tx) => changeSettings(tx, { mergeConsent: 'tell' }))
  const wish = { source: a.number, target: b.number, note }
  const late = { ...wish, seen: '7-7' }
  expect((await transaction((tx) => mergeIdeas(tx, eva, late)))?.is).toBe('stale')
  const both = await Promise.all(
    [eva, mo].map((who) => transaction((tx) => mergeIdeas(tx, who, wish))),
  )
  expect(both.map((one) => one!.is).sort()).toEqual(['already', 'begun'])
  expect(new Set(both.map((one) => one!.merge!.id)).size).toBe(1)
})

test('two merges that cross each other at once make no cycle', async () => {
  const { refillStation: a, refillPoint: b, eva, mo } = house
  await transaction((tx) => changeSettings(tx, { mergeConsent: 'tell' }))
  const came = await Promise.all([
    transaction((tx) => mergeIdeas(tx, eva, { source: a.number, target: b.number, note })),
    transaction((tx) => mergeIdeas(tx, mo, { source: b.number, target: a.number, note })),
  ])
  expect(came.filter((one) => one!.is === 'begun')).toHaveLength(1)
  const [one, other] = [await fresh(a), await fresh(b)]
  expect([one, other].filter(({ mergedIntoId }) => mergedIntoId)).toHaveLength(1)
})

test('[#104] votes cast and taken back while ideas are merged and taken apart are neither lost nor doubled', async () => {
  const { refillStation: a, refillPoint: b, ann } = house
  const voters = await transaction(async (tx) => {
    const all: Person[] = []
    for (let i = 0; i < 60; i++) all.push(await person(tx, `v${i}`))
    return all
  })
  for (const voter of voters.slice(0, 30)) await vote(voter, a)
  await transaction((tx) => changeSettings(tx, { mergeConsent: 'tell' }))
  const acts = voters.flatMap((voter, i) => [
    transaction((tx) => castVote(tx, voter, i % 3 ? a.number : b.number)),
    ...(i % 4 ? [] : [transaction((tx) => withdrawVote(tx, voter, b.number))]),
  ])
  const merging = merge(a, b, Infinity)
  const [id] = await Promise.all([merging, ...acts])
  // What was cast while the source went away, the clock brings along.
  const soon = new Date(now().getTime() + day)
  const due = await at(soon, () => transaction((tx) => lease(tx, 'merge', 99)))
  expect(due.map(({ payload }) => payload)).toContainEqual({ mergeId: id })
  for (const job of due) await carryOn(job)
  const inA = new Set((await rowsOf(a)).map(({ voterId }) => voterId))
  const inB = await rowsOf(b)
  expect((await fresh(b)).votesCount).toBe(inB.length)
  expect((await fresh(a)).votesCount).toBe(inA.size)
  const missing = [...inA].filter((voter) => !inB.some(({ voterId }) => voterId === voter))
  // Only who took their vote back from the target themselves is not among its voters.
  for (const voterId of missing) {
    const mine = and(eq(activity.actorId, voterId), eq(activity.verb, 'vote.withdrawn'))
    expect(await db.$count(activity, mine)).toBeGreaterThan(0)
  }
  const apart = Promise.all(
    voters.map((voter) => transaction((tx) => withdrawVote(tx, voter, b.number))),
  )
  const [was] = await Promise.all([unmerge(id, Infinity), apart])
  expect(was).toBe('unmerged')
  expect((await rowsOf(a)).map(({ voterId }) => voterId).sort()).toEqual([...inA].sort())
  expect(await rowsOf(b)).toEqual([])
  expect(ann.id).toBe((await fresh(a)).authorId)
  await expectNoFaults()
})

test('what a crash left in the middle, the clock finishes, merging and taking apart alike', async () => {
  const { refillStation: a, refillPoint: b, cy, dee } = house
  await vote(cy, a)
  await vote(dee, a)
  await transaction((tx) => changeSettings(tx, { mergeConsent: 'tell' }))
  const begun = (await askFor(a, b))!.merge!
  expect((await mergeById(db, begun.id))?.state).toBe('merging')
  const work = async () => {
    const soon = new Date(now().getTime() + day)
    for (const job of await at(soon, () => transaction((tx) => lease(tx, 'merge', 99))))
      await carryOn(job)
  }
  await work()
  expect((await mergeById(db, begun.id))?.state).toBe('merged')
  expect((await fresh(b)).votesCount).toBe(2)

  await transaction((tx) => beginUnmerge(tx, house.eva, begun.id, 'Not the same after all.'))
  expect((await fresh(a)).status).toBe('merged')
  expect(await unmerge(begun.id)).toBe('busy')
  await work()
  expect(await fresh(a)).toMatchObject({ status: 'voting', mergedIntoId: null })
  expect((await fresh(b)).votesCount).toBe(0)
  const [job] = await db
    .select()
    .from(jobs)
    .where(eq(jobs.key, `unmerge:${begun.id}`))
  expect(job?.state).toBe('done')
})

test('both timelines tell it, and who undoes a merge says why', async () => {
  const { refillStation: a, refillPoint: b } = house
  const id = await merge(a, b)
  await unmerge(id)
  const told = await db.select().from(moves).where(eq(moves.ideaId, a.id)).orderBy(moves.movedAt)
  expect(told.map(({ toStatus, note: said, team }) => [toStatus, said, team])).toEqual([
    ['merged', note, 'Granaio'],
    ['voting', 'Not the same after all.', 'Granaio'],
  ])
  const { past, merged } = await mergedInto(db, b.id)
  expect(past).toMatchObject([{ number: a.number, state: 'unmerged', team: 'Granaio' }])
  expect(merged).toEqual([])
  const verbs = await db.select().from(activity).where(eq(activity.subjectId, id))
  expect(verbs.map(({ verb }) => verb).sort()).toEqual(['idea.merged', 'idea.unmerged'])
})

test('the link of a letter takes back the brought vote alone, once, and gives it again', async () => {
  const { refillStation: a, refillPoint: b, cy, dee } = house
  await vote(cy, a)
  await vote(dee, a, b)
  const id = await merge(a, b)
  const link = { personId: cy.id, mergeId: id }
  expect((await withdrawalOf(db, link))?.is).toBe('brought')
  const withdraw = (personId: string) =>
    transaction((tx) => withdrawByLink(tx, { personId, mergeId: id }))
  expect(await withdraw(cy.id)).toBe('withdrawn')
  expect(await withdraw(cy.id)).toBe('not-there')
  expect(await withdraw(dee.id)).toBe('own')
  expect((await fresh(b)).votesCount).toBe(1)
  expect((await rowsOf(a)).length).toBe(2)
  await unmerge(id)
  expect((await withdrawalOf(db, link))?.is).toBe('apart')
  expect(await withdraw(cy.id)).toBe('apart')
})

test('the token of the link is for one person, one merge and ninety days', () => {
  const from = new Date('2026-05-01T12:00:00Z')
  const token = withdrawToken('person', 'merge', from)
  const after = (days: number) => new Date(from.getTime() + days * day)
  expect(readWithdrawToken(token, after(89))).toEqual({ personId: 'person', mergeId: 'merge' })
  expect(readWithdrawToken(token, after(91))).toBeUndefined()
  expect(readWithdrawToken(token.replace('person', 'nosrep'), from)).toBeUndefined()
  expect(readWithdrawToken(token.replace('merge', 'egrem'), from)).toBeUndefined()
  expect(readWithdrawToken('person.merge.zzzzzz.', from)).toBeUndefined()
  expect(readWithdrawToken('', from)).toBeUndefined()
})

test('no list shows the merged idea beside the one it went into', async () => {
  const { refillStation: a, refillPoint: b, ann, cy } = house
  await vote(cy, a)
  await merge(a, b)
  const numbers = (list: { number: number }[]) => list.map(({ number }) => number)
  expect((await votedBy(db, cy.id)).ids).toEqual([b.id])
  expect((await publicProfile(db, cy.handle))?.counts.votes).toBe(1)
  expect((await publicProfile(db, ann.handle))?.counts.ideas).toBe(0)
  expect(numbers((await followedBy(db, ann.id)).ideas)).toEqual([b.number])
  expect(numbers((await ideaFeed(db, { sort: 'new' })).ideas)).not.toContain(a.number)
  expect(numbers(await mappedIdeas(db, 0))).not.toContain(a.number)
  const near = await similarIdeas(db, 'A refill station for rusks', { limit: 20 })
  expect(numbers(near)).not.toContain(a.number)
})

test('likely duplicates are proposed until somebody says no, from whichever side', async () => {
  const { ann, ben, eva } = house
  const [a, b] = await transaction(async (tx) => [
    await propose(tx, ann, 'Spelt biscuits without palm oil'),
    await propose(tx, ben, 'Biscuits of spelt and no palm oil'),
  ])
  const proposed = async () => {
    const { pairs } = await candidatePairs(db)
    const wanted = [a.number, b.number].sort()
    return pairs.filter(
      ({ source, target }) => String([source.number, target.number].sort()) === String(wanted),
    )
  }
  const [pair] = await proposed()
  expect(pair?.likeness).toBeGreaterThan(60)
  const backwards = { one: b.number, other: a.number }
  await transaction((tx) => dismissPair(tx, eva, backwards))
  await transaction((tx) => dismissPair(tx, eva, { one: a.number, other: b.number }))
  expect(await proposed()).toEqual([])
  await transaction((tx) => restorePair(tx, eva, { one: a.number, other: b.number }))
  expect(await proposed()).toHaveLength(1)
  const found = await findIdea(db, a.number, undefined)
  expect(found?.votesCount).toBe(0)
})
