import { and, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { keepModeration } from '#app/clock/moderation.server.ts'
import { postComment } from '#app/domain/comments/comment.server.ts'
import { findVisitor, startSession } from '#app/domain/identity/session.server.ts'
import { endRestrictions } from '#app/domain/identity/standing.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { lease } from '#app/domain/jobs/job.server.ts'
import { decideDirectly, type Direct } from '#app/domain/moderation/decide.server.ts'
import { moderationFigures } from '#app/domain/moderation/figures.server.ts'
import { objectionQueue } from '#app/domain/moderation/objection-queue.server.ts'
import { decideObjection, objectTo } from '#app/domain/moderation/objection.server.ts'
import { findStatement, statementsOf } from '#app/domain/moderation/statement.server.ts'
import { changeSettings } from '#app/domain/site/site.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { comments } from '#db/schema/comments.ts'
import { people } from '#db/schema/identity.ts'
import { notifications } from '#db/schema/notifications.ts'
import { decisions, objections } from '#db/schema/moderation.ts'
import { auditEntries } from '#db/schema/site.ts'
import { at } from '#db/time.ts'
import { person, world } from '#tests/world.ts'

let here: Awaited<ReturnType<typeof world>>
let nora: Person
beforeAll(async () => {
  here = await world()
  nora = await transaction((tx) => person(tx, 'nora', ['moderator']))
})

const hour = 3_600_000
const later = <T>(ms: number, work: () => Promise<T>) => at(new Date(Date.now() + ms), work)
const facts = 'You wrote that the bakers are thieves.'
const words = 'I quoted the newspaper, and gave the link to it.'

const newcomer = (name: string) => transaction((tx) => person(tx, name))

async function said(author: Person) {
  const body = 'The bakers are thieves, says the newspaper.'
  const { number } = here.refillStation
  const comment = await transaction((tx) => postComment(tx, author, number, { body }))
  if (!comment || typeof comment === 'string') throw new Error(String(comment))
  return comment
}

/** A decision of Mo's on a comment of `author`, of which they were told. */
async function against(author: Person, wish: Partial<Direct> = {}) {
  const comment = await said(author)
  const thing = { subject: 'comment' as const, subjectId: comment.id }
  const said_ = { act: 'hide' as const, reason: 'offensive' as const, facts, ...wish }
  const decision = await transaction((tx) => decideDirectly(tx, here.mo, thing, said_))
  if (!decision || typeof decision === 'string') throw new Error(String(decision))
  await tellAll()
  return { comment, decision }
}

const tellAll = () =>
  later(11_000, async () => {
    const jobs = await transaction((tx) => lease(tx, 'moderation', 999))
    for (const job of jobs) await keepModeration(job)
  })

const object = (who: { id: string }, id: string, body = words) =>
  transaction((tx) => objectTo(tx, who, id, body))
const objectionTo = async (decisionId: string) => {
  const found = await db.select().from(objections).where(eq(objections.decisionId, decisionId))
  return found[0]!
}
const answer = (who: Person, id: string, outcome: 'upheld' | 'overturned') =>
  transaction((tx) => decideObjection(tx, who, id, { outcome, answer: 'We looked again.' }))
const newsOf = async (who: { id: string }, event: string) =>
  db
    .select()
    .from(notifications)
    .where(and(eq(notifications.personId, who.id), eq(notifications.event, event)))

test('[#44] whoever a decision concerns reads what, which rule, the facts and until when to object; nobody else does', async () => {
  const sue = await newcomer('sue')
  const { decision } = await against(sue)
  const statement = await later(hour, () => findStatement(db, sue.id, decision.id))
  expect(statement).toMatchObject({
    ...{ act: 'hide', reason: 'offensive', facts, isAutomated: false, recourse: 'open' },
    objection: null,
  })
  expect(statement!.excerpt).toContain('The bakers are thieves')
  expect(JSON.stringify(statement)).not.toContain(here.mo.id)
  for (const other of [here.ben, here.mo, here.ada])
    expect(await findStatement(db, other.id, decision.id)).toBeUndefined()
  expect((await statementsOf(db, sue.id)).rows.map(({ id }) => id)).toEqual([decision.id])
  expect(await newsOf(sue, 'own-decision')).toMatchObject([
    { actorId: null, data: { subject: decision.id, step: 'hide' } },
  ])
})

test('what can still be undone is shown to nobody', async () => {
  const tim = await newcomer('tim')
  const comment = await said(tim)
  const thing = { subject: 'comment' as const, subjectId: comment.id }
  const decision = await transaction((tx) =>
    decideDirectly(tx, here.mo, thing, { act: 'hide', reason: 'spam', facts }),
  )
  if (!decision || typeof decision === 'string') throw new Error(String(decision))
  expect(await findStatement(db, tim.id, decision.id)).toBeUndefined()
  expect(await object(tim, decision.id)).toBeUndefined()
})

test('one objects once, within the days, and to nobody else’s decision', async () => {
  const uma = await newcomer('uma')
  const { decision } = await against(uma)
  expect(await object(here.ben, decision.id)).toBeUndefined()
  expect(await later(hour, () => object(uma, decision.id))).toBe('sent')
  expect(await later(hour, () => object(uma, decision.id))).toBe('sent')
  expect(await later(hour, () => object(uma, decision.id, `${words} Twice.`))).toBe('already-sent')
  expect(await db.$count(objections, eq(objections.decisionId, decision.id))).toBe(1)
  const [told, untold] = [
    await newsOf(nora, 'staff-objection'),
    await newsOf(here.mo, 'staff-objection'),
  ]
  expect([told.length, untold.length]).toEqual([1, 0])

  const { decision: old } = await against(uma)
  const days = 24 * hour
  expect(await later(181 * days, () => object(uma, old.id))).toBe('late')
})

test('two objections to one decision in the same moment are one', async () => {
  const vic = await newcomer('vic')
  const { decision } = await against(vic)
  const sent = await later(hour, () =>
    Promise.all([object(vic, decision.id), object(vic, decision.id, `${words} Again.`)]),
  )
  expect(sent.sort()).toEqual(['already-sent', 'sent'])
})

test('never whoever decided answers; overturned, all is as it was and the person is told', async () => {
  const wes = await newcomer('wes')
  const { comment, decision } = await against(wes)
  await later(hour, () => object(wes, decision.id))
  const { id, dueAt } = await objectionTo(decision.id)
  expect(+dueAt).toBeGreaterThan(Date.now())
  expect(await answer(here.mo, id, 'overturned')).toBe('own-decision')
  expect(await answer(here.eva, id, 'overturned')).toBe('not-allowed')

  const hidden = async () =>
    (await db.select().from(comments).where(eq(comments.id, comment.id)))[0]!.hiddenAt
  expect(await hidden()).not.toBeNull()
  expect(await answer(nora, id, 'overturned')).toBe('overturned')
  expect(await hidden()).toBeNull()
  expect(await answer(here.ada, id, 'upheld')).toBe('decided')

  const statement = await later(hour, () => findStatement(db, wes.id, decision.id))
  expect(statement).toMatchObject({ recourse: 'answered', objection: { outcome: 'overturned' } })
  expect(statement!.liftedAt).not.toBeNull()
  expect(JSON.stringify(statement)).not.toContain(nora.id)
  expect(await newsOf(wes, 'own-objection')).toMatchObject([
    { actorId: null, data: { decision: decision.id, step: 'overturned' } },
  ])
  const [entry] = await db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.act, 'objection.decided'))
  expect(entry).toMatchObject({ actorId: nora.id, subject: decision.id })
  expect(JSON.stringify(entry!.details)).not.toContain('looked again')
})

test('two moderators who answer in the same moment: one does, the other hears of it', async () => {
  const xia = await newcomer('xia')
  const { comment, decision } = await against(xia)
  await later(hour, () => object(xia, decision.id))
  const { id } = await objectionTo(decision.id)
  const outcomes = await Promise.all([
    answer(nora, id, 'upheld'),
    answer(here.ada, id, 'overturned'),
  ])
  expect(outcomes.filter((one) => one === 'decided')).toHaveLength(1)
  const { outcome } = await objectionTo(decision.id)
  const [row] = await db.select().from(comments).where(eq(comments.id, comment.id))
  expect(!row!.hiddenAt).toBe(outcome === 'overturned')
  expect(await newsOf(xia, 'own-objection')).toHaveLength(1)
})

test('[#53] who is suspended has no session from before; signed in again, they read why, object, and are back when it is lifted', async () => {
  const yan = await newcomer('yan')
  const before = await startSession(yan.id, '', '')
  const { decision } = await against(yan, { act: 'suspend', days: 7 })
  expect(await findVisitor(before)).toEqual({})
  const token = await startSession(yan.id, '', '')
  const visitor = await findVisitor(token)
  expect(visitor.viewer).toBeUndefined()
  expect(visitor.shutOut).toMatchObject({ id: yan.id, until: decision.until })

  expect(await later(hour, () => object(visitor.shutOut!, decision.id))).toBe('sent')
  await answer(nora, (await objectionTo(decision.id)).id, 'overturned')
  expect((await findVisitor(token)).viewer).toMatchObject({ id: yan.id })
})

test('a suspension and a silence end by themselves at their moment', async () => {
  const zoe = await newcomer('zoe')
  await against(zoe, { act: 'suspend', days: 1 })
  const token = await startSession(zoe.id, '', '')
  expect((await findVisitor(token)).shutOut).toBeDefined()
  const over = 25 * hour
  expect((await later(over, () => findVisitor(token))).viewer).toMatchObject({
    silencedUntil: null,
  })
  await later(over, () => transaction((tx) => endRestrictions(tx)))
  const [row] = await db.select().from(people).where(eq(people.id, zoe.id))
  expect(row).toMatchObject({ suspendedAt: null, suspendedUntil: null })

  await against(zoe, { act: 'silence', days: 3 })
  const silenced = (await findVisitor(token)).viewer!.silencedUntil
  expect(+silenced!).toBeGreaterThan(Date.now() + 2 * 24 * hour)
})

test('the queue shows what was promised first first, and the figures say what became of it all', async () => {
  await transaction((tx) => changeSettings(tx, { objectionAnswerDays: 1 }))
  const abe = await newcomer('abe')
  const { decision } = await against(abe)
  await later(hour, () => object(abe, decision.id))
  const { rows } = await objectionQueue(db, { state: 'waiting' })
  const due = rows.map(({ dueAt }) => +dueAt)
  expect(due).toEqual([...due].sort((one, other) => one - other))
  expect((await objectionQueue(db, { state: 'decided' })).rows.every((row) => row.outcome)).toBe(
    true,
  )

  const figures = await later(60 * 24 * hour, () => moderationFigures(db, new Date(0)))
  const made = await db.select().from(decisions)
  const isAgainst = ({ act, undoneAt }: (typeof made)[number]) =>
    !undoneAt && act !== 'approve' && act !== 'restore'
  expect(figures.total).toBe(made.filter(isAgainst).length)
  expect(figures.automated).toBe(0)
  const { sent, decided, overturned, share, waiting, overdue } = figures.objections
  expect(sent).toBe(await db.$count(objections))
  expect(share).toBe(overturned / decided)
  expect([waiting, overdue]).toEqual([sent - decided, sent - decided])
})
