import { and, eq, ne } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { editComment } from '#app/domain/comments/comment.server.ts'
import { commentThreads } from '#app/domain/comments/thread.server.ts'
import { newDraftId, saveDraft } from '#app/domain/ideas/draft.server.ts'
import { ideaFeed } from '#app/domain/ideas/idea-feed.server.ts'
import { findIdea } from '#app/domain/ideas/idea.server.ts'
import { ideaFaults } from '#app/domain/ideas/recount.server.ts'
import { searchIdeas } from '#app/domain/ideas/idea-search.server.ts'
import { publicProfile } from '#app/domain/ideas/profile.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { decide } from '#app/domain/moderation/decide.server.ts'
import {
  changeComment,
  changeIdea,
  proposeIdea,
  sayComment,
} from '#app/domain/moderation/screen.server.ts'
import { waitsFor } from '#app/domain/moderation/waiting.server.ts'
import { holdWords } from '#app/domain/moderation/word-list.server.ts'
import { moderationDefaults } from '#app/domain/site/moderation-settings.rules.ts'
import { pointDefaults } from '#app/domain/site/point-settings.rules.ts'
import { changeSettings, type SiteSettings } from '#app/domain/site/site.server.ts'
import { castVote, withdrawVote } from '#app/domain/votes/vote.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { activity } from '#db/schema/activity.ts'
import { people } from '#db/schema/identity.ts'
import { reviewItems } from '#db/schema/moderation.ts'
import { fingerprints, heldWords } from '#db/schema/moderation-watch.ts'
import { pointAccounts } from '#db/schema/points.ts'
import { at, now } from '#db/time.ts'
import { testAtNoon } from '#tests/noon.ts'
import { person, world } from '#tests/world.ts'

const text = {
  title: 'Refill the jam jars at the shop',
  body: 'Bring back the empty jar and fill it from the big one, paying only for the jam inside.',
  categoryId: 'packaging',
  tags: [],
  locale: 'en' as const,
}

async function propose(author: Person, changes: Partial<typeof text> = {}) {
  const said = { ...text, ...changes }
  return transaction(async (tx) => {
    const id = newDraftId()
    await saveDraft(tx, author, id, said)
    const done = await proposeIdea(tx, author, said, id)
    if (!done || done === 'silenced') throw new Error(String(done))
    return done
  })
}

const say = async (author: Person, number: number, body: string) => {
  const said = await transaction((tx) => sayComment(tx, author, number, { body }))
  if (!said || typeof said === 'string') throw new Error(String(said))
  return said
}

const set = (changes: Partial<SiteSettings>) => transaction((tx) => changeSettings(tx, changes))
beforeEach(async () => {
  await set({ ...moderationDefaults, pointLevels: pointDefaults.pointLevels })
  await transaction(async (tx) => {
    await tx.delete(heldWords).where(ne(heldWords.id, ''))
    await tx.delete(fingerprints).where(ne(fingerprints.id, ''))
  })
})

const itemOf = async (subjectId: string) => {
  const [item] = await db
    .select()
    .from(reviewItems)
    .where(and(eq(reviewItems.subjectId, subjectId), eq(reviewItems.state, 'open')))
  return item
}
async function approve(moderator: Person, subjectId: string) {
  const { id, version } = (await itemOf(subjectId))!
  const wish = { act: 'approve', reason: '', facts: '', seen: version } as const
  return transaction((tx) => decide(tx, moderator, id, wish))
}
const events = (verb: string, subject: { ideaId: string } | { subjectId: string }) =>
  db.$count(
    activity,
    and(
      eq(activity.verb, verb),
      'ideaId' in subject
        ? eq(activity.ideaId, subject.ideaId)
        : eq(activity.subjectId, subject.subjectId),
    ),
  )
const faults = async () => {
  const found = []
  for await (const fault of ideaFaults(db)) found.push(fault)
  return found
}

test('an idea with a held word waits, out of everybody’s sight, and is published when approved', async () => {
  const { ann, ben, mo } = await world()
  await transaction((tx) => holdWords(tx, mo, ['bacat*'], 3))
  const { idea, waits } = await propose(ben, { title: 'A b4c4ta idea about jars' })
  expect(waits).toBe(true)
  expect(idea).toMatchObject({ status: 'pending_review', place: 'private' })

  expect(await findIdea(db, idea.number, ann)).toBeUndefined()
  expect(await findIdea(db, idea.number, ben)).toBeDefined()
  const board = await ideaFeed(db, { sort: 'new' })
  expect(board.ideas.map(({ number }) => number)).not.toContain(idea.number)
  expect(JSON.stringify(await searchIdeas(db, 'b4c4ta', {}))).not.toContain(String(idea.number))
  expect((await publicProfile(db, ben.handle))!.counts.ideas).toBe(0)
  expect(await events('idea.published', { ideaId: idea.id })).toBe(0)
  expect(await itemOf(idea.id)).toMatchObject({
    why: 'words',
    severity: 3,
    authorId: ben.id,
    isHeld: true,
    matched: { words: ['bacat*'] },
  })
  expect(await waitsFor(db, { subject: 'idea', subjectId: idea.id })).toBe('words')

  await approve(mo, idea.id)
  expect(await findIdea(db, idea.number, ann)).toMatchObject({ status: 'voting', place: 'board' })
  expect(await events('idea.published', { ideaId: idea.id })).toBe(1)
  expect(await faults()).toEqual([])
})

test('a comment that waits leaves no trace until it is approved, and is told of then', async () => {
  const { ann, ben, mo, refillStation } = await world()
  await transaction((tx) => holdWords(tx, mo, ['bacata'], 3))
  const said = await say(ben, refillStation.number, 'B A C A T A, as ever')
  expect(said.heldAt).toBeTruthy()
  expect((await commentThreads(db, refillStation.id)).threads).toEqual([])
  expect((await findIdea(db, refillStation.number, ann))!.commentsCount).toBe(0)
  expect(await events('comment.posted', { subjectId: said.id })).toBe(0)

  await approve(mo, said.id)
  expect((await commentThreads(db, refillStation.id)).threads).toHaveLength(1)
  expect((await findIdea(db, refillStation.number, ann))!.commentsCount).toBe(1)
  expect(await events('comment.posted', { subjectId: said.id })).toBe(1)
  expect(await faults()).toEqual([])
})

test('nearly the same words of another member wait; short ones and one’s own do not', async () => {
  const { ann, ben, refillStation } = await world()
  const body =
    'Please bring back the wholegrain rusks in the family box, the small one is a waste of card.'
  expect((await say(ann, refillStation.number, body)).heldAt).toBeNull()
  expect((await say(ann, refillStation.number, body)).heldAt).toBeNull()
  const copy = await say(ben, refillStation.number, `${body.replace('Please', 'PLEASE')} Thanks!`)
  expect(copy.heldAt).toBeTruthy()
  expect(await itemOf(copy.id)).toMatchObject({ why: 'similar', weight: 1 })
  expect((await say(ann, refillStation.number, body)).heldAt).toBeTruthy()
  for (const one of [ann, ben])
    expect((await say(one, refillStation.number, 'I agree with that!')).heldAt).toBeNull()
  const other =
    'The small box is fine for me, I live alone and would rather have two of them than a big one.'
  expect((await say(ben, refillStation.number, other)).heldAt).toBeNull()
})

test('first posts, links and categories are read first where the house wants it; a level lifts that, not the words', async () => {
  const { ben, eva, mo, refillStation } = await world()
  await set({ reviewFirstPosts: 1 })
  const first = await say(ben, refillStation.number, 'My very first words here')
  expect(await itemOf(first.id)).toMatchObject({ why: 'first-post' })
  await approve(mo, first.id)
  expect((await say(ben, refillStation.number, 'My second ones')).heldAt).toBeNull()

  await set({ reviewFirstPosts: 0, holdLinks: true })
  const linked = await say(ben, refillStation.number, 'Look at https://example.org')
  expect(await itemOf(linked.id)).toMatchObject({ why: 'links' })

  await set({ holdLinks: false, reviewedCategories: ['packaging'] })
  expect((await propose(ben)).waits).toBe(true)
  expect(
    (await propose(ben, { categoryId: 'products', title: 'Rusks of spelt, please' })).waits,
  ).toBe(false)
  expect((await say(eva, refillStation.number, 'The staff is not read first')).heldAt).toBeNull()

  const trusted = pointDefaults.pointLevels.map((level) => ({
    ...level,
    rights: { ...level.rights, unreviewed: true },
  }))
  await set({ pointLevels: trusted })
  expect((await propose(ben, { title: 'Another idea of jars' })).waits).toBe(false)
  await transaction((tx) => holdWords(tx, mo, ['bacata'], 2))
  expect((await say(ben, refillStation.number, 'bacata')).heldAt).toBeTruthy()
})

test('an edit is read, too: what it says goes out of sight with it and comes back as it was', async () => {
  const { ann, ben, mo, refillStation } = await world()
  await transaction((tx) => holdWords(tx, mo, ['bacata'], 2))
  await transaction((tx) => castVote(tx, ben, refillStation.number))
  const version = (await findIdea(db, refillStation.number, ann))!.version
  const place = { number: refillStation.number, version }
  const edited = { ...text, title: 'A bacata station for rusks' }
  expect(await transaction((tx) => changeIdea(tx, ann, place, edited))).toBe('waits')
  expect(await findIdea(db, refillStation.number, ben)).toBeUndefined()
  await approve(mo, refillStation.id)
  expect(await findIdea(db, refillStation.number, ben)).toMatchObject({
    status: 'voting',
    votesCount: 1,
    title: edited.title,
  })

  const said = await say(ben, refillStation.number, 'A fine idea')
  expect(await transaction((tx) => changeComment(tx, ben, said.id, 'bacata'))).toBe('waits')
  expect((await findIdea(db, refillStation.number, ann))!.commentsCount).toBe(0)
  await approve(mo, said.id)
  expect((await findIdea(db, refillStation.number, ann))!.commentsCount).toBe(1)
  expect(await events('comment.posted', { subjectId: said.id })).toBe(1)
  expect(await transaction((tx) => editComment(tx, ben, said.id, 'fine'))).toBe('edited')
  expect(await faults()).toEqual([])
})

test('an idea that waits may be edited, and is still only published by approval', async () => {
  const { ann, ben, mo } = await world()
  await transaction((tx) => holdWords(tx, mo, ['bacata'], 2))
  const { idea } = await propose(ben, { title: 'A bacata idea of jars' })
  const again = { ...text, title: 'Still a bacata idea' }
  const place = { number: idea.number, version: idea.version }
  expect(await transaction((tx) => changeIdea(tx, ben, place, again))).toBe('waits')
  expect(await findIdea(db, idea.number, ben)).toMatchObject({ status: 'pending_review' })
  await approve(mo, idea.id)
  expect(await findIdea(db, idea.number, ann)).toMatchObject({ status: 'voting' })
  expect(await events('idea.published', { ideaId: idea.id })).toBe(1)
})

test('[#53] whoever is silenced posts nothing, edits nothing, and votes on', async () => {
  const { ben, refillStation } = await world()
  const until = new Date(+now() + 86_400_000)
  const said = await say(ben, refillStation.number, 'Before')
  await transaction(async (tx) => {
    await tx.update(people).set({ silencedUntil: until }).where(eq(people.id, ben.id))
  })
  const { number } = refillStation
  expect(await transaction((tx) => sayComment(tx, ben, number, { body: 'Now' }))).toBe('silenced')
  expect(await transaction((tx) => changeComment(tx, ben, said.id, 'Now'))).toBe('silenced')
  expect(await transaction((tx) => proposeIdea(tx, ben, text, newDraftId()))).toBe('silenced')
  expect(await transaction((tx) => castVote(tx, ben, number))).toBe('cast')
  await at(new Date(+until + 1), async () => {
    expect(await transaction((tx) => sayComment(tx, ben, number, { body: 'Later' }))).toMatchObject(
      {
        body: 'Later',
      },
    )
  })
})

testAtNoon(
  'a level has so many votes a day; tomorrow there are new ones, and the staff is free',
  async () => {
    const { ann, ben, eva, refillStation } = await world()
    const few = pointDefaults.pointLevels.map((level, i) => ({
      ...level,
      rights: { ...level.rights, votes: i ? null : 1 },
    }))
    await set({ pointLevels: few })
    const { idea: other } = await propose(ann, { title: 'Something else to vote for' })
    const vote = (voter: Person, number: number) => transaction((tx) => castVote(tx, voter, number))
    expect(await vote(ben, refillStation.number)).toBe('cast')
    expect(await vote(ben, refillStation.number)).toBe('already-cast')
    expect(await vote(ben, other.number)).toBe('votes-used')
    expect((await findIdea(db, other.number, ben))!.votesCount).toBe(0)
    await at(new Date(+now() + 2 * 86_400_000), async () => {
      expect(await vote(ben, other.number)).toBe('cast')
    })
    await transaction((tx) => withdrawVote(tx, ben, refillStation.number))
    for (const number of [refillStation.number, other.number])
      expect(await vote(eva, number)).toBe('cast')
    const carl = await transaction((tx) => person(tx, 'carl'))
    await set({
      pointLevels: few.map((level) => ({ ...level, rights: { ...level.rights, votes: null } })),
    })
    for (const number of [refillStation.number, other.number])
      expect(await vote(carl, number)).toBe('cast')
  },
)

testAtNoon(
  'whoever has come to a higher level has the votes of that one, and no more',
  async () => {
    const { ann, refillStation } = await world()
    const pointLevels = pointDefaults.pointLevels.map((level, i) => ({
      ...level,
      rights: { ...level.rights, votes: [1, 2][i] ?? null },
    }))
    await set({ pointLevels })
    const [dora, earl] = await transaction(async (tx) => {
      const both = [await person(tx, 'dora'), await person(tx, 'earl')] as const
      const earned = (i: number) => ({ personId: both[i]!.id, earned: pointLevels[i + 1]!.from })
      await tx.insert(pointAccounts).values([earned(0), earned(1)])
      return both
    })
    const others = [
      (await propose(ann, { title: 'Something else to vote for' })).idea,
      (await propose(ann, { title: 'And yet another thing' })).idea,
    ]
    const all = async (voter: Person) => {
      const came = []
      for (const { number } of [refillStation, ...others])
        came.push(await transaction((tx) => castVote(tx, voter, number)))
      return came
    }
    expect(await all(dora)).toEqual(['cast', 'cast', 'votes-used'])
    expect(await all(earl)).toEqual(['cast', 'cast', 'cast'])
  },
)
