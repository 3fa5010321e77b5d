import { asc, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { postComment } from '#app/domain/comments/comment.server.ts'
import { findIdea } from '#app/domain/ideas/idea.server.ts'
import { LastAdmin } from '#app/domain/identity/role.server.ts'
import { startSession, findSession } from '#app/domain/identity/session.server.ts'
import { claimItem } from '#app/domain/moderation/claim.server.ts'
import { decide, decideDirectly } from '#app/domain/moderation/decide.server.ts'
import { moderationQueue } from '#app/domain/moderation/queue.server.ts'
import { restore } from '#app/domain/moderation/restore.server.ts'
import { openReview } from '#app/domain/moderation/review.server.ts'
import { tellDecision } from '#app/domain/moderation/tell.server.ts'
import { undoDecision } from '#app/domain/moderation/undo.server.ts'
import { flagComment } from '#app/domain/moderation/flag.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { castVote } from '#app/domain/votes/vote.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { activity } from '#db/schema/activity.ts'
import { comments } from '#db/schema/comments.ts'
import { people } from '#db/schema/identity.ts'
import { ideas } from '#db/schema/ideas.ts'
import { decisions, flags, reviewItems } from '#db/schema/moderation.ts'
import { auditEntries } from '#db/schema/site.ts'
import { at, now } from '#db/time.ts'
import { person, world } from '../world.ts'

let here: Awaited<ReturnType<typeof world>>
beforeAll(async () => {
  here = await world()
})

const said = { reason: 'spam' as const, facts: 'You repeat an advertisement.' }

async function saysSomething(author: Person, body = 'Buy my watches') {
  const { number } = here.refillStation
  const comment = await transaction((tx) => postComment(tx, author, number, { body }))
  if (!comment || typeof comment === 'string') throw new Error(String(comment))
  return comment
}

async function itemFor(comment: { id: string; ideaId: string; authorId: string | null }) {
  const id = await transaction((tx) =>
    openReview(tx, {
      ...{ subject: 'comment', subjectId: comment.id, ideaId: comment.ideaId },
      ...{ authorId: comment.authorId, why: 'flagged', matched: {}, excerpt: 'Buy my watches' },
      ...{ severity: 2, weight: 1, reach: 1, isHeld: false },
    }),
  )
  return itemOf(id)
}

async function itemOf(id: string) {
  const [item] = await db.select().from(reviewItems).where(eq(reviewItems.id, id))
  return item!
}

const commentRow = async (id: string) =>
  (await db.select().from(comments).where(eq(comments.id, id)))[0]!

async function decided(moderator: Person, id: string, wish: Parameters<typeof decide>[3]) {
  const decision = await transaction((tx) => decide(tx, moderator, id, wish))
  if (!decision || typeof decision === 'string') throw new Error(String(decision))
  return decision
}

test('what is flagged again joins its open item: weights add up, the gravest stands', async () => {
  const comment = await saysSomething(here.ben)
  const first = await itemFor(comment)
  const again = await transaction((tx) =>
    openReview(tx, {
      ...first,
      why: 'words',
      matched: { words: ['x'] },
      severity: 4,
      weight: 0.5,
      isHeld: true,
    }),
  )
  const item = await itemOf(again)
  expect(again).toBe(first.id)
  expect(item).toMatchObject({ why: 'flagged', severity: 4, weight: 1.5, rank: 6, isHeld: true })
  expect(item.version).toBe(first.version + 1)
})

test('the queue shows what is gravest, heaviest and widest first, page by page', async () => {
  const { rows } = await moderationQueue(db, here.mo, { view: 'all' })
  expect(rows.map(({ rank }) => rank)).toEqual(rows.map(({ rank }) => rank).sort((a, b) => b - a))
  const last = rows.at(-1)!
  const { rows: rest } = await moderationQueue(db, here.mo, { view: 'all', after: last })
  expect(rest).toEqual([])
})

test('[#106] two moderators at the same item: the second is told, and changes nothing', async () => {
  const comment = await saysSomething(here.ben)
  const item = await itemFor(comment)
  const wish = { act: 'hide', ...said, seen: item.version } as const
  const outcomes = await Promise.all([
    transaction((tx) => decide(tx, here.mo, item.id, wish)),
    transaction((tx) => decide(tx, here.ada, item.id, { ...wish, act: 'remove' })),
  ])
  expect(outcomes.filter((one) => one === 'decided-already')).toHaveLength(1)
  const made = await db.select().from(decisions).where(eq(decisions.itemId, item.id))
  expect(made).toHaveLength(1)
})

test('[#106] what came in since it was seen has to be seen first', async () => {
  const comment = await saysSomething(here.ben)
  const item = await itemFor(comment)
  await itemFor(comment)
  const wish = { act: 'approve', reason: '', facts: '', seen: item.version } as const
  expect(await transaction((tx) => decide(tx, here.mo, item.id, wish))).toBe('changed')
  expect((await itemOf(item.id)).state).toBe('open')
})

test('[#106] whoever looks at an item is seen by the others for five minutes', async () => {
  const item = await itemFor(await saysSomething(here.ben))
  await transaction((tx) => claimItem(tx, here.mo, item.id))
  await transaction((tx) => claimItem(tx, here.ada, item.id))
  const seenBy = async (moderator: Person) =>
    (await moderationQueue(db, moderator, { view: 'all' })).rows.find(({ id }) => id === item.id)
      ?.lookedAtBy
  expect(await seenBy(here.ada)).toBe('mo')
  expect(await seenBy(here.mo)).toBeNull()
  await at(new Date(+now() + 5 * 60_000), async () => expect(await seenBy(here.ada)).toBeNull())
})

test('nobody decides on themselves, on a colleague without being admin, or without a reason', async () => {
  const other = await transaction((tx) => person(tx, 'max', ['moderator']))
  const mine = await itemFor(await saysSomething(here.mo))
  const theirs = await itemFor(await saysSomething(other))
  const bens = await itemFor(await saysSomething(here.ben))
  const tried = (item: { id: string; version: number }, by: Person, wish: object) =>
    transaction((tx) =>
      decide(tx, by, item.id, { act: 'hide', ...said, seen: item.version, ...wish }),
    )
  expect(await tried(mine, here.mo, {})).toBe('own')
  expect(await tried(mine, here.mo, { act: 'approve' })).toBe('own')
  expect(await tried(theirs, here.mo, {})).toBe('staff')
  expect(await tried(theirs, here.ada, {})).toMatchObject({ act: 'hide' })
  expect(await tried(bens, here.eva, {})).toBe('not-allowed')
  expect(await tried(bens, here.mo, { reason: '' })).toBe('reason-needed')
  expect(await tried(bens, here.mo, { facts: ' ' })).toBe('facts-needed')
  expect(await tried(bens, here.mo, { act: 'silence' })).toBe('days-needed')
  expect((await itemOf(bens.id)).state).toBe('open')
})

test('a comment that is hidden and restored is exactly as it was, for votes, points and thread', async () => {
  const comment = await saysSomething(here.ben)
  const reply = await saysSomething(here.ann, 'Why?')
  const before = [await commentRow(comment.id), await ideaRow()]
  const decision = await transaction((tx) =>
    decideDirectly(
      tx,
      here.mo,
      { subject: 'comment', subjectId: comment.id },
      {
        act: 'hide',
        ...said,
      },
    ),
  )
  expect((await commentRow(comment.id)).hiddenAt).not.toBeNull()
  if (!decision || typeof decision === 'string') throw new Error(String(decision))
  expect(await transaction((tx) => restore(tx, here.ada, decision.id))).toMatchObject({
    act: 'restore',
  })
  expect([await commentRow(comment.id), await ideaRow()]).toEqual(before)
  expect(await transaction((tx) => restore(tx, here.ada, decision.id))).toBe('restored-already')
  expect(reply.ideaId).toBe(comment.ideaId)
})

const ideaRow = async () =>
  (await db.select().from(ideas).where(eq(ideas.id, here.refillStation.id)))[0]!

test('an idea that is hidden and restored stands where it stood, with all its votes', async () => {
  const { number, id } = here.refillStation
  await transaction((tx) => castVote(tx, here.ben, number))
  const { version: _v, updatedAt: _u, ...before } = await ideaRow()
  const decision = await transaction((tx) =>
    decideDirectly(tx, here.mo, { subject: 'idea', subjectId: id }, { act: 'remove', ...said }),
  )
  if (!decision || typeof decision === 'string') throw new Error(String(decision))
  expect(await findIdea(db, number, here.ben)).toBeUndefined()
  expect((await findIdea(db, number, here.ann))?.status).toBe('hidden')
  await transaction((tx) => restore(tx, here.mo, decision.id))
  const { version: _w, updatedAt: _t, ...after } = await ideaRow()
  expect(after).toEqual(before)
})

test('within ten seconds a decision is undone, and nobody was told', async () => {
  const comment = await saysSomething(here.ben)
  await transaction((tx) => flagComment(tx, here.ann, comment.id, { reason: 'spam', note: '' }))
  const [flag] = await db.select().from(flags).where(eq(flags.subjectId, comment.id))
  const item = await itemOf(flag!.itemId!)
  const decision = await decided(here.mo, item.id, { act: 'hide', ...said, seen: item.version })
  expect(await transaction((tx) => undoDecision(tx, here.ada, decision.id))).toBeUndefined()
  expect(await transaction((tx) => undoDecision(tx, here.mo, decision.id))).toBe('undone')
  expect((await commentRow(comment.id)).hiddenAt).toBeNull()
  expect(await itemOf(item.id)).toMatchObject({ state: 'open', decidedAt: null })
  await transaction((tx) => tellDecision(tx, decision.id))
  expect(await toldOf(decision.id)).toEqual([])
  const [kept] = await db.select().from(flags).where(eq(flags.id, flag!.id))
  expect(kept!.outcome).toBeNull()
})

const toldOf = (subjectId: string) =>
  db.select().from(activity).where(eq(activity.subjectId, subjectId)).orderBy(asc(activity.id))

test('after ten seconds the person and the reporters are told, once, and nothing is undone', async () => {
  const comment = await saysSomething(here.ben)
  await transaction((tx) => flagComment(tx, here.ann, comment.id, { reason: 'spam', note: '' }))
  const [flag] = await db.select().from(flags).where(eq(flags.subjectId, comment.id))
  const item = await itemOf(flag!.itemId!)
  const decision = await decided(here.mo, item.id, { act: 'warn', ...said, seen: item.version })
  expect((await commentRow(comment.id)).hiddenAt).toBeNull()
  await at(new Date(+now() + 10_001), async () => {
    expect(await transaction((tx) => undoDecision(tx, here.mo, decision.id))).toBe('told-already')
    await transaction((tx) => tellDecision(tx, decision.id))
    await transaction((tx) => tellDecision(tx, decision.id))
  })
  expect((await toldOf(decision.id)).map(({ verb }) => verb)).toEqual(['decision.made'])
  expect((await toldOf(flag!.id)).map(({ verb }) => verb)).toEqual(['flag.decided'])
  const [settled] = await db.select().from(flags).where(eq(flags.id, flag!.id))
  expect(settled!.outcome).toBe('upheld')
})

test('of two who decide at once on what they came across, one decides on the item in the queue', async () => {
  const comment = await saysSomething(here.ben)
  const { id } = await itemFor(comment)
  const thing = { subject: 'comment', subjectId: comment.id } as const
  const by = (who: Person, act: 'hide' | 'warn') =>
    transaction((tx) => decideDirectly(tx, who, thing, { act, ...said }))
  await Promise.all([by(here.mo, 'hide'), by(here.ada, 'warn')])
  expect(await db.$count(decisions, eq(decisions.itemId, id))).toBe(1)
})

test('a suspension ends the sessions at once; undone, the person may sign in again', async () => {
  const tom = await transaction((tx) => person(tx, 'tom'))
  const token = await startSession(tom.id, 'Firefox', '')
  const comment = await saysSomething(tom)
  const wish = { act: 'suspend', ...said, days: 7, hides: true } as const
  const thing = { subject: 'comment', subjectId: comment.id } as const
  const decision = await transaction((tx) => decideDirectly(tx, here.mo, thing, wish))
  if (!decision || typeof decision === 'string') throw new Error(String(decision))
  expect(await findSession(token)).toBeUndefined()
  expect((await commentRow(comment.id)).hiddenAt).not.toBeNull()
  expect((+decision.until! - +decision.decidedAt) / 86_400_000).toBeCloseTo(7)
  await transaction((tx) => undoDecision(tx, here.mo, decision.id))
  const [row] = await db.select().from(people).where(eq(people.id, tom.id))
  expect(row).toMatchObject({ suspendedAt: null, suspendedUntil: null })
  expect((await commentRow(comment.id)).hiddenAt).toBeNull()
})

test('the last admin is never shut out', async () => {
  const comment = await saysSomething(here.ada)
  const other = await transaction((tx) => person(tx, 'abe', ['admin']))
  const thing = { subject: 'comment', subjectId: comment.id } as const
  const wish = { act: 'suspend', ...said, days: null } as const
  await transaction((tx) => decideDirectly(tx, other, thing, wish))
  const mine = await saysSomething(other)
  const again = { subject: 'comment', subjectId: mine.id } as const
  const trying = transaction((tx) => decideDirectly(tx, here.ada, again, wish))
  await expect(trying).rejects.toThrow(LastAdmin)
})

test('a profile loses name, words and face, and has them back unless it wrote others', async () => {
  const eve = await transaction((tx) => person(tx, 'Nasty Name'))
  await transaction((tx) => tx.update(people).set({ bio: 'Rude' }).where(eq(people.id, eve.id)))
  const thing = { subject: 'profile', subjectId: eve.id } as const
  const decision = await transaction((tx) =>
    decideDirectly(tx, here.mo, thing, { act: 'hide', ...said }),
  )
  if (!decision || typeof decision === 'string') throw new Error(String(decision))
  const row = async () => (await db.select().from(people).where(eq(people.id, eve.id)))[0]!
  expect(await row()).toMatchObject({ displayName: 'Membro', bio: '' })
  await transaction((tx) => tx.update(people).set({ bio: 'Kind' }).where(eq(people.id, eve.id)))
  await transaction((tx) => restore(tx, here.mo, decision.id))
  expect(await row()).toMatchObject({ displayName: 'Nasty Name', bio: 'Kind' })
})

test('every decision leaves a row in the audit, without what was said', async () => {
  const entries = await db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.act, 'moderation.decided'))
  expect(entries.length).toBeGreaterThan(5)
  expect(JSON.stringify(entries)).not.toContain('advertisement')
})
