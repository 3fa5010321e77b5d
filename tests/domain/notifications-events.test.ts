import { eq, isNotNull } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { workThrough } from '#app/clock.server.ts'
import { tellFollowers } from '#app/clock/tell-followers.server.ts'
import { record } from '#app/domain/activity/record.server.ts'
import type { Event } from '#app/domain/event.ts'
import { publishIdea } from '#app/domain/ideas/publish.server.ts'
import { lease } from '#app/domain/jobs/job.server.ts'
import { choose } from '#app/domain/notifications/choice.server.ts'
import { defaults } from '#app/domain/notifications/choice.rules.ts'
import { events, undoMs } from '#app/domain/notifications/notification.rules.ts'
import { notificationsOf } from '#app/domain/notifications/notification.server.ts'
import { untell } from '#app/domain/notifications/untell.server.ts'
import { castVote } from '#app/domain/votes/vote.server.ts'
import { moveIdea } from '#app/domain/workflow/move.server.ts'
import { type MailOrder, renderMail } from '#app/web/mail.server.ts'
import { newId } from '#db/columns.ts'
import { db, transaction, type Tx } from '#db/database.server.ts'
import { appeals } from '#db/schema/appeals.ts'
import { dossiers, evaluations } from '#db/schema/dossiers.ts'
import { jobs } from '#db/schema/jobs.ts'
import { merges } from '#db/schema/merges.ts'
import { questions } from '#db/schema/promises.ts'
import { moves } from '#db/schema/workflow.ts'
import { at } from '#db/time.ts'
import { type world, worldWithoutHonours } from '#tests/world.ts'

type World = Awaited<ReturnType<typeof world>>
type Who = World['ann']

beforeEach(() =>
  transaction(async (tx) => {
    await tx.delete(jobs).where(isNotNull(jobs.id))
  }),
)

const heardBy = async (reader: Who) => {
  const { rows } = await notificationsOf(db, reader, { unread: true })
  return rows.map(({ event, path }) => [event, path])
}
const mailsTo = async (reader: Who) => {
  const mails = await db.select().from(jobs).where(eq(jobs.kind, 'mail'))
  return mails
    .map(({ payload }) => payload as unknown as MailOrder)
    .filter(({ to }) => to === `${reader.handle}@example.org`)
}
const happened = (event: Event) => transaction((tx) => record(tx, event))
const moved = (mover: Who, number: number, to = 'declined') =>
  transaction((tx) => moveIdea(tx, mover, number, { to, note: 'Yes.', reason: 'legal' }))
const lastMove = async (ideaId: string) => {
  const all = await db.select().from(moves).where(eq(moves.ideaId, ideaId)).orderBy(moves.movedAt)
  return all.at(-1)!
}
const later = <T>(work: () => T) => at(new Date(Date.now() + undoMs + 1000), work)
const another = (tx: Tx, author: Who, title: string) =>
  publishIdea(tx, author, {
    title,
    body: 'Something else that one could make of rusks, one day.',
    categoryId: 'packaging',
    tags: [],
    locale: 'en',
  })

test('a move that is taken back within ten seconds is told to nobody', async () => {
  const { ann, ben, eva, refillStation } = await worldWithoutHonours()
  await transaction((tx) => castVote(tx, ben, refillStation.number))
  await moved(eva, refillStation.number)
  const { id } = await lastMove(refillStation.id)
  expect(await transaction((tx) => untell(tx, id))).toBe('untold')
  expect(await transaction((tx) => untell(tx, id))).toBe('told-already')
  await workThrough()
  expect([await heardBy(ann), await heardBy(ben)]).toEqual([[], []])
  expect(await mailsTo(ann)).toEqual([])
})

test('a move whose telling has begun, or is done, is told', async () => {
  const { ann, eva, refillStation } = await worldWithoutHonours()
  await moved(eva, refillStation.number)
  const { id } = await lastMove(refillStation.id)
  const [job] = await later(() => transaction((tx) => lease(tx, 'tell', 1)))
  expect(await transaction((tx) => untell(tx, id))).toBe('told-already')
  await tellFollowers(job!)
  expect(await transaction((tx) => untell(tx, id))).toBe('told-already')
  const decision = `/me/ideas/${refillStation.number}/decision`
  expect(await heardBy(ann)).toEqual([['own-moved', decision]])
})

test('of taking back and telling at the same moment exactly one happens', async () => {
  const { ann, eva, refillStation } = await worldWithoutHonours()
  await moved(eva, refillStation.number)
  const { id } = await lastMove(refillStation.id)
  const [outcome, [job]] = await Promise.all([
    transaction((tx) => untell(tx, id)),
    later(() => transaction((tx) => lease(tx, 'tell', 1))),
  ])
  if (job) await tellFollowers(job)
  expect(await heardBy(ann)).toHaveLength(outcome === 'untold' ? 0 : 1)
})

test('whoever wants to hear nothing of their own idea does not hear it as a follower of it', async () => {
  const { ann, ben, refillStation } = await worldWithoutHonours()
  const none = { inApp: false, mail: 'none' as const }
  await transaction((tx) => choose(tx, ann.id, { 'own-commented': none }))
  const { postComment } = await import('#app/domain/comments/comment.server.ts')
  await transaction((tx) => postComment(tx, ben, refillStation.number, { body: 'Hello.' }))
  await workThrough()
  expect(await heardBy(ann)).toEqual([])
})

test('a question is told to the author, its answer to whoever asked', async () => {
  const { ann, eva, ada, refillStation } = await worldWithoutHonours()
  const { id: ideaId, number, slug } = refillStation
  const id = newId()
  await transaction(async (tx) => {
    await tx.insert(questions).values({ id, ideaId, askedBy: eva.id, team: 'Lab', body: 'Which?' })
  })
  await happened({ verb: 'idea.asked', actorId: eva.id, ideaId, subjectId: id })
  await happened({ verb: 'question.answered', actorId: ann.id, ideaId, subjectId: id })
  expect(await heardBy(ann)).toEqual([['own-asked', `/ideas/${number}/${slug}`]])
  expect((await heardBy(eva)).map(([event]) => event)).toEqual(['staff-answered'])
  expect(await heardBy(ada)).toEqual([])
  expect(await mailsTo(ann)).toMatchObject([{ template: 'idea-asked', params: { note: 'Which?' } }])
})

test('a promise that is near is told to those who weigh the idea, else to all who may answer; one that is late to all', async () => {
  const { ann, eva, mo, ada, refillStation } = await worldWithoutHonours()
  const { id: ideaId } = refillStation
  const subjectId = newId()
  await happened({ verb: 'promise.near', actorId: null, ideaId, subjectId })
  expect([await heardBy(eva), await heardBy(ada)].flat()).toEqual([
    ['staff-promise-near', '/staff/promises'],
    ['staff-promise-near', '/staff/promises'],
  ])
  const dossierId = newId()
  await transaction(async (tx) => {
    await tx.insert(dossiers).values({ id: dossierId, ideaId, state: 'open' })
    await tx.insert(evaluations).values({ dossierId, evaluatorId: eva.id })
  })
  await happened({ verb: 'promise.near', actorId: null, ideaId, subjectId: newId() })
  expect([(await heardBy(eva)).length, (await heardBy(ada)).length]).toEqual([2, 1])
  await happened({ verb: 'promise.overdue', actorId: null, ideaId, subjectId })
  expect([(await heardBy(eva)).length, (await heardBy(ada)).length]).toEqual([3, 2])
  expect([await heardBy(ann), await heardBy(mo)]).toEqual([[], []])
})

test('a dossier: whoever is to weigh it, then the author and the followers of what was published', async () => {
  const { ann, ben, eva, ada, refillStation } = await worldWithoutHonours()
  const { id: ideaId, number } = refillStation
  const subjectId = newId()
  await transaction(async (tx) => {
    await castVote(tx, ben, number)
    const explanation = 'It can be done.'
    await tx.insert(dossiers).values({ id: subjectId, ideaId, state: 'published', explanation })
  })
  const data = { personId: eva.id }
  await happened({ verb: 'dossier.assigned', actorId: ada.id, ideaId, subjectId, data })
  expect(await heardBy(eva)).toEqual([['staff-assigned', `/staff/ideas/${number}/dossier`]])
  await happened({ verb: 'dossier.published', actorId: eva.id, ideaId, subjectId })
  await workThrough()
  expect((await heardBy(ann)).map(([event]) => event)).toEqual(['own-evaluated'])
  expect((await heardBy(ben)).map(([event]) => event)).toEqual(['followed-evaluated'])
})

test('an appeal is told to everybody who may decide it but whoever decided, and its answer to the author', async () => {
  const { ann, eva, mo, ada, refillStation } = await worldWithoutHonours()
  const { id: ideaId, number } = refillStation
  await moved(eva, number)
  const { id: moveId } = await lastMove(ideaId)
  const id = newId()
  await transaction(async (tx) => {
    const row = { id, ideaId, moveId, authorId: ann.id, body: 'No.', dueAt: new Date() }
    await tx.insert(appeals).values({ ...row, answer: 'Right.', outcome: 'overturned' })
  })
  await happened({ verb: 'idea.appealed', actorId: ann.id, ideaId, subjectId: id })
  for (const who of [mo, ada])
    expect(await heardBy(who)).toEqual([['staff-appealed', '/staff/appeals']])
  expect(await heardBy(eva)).toEqual([])
  const data = { outcome: 'overturned' }
  await happened({ verb: 'appeal.decided', actorId: mo.id, ideaId, subjectId: id, data })
  expect(await heardBy(ann)).toEqual([['own-appeal', `/me/ideas/${number}/decision`]])
  const [mail] = await mailsTo(ann)
  expect(renderMail(mail!, 'Forno').text).toContain('> Right.')
})

test('a merge: the author is asked, then told; a voter is told once, with a link to withdraw', async () => {
  const { ann, ben, eva, refillStation } = await worldWithoutHonours()
  const { id: ideaId, number } = refillStation
  await transaction((tx) => castVote(tx, ben, number))
  const id = newId()
  const target = await transaction(async (tx) => {
    const idea = await another(tx, eva, 'Rusks by the weight')
    const row = { id, sourceId: ideaId, targetId: idea.id, state: 'asked' as const }
    await tx.insert(merges).values({ ...row, fromStatus: 'voting', team: 'Lab' })
    return idea
  })
  const data = { targetId: target.id }
  await happened({ verb: 'merge.asked', actorId: eva.id, ideaId, subjectId: id, data })
  expect(await heardBy(ann)).toEqual([['own-merge-asked', `/me/merges/${id}`]])
  await happened({ verb: 'idea.merged', actorId: eva.id, ideaId, subjectId: id, data })
  await workThrough()
  const heard = (await heardBy(ann)).map(([event]) => event)
  expect(heard.sort()).toEqual(['own-merge-asked', 'own-merged'])
  const mails = await mailsTo(ben)
  expect(mails).toMatchObject([{ template: 'idea-merged', withdraw: id }])
  const { text, html } = renderMail(mails[0]!, 'Forno')
  for (const said of [text, html]) expect(said).toContain(`/withdraw/${ben.id}.${id}.`)
  expect(JSON.stringify(await mailsTo(ann))).not.toContain('withdraw')
})

test('what was realised is told once to each: to the authors behind it, and to all who stood by any of it', async () => {
  const { ann, ben, eva, mo, refillStation } = await worldWithoutHonours()
  const { id: ideaId, number } = refillStation
  const { ideas } = await import('#db/schema/ideas.ts')
  await transaction(async (tx) => {
    const merged = await another(tx, mo, 'Tins that come back')
    await tx.update(ideas).set({ mergedIntoId: ideaId }).where(eq(ideas.id, merged.id))
    for (const { number: n } of [refillStation, merged]) await castVote(tx, ben, n)
    await castVote(tx, ann, merged.number)
  })
  await happened({ verb: 'idea.realised', actorId: eva.id, ideaId, subjectId: ideaId })
  await workThrough()
  const path = `/realised/${number}/${refillStation.slug}`
  expect(await heardBy(ann)).toEqual([['own-realised', path]])
  expect(await heardBy(mo)).toEqual([['own-realised', path]])
  expect(await heardBy(ben)).toEqual([['followed-realised', path]])
})

test('every event has a default, and every default its words in both languages', async () => {
  for (const language of ['it', 'en'] as const) {
    const words = (await import(`#app/messages/${language}/notifications.json`)) as {
      default: { events: object; news: object }
    }
    expect(Object.keys(words.default.events).sort()).toEqual([...events].sort())
    for (const event of events)
      if (event !== 'round') expect(words.default.news).toHaveProperty(event)
  }
  expect(Object.keys(defaults).sort()).toEqual([...events].sort())
})
