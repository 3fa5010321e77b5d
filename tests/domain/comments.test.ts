import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import {
  deleteComment,
  editComment,
  findComment,
  postComment,
  type Comment,
} from '#app/domain/comments/comment.server.ts'
import { hideComment, restoreComment } from '#app/domain/comments/hide.server.ts'
import { placeOf } from '#app/domain/comments/place.server.ts'
import { threadPlace, threadQuery } from '#app/domain/comments/thread.rules.ts'
import { commentThreads } from '#app/domain/comments/thread.server.ts'
import {
  markUseful,
  ownAmong,
  stancesAmong,
  unmarkUseful,
} from '#app/domain/comments/useful.server.ts'
import { findIdea } from '#app/domain/ideas/idea.server.ts'
import { placeIdea, publishIdea, writeIdea } from '#app/domain/ideas/publish.server.ts'
import { contributionsOf } from '#app/domain/identity/profile.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { db, transaction } from '#db/database.server.ts'
import { activity } from '#db/schema/activity.ts'
import { commentRevisions, usefulMarks } from '#db/schema/comments.ts'
import { auditEntries } from '#db/schema/site.ts'
import { at } from '#db/time.ts'
import { world } from '#tests/world.ts'

const why = { reason: 'house_rules', note: 'insults' }

/** What came back is a comment, not a refusal. */
function written(answer: Awaited<ReturnType<typeof postComment>>): Comment {
  if (typeof answer !== 'object') throw new Error(`not written: ${answer}`)
  return answer
}

const say = async (who: Person, number: number, body: string, parentId?: string) =>
  written(await transaction((tx) => postComment(tx, who, number, { body, parentId })))

const countOf = async (number: number) => (await findIdea(db, number, undefined))?.commentsCount

describe('talking', () => {
  test('a comment is kept, counted and told with those it calls by name', async () => {
    const { ann, ben, eva, refillStation } = await world()
    const comment = await say(ben, refillStation.number, `Yes, @${eva.handle}, @${ben.handle}?`)

    expect(await countOf(refillStation.number)).toBe(1)
    const [told] = await db.select().from(activity).where(eq(activity.subjectId, comment.id))
    expect(told).toMatchObject({ verb: 'comment.posted', actorId: ben.id })
    expect(told?.data).toEqual({ mentions: [eva.id] })
    expect((await findComment(db, comment.id, ann))?.body).toContain('Yes')
  })

  test('answers to answers are kept at their depth and shown flat under the first', async () => {
    const { ann, ben, refillStation } = await world()
    const { id, number } = refillStation
    const root = await say(ben, number, 'Which tin?')
    const reply = await say(ann, number, 'Half a kilo.', root.id)
    const deep = await say(ben, number, 'Good.', reply.id)

    expect(deep).toMatchObject({ rootId: root.id, parentId: reply.id, depth: 2 })
    const { threads } = await commentThreads(db, id)
    expect(threads).toHaveLength(1)
    expect(threads[0]?.replies.map(({ body }) => body)).toEqual(['Half a kilo.', 'Good.'])
    expect(threads[0]?.replies[0]?.answers).toBeUndefined()
    expect(threads[0]?.replies[1]?.answers).toMatchObject({ author: { handle: ann.handle } })
  })

  test('whoever speaks for the brand does so officially, members do not', async () => {
    const { ben, mo, refillStation } = await world()
    expect((await say(ben, refillStation.number, 'As a member')).team).toBeNull()
    expect((await say(mo, refillStation.number, 'As the brand')).team).toBe(mo.team)
  })

  test('[#45] an answer belongs to the idea of what it answers', async () => {
    const { ann, ben, refillStation } = await world()
    const text = { title: 'Another idea', body: 'Of its own', categoryId: 'packaging', tags: [] }
    const other = await transaction((tx) => publishIdea(tx, ann, text))
    const root = await say(ben, refillStation.number, 'Here')
    const astray = { body: 'There', parentId: root.id }

    expect(await transaction((tx) => postComment(tx, ben, other.number, astray))).toBeUndefined()
    const nowhere = { body: 'There', parentId: 'no-such-comment' }
    expect(await transaction((tx) => postComment(tx, ben, other.number, nowhere))).toBeUndefined()
    expect(await countOf(other.number)).toBe(0)
  })

  test('nobody talks where comments are closed, or to a comment that is gone', async () => {
    const { ann, ben, refillStation } = await world()
    const { number } = refillStation
    const root = await say(ben, number, 'Soon gone')
    await transaction((tx) => deleteComment(tx, ben, root.id))
    const answer = { body: 'To nobody', parentId: root.id }
    expect(await transaction((tx) => postComment(tx, ann, number, answer))).toBe('parent-gone')

    const archived = { status: 'archived', place: 'aside' } as const
    await transaction((tx) => placeIdea(tx, refillStation, archived, []))
    const late = await transaction((tx) => postComment(tx, ben, number, { body: 'Late' }))
    expect(late).toBe('comments-closed')
  })

  test('[#44] a private idea has no comments for those who may not see it', async () => {
    const { ann, ben, mo } = await world()
    const text = { title: 'Still secret', body: 'A draft', categoryId: 'packaging', tags: [] }
    const draft = await transaction((tx) => writeIdea(tx, ann, text))
    const speak = { body: 'Anybody there?' }
    expect(await transaction((tx) => postComment(tx, ben, draft.number, speak))).toBeUndefined()

    const open = await transaction((tx) => publishIdea(tx, ann, text))
    const comment = await say(ben, open.number, 'Nice')
    await transaction((tx) => placeIdea(tx, open, { status: 'hidden', place: 'private' }, []))
    expect(await findComment(db, comment.id, ben)).toBeUndefined()
    expect(await transaction((tx) => markUseful(tx, ben, comment.id))).toBeUndefined()
    expect((await findComment(db, comment.id, mo))?.id).toBe(comment.id)
  })
})

describe('second thoughts', () => {
  test('its author may change a comment for 15 minutes, and the old words are kept', async () => {
    const { ann, ben, refillStation } = await world()
    const { id, createdAt } = await say(ben, refillStation.number, 'First words')
    const edit = (who: Person, body: string, minutes: number) =>
      at(new Date(+createdAt + minutes * 60_000), () =>
        transaction((tx) => editComment(tx, who, id, body)),
      )

    expect(await edit(ann, 'Not mine', 1)).toBeUndefined()
    expect(await edit(ben, 'First words', 1)).toBe('unchanged')
    expect(await edit(ben, 'Better words', 14)).toBe('edited')
    expect(await edit(ben, 'Too late', 15)).toBe('too-late')

    expect(await findComment(db, id, ben)).toMatchObject({ body: 'Better words' })
    const kept = await db.select().from(commentRevisions).where(eq(commentRevisions.commentId, id))
    expect(kept.map(({ body }) => body)).toEqual(['First words'])
  })

  test('a comment that was taken back leaves its place, its words are gone, its answers stay', async () => {
    const { ann, ben, refillStation } = await world()
    const root = await say(ben, refillStation.number, 'I regret this')
    await say(ann, refillStation.number, 'Why?', root.id)

    const remove = (who: Person) => transaction((tx) => deleteComment(tx, who, root.id))
    expect(await remove(ann)).toBeUndefined()
    expect(await remove(ben)).toBe('deleted')
    expect(await remove(ben)).toBe('already-deleted')

    expect(await countOf(refillStation.number)).toBe(1)
    expect((await contributionsOf(db, ben.id)).comments).toBe(0)
    const { threads } = await commentThreads(db, refillStation.id)
    expect(threads[0]).toMatchObject({ body: '', author: null })
    expect(threads[0]?.replies.map(({ body }) => body)).toEqual(['Why?'])
    expect(await transaction((tx) => editComment(tx, ben, root.id, 'Again'))).toBeUndefined()
  })

  test('moderation hides and restores, with a reason in the audit; others may not', async () => {
    const { ben, eva, mo, refillStation } = await world()
    const { id } = await say(ben, refillStation.number, 'Rude words')

    for (const who of [ben, eva])
      expect(await transaction((tx) => hideComment(tx, who, id, why))).toBe('not-allowed')
    expect(await transaction((tx) => hideComment(tx, mo, id, why))).toBe('hidden')
    expect(await transaction((tx) => hideComment(tx, mo, id, why))).toBe('already-hidden')
    expect(await countOf(refillStation.number)).toBe(0)
    expect((await commentThreads(db, refillStation.id)).threads[0]?.body).toBe('')

    expect(await transaction((tx) => restoreComment(tx, mo, id))).toBe('restored')
    expect(await transaction((tx) => restoreComment(tx, mo, id))).toBe('not-hidden')
    expect(await countOf(refillStation.number)).toBe(1)
    const trace = await db.select().from(auditEntries).where(eq(auditEntries.subject, id))
    expect(trace.map(({ act }) => act).sort()).toEqual(['comment.hidden', 'comment.restored'])
    expect(trace.find(({ act }) => act === 'comment.hidden')?.details).toEqual(why)
  })

  test('hidden and taken back counts once', async () => {
    const { ben, mo, refillStation } = await world()
    const { id } = await say(ben, refillStation.number, 'Both')
    await Promise.all([
      transaction((tx) => hideComment(tx, mo, id, why)),
      transaction((tx) => deleteComment(tx, ben, id)),
    ])
    expect(await countOf(refillStation.number)).toBe(0)
    await transaction((tx) => restoreComment(tx, mo, id))
    expect(await countOf(refillStation.number)).toBe(0)
  })
})

describe('useful', () => {
  test('[#96] a mark counts once a person, however often they click, and never on one’s own words', async () => {
    const { ann, ben, refillStation } = await world()
    const { id } = await say(ben, refillStation.number, 'Use a cloth bag')

    expect(await transaction((tx) => markUseful(tx, ben, id))).toBe('own-comment')
    const acts = [markUseful, unmarkUseful]
    await Promise.all(
      Array.from({ length: 31 }, (_, i) => transaction((tx) => acts[i % 2]!(tx, ann, id))),
    )
    const marks = await db.select().from(usefulMarks).where(eq(usefulMarks.commentId, id))
    expect(marks.length).toBeLessThanOrEqual(1)
    expect((await findComment(db, id, ann))?.usefulCount).toBe(marks.length)
  })

  test('a person sees which comments are theirs, and which they marked', async () => {
    const { ann, ben, refillStation } = await world()
    const [mine, liked, other] = [
      await say(ann, refillStation.number, 'Mine'),
      await say(ben, refillStation.number, 'Liked'),
      await say(ben, refillStation.number, 'Other'),
    ]
    expect(await transaction((tx) => markUseful(tx, ann, liked.id))).toBe('found-useful')
    const ids = [mine.id, liked.id, other.id]
    const stances = await stancesAmong(db, ann.id, ids)
    expect(ids.map((id) => stances.get(id))).toEqual(['own', 'marked', 'unmarked'])
    expect([...(await ownAmong(db, ann.id, ids))]).toEqual([[mine.id, 'editable']])
    const later = new Date(+mine.createdAt + 3_600_000)
    expect([...(await at(later, () => ownAmong(db, ann.id, ids)))]).toEqual([[mine.id, 'own']])
  })
})

describe('reading', () => {
  /** Comments at one second's distance, `c0` first. */
  async function talk(n: number) {
    const house = await world()
    const { ben, refillStation } = house
    const start = Date.UTC(2026, 0, 1)
    const said: Comment[] = []
    for (let i = 0; i < n; i++)
      said.push(await at(new Date(start + i * 1000), () => say(ben, refillStation.number, `c${i}`)))
    return { ...house, said, start }
  }

  test('pages of 20 threads follow each other without gaps in every order', async () => {
    const { ann, refillStation, said } = await talk(45)
    await transaction((tx) => markUseful(tx, ann, said[7]!.id))
    for (const sort of ['newest', 'oldest', 'useful'] as const) {
      const seen: string[] = []
      let after
      do {
        const page = await commentThreads(db, refillStation.id, { sort, after })
        seen.push(...page.threads.map(({ body }) => body))
        expect(page.threads.length).toBeLessThanOrEqual(20)
        after = page.next
      } while (after)
      expect(new Set(seen).size).toBe(45)
      const first = { newest: 'c44', oldest: 'c0', useful: 'c7' }[sort]
      expect(seen[0]).toBe(first)
    }
  })

  test('a comment is found on its page, and an answer far down in its own thread', async () => {
    const { ben, refillStation, said } = await talk(30)
    const { id, number } = refillStation
    expect(await placeOf(db, said[29]!)).toEqual({})
    expect(await placeOf(db, said[10]!)).toEqual({})
    const place = await placeOf(db, said[5]!)
    const { threads } = await commentThreads(db, id, place)
    expect(threads[0]?.body).toBe('c5')

    const root = said[29]!
    const answers: Comment[] = []
    for (let i = 0; i < 5; i++) answers.push(await say(ben, number, `a${i}`, root.id))
    expect(await placeOf(db, answers[0]!)).toEqual({})
    expect(await placeOf(db, answers[4]!)).toEqual({ thread: root.id })
    const [short] = (await commentThreads(db, id)).threads
    expect(short?.replies.map(({ body }) => body)).toEqual(['a0', 'a1', 'a2'])
    expect(short?.repliesCount).toBe(5)
    const alone = await commentThreads(db, id, { thread: root.id })
    expect(alone.threads).toHaveLength(1)
    expect(alone.threads[0]?.replies).toHaveLength(5)
  })

  test('[#45] the thread of another idea is not shown here', async () => {
    const { ann, ben, refillStation } = await world()
    const text = { title: 'Another idea', body: 'Of its own', categoryId: 'packaging', tags: [] }
    const other = await transaction((tx) => publishIdea(tx, ann, text))
    const root = await say(ben, refillStation.number, 'Here')
    expect((await commentThreads(db, other.id, { thread: root.id })).threads).toEqual([])
  })

  test('an address says which page; nonsense in it is the first page', () => {
    const id = '0190b0a0-0000-7000-8000-000000000000'
    const place = { sort: 'useful', after: { key: 3, id } } as const
    expect(threadPlace(new URLSearchParams(threadQuery(place)))).toMatchObject(place)
    expect(threadQuery({})).toBe('')
    const nonsense = threadPlace(new URLSearchParams("comments=x'--&after=1;drop table"))
    expect(nonsense).toEqual({ sort: 'newest', after: undefined, thread: undefined })
  })
})
