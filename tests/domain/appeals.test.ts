import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { appealUntil, lastRefusal, medianOf } from '#app/domain/appeals/appeal.rules.ts'
import { appeal } from '#app/domain/appeals/appeal.server.ts'
import { findCase, mayDecide } from '#app/domain/appeals/case.server.ts'
import { decideAppeal, decideResubmission, Refused } from '#app/domain/appeals/decide.server.ts'
import { appealFigures } from '#app/domain/appeals/figures.server.ts'
import { appealQueue } from '#app/domain/appeals/queue.server.ts'
import { findReceipt } from '#app/domain/appeals/receipt.server.ts'
import { resubmit, withdrawResubmission } from '#app/domain/appeals/resubmission.server.ts'
import { findIdea } from '#app/domain/ideas/idea.server.ts'
import { revisionsOf } from '#app/domain/ideas/revision.server.ts'
import { personOf } from '#app/domain/identity/person.server.ts'
import { assignRoles } from '#app/domain/identity/role.server.ts'
import { receiptOf } from '#app/domain/notifications/receipt.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { languageOf } from '#app/domain/site/language.rules.ts'
import { lastMomentWithin } from '#app/domain/site/deadline.rules.ts'
import { changeSettings } from '#app/domain/site/site.server.ts'
import { castVote } from '#app/domain/votes/vote.server.ts'
import { moveIdea } from '#app/domain/workflow/move.server.ts'
import { timelineOf } from '#app/domain/workflow/timeline.server.ts'
import { reasons } from '#app/domain/workflow/workflow.rules.ts'
import { speakers } from '#app/messages/i18n.ts'
import { db, transaction } from '#db/database.server.ts'
import { activity } from '#db/schema/activity.ts'
import { appeals, resubmissions } from '#db/schema/appeals.ts'
import { auditEntries } from '#db/schema/site.ts'
import { at, now } from '#db/time.ts'
import { person, world } from '#tests/world.ts'

const day = 86_400_000
const why = 'It would double the price of every box that we sell, and we sell by the box.'
const words = {
  title: 'A refill station for rusks, in one shop',
  body: 'Bring your own tin, pay by weight, throw nothing away. To begin with, in one shop.',
  categoryId: 'packaging',
  tags: ['refill'],
}

/** The world after Eva has said no to Ann's idea. */
async function refused(to = 'declined') {
  const house = await world()
  const ida = await transaction((tx) => person(tx, 'ida', ['admin']))
  const { eva, mo, refillStation } = house
  const mover = to === 'hidden' ? mo : eva
  await move(mover, refillStation.number, to)
  const receipt = (await findReceipt(db, house.ann, refillStation.number))!
  return { ...house, ida, number: refillStation.number, decision: receipt.decision.id, receipt }
}
type Refusal = Awaited<ReturnType<typeof refused>>

const move = (mover: Person, number: number, to: string) =>
  transaction((tx) =>
    moveIdea(tx, mover, number, { to, note: why, reason: 'too_costly', couldChange: 'One shop.' }),
  )
const body = 'You counted ten shops, and I asked for one: please look again.'
const ask = ({ ann, number, decision }: Refusal, author = ann) =>
  transaction((tx) => appeal(tx, author, number, { decision, body }))
const send = ({ ann, number, decision }: Refusal, text = words, author = ann) =>
  transaction((tx) => resubmit(tx, author, number, { decision, text, message: 'For you alone.' }))

async function waiting({ receipt: { idea } }: Refusal) {
  const [asked] = await db.select().from(appeals).where(eq(appeals.ideaId, idea.id))
  const rows = await db.select().from(resubmissions).where(eq(resubmissions.ideaId, idea.id))
  return (asked ?? rows.find(({ decidedAt }) => !decidedAt))!.id
}

const overturn = { outcome: 'overturned', answer: 'You were right.', from: 'declined' } as const
const uphold = { outcome: 'upheld', answer: 'It stays a no.', from: 'declined', note: '' } as const
const decide = async (
  refusal: Refusal,
  reviewer: Person,
  wish: Parameters<typeof decideAppeal>[3] = { ...overturn, note: 'We looked again.' },
) => {
  const id = await waiting(refusal)
  return transaction((tx) => decideAppeal(tx, reviewer, id, wish))
}

const take = {
  outcome: 'taken',
  answer: 'Gladly.',
  from: 'declined',
  to: 'voting',
  note: 'New words.',
}
const judge = async (
  refusal: Refusal,
  reviewer: Person,
  wish: Partial<Parameters<typeof decideResubmission>[3]> = {},
) => {
  const id = await waiting(refusal)
  const whole = { ...take, ...wish } as Parameters<typeof decideResubmission>[3]
  return transaction((tx) => decideResubmission(tx, reviewer, id, whole))
}
const no = { outcome: 'refused', answer: 'Still too dear.', reason: 'too_costly' } as const

const eventsOf = async (ideaId: string, verb: string) =>
  db
    .select()
    .from(activity)
    .where(and(eq(activity.ideaId, ideaId), eq(activity.verb, verb)))

test('the author alone has the receipt: reason, text, what could change it, and the words of then', async () => {
  const refusal = await refused()
  const { ann, ben, eva, ada, number, receipt } = refusal
  expect(receipt.decision).toMatchObject({
    toStatus: 'declined',
    fromStatus: 'voting',
    reason: 'too_costly',
    note: why,
    couldChange: 'One shop.',
    team: 'Granaio',
  })
  expect(receipt).toMatchObject({ stands: true, text: { title: 'A refill station for rusks' } })
  for (const other of [ben, eva, ada]) expect(await findReceipt(db, other, number)).toBeUndefined()

  await send(refusal)
  await at(new Date(Date.now() + 60_000), () => judge(refusal, eva))
  const later = (await findReceipt(db, ann, number))!
  expect(later.idea.title).toBe(words.title)
  expect(later.text.title).toBe('A refill station for rusks')
  expect(later).toMatchObject({ stands: false })
})

test('an idea that was never refused has no receipt; a hidden one has, for its author', async () => {
  const { ann, refillStation, eva } = await world()
  expect(await findReceipt(db, ann, refillStation.number)).toBeUndefined()
  await transaction((tx) =>
    moveIdea(tx, eva, refillStation.number, { to: 'shortlisted', note: 'Yes.' }),
  )
  expect(await findReceipt(db, ann, refillStation.number)).toBeUndefined()
  const hidden = await refused('hidden')
  expect(hidden.receipt.decision.toStatus).toBe('hidden')
  expect(await findReceipt(db, hidden.ben, hidden.number)).toBeUndefined()
})

test('an author appeals once against a decision, however often they click', async () => {
  const refusal = await refused()
  const { ann, ben, eva, number, decision, receipt } = refusal
  expect(await ask(refusal, ben)).toBeUndefined()
  expect(await ask(refusal, eva)).toBeUndefined()
  const clicks = await Promise.all(Array.from({ length: 5 }, () => ask(refusal)))
  expect(new Set(clicks)).toEqual(new Set(['appealed']))
  const other = { decision, body: `${body} Please.` }
  expect(await transaction((tx) => appeal(tx, ann, number, other))).toBe('already-appealed')
  expect(await db.select().from(appeals).where(eq(appeals.moveId, decision))).toHaveLength(1)
  expect(await eventsOf(receipt.idea.id, 'idea.appealed')).toHaveLength(1)
})

test('the last day is shown and holds to its last millisecond, by the clock of the brand', async () => {
  const refusal = await refused()
  const { until } = refusal.receipt
  const late = new Date(until.getTime() + 1)
  expect(await at(late, () => ask(refusal))).toBe('late')
  expect(await at(until, () => ask(refusal))).toBe('appealed')

  const rome = (text: string, days: number) =>
    lastMomentWithin(new Date(text), days, 'Europe/Rome').toISOString()
  expect(rome('2026-03-28T12:00:00Z', 0)).toBe('2026-03-28T22:59:59.999Z')
  expect(rome('2026-03-28T12:00:00Z', 1)).toBe('2026-03-29T21:59:59.999Z')
  expect(rome('2026-10-24T23:30:00Z', 0)).toBe('2026-10-25T22:59:59.999Z')
  expect(rome('2026-10-24T21:30:00Z', 14)).toBe('2026-11-07T22:59:59.999Z')
  expect(rome('2026-12-24T23:30:00Z', 10)).toBe('2027-01-04T22:59:59.999Z')
})

test('[#81] every day of a year ends at its own midnight, where clocks change too', () => {
  for (const zone of ['Europe/Rome', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Auckland'])
    for (let i = 0; i < 366; i++) {
      const moment = new Date(Date.UTC(2026, 0, 1, 9) + i * day)
      const end = lastMomentWithin(moment, 14, zone)
      const on = (when: Date) =>
        new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(when)
      const here = new Date(`${on(moment)}T12:00:00Z`)
      const wanted = new Date(here.getTime() + 14 * day).toISOString().slice(0, 10)
      const next = new Date(here.getTime() + 15 * day).toISOString().slice(0, 10)
      expect([zone, on(end), on(new Date(end.getTime() + 1))]).toEqual([zone, wanted, next])
    }
})

test('what a receipt promised stays when the brand shortens the days', () => {
  const movedAt = new Date('2026-11-02T10:00:00Z')
  const calendar = { timeZone: 'Europe/Rome' }
  const before = appealUntil({ appealDays: 14, appealDaysPast: [], calendar }, movedAt)
  const past = [{ until: '2026-11-03T10:00:00Z', days: 14 }]
  const shorter = { appealDays: 3, appealDaysPast: past, calendar }
  expect(appealUntil(shorter, movedAt)).toEqual(before)
  const later = new Date('2026-11-04T10:00:00Z')
  expect(appealUntil(shorter, later).toISOString()).toBe('2026-11-07T22:59:59.999Z')
})

test('another reviewer than the first decides, whoever asks and however', async () => {
  const refusal = await refused()
  const { eva, mo, ben, ada, receipt } = refusal
  await ask(refusal)
  const id = await waiting(refusal)
  const found = (await findCase(db, eva, id))!
  expect(await mayDecide(db, eva, found)).toBe('own-decision')
  expect(await mayDecide(db, ada, found)).toBe('yes')
  expect(await decide(refusal, eva)).toBe('own-decision')
  expect(await decide(refusal, ben)).toBe('not-allowed')
  expect(await decide(refusal, mo)).toBe('overturned')

  const idea = (await findIdea(db, receipt.idea.number, undefined))!
  expect(idea.status).toBe('voting')
  const { history } = await timelineOf(db, idea)
  expect(history.at(-1)).toMatchObject({ toStatus: 'voting', note: 'We looked again.' })
  expect(await eventsOf(idea.id, 'appeal.decided')).toMatchObject([
    { actorId: mo.id, subjectId: id, data: { outcome: 'overturned' } },
  ])
  const acts = await db.select().from(auditEntries).where(eq(auditEntries.subject, idea.id))
  expect(acts.map(({ act }) => act)).toContain('appeal.decided')
})

test('an appeal against a hiding asks for the permission to hide, too', async () => {
  const refusal = await refused('hidden')
  const { ann, eva, mo, ada, ben, number } = refusal
  await ask(refusal)
  const wish = { ...overturn, from: 'hidden', note: 'A mistake of ours.' }
  expect(await decide(refusal, eva, wish)).toBe('hiding')
  expect(await decide(refusal, mo, wish)).toBe('own-decision')
  expect(await decide(refusal, ben, wish)).toBeUndefined()
  expect(await decide(refusal, ada, wish)).toBe('overturned')
  expect((await findIdea(db, number, ben))?.status).toBe('voting')
  expect((await findReceipt(db, ann, number))?.appeal).toMatchObject({ outcome: 'overturned' })
})

test('a no that stays leaves the idea where it is, and the author an answer', async () => {
  const refusal = await refused()
  const { ada, ann, number } = refusal
  await ask(refusal)
  expect(await decide(refusal, ada, uphold)).toBe('upheld')
  const receipt = (await findReceipt(db, ann, number))!
  expect(receipt).toMatchObject({
    stands: true,
    appeal: { outcome: 'upheld', answer: 'It stays a no.', team: 'Granaio', decidedBy: ada.id },
  })
  expect(await ask(refusal)).toBe('appealed')
  expect(await decide(refusal, refusal.ida)).toBe('decided')
})

test('a decider may choose another status, but none that the transitions do not allow', async () => {
  const refusal = await refused()
  const { ada, number } = refusal
  await ask(refusal)
  const to = (status: string) => decide(refusal, ada, { ...overturn, note: '', to: status })
  await expect(to('realised')).rejects.toThrow(Refused)
  await expect(to('archived')).rejects.toThrow(Refused)
  expect((await findIdea(db, number, undefined))?.status).toBe('declined')
  expect(await to('evaluating')).toBe('overturned')
  expect((await findIdea(db, number, undefined))?.status).toBe('evaluating')
})

test('[#106] of two reviewers at once one decides, and the other is told so', async () => {
  const refusal = await refused()
  const { ada, ida, mo, receipt } = refusal
  await ask(refusal)
  const outcomes = await Promise.all([
    decide(refusal, ada),
    decide(refusal, ida, uphold),
    decide(refusal, mo, uphold),
  ])
  expect(outcomes.filter((outcome) => outcome === 'decided' || outcome === 'stale')).toHaveLength(2)
  expect(await eventsOf(receipt.idea.id, 'appeal.decided')).toHaveLength(1)
})

test('[#106] an idea that moved while a reviewer read is not decided unseen', async () => {
  const refusal = await refused()
  const { eva, ada, number } = refusal
  await ask(refusal)
  await move(eva, number, 'archived')
  expect(await decide(refusal, ada)).toBe('stale')
  const seen = { ...overturn, from: 'archived', note: '' }
  expect(await decide(refusal, ada, seen)).toBe('overturned')
  expect((await findIdea(db, number, undefined))?.status).toBe('voting')
})

test('new words wait unseen, are taken with the votes kept, and the old ones stay as a revision', async () => {
  const refusal = await refused()
  const { ben, eva, mo, number, receipt } = refusal
  const { id } = receipt.idea
  expect(await send(refusal, words, ben)).toBeUndefined()
  expect(await send(refusal)).toBe('resubmitted')
  expect(await send(refusal)).toBe('resubmitted')
  expect(await send(refusal, { ...words, title: 'Something else entirely' })).toBe('waiting')
  expect((await findIdea(db, number, undefined))?.title).toBe('A refill station for rusks')
  expect(await ask(refusal)).toBe('busy')

  expect(await judge(refusal, ben)).toBe('not-allowed')
  expect(await judge(refusal, mo)).toBe('taken')
  const idea = (await findIdea(db, number, undefined))!
  expect(idea).toMatchObject({ status: 'voting', title: words.title, body: words.body })
  expect(idea.editedAt).not.toBeNull()
  expect(await revisionsOf(db, id)).toMatchObject([{ title: 'A refill station for rusks' }])
  expect(await eventsOf(id, 'resubmission.decided')).toMatchObject([{ data: { outcome: 'taken' } }])
  expect(await judge(refusal, eva).catch(() => 'none')).toBe('none')
})

test('votes are kept when new words are taken', async () => {
  const { ann, ben, eva, refillStation } = await world()
  const { number } = refillStation
  await transaction((tx) => castVote(tx, ben, number))
  await move(eva, number, 'declined')
  const receipt = (await findReceipt(db, ann, number))!
  const sent = { decision: receipt.decision.id, text: words, message: '' }
  await transaction((tx) => resubmit(tx, ann, number, sent))
  const id = (await findReceipt(db, ann, number))!.resubmissions[0]!.id
  const wish = take as Parameters<typeof decideResubmission>[3]
  expect(await transaction((tx) => decideResubmission(tx, eva, id, wish))).toBe('taken')
  expect((await findIdea(db, number, undefined))?.votesCount).toBe(1)
})

test('refused words bring a receipt again, and the days of the appeal begin anew', async () => {
  const refusal = await refused()
  const { ann, ada, eva, ida, number } = refusal
  await send(refusal)
  const bare = { ...no, reason: undefined }
  expect(await judge(refusal, ada, bare)).toBe('reason-needed')
  const later = new Date(Date.now() + 20 * day)
  expect(await at(later, () => judge(refusal, ada, no))).toBe('refused')
  const receipt = (await findReceipt(db, ann, number))!
  expect(receipt.resubmissions).toMatchObject([{ outcome: 'refused', reason: 'too_costly' }])
  expect(+receipt.until).toBeGreaterThan(+later + 13 * day)

  expect(await at(new Date(+later + day), () => ask(refusal))).toBe('appealed')
  expect(await send(refusal, { ...words, title: 'While the appeal waits' })).toBe('busy')
  expect(await decide(refusal, ada)).toBe('own-decision')
  expect(await decide(refusal, eva)).toBe('own-decision')
  expect(await decide(refusal, ida)).toBe('overturned')
})

test('whoever of the staff wrote the idea decides neither on their own appeal nor on their own words', async () => {
  const refusal = await refused()
  const { ann, eva, ida, mo } = refusal
  await transaction((tx) => assignRoles(tx, ida, ann.id, { roles: ['evaluator'], team: null }))
  const staffed = (await personOf(db, ann.id))!
  await send(refusal)
  expect(await judge(refusal, staffed)).toBe('own-idea')
  expect(await judge(refusal, mo, no)).toBe('refused')
  await ask(refusal)
  expect(await decide(refusal, staffed)).toBe('own-idea')
  const found = (await findCase(db, staffed, await waiting(refusal)))!
  expect(await mayDecide(db, staffed, found)).toBe('own-idea')
  expect(await decide(refusal, eva)).toBe('own-decision')
  expect(await decide(refusal, ida)).toBe('overturned')
})

test('new words are sent three times at most; what was taken back does not count', async () => {
  const refusal = await refused()
  const { ann, ada, ben } = refusal
  const nth = (n: number) => send(refusal, { ...words, title: `${words.title} ${n}` })
  expect(await nth(0)).toBe('resubmitted')
  const id = await waiting(refusal)
  expect(await transaction((tx) => withdrawResubmission(tx, ben, id))).toBeUndefined()
  expect(await transaction((tx) => withdrawResubmission(tx, ann, id))).toBe('withdrawn')
  expect(await transaction((tx) => withdrawResubmission(tx, ann, id))).toBeUndefined()
  for (const n of [1, 2, 3]) {
    expect(await nth(n)).toBe('resubmitted')
    const sent = await waiting(refusal)
    expect(await judge(refusal, ada, no)).toBe('refused')
    expect(await transaction((tx) => withdrawResubmission(tx, ann, sent))).toBe('decided')
  }
  expect(await nth(4)).toBe('used-up')
})

test('the same words again are no new words', async () => {
  const refusal = await refused()
  const { title, body, categoryId, tags } = refusal.receipt.text
  expect(await send(refusal, { title, body, categoryId, tags })).toBe('unchanged')
})

test('an idea that moved on takes neither an appeal nor new words for the old decision', async () => {
  const refusal = await refused()
  const { eva, number } = refusal
  await transaction((tx) => moveIdea(tx, eva, number, { to: 'voting', note: 'We were wrong.' }))
  expect(await ask(refusal)).toBe('over')
  expect(await send(refusal)).toBe('over')
})

test('[#106] an author who sends new words while the staff moves loses neither', async () => {
  for (let i = 0; i < 5; i++) {
    const refusal = await refused()
    const { ann, eva, ada, number } = refusal
    const [sent, moved] = await Promise.all([
      send(refusal),
      transaction((tx) => moveIdea(tx, eva, number, { to: 'voting', note: 'Again.' })),
    ])
    expect(moved).toBe('moved')
    expect(['resubmitted', 'over']).toContain(sent)
    if (sent === 'over') continue
    // The words arrived first: they can still be taken, and the idea stays where it went.
    expect(await judge(refusal, ada, { from: 'voting' })).toBe('taken')
    expect((await findIdea(db, number, ann))?.title).toBe(words.title)
    expect((await findIdea(db, number, ann))?.status).toBe('voting')
  }
})

test('[#106] an appeal and new words sent at once: one of them waits', async () => {
  for (let i = 0; i < 5; i++) {
    const refusal = await refused()
    const both = await Promise.all([ask(refusal), send(refusal)])
    expect(both.filter((outcome) => outcome === 'busy')).toHaveLength(1)
  }
})

test('the words of a hidden idea stay private until they are taken', async () => {
  const refusal = await refused('hidden')
  const { ben, ada, eva, number } = refusal
  expect(await send(refusal)).toBe('resubmitted')
  expect(await findIdea(db, number, ben)).toBeUndefined()
  const wish = { from: 'hidden', to: 'voting' }
  expect(await judge(refusal, eva, wish)).toBe('hiding')
  expect(await judge(refusal, ada, wish)).toBe('taken')
  expect((await findIdea(db, number, ben))?.title).toBe(words.title)
})

test('the queue has what is due first, then what was decided last', async () => {
  const early = await refused()
  const later = await refused()
  await at(new Date(Date.now() - 2 * day), () => ask(early))
  await send(later)
  const numbersIn = async (state: 'waiting' | 'decided') =>
    (await appealQueue(db, early.ada, { state })).rows.map(({ kind, number }) => [kind, number])
  const waits = await numbersIn('waiting')
  const placeOf = (of: Refusal) => waits.findIndex(([, number]) => number === of.number)
  expect(placeOf(early)).toBeGreaterThanOrEqual(0)
  expect(placeOf(early)).toBeLessThan(placeOf(later))
  await at(new Date(Date.now() + 300 * day), () => decide(early, early.ada))
  expect((await numbersIn('decided'))[0]).toEqual(['appeal', early.number])
})

test('the queue goes on where a page ended, and misses none', async () => {
  const all = []
  for (let i = 0; i < 32; i++) {
    const refusal = await refused()
    await (i % 2 ? ask(refusal) : send(refusal))
    all.push(refusal.number)
  }
  const { ada } = await world()
  const seen: number[] = []
  let after: Awaited<ReturnType<typeof appealQueue>>['next']
  do {
    const page = await appealQueue(db, ada, { state: 'waiting', after })
    seen.push(...page.rows.map(({ number }) => number))
    after = page.next
  } while (after)
  expect(new Set(seen).size).toBe(seen.length)
  for (const number of all) expect(seen).toContain(number)
})

test('the figures count what was decided since, by their formulas', async () => {
  const since = new Date(now().getTime() + 400 * day)
  const later = (n: number) => new Date(since.getTime() + n * day)
  const [one, two, three] = [
    await at(later(1), refused),
    await at(later(1), refused),
    await at(later(1), refused),
  ]
  await at(later(2), () => ask(one))
  await at(later(2), () => ask(two))
  await at(later(2), () => send(three))
  await at(later(4), () => decide(one, one.ada))
  await at(later(6), () => decide(two, two.ada, uphold))
  await at(later(3), () => judge(three, three.ada))
  const figures = await appealFigures(db, since)
  expect(figures).toMatchObject({
    decisions: [{ reason: 'too_costly', n: 3 }],
    appeals: { sent: 2, decided: 2, overturned: 1, share: 0.5 },
    medianDays: 2,
    resubmissions: { sent: 1, taken: 1 },
  })
  const none = await appealFigures(db, later(100))
  expect(none).toMatchObject({ decisions: [], medianDays: undefined })
  expect(none.appeals.share).toBeUndefined()
})

test('a status that is retired takes no rights from an author', () => {
  const move = { id: 'x', toStatus: 'declined', reason: 'legal', movedAt: new Date() }
  const carried = { ...move, id: 'y', toStatus: 'archived', reason: 'status_retired' }
  const wanted = { ...move, toStatus: 'shortlisted', reason: 'threshold' }
  expect(lastRefusal([wanted, move, carried])).toEqual({ decision: move, stands: true })
  expect(lastRefusal([move, wanted])).toEqual({ decision: move, stands: false })
  expect(lastRefusal([wanted, carried])).toBeUndefined()
})

test('every reason has its meaning, and what could change it, in both languages', () => {
  for (const reason of reasons)
    for (const locale of ['it', 'en'] as const)
      for (const key of ['why', 'change'])
        expect(speakers[locale].exists(`appeals:${key}.${reason}`), `${locale} ${reason}`).toBe(
          true,
        )
})

test('the mail of a receipt says the last day, and the language of the text, to its reader', async () => {
  const { receipt } = await refused()
  const movedAt = new Date('2026-10-20T10:00:00Z')
  const words = await receiptOf(db, { ...receipt.decision, movedAt })
  expect(words('it')).toMatchObject({ kind: 'receipt', until: '3 novembre 2026', language: 'en' })
  expect(words('en')).toMatchObject({ until: '3 November 2026', language: '' })
})

test('small words tell the language of a text, and few of them tell nothing', () => {
  expect(languageOf('Non è fattibile con il forno che abbiamo.')).toBe('it')
  expect(languageOf('We cannot do it with the oven that we have.')).toBe('en')
  expect(languageOf('Forno 2026')).toBeUndefined()
  expect([medianOf([]), medianOf([3, 1, 2]), medianOf([4, 1])]).toEqual([undefined, 2, 2.5])
})

test('the days of an appeal are a setting', async () => {
  await transaction((tx) => changeSettings(tx, { appealDays: 3 }))
  const { receipt } = await refused()
  expect(+receipt.until - Date.now()).toBeLessThan(5 * day)
  await transaction((tx) => changeSettings(tx, { appealDays: 14 }))
})
