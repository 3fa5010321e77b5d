import fc from 'fast-check'
import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { remap } from '#app/clock/remap.server.ts'
import { workThrough } from '#app/clock.server.ts'
import { boardChoices, knownQuery } from '#app/domain/ideas/board.server.ts'
import { statusList } from '#app/domain/ideas/categories.server.ts'
import { findIdea } from '#app/domain/ideas/idea.server.ts'
import { publishIdea } from '#app/domain/ideas/publish.server.ts'
import { ideaFaults } from '#app/domain/ideas/recount.server.ts'
import { anythingDue, lease } from '#app/domain/jobs/job.server.ts'
import { changeSettings, siteSettings } from '#app/domain/site/site.server.ts'
import { castVote } from '#app/domain/votes/vote.server.ts'
import { defaultTransitions } from '#app/domain/workflow/default-transitions.ts'
import { setMoves, transitionList, versionOfMoves } from '#app/domain/workflow/edit-moves.server.ts'
import {
  addStatus,
  editStatus,
  findStatus,
  shiftStatus,
  versionOfOrder,
  versionOfStatus,
} from '#app/domain/workflow/edit-status.server.ts'
import { moveIdea } from '#app/domain/workflow/move.server.ts'
import {
  reinstateStatus,
  retirementPreview,
  retireStatus,
} from '#app/domain/workflow/retire.server.ts'
import { goalOf, shortlistIfWanted } from '#app/domain/workflow/shortlist.server.ts'
import { structural } from '#app/domain/workflow/status.rules.ts'
import { changeThresholds, thresholdsNow } from '#app/domain/workflow/thresholds.server.ts'
import { timelineOf } from '#app/domain/workflow/timeline.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { ideas } from '#db/schema/ideas.ts'
import { notifications } from '#db/schema/notifications.ts'
import { auditEntries } from '#db/schema/site.ts'
import { moves, transitions } from '#db/schema/workflow.ts'
import { at } from '#db/time.ts'
import { answerOf, knock } from '#tests/visit.ts'
import { person, world } from '#tests/world.ts'

type World = Awaited<ReturnType<typeof world>>
type Admin = World['ada']

const day = 86_400_000
const look = {
  labelIt: 'In prova',
  labelEn: 'On trial',
  tone: 'plum' as const,
  icon: 'star',
  place: 'board' as const,
  commentsOpen: 'on' as const,
}
let added = 0
const add = async (admin: Admin, wish: Partial<typeof look> = {}) => {
  const n = ++added
  const named = { ...look, labelIt: `Prova ${n}`, labelEn: `Trial ${n}`, ...wish }
  const outcome = await transaction((tx) => addStatus(tx, admin, { ...named, after: 'evaluating' }))
  return (outcome as { id: string }).id
}
const wishOf = (to: string, least: { minVotes?: number; minDays?: number } = {}) => ({
  to,
  needsNote: true,
  needsReason: false,
  minVotes: least.minVotes ?? null,
  minDays: least.minDays ?? null,
})
const setOut = async (
  admin: Admin,
  id: string,
  {
    out,
    from = [],
    confirmed,
  }: { out: ReturnType<typeof wishOf>[]; from?: string[]; confirmed?: boolean },
) => {
  const seen = versionOfMoves(await transitionList(db), id)
  return transaction((tx) => setMoves(tx, admin, id, { seen, out, from, confirmed }))
}
const retire = async (admin: Admin, id: string, into: string, extra = {}) => {
  const seen = (await retirementPreview(db, id, into))?.seen ?? ''
  const wish = { into, note: 'We tidied up our statuses.', seen, ...extra }
  return transaction((tx) => retireStatus(tx, admin, id, wish))
}
const standing = async (number: number) => (await findIdea(db, number, undefined))!
const faults = async () => {
  const all = []
  for await (const { counter, of, stored, counted } of ideaFaults(db))
    all.push({ counter, of, stored, counted })
  return all
}
const idea = (author: World['ann'], title: string, categoryId = 'packaging') =>
  transaction((tx) =>
    publishIdea(tx, author, { title, body: 'As it was before.', categoryId, tags: ['tin'] }),
  )
const move = (mover: Admin, number: number, to: string) =>
  transaction((tx) => moveIdea(tx, mover, number, { to, note: 'Because.' }))

// First, while `planned` is there: others retire what they like.
test('the pages of the workflow are closed to other staff, and to members they do not exist', async () => {
  const { ada, ben, eva } = await world()
  const pages = ['settings', 'settings-workflow', 'settings-thresholds', 'settings-status-new']
  const params = { status: 'planned' }
  for (const name of [...pages, 'settings-status', 'settings-moves', 'settings-retirement']) {
    const { loader, action } = (await import(`../../app/routes/staff/${name}.tsx`)) as {
      loader: (of: unknown) => Promise<unknown>
      action?: (of: unknown) => Promise<unknown>
    }
    for (const [viewer, status] of [
      [ben, 404],
      [eva, 403],
    ] as const) {
      const asked = await answerOf(() =>
        loader(knock('/staff/settings', undefined, { viewer, params })),
      )
      expect([name, asked.status]).toEqual([name, status])
      if (!action) continue
      const sent = await answerOf(() => action(knock('/staff/settings', {}, { viewer, params })))
      expect([name, sent.status]).toEqual([name, status])
    }
    expect(await loader(knock('/staff/settings', undefined, { viewer: ada, params }))).toBeTruthy()
  }
})

test('a status gets other words, a colour and rules at once, and the log keeps before and after', async () => {
  const { ada, ann, refillStation } = await world()
  const before = (await findStatus(db, 'planned'))!
  const wish = { ...look, labelIt: 'In programma', labelEn: 'Scheduled', votesOpen: 'on' as const }
  const seen = versionOfStatus(before)
  const edit = (who: Admin, version = seen) =>
    transaction((tx) => editStatus(tx, who, { id: 'planned', seen: version }, wish))
  expect(await edit(ann)).toBe('not-allowed')
  expect(await edit(ada)).toBe('changed')
  expect(await edit(ada)).toBe('unchanged')

  const after = (await findStatus(db, 'planned'))!
  expect(after).toMatchObject({ labelEn: 'Scheduled', tone: 'plum', icon: 'star', votesOpen: true })
  const [entry] = await db
    .select()
    .from(auditEntries)
    .where(and(eq(auditEntries.act, 'status.changed'), eq(auditEntries.subject, 'planned')))
  expect(entry).toMatchObject({
    actorId: ada.id,
    details: { before: { labelEn: 'Planned' }, after: { labelEn: 'Scheduled' } },
  })
  const stored = { ...before, ...{ votesOpen: undefined, commentsOpen: 'on' as const } }
  const { labelIt, labelEn, tone, icon } = stored
  const back = {
    labelIt,
    labelEn,
    tone,
    icon,
    commentsOpen: 'on' as const,
    onRoadmap: 'on' as const,
  }
  const again = { id: 'planned', seen: versionOfStatus(after) }
  await transaction((tx) => editStatus(tx, ada, again, { ...back, isStep: 'on' }))
  expect((await standing(refillStation.number)).status).toBe('voting')
})

test('[#106] of two admins who edit a status at once, the second is told and overwrites nothing', async () => {
  const { ada } = await world()
  const id = await add(ada)
  const other = await transaction((tx) => person(tx, 'olga', ['admin']))
  const seen = versionOfStatus((await findStatus(db, id))!)
  const edit = (who: Admin, labelEn: string) =>
    transaction((tx) => editStatus(tx, who, { id, seen }, { ...look, labelIt: labelEn, labelEn }))
  const outcomes = await Promise.all([edit(ada, 'Tasting'), edit(other, 'Kitchen')])
  expect(outcomes.sort()).toEqual(['changed', 'stale'])
  const order = await statusList(db)
  const shift = (who: Admin) =>
    transaction((tx) => shiftStatus(tx, who, { id, way: 'up', seen: versionOfOrder(order) }))
  expect((await Promise.all([shift(ada), shift(other)])).sort()).toEqual(['moved', 'stale'])
})

test('what the house relies on cannot change, and no look contradicts itself', async () => {
  const { ada } = await world()
  const edit = async (id: string, wish: object) => {
    const seen = versionOfStatus((await findStatus(db, id))!)
    return transaction((tx) => editStatus(tx, ada, { id, seen }, { ...look, ...wish }))
  }
  const named = (id: string) => ({ labelIt: `Nome ${id}`, labelEn: `Name ${id}` })
  expect(await edit('voting', { ...named('voting'), place: 'private', votesOpen: undefined })).toBe(
    'changed',
  )
  expect(await findStatus(db, 'voting')).toMatchObject({ place: 'board', votesOpen: true })
  await edit('merged', { ...named('merged'), votesOpen: 'on', place: 'board' })
  expect(await findStatus(db, 'merged')).toMatchObject({ place: 'aside', votesOpen: false })
  await edit('hidden', { ...named('hidden'), commentsOpen: 'on' })
  expect(await findStatus(db, 'hidden')).toMatchObject({ place: 'private', commentsOpen: false })

  const id = await add(ada)
  expect(await edit(id, { ...named(id), place: 'private' })).toBe('private-open')
  expect(await edit(id, { labelIt: 'NOME VOTING', labelEn: 'x' })).toBe('label-it-taken')
  expect(await edit(id, { labelIt: 'x', labelEn: 'name voting' })).toBe('label-en-taken')
})

test('a new status has a place on the path and on the road, and is reached once a move leads to it', async () => {
  const { ada, eva, refillStation } = await world()
  const id = await add(ada)
  await transaction(async (tx) => {
    const seen = versionOfStatus((await findStatus(tx, id))!)
    const { labelIt, labelEn } = (await findStatus(tx, id))!
    await editStatus(tx, ada, { id, seen }, { ...look, labelIt, labelEn, isStep: 'on' })
  })
  const { number } = refillStation
  expect(await move(eva, number, id)).toBe('not-allowed')
  expect(await setOut(ada, id, { out: [wishOf('planned')], from: ['voting'] })).toBe('changed')
  expect(await move(eva, number, id)).toBe('moved')

  const road = (await timelineOf(db, await standing(number))).steps
  const keys = road.map(({ status }) => status)
  expect(keys.indexOf(id)).toBe(keys.indexOf('evaluating') + 1)
  expect(road.find(({ status }) => status === id)?.state).toBe('current')
  expect(await move(eva, number, 'planned')).toBe('moved')
})

test('a move waits for its votes and its days, and says which', async () => {
  const { ada, ann, ben, eva } = await world()
  const id = await add(ada)
  const { number } = await idea(ann, 'A tin that waits')
  await setOut(ada, id, { out: [], from: ['voting'], confirmed: true })
  const rules = await transitionList(db)
  const out = rules
    .filter(({ fromStatus }) => fromStatus === 'voting')
    .map((rule) => ({ ...rule, to: rule.toStatus, permission: undefined }))
    .map((rule) => (rule.to === id ? { ...rule, minVotes: 1, minDays: 3 } : rule))
  const sources = rules
    .filter(({ toStatus }) => toStatus === 'voting')
    .map((rule) => rule.fromStatus)
  const seen = versionOfMoves(rules, 'voting')
  await transaction((tx) => setMoves(tx, ada, 'voting', { seen, out, from: sources }))

  expect(await move(eva, number, id)).toBe('too-few-votes')
  await transaction((tx) => castVote(tx, ben, number))
  expect(await move(eva, number, id)).toBe('too-early')
  await at(new Date(Date.now() + 3 * day + 1000), async () => {
    expect(await move(eva, number, id)).toBe('moved')
  })
})

test('the moves that are a no keep their reason and text, whatever the form says', async () => {
  const { ada, refillStation } = await world()
  const id = await add(ada)
  await setOut(ada, id, { out: [{ ...wishOf('declined'), needsNote: false }] })
  const [rule] = (await transitionList(db)).filter(({ fromStatus }) => fromStatus === id)
  expect(rule).toMatchObject({ toStatus: 'declined', needsNote: true, needsReason: true })
  for (const to of ['draft', 'merged', 'nowhere', id]) await setOut(ada, id, { out: [wishOf(to)] })
  expect((await transitionList(db)).filter(({ fromStatus }) => fromStatus === id)).toEqual([])
  expect(await setOut(ada, 'draft', { out: [wishOf('voting')] })).toBeUndefined()
  expect(refillStation.status).toBe('voting')
})

test('a status that holds ideas keeps a way out, unless somebody says that this is meant', async () => {
  const { ada, eva, ann } = await world()
  const id = await add(ada)
  await setOut(ada, id, { out: [wishOf('planned')], from: ['voting'] })
  const { number } = await idea(ann, 'A tin that would be stuck')
  await move(eva, number, id)
  expect(await setOut(ada, id, { out: [], from: ['voting'] })).toBe('no-way-out')
  expect(await setOut(eva, id, { out: [] })).toBe('not-allowed')
  expect(await setOut(ada, id, { out: [], from: ['voting'], confirmed: true })).toBe('changed')
  expect(await setOut(ada, id, { out: [], from: ['voting'] })).toBe('unchanged')
})

test('a status that the house needs is renamed, never retired', async () => {
  const { ada, eva } = await world()
  for (const id of structural) {
    expect(await retirementPreview(db, id, 'evaluating')).toBeUndefined()
    expect(await retire(ada, id, 'evaluating')).toBe('structural')
  }
  const id = await add(ada)
  for (const into of ['draft', 'declined', 'hidden', 'realised', 'merged', id, 'nowhere'])
    expect(await retire(ada, id, into)).toBe('bad-successor')
  expect(await retire(eva, id, 'planned')).toBe('not-allowed')
  expect(await retire(ada, 'nowhere', 'planned')).toBeUndefined()
})

test('a status is retired after a preview; its ideas follow in batches, and old links with them', async () => {
  const { ada, ann, ben, eva } = await world()
  const id = await add(ada, { place: 'board' })
  await setOut(ada, id, { out: [wishOf('planned')], from: ['voting', 'shortlisted'] })
  const some = []
  for (let i = 0; i < 6; i++) {
    const one = await idea(ann, `A tin of kind ${i}`, i % 2 ? 'packaging' : 'products')
    await move(eva, one.number, id)
    some.push(one)
  }
  await workThrough()
  const told = (await db.select().from(notifications)).length
  const preview = (await retirementPreview(db, id, 'archived'))!
  expect(preview).toMatchObject({ total: 6, stranded: [] })
  expect(preview.categories.map(({ ideasCount }) => ideasCount)).toEqual([3, 3])
  expect(preview.examples).toHaveLength(5)
  expect(preview.changes).toEqual(['comments-closes', 'board-closes'])

  expect(await retire(ada, id, 'archived')).toBe('retired')
  expect(await retire(ada, id, 'archived')).toBeUndefined()
  const choices = await boardChoices(db)
  expect(choices.statuses.map((status) => status.id)).not.toContain(id)
  const query = { sort: 'top', status: id, page: 1 } as Parameters<typeof knownQuery>[0]
  expect(knownQuery(query, choices).status).toBe('archived')
  const late = await idea(ben, 'A tin that comes too late')
  expect(await move(eva, late.number, id)).toBe('not-allowed')
  const rules = await db.select().from(transitions).where(eq(transitions.toStatus, 'archived'))
  expect(rules.map(({ fromStatus }) => fromStatus)).toContain('shortlisted')

  await workThrough()
  for (const { number } of some)
    expect(await standing(number)).toMatchObject({ status: 'archived', place: 'aside' })
  const [row] = (await timelineOf(db, await standing(some[0]!.number))).history.slice(-1)
  expect(row).toMatchObject({
    fromStatus: id,
    toStatus: 'archived',
    reason: 'status_retired',
    team: 'Granaio',
    note: 'We tidied up our statuses.',
  })
  expect((await db.select().from(notifications)).length).toBe(told)
  expect(await faults()).toEqual([])
  expect(await db.select().from(transitions).where(eq(transitions.fromStatus, id))).toEqual([])

  expect(await transaction((tx) => reinstateStatus(tx, ada, id))).toBe('reinstated')
  expect((await findStatus(db, id))?.retiredAt).toBeNull()
})

test('of what is retired twice in a row, every idea and every link arrives at the last', async () => {
  const { ada, ann, eva } = await world()
  const [one, two] = [await add(ada), await add(ada)]
  await setOut(ada, one, { out: [wishOf(two)], from: ['voting'] })
  await setOut(ada, two, { out: [wishOf('planned')], from: ['voting', one] })
  const { number } = await idea(ann, 'A tin that travels')
  await move(eva, number, one)
  expect(await retire(ada, one, two)).toBe('retired')
  expect(await retire(ada, two, 'planned')).toBe('retired')
  await workThrough()
  expect((await standing(number)).status).toBe('planned')
  expect((await findStatus(db, one))?.retiredInto).toBe('planned')
})

test('a retirement that somebody previewed before another change is shown again first', async () => {
  const { ada } = await world()
  const id = await add(ada)
  const { seen } = (await retirementPreview(db, id, 'planned'))!
  await setOut(ada, id, { out: [wishOf('planned')] })
  const wish = { into: 'planned', note: 'We tidied up.', seen }
  expect(await transaction((tx) => retireStatus(tx, ada, id, wish))).toBe('stale')
})

test('a job that dies in the middle of a retirement is taken up where it was', async () => {
  const { ada, ann, eva } = await world()
  const id = await add(ada)
  await setOut(ada, id, { out: [wishOf('planned')], from: ['voting'] })
  const all: Awaited<ReturnType<typeof idea>>[] = []
  for (let i = 0; i < 3; i++) all.push(await idea(ann, `A tin in the dark ${i}`))
  for (const { number } of all) await move(eva, number, id)
  await retire(ada, id, 'planned')
  const [job] = await transaction((tx) => lease(tx, 'remap', 1))
  await Promise.all([remap(job!), remap(job!)])
  const rows = await db.select().from(moves).where(eq(moves.reason, 'status_retired'))
  const mine = rows.filter(({ ideaId }) => all.some((one) => one.id === ideaId))
  expect(mine).toHaveLength(3)
  expect(await anythingDue(db, 'remap')).toBe(false)
  expect(await faults()).toEqual([])
})

test('where a status is met changes for all its ideas, in lists and in search', async () => {
  const { ada, ann, eva } = await world()
  const id = await add(ada)
  await setOut(ada, id, { out: [wishOf('planned')], from: ['voting'] })
  const { number } = await idea(ann, 'A tin out of sight')
  await move(eva, number, id)
  const status = (await findStatus(db, id))!
  const { labelIt, labelEn, tone, icon } = status
  const wish = { labelIt, labelEn, tone, icon, place: 'private' as const }
  const seen = versionOfStatus(status)
  expect(await transaction((tx) => editStatus(tx, ada, { id, seen }, wish))).toBe('changed')
  await workThrough()
  expect(await findIdea(db, number, undefined)).toBeUndefined()
  expect(await faults()).toEqual([])
})

test('thresholds are of the house or of a category, and for so many days', async () => {
  const { ada, ann, ben, eva } = await world()
  const set = async (wish: Parameters<typeof changeThresholds>[3], who = ada) => {
    const { seen } = await thresholdsNow(db)
    return transaction((tx) => changeThresholds(tx, who, seen, wish))
  }
  const wish = {
    threshold: 5,
    thresholdDays: null,
    categoryThresholds: { products: { votes: 1, days: 10 }, packaging: { votes: null, days: 3 } },
  }
  expect(await set(wish, eva)).toBe('not-allowed')
  expect(await set(wish)).toBe('changed')
  expect(await set(wish)).toBe('unchanged')
  const late = { seen: 'old', wish: { ...wish, threshold: 7 } }
  expect(await transaction((tx) => changeThresholds(tx, ada, late.seen, late.wish))).toBe('stale')

  const vote = (voter: World['ben'], number: number) =>
    transaction(async (tx) => {
      await castVote(tx, voter, number)
      return shortlistIfWanted(tx, number)
    })
  const product = await idea(ann, 'Rusks with walnuts', 'products')
  const box = await idea(ann, 'A box with a window', 'packaging')
  expect(await vote(ben, product.number)).toBe('shortlisted')
  expect(await vote(ben, box.number)).toBeUndefined()

  const settings = await siteSettings(db)
  expect(goalOf(settings, box)).toMatchObject({ votes: 5, isOver: false })
  const slow = await idea(ann, 'Rusks with figs', 'products')
  await at(new Date(Date.now() + 12 * day), async () => {
    expect(goalOf(settings, slow)).toMatchObject({ votes: 1, isOver: true })
    expect(await vote(eva, slow.number)).toBeUndefined()
    expect(await move(eva, slow.number, 'shortlisted')).toBe('moved')
  })
  await transaction((tx) => changeSettings(tx, { categoryThresholds: {}, threshold: 100 }))
})

test('a threshold that is lowered shortlists those who have the votes already', async () => {
  const { ada, ann, ben } = await world()
  await transaction((tx) => changeSettings(tx, { threshold: 100 }))
  const { number } = await idea(ann, 'Rusks with honey')
  await transaction((tx) => castVote(tx, ben, number))
  const { seen, thresholds } = await thresholdsNow(db)
  await transaction((tx) => changeThresholds(tx, ada, seen, { ...thresholds, threshold: 1 }))
  await workThrough()
  expect((await standing(number)).status).toBe('shortlisted')
  await transaction((tx) => changeSettings(tx, { threshold: 100 }))
})

test(
  'whatever admins and movers do, every idea stands in a live status and every tally is right',
  { timeout: 120_000 },
  async () => {
    const { ada, ann, eva } = await world()
    const numbers: number[] = []
    for (let i = 0; i < 4; i++) numbers.push((await idea(ann, `A tin among many ${i}`)).number)
    const any = fc.nat({ max: 1000 })
    const act = fc.record({
      kind: fc.constantFrom(
        'add',
        'retire',
        'moves',
        'shift',
        'place',
        'move',
        'move',
        'publish',
        'work',
      ),
      one: any,
      other: any,
    })
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 12 }), async (acts) => {
        for (const { kind, one, other } of acts) await doIt(kind, one, other)
        await workThrough()
        const live = new Set(
          (await statusList(db)).filter(({ retiredAt }) => !retiredAt).map(({ id }) => id),
        )
        const lost = (await db.select().from(ideas)).filter(({ status }) => !live.has(status))
        expect(lost).toEqual([])
        expect(await faults()).toEqual([])
      }),
      { numRuns: 10, endOnFailure: true },
    )

    async function doIt(kind: string, one: number, other: number) {
      const live = (await statusList(db)).filter(({ retiredAt }) => !retiredAt)
      const [a, b] = [live[one % live.length]!, live[other % live.length]!]
      const number = numbers[one % numbers.length]!
      if (kind === 'add') await add(ada)
      if (kind === 'retire') await retire(ada, a.id, b.id, { confirmed: true })
      if (kind === 'publish') numbers.push((await idea(ann, `A tin of chance ${one}`)).number)
      if (kind === 'work') await workThrough()
      if (kind === 'move')
        await transaction((tx) =>
          moveIdea(tx, one % 2 ? ada : eva, number, { to: b.id, note: 'So.', reason: 'legal' }),
        )
      if (kind === 'shift')
        await transaction((tx) =>
          shiftStatus(tx, ada, { id: a.id, way: 'down', seen: versionOfOrder(live) }),
        )
      if (kind === 'moves')
        await setOut(ada, a.id, {
          out: live.filter((_, i) => (one >> (i % 9)) & 1).map(({ id }) => wishOf(id)),
          from: live.filter((_, i) => (other >> (i % 9)) & 1).map(({ id }) => id),
        })
      if (kind === 'place') {
        const { labelIt, labelEn, tone, icon } = a
        const place = (['board', 'aside', 'private'] as const)[other % 3]
        const wish = { labelIt, labelEn, tone, icon, place }
        await transaction((tx) => editStatus(tx, ada, { id: a.id, seen: versionOfStatus(a) }, wish))
      }
    }
  },
)

test('the moves of a new house are those that the product describes', () => {
  const from = (id: string) =>
    defaultTransitions.filter(({ fromStatus }) => fromStatus === id).map(({ toStatus }) => toStatus)
  expect(from('voting')).toEqual(['shortlisted', 'declined', 'archived', 'hidden'])
  expect(from('draft')).toEqual([])
  const receipts = defaultTransitions.filter(({ needsReason }) => needsReason)
  expect(new Set(receipts.map(({ toStatus }) => toStatus))).toEqual(
    new Set(['declined', 'hidden', 'archived']),
  )
})
