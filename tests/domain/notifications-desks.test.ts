import { eq, isNotNull } from 'drizzle-orm'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { record } from '#app/domain/activity/record.server.ts'
import type { Event } from '#app/domain/event.ts'
import { personOf } from '#app/domain/identity/person.server.ts'
import { assignRoles } from '#app/domain/identity/role.server.ts'
import { shutOut } from '#app/domain/identity/standing.server.ts'
import { choicesOf, choose } from '#app/domain/notifications/choice.server.ts'
import { departureOf } from '#app/domain/notifications/departure.server.ts'
import { askDigest } from '#app/domain/notifications/digest.server.ts'
import { notificationsOf } from '#app/domain/notifications/notification.server.ts'
import { type MailOrder, renderMail } from '#app/web/mail.server.ts'
import { secretId } from '#db/columns.ts'
import { db, transaction } from '#db/database.server.ts'
import { people } from '#db/schema/identity.ts'
import { jobs } from '#db/schema/jobs.ts'
import { decisions, objections } from '#db/schema/moderation.ts'
import { at, now } from '#db/time.ts'
import { person, world } from '#tests/world.ts'

type Who = Awaited<ReturnType<typeof world>>['ann']

let here: Awaited<ReturnType<typeof world>>
let cora: Who
beforeAll(async () => {
  here = await world()
  cora = await transaction((tx) => person(tx, 'cora', ['care']))
})
beforeEach(() =>
  transaction(async (tx) => {
    await tx.delete(jobs).where(isNotNull(jobs.id))
  }),
)

const happened = (...events: Event[]) =>
  transaction(async (tx) => {
    for (const event of events) await record(tx, event)
  })
const heardBy = async (reader: Who) => {
  const { rows } = await notificationsOf(db, reader, { unread: true })
  return rows.map(({ event, path }) => [event, path])
}
const ordersFor = async (reader: Who) => {
  const mails = await db.select().from(jobs).where(eq(jobs.kind, 'mail'))
  return mails
    .map(({ payload }) => payload as unknown as MailOrder)
    .filter(({ to }) => to === `${reader.handle}@example.org`)
}
const mailsTo = async (reader: Who, locale: 'it' | 'en' = 'it') =>
  (await ordersFor(reader)).map((order) => renderMail({ ...order, locale }, 'Forno'))
const newcomer = (name: string) => transaction((tx) => person(tx, name))

type Act = (typeof decisions.$inferSelect)['act']
const facts = 'You called them thieves.'

const decisionOn = (who: Who, act: Act) =>
  transaction(async (tx) => {
    const id = secretId()
    const until = act === 'silence' ? new Date('2027-03-01T12:00:00Z') : null
    const appealDueAt = new Date('2027-05-21T12:00:00Z')
    await tx.insert(decisions).values({
      ...{ id, subject: 'comment', subjectId: 'c', personId: who.id, act, reason: 'offensive' },
      ...{
        facts,
        excerpt: 'Canary of the excerpt',
        origin: 'flag',
        before: {},
        until,
        appealDueAt,
      },
    })
    return id
  })
const made = (who: Who, id: string, act: Act): Event => ({
  verb: 'decision.made',
  actorId: here.mo.id,
  subjectId: id,
  data: { personId: who.id, act },
})

test('each decision comes with rule, facts, until when, and how to object, in both languages; its subject says none of it', async () => {
  for (const act of [
    'approve',
    'hide',
    'remove',
    'warn',
    'silence',
    'suspend',
    'restore',
  ] as const) {
    for (const locale of ['it', 'en'] as const) {
      const who = await newcomer(`${locale}_${act}`)
      await transaction((tx) => tx.update(people).set({ locale }).where(eq(people.id, who.id)))
      const id = await decisionOn(who, act)
      await happened(made(who, id, act))
      expect(await heardBy(who)).toEqual([['own-decision', `/me/decisions/${id}`]])
      const [mail] = await mailsTo(who, locale)
      const said = {
        it: ['21 maggio 2027', 'Rispetto per le persone', 'Leggi la motivazione'],
        en: ['21 May 2027', 'Respect for people', 'Read the statement'],
      }[locale]
      for (const words of [facts, `/me/decisions/${id}`, ...said])
        expect(mail!.text).toContain(words)
      expect(mail!.text).not.toContain('Canary')
      expect(mail!.subject).not.toContain(facts)
      if (act === 'silence') expect(mail!.text).toContain(locale === 'it' ? '1 marzo' : '1 March')
    }
  }
})

test('whoever is shut out is told why all the same, whatever they chose, and nothing else', async () => {
  const out = await newcomer('out')
  await transaction((tx) => choose(tx, out.id, { 'own-decision': { inApp: true, mail: 'none' } }))
  await transaction((tx) => shutOut(tx, out.id, null))
  const id = await decisionOn(out, 'suspend')
  await happened(made(out, id, 'suspend'), caseEvent('case.answered', out))
  const orders = await ordersFor(out)
  expect(orders.map(({ template }) => template)).toEqual(['decision-suspend'])
  expect((await departureOf(db, orders[0]!)).outcome).toBe('leave')
})

test('an objection goes to every moderator but who decided; its outcome to who objected, nobody named', async () => {
  const who = await newcomer('objects')
  const nora = await transaction((tx) => person(tx, 'nora', ['moderator']))
  const decisionId = await decisionOn(who, 'hide')
  const [sent] = await transaction((tx) =>
    tx
      .insert(objections)
      .values({ decisionId, personId: who.id, body: 'No.', dueAt: now(), answer: 'We looked.' })
      .returning(),
  )
  const subjectId = sent!.id
  const data = { decidedBy: here.mo.id }
  await happened({ verb: 'objection.sent', actorId: who.id, subjectId, data })
  const way = ['staff-objection', `/staff/moderation/objections/${subjectId}`]
  expect(await heardBy(nora)).toEqual([way])
  expect(await heardBy(here.ada)).toContainEqual(way)
  for (const other of [here.mo, here.eva, cora]) expect(await heardBy(other)).toEqual([])

  const outcome = { personId: who.id, outcome: 'overturned' }
  await happened({ verb: 'objection.decided', actorId: nora.id, subjectId, data: outcome })
  expect(await heardBy(who)).toEqual([['own-objection', `/me/decisions/${decisionId}`]])
  const [mail] = await mailsTo(who)
  expect(mail!.text).not.toContain('nora')
})

test('a post that waits, and what became of a report, are told to who wrote and who reported', async () => {
  const who = await newcomer('reports')
  const of = { personId: who.id }
  await happened(
    { verb: 'post.held', actorId: null, subjectId: 'i1', data: of },
    { verb: 'flag.decided', actorId: null, subjectId: 'f1', data: { ...of, outcome: 'upheld' } },
    { verb: 'flag.decided', actorId: null, subjectId: 'f1', data: { ...of, outcome: 'upheld' } },
  )
  expect((await heardBy(who)).sort()).toEqual([
    ['own-flag', '/me/decisions#flags'],
    ['own-held', '/me/decisions#waiting'],
  ])
  await transaction((tx) => askDigest(tx, who.id, '2026-11-22'))
  const [digest] = await mailsTo(who)
  expect(digest!.text).toContain('La tua segnalazione era fondata')
  expect(digest!.text).toContain('Regole e decisioni')
})

const owned = ['case.answered', 'case.solved', 'remedy.given', 'export.ready'] as const
function caseEvent(verb: (typeof owned)[number], who: Who): Event {
  return { verb, actorId: cora.id, subjectId: `case-of-${verb}`, data: { personId: who.id } }
}

test('a case is told to its member each time; answers are never mailed from here, and no mail says a word of it', async () => {
  const who = await newcomer('writes')
  await happened(...owned.map((verb) => caseEvent(verb, who)))
  await at(new Date(Date.now() + 60_000), () => happened(caseEvent('case.answered', who)))
  const heard = (await heardBy(who)).map(([event]) => event).sort()
  expect(heard).toEqual(['own-case', 'own-case', 'own-case-solved', 'own-export', 'own-remedy'])
  const templates = (await ordersFor(who)).map(({ template }) => template)
  expect(templates.sort()).toEqual(['export', 'remedy'])

  const loud = { inApp: false, mail: 'now' as const }
  await transaction((tx) => choose(tx, who.id, { 'own-case': loud }))
  expect((await choicesOf(db, who.id))['own-case']).toEqual({ inApp: true, mail: 'none' })
})

test('only agents hear of cases: who it is given to, who is called; moderators and evaluators never', async () => {
  const other = await transaction((tx) => person(tx, 'carl', ['care']))
  const personId = cora.id
  await happened(
    { verb: 'case.opened', actorId: null, subjectId: 'k1' },
    { verb: 'case.assigned', actorId: other.id, subjectId: 'k1', data: { personId } },
    { verb: 'case.written', actorId: null, subjectId: 'k1', data: { assigneeId: personId } },
    { verb: 'case.called', actorId: other.id, subjectId: 'k1', data: { personId } },
    { verb: 'case.called', actorId: other.id, subjectId: 'k1', data: { personId: here.mo.id } },
    {
      verb: 'case.breaching',
      actorId: null,
      subjectId: 'k2',
      data: { assigneeId: null, clock: 'first' },
    },
    { verb: 'remedy.asked', actorId: personId, subjectId: 'k1', data: { personId: here.ann.id } },
  )
  expect((await heardBy(cora)).map(([event]) => event).sort()).toEqual([
    'staff-case-assigned',
    'staff-case-breaching',
    'staff-case-called',
    'staff-case-written',
  ])
  expect(await heardBy(other)).toEqual([['staff-case-breaching', '/staff/care/k2']])
  expect((await heardBy(here.ada)).map(([event]) => event)).toContain('staff-remedy')
  for (const out of [here.mo, here.eva])
    expect((await heardBy(out)).filter(([event]) => /case|remedy/.test(event!))).toEqual([])
  for (const mail of await mailsTo(cora))
    // Links have keys of chance.
    expect(mail.subject + mail.text.replace(/https?:\S+/g, '')).not.toMatch(/k1|ann_/)
})

test('whoever chose so hears of every case that opens; whoever leaves care hears of none, mails on their way included', async () => {
  const dan = await transaction((tx) => person(tx, 'dan', ['care']))
  await transaction((tx) =>
    choose(tx, dan.id, { 'staff-case-opened': { inApp: true, mail: 'now' } }),
  )
  await happened({ verb: 'case.opened', actorId: null, subjectId: 'k3' })
  expect(await heardBy(dan)).toEqual([['staff-case-opened', '/staff/care/k3']])
  const [order] = await ordersFor(dan)

  await transaction((tx) => assignRoles(tx, here.ada, dan.id, { roles: ['moderator'], team: null }))
  const moved = (await personOf(db, dan.id))!
  expect(await heardBy(moved)).toEqual([['staff-case-opened', null]])
  expect((await departureOf(db, order!)).outcome).toBe('drop')
})
