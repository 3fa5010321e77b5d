import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  addCriterion,
  criteriaInUse,
  everyCriterion,
  moveCriterion,
  restoreCriterion,
  retireCriterion,
  saveCriterion,
  seenOf,
} from '#app/domain/dossiers/criteria.server.ts'
import { closeDossier, openDossier, openDossierOf } from '#app/domain/dossiers/dossier.server.ts'
import {
  dossierCounts,
  dossierList,
  waitingFor,
  weighedMap,
} from '#app/domain/dossiers/dossier-list.server.ts'
import { dossierPage } from '#app/domain/dossiers/dossier-page.server.ts'
import {
  assignEvaluator,
  removeEvaluator,
  staffWho,
} from '#app/domain/dossiers/evaluator.server.ts'
import { furnishDossiers } from '#app/domain/dossiers/furnish.server.ts'
import { planDossier } from '#app/domain/dossiers/plan.server.ts'
import { publishedDossierOf } from '#app/domain/dossiers/published.server.ts'
import {
  concludeDossier,
  publishDossier,
  retractDossier,
} from '#app/domain/dossiers/publish.server.ts'
import { closeScoring, reconcile, reopenScoring } from '#app/domain/dossiers/reconcile.server.ts'
import { addRemark } from '#app/domain/dossiers/remark.server.ts'
import { saveScores } from '#app/domain/dossiers/score.server.ts'
import { publishIdea } from '#app/domain/ideas/publish.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { db, transaction } from '#db/database.server.ts'
import { activity } from '#db/schema/activity.ts'
import { criteria, dossierRemarks, evaluations } from '#db/schema/dossiers.ts'
import { auditEntries } from '#db/schema/site.ts'
import { person, world } from '#tests/world.ts'

let stand: Awaited<ReturnType<typeof world>>
/** Zoe and Pia evaluate too; nobody asked them yet. */
let zoe: Person
let pia: Person

beforeAll(async () => {
  stand = await world()
  await transaction(async (tx) => {
    zoe = await person(tx, 'zoe', ['evaluator'])
    pia = await person(tx, 'pia', ['evaluator'])
  })
})

const canaries = { note: 'narvalessa', remark: 'zanzibarica', settled: 'wombatilia' }
const ids = ['technical', 'cost', 'time', 'brand', 'sustainability', 'legal']
const scoring = (scores: number[], note = '') =>
  scores.map((score, i) => ({ criterionId: ids[i]!, score, note }))
const deciding = (scores: number[], remark = '') =>
  scores.map((score, i) => ({ criterionId: ids[i]!, score, remark }))
const result = {
  costFrom: 2000,
  costTo: 3500,
  weeksFrom: 4,
  weeksTo: 8,
  explanation: 'We **can**.',
}

/** Another idea of Ann's, with a dossier that `lead` leads and for which the others are asked. */
async function dossierOf(lead: Person, ...asked: Person[]) {
  const { ann } = stand
  const { number, id: ideaId } = await transaction((tx) =>
    publishIdea(tx, ann, {
      title: 'A bread that keeps for a week',
      body: 'Baked on Monday, still soft on Sunday, without anything added.',
      categoryId: 'products',
      tags: [],
      locale: 'en',
    }),
  )
  await transaction((tx) => openDossier(tx, lead, number))
  for (const { id } of asked)
    await transaction((tx) => assignEvaluator(tx, lead, number, { evaluatorId: id, duty: 'Law' }))
  const dossierId = (await openDossierOf(db, ideaId))!.id
  const version = async () => (await dossierPage(db, number, stand.ada))!.current!.dossier.version
  return { number, ideaId, dossierId, shown: async () => ({ dossierId, version: await version() }) }
}
type Opened = Awaited<ReturnType<typeof dossierOf>>

const score = ({ number, dossierId }: Opened, who: Person, scores: number[], note = '') =>
  transaction((tx) => saveScores(tx, who, number, { dossierId, given: scoring(scores, note) }))
const settle = async (of: Opened, lead: Person, scores: number[], remark = '') => {
  const wish = { ...(await of.shown()), given: deciding(scores, remark) }
  return transaction((tx) => reconcile(tx, lead, of.number, wish))
}
const conclude = async (of: Opened, lead: Person, said: Partial<typeof result> = {}) => {
  const wish = { ...(await of.shown()), ...result, ...said }
  return transaction((tx) => concludeDossier(tx, lead, of.number, wish))
}
const publish = async (of: Opened, lead: Person) => {
  const shown = await of.shown()
  return transaction((tx) => publishDossier(tx, lead, of.number, shown))
}
const seenBy = async ({ number }: Opened, viewer: Person) =>
  (await dossierPage(db, number, viewer))!.current!

describe('the criteria', () => {
  test('a new house has six, and furnishing it again changes nothing', async () => {
    const before = await everyCriterion(db)
    expect(before.map(({ id }) => id)).toEqual(ids)
    await transaction((tx) => furnishDossiers(tx))
    expect(await everyCriterion(db)).toEqual(before)
  })

  test('an admin words, weighs, orders, adds and retires them; the audit tells', async () => {
    const { ada } = stand
    const words = {
      labelIt: 'Gusto',
      labelEn: 'Taste',
      helpIt: '5: ne vorresti ancora.',
      helpEn: '5: you want more.',
      weight: 4,
      axis: 'impact' as const,
    }
    expect(await transaction((tx) => addCriterion(tx, ada, words))).toBe('added')
    expect(await transaction((tx) => addCriterion(tx, ada, words))).toBe('added')
    const taste = (await everyCriterion(db)).filter(({ labelEn }) => labelEn === 'Taste')
    expect(taste).toHaveLength(1)
    const { id } = taste[0]!
    const seen = seenOf(taste[0]!)
    const better = { ...words, weight: 5 }
    expect(await transaction((tx) => saveCriterion(tx, ada, { id, seen }, better))).toBe('saved')
    expect(await transaction((tx) => saveCriterion(tx, ada, { id, seen }, better))).toBe('saved')
    expect(await transaction((tx) => moveCriterion(tx, ada, id, 'up'))).toBe('moved')
    expect((await criteriaInUse(db)).map(({ id }) => id).slice(-2)).toEqual([id, 'legal'])
    expect(await transaction((tx) => retireCriterion(tx, ada, id))).toBe('retired')
    expect((await criteriaInUse(db)).map(({ id }) => id)).toEqual(ids)
    expect(await transaction((tx) => restoreCriterion(tx, ada, id))).toBe('restored')
    expect(await transaction((tx) => retireCriterion(tx, ada, id))).toBe('retired')
    const acts = await db.select().from(auditEntries).where(eq(auditEntries.subject, id))
    expect(acts.map(({ act }) => act)).toContain('criterion.saved')
  })

  test('[#106] of two admins who change the same one, the second is told', async () => {
    const { ada } = stand
    const [technical] = await everyCriterion(db)
    const seen = seenOf(technical!)
    const change = (weight: number) =>
      transaction((tx) =>
        saveCriterion(tx, ada, { id: 'technical', seen }, { ...technical!, weight }),
      )
    expect((await Promise.all([change(4), change(5)])).sort()).toEqual(['saved', 'stale'])
    await transaction((tx) =>
      tx.update(criteria).set({ weight: 3 }).where(eq(criteria.id, 'technical')),
    )
  })

  test('who may not change settings changes no criterion, and the last one stays', async () => {
    const { eva, ada } = stand
    const [one] = await everyCriterion(db)
    const acts = [
      (who: Person) => transaction((tx) => addCriterion(tx, who, one!)),
      (who: Person) =>
        transaction((tx) => saveCriterion(tx, who, { id: one!.id, seen: seenOf(one!) }, one!)),
      (who: Person) => transaction((tx) => moveCriterion(tx, who, one!.id, 'up')),
      (who: Person) => transaction((tx) => retireCriterion(tx, who, one!.id)),
      (who: Person) => transaction((tx) => restoreCriterion(tx, who, one!.id)),
    ]
    for (const act of acts) expect(await act(eva)).toBe('not-allowed')
    for (const id of ids.slice(1)) await transaction((tx) => retireCriterion(tx, ada, id))
    expect(await transaction((tx) => retireCriterion(tx, ada, ids[0]!))).toBe('last-one')
    for (const id of ids.slice(1)) await transaction((tx) => restoreCriterion(tx, ada, id))
    expect(await transaction((tx) => retireCriterion(tx, ada, 'nothing'))).toBeUndefined()
  })

  test('a dossier keeps the criteria of the day it was opened', async () => {
    const { ada, eva } = stand
    const of = await dossierOf(eva, zoe)
    await transaction((tx) => retireCriterion(tx, ada, 'legal'))
    expect((await seenBy(of, zoe)).criteria.map(({ id }) => id)).toEqual(ids)
    expect(await score(of, zoe, [3, 3, 3, 3, 3, 3])).toBe('scored')
    await transaction((tx) => restoreCriterion(tx, ada, 'legal'))
  })
})

describe('opening and assigning', () => {
  test('one dossier at a time is open for an idea, whoever opens it twice', async () => {
    const { eva, refillStation } = stand
    const open = () => transaction((tx) => openDossier(tx, eva, refillStation.number))
    expect((await Promise.all([open(), open(), open()])).sort()).toEqual([
      'already-open',
      'already-open',
      'opened',
    ])
  })

  test('members and moderators know of none; whoever may not lead opens none', async () => {
    const { ben, mo, eva, refillStation } = stand
    const { number } = refillStation
    for (const who of [ben, mo]) {
      expect(await transaction((tx) => openDossier(tx, who, number))).toBeUndefined()
      expect(await dossierPage(db, number, who)).toBeUndefined()
    }
    const reader = { ...eva, permissions: new Set(['dossiers.see', 'dossiers.score'] as const) }
    const asked = { evaluatorId: zoe.id, duty: '' }
    expect(await transaction((tx) => openDossier(tx, reader, number))).toBe('not-allowed')
    expect(await transaction((tx) => assignEvaluator(tx, reader, number, asked))).toBe(
      'not-allowed',
    )
    expect(await transaction((tx) => removeEvaluator(tx, reader, number, zoe.id))).toBe(
      'not-allowed',
    )
    expect(await transaction((tx) => openDossier(tx, eva, 999_999))).toBeUndefined()
  })

  test('assigning opens a dossier, tells who was asked, and asks nobody twice', async () => {
    const { eva, ada, ben, ann } = stand
    const idea = await transaction((tx) =>
      publishIdea(tx, ann, {
        title: 'Bread on a bicycle, on Sundays',
        body: 'Brought to the door, still warm, by somebody who likes hills.',
        categoryId: 'products',
        tags: [],
        locale: 'en',
      }),
    )
    const ask = (evaluatorId: string) =>
      transaction((tx) => assignEvaluator(tx, eva, idea.number, { evaluatorId, duty: 'Law' }))
    expect(await ask(zoe.id)).toBe('assigned')
    expect(await ask(zoe.id)).toBe('already-assigned')
    expect(await ask(ben.id)).toBe('no-evaluator')
    const told = await db
      .select()
      .from(activity)
      .where(and(eq(activity.ideaId, idea.id), eq(activity.verb, 'dossier.assigned')))
    expect(told.map(({ data }) => data)).toEqual([{ personId: zoe.id }])
    expect((await staffWho(db, 'dossiers.score')).map(({ id }) => id)).toContain(ada.id)
    expect((await waitingFor(db, zoe)).map(({ idea: { number } }) => number)).toContain(idea.number)
  })

  test('somebody may be let go before they have scored, by somebody else, and not after', async () => {
    const { eva } = stand
    const of = await dossierOf(eva, eva, zoe, pia)
    const remove = (id: string) => transaction((tx) => removeEvaluator(tx, eva, of.number, id))
    expect(await remove(eva.id)).toBe('not-yourself')
    await score(of, zoe, [3, 3])
    expect(await remove(zoe.id)).toBe('removed')
    expect(await remove(zoe.id)).toBe('removed')
    await score(of, pia, [3, 3, 3, 3, 3, 3])
    expect(await remove(pia.id)).toBe('has-scored')
    const rows = await db.select().from(evaluations).where(eq(evaluations.dossierId, of.dossierId))
    expect(rows).toHaveLength(2)
  })

  test('a lead who has seen the scores cannot join those who score; another still can', async () => {
    const { eva, ada } = stand
    const of = await dossierOf(eva, zoe)
    await score(of, zoe, [3, 3, 3, 3, 3, 3])
    const ask = (evaluatorId: string) =>
      transaction((tx) => assignEvaluator(tx, eva, of.number, { evaluatorId, duty: '' }))
    expect(await ask(eva.id)).toBe('not-blind')
    expect(await ask(ada.id)).toBe('assigned')
    expect((await seenBy(of, eva)).sees).toBe(false)
  })

  test('[#106] of two who plan at once, the second is told; only who may lead is made lead', async () => {
    const { eva, ada, ben } = stand
    const of = await dossierOf(eva)
    const shown = await of.shown()
    const plan = (leadId: string | null) =>
      transaction((tx) => planDossier(tx, eva, of.number, { ...shown, leadId, dueAt: null }))
    expect(await plan(ben.id)).toBe('no-lead')
    expect(await plan(ada.id)).toBe('planned')
    expect(await plan(zoe.id)).toBe('stale')
    expect((await seenBy(of, eva)).lead?.id).toBe(ada.id)
  })
})

describe('blind scoring', () => {
  /** What each of them can see of the others' scores. */
  const sight = async (of: Opened, ...people: Person[]) => {
    const seen: boolean[] = []
    for (const one of people) {
      const { sees, scores, remarks, verdicts, dossier } = await seenBy(of, one)
      if (!sees) expect([scores, remarks, verdicts, dossier.explanation]).toEqual([[], [], [], ''])
      seen.push(sees)
    }
    return seen
  }

  test('whoever scores sees nothing of the others before their own last score', async () => {
    const { eva, ada } = stand
    const of = await dossierOf(ada, eva, zoe)
    expect(await sight(of, eva, zoe, pia, ada)).toEqual([false, false, false, false])
    expect(await score(of, eva, [3, 3, 3, 3, 3])).toBe('saved')
    expect(await sight(of, eva, zoe, pia, ada)).toEqual([false, false, false, false])
    expect(await score(of, eva, [3, 3, 3, 3, 3, 2])).toBe('scored')
    // Eva is done; Pia was not asked and Ada leads: they wait for all.
    expect(await sight(of, eva, zoe, pia, ada)).toEqual([true, false, false, false])
    await score(of, zoe, [1, 2])
    expect((await seenBy(of, eva)).scores.map(({ evaluatorId }) => evaluatorId)).not.toContain(
      zoe.id,
    )
    await score(of, zoe, [1, 2, 3, 4, 5, 5])
    expect(await sight(of, eva, zoe, pia, ada)).toEqual([true, true, true, true])
    expect((await seenBy(of, pia)).scores).toHaveLength(12)
  })

  test('the lead may close the scoring, and then sees what there is; nobody else does', async () => {
    const { eva, ada } = stand
    const of = await dossierOf(ada, eva, zoe)
    const close = async (who: Person) => {
      const shown = await of.shown()
      return transaction((tx) => closeScoring(tx, who, of.number, shown))
    }
    expect(await close(ada)).toBe('no-scores')
    await score(of, eva, [3, 3, 3, 3, 3, 3])
    expect(await close(eva)).toBe('not-lead')
    expect(await close(ada)).toBe('scoring-closed')
    expect(await close(ada)).toBe('scoring-closed')
    expect(await sight(of, ada, eva, zoe, pia)).toEqual([true, true, false, false])
    expect(await score(of, zoe, [1, 1, 1, 1, 1, 1])).toBe('scoring-closed')
    const ask = { evaluatorId: pia.id, duty: '' }
    expect(await transaction((tx) => assignEvaluator(tx, ada, of.number, ask))).toBe(
      'scoring-closed',
    )
    const shown = await of.shown()
    expect(await transaction((tx) => reopenScoring(tx, zoe, of.number, shown))).toBe('blind')
    expect(await transaction((tx) => reopenScoring(tx, ada, of.number, shown))).toBe(
      'scoring-reopened',
    )
    expect(await sight(of, ada)).toEqual([false])
    expect(await score(of, zoe, [1, 1, 1, 1, 1, 1])).toBe('scored')
  })

  test('a lead who scores too does so before closing the scoring', async () => {
    const { eva } = stand
    const of = await dossierOf(eva, eva, zoe)
    await score(of, zoe, [3, 3, 3, 3, 3, 3])
    const shown = await of.shown()
    expect(await transaction((tx) => closeScoring(tx, eva, of.number, shown))).toBe('score-first')
    expect(await sight(of, eva)).toEqual([false])
  })

  test('the lists are as blind as the page', async () => {
    const { eva, ada } = stand
    const of = await dossierOf(ada, eva, zoe)
    await score(of, eva, [5, 5, 5, 5, 5, 5])
    const rowFor = async (who: Person) => {
      const { rows } = await dossierList(db, who, { state: 'open', limit: 200 })
      return rows.find(({ idea }) => idea.number === of.number)!
    }
    for (const who of [zoe, pia, ada])
      expect(await rowFor(who)).toMatchObject({ sees: false, tallies: new Map(), score: undefined })
    expect((await rowFor(eva)).tallies.get('cost')).toMatchObject({ average: 5, spread: 0 })
    expect((await rowFor(zoe)).progress).toEqual({ asked: 2, done: 1 })
    const mapped = (await weighedMap(db, zoe)).map(({ idea }) => idea.number)
    expect(mapped).not.toContain(of.number)
  })

  test('only who was asked scores, of this idea and its criteria; the audit keeps figures, not notes', async () => {
    const { eva, ben, refillStation } = stand
    const of = await dossierOf(eva, zoe)
    expect(await score(of, pia, [3])).toBe('not-assigned')
    expect(await score(of, ben, [3])).toBeUndefined()
    expect(await score({ ...of, number: refillStation.number }, zoe, [3])).toBeUndefined()
    const blunt = { ...zoe, permissions: new Set(['dossiers.see'] as const) }
    expect(await score(of, blunt, [3])).toBe('not-allowed')
    const stray = { dossierId: of.dossierId, given: [{ criterionId: 'x', score: 3, note: '' }] }
    expect(await transaction((tx) => saveScores(tx, zoe, of.number, stray))).toBe('saved')
    await score(of, zoe, [3, 3], canaries.note)
    await score(of, zoe, [4, 3], canaries.note)
    await score(of, zoe, [4, 3], canaries.note)
    const told = await db.select().from(auditEntries).where(eq(auditEntries.subject, of.ideaId))
    const scored = told.filter(({ act }) => act === 'dossier.scored')
    expect(scored.map(({ details }) => details.changes)).toEqual([
      [
        { criterionId: 'technical', from: null, to: 3 },
        { criterionId: 'cost', from: null, to: 3 },
      ],
      [{ criterionId: 'technical', from: 3, to: 4 }],
    ])
    expect(JSON.stringify(told)).not.toContain(canaries.note)
  })

  test('the talk opens to each once they see the scores; sending twice says it once', async () => {
    const { eva, ada } = stand
    const of = await dossierOf(ada, eva, zoe)
    const say = (who: Person, criterionId: string | null = null) => {
      const said = { dossierId: of.dossierId, criterionId, body: canaries.remark }
      return transaction((tx) => addRemark(tx, who, of.number, said))
    }
    expect(await say(eva)).toBe('blind')
    await score(of, eva, [3, 3, 3, 3, 3, 3])
    expect(await say(eva, 'cost')).toBe('said')
    expect(await say(eva, 'cost')).toBe('said')
    expect(await say(eva, 'nothing')).toBeUndefined()
    expect(await say(zoe)).toBe('blind')
    expect((await seenBy(of, zoe)).remarks).toEqual([])
    const rows = await db
      .select()
      .from(dossierRemarks)
      .where(eq(dossierRemarks.dossierId, of.dossierId))
    expect(rows).toHaveLength(1)
  })
})

describe('the verdict', () => {
  test('disagreement is flagged and must be settled with a remark', async () => {
    const { eva, ada } = stand
    const of = await dossierOf(ada, eva, zoe)
    await score(of, eva, [4, 1, 3, 4, 4, 4])
    expect(await settle(of, ada, [4, 3, 3, 4, 4, 4])).toBe('blind')
    await score(of, zoe, [4, 5, 4, 4, 4, 4])
    const row = (await dossierList(db, ada, { state: 'open', limit: 200 })).rows.find(
      ({ idea }) => idea.number === of.number,
    )!
    expect(row.isDisputed).toBe(true)
    expect(row.tallies.get('cost')).toEqual({ average: 3, lowest: 1, highest: 5, spread: 4 })
    expect(row.tallies.get('time')).toMatchObject({ spread: 1 })
    expect(await settle(of, ada, [4, 3, 3, 4, 4, 4])).toBe('remark-needed')
    expect(await settle(of, ada, [4, 3])).toBe('incomplete')
    expect(await settle(of, zoe, [4, 3, 3, 4, 4, 4], canaries.settled)).toBe('reconciled')
    expect(await score(of, eva, [5, 5, 5, 5, 5, 5])).toBe('scoring-closed')
    const told = await db.select().from(auditEntries).where(eq(auditEntries.subject, of.ideaId))
    expect(JSON.stringify(told)).not.toContain(canaries.settled)
  })

  test('it waits for all, keeps the weights of its day, and gives the weighted score', async () => {
    const { eva, ada } = stand
    const of = await dossierOf(ada, eva, zoe)
    await score(of, eva, [4, 4, 4, 4, 4, 4])
    expect(await settle(of, eva, [4, 4, 4, 4, 4, 4])).toBe('still-scoring')
    await score(of, zoe, [4, 4, 4, 4, 4, 4])
    expect(await settle(of, ada, [5, 2, 3, 4, 1, 5])).toBe('reconciled')
    await transaction((tx) =>
      tx.update(criteria).set({ weight: 10 }).where(eq(criteria.id, 'legal')),
    )
    const row = (await weighedMap(db, ada)).find(({ idea }) => idea.number === of.number)!
    await transaction((tx) =>
      tx.update(criteria).set({ weight: 2 }).where(eq(criteria.id, 'legal')),
    )
    // 5×3 + 2×3 + 3×2 + 4×3 + 1×2 + 5×2 over 15, and each axis by itself.
    expect(row.score).toBeCloseTo(51 / 15)
    expect(row.place!.effort).toBeCloseTo(6 - 37 / 10)
    expect(row.place!.impact).toBeCloseTo(14 / 5)
  })

  test('[#106] of two leads who settle, write or publish at once, the second is told', async () => {
    const { eva, ada } = stand
    const of = await dossierOf(ada, zoe)
    await score(of, zoe, [4, 4, 4, 4, 4, 4])
    const shown = await of.shown()
    const settleAt = (who: Person, scores: number[]) =>
      transaction((tx) => reconcile(tx, who, of.number, { ...shown, given: deciding(scores) }))
    const both = [settleAt(ada, [4, 4, 4, 4, 4, 4]), settleAt(eva, [5, 4, 4, 4, 4, 4])]
    expect((await Promise.all(both)).sort()).toEqual(['reconciled', 'stale'])

    const written = await of.shown()
    const write = (who: Person, explanation: string) =>
      transaction((tx) =>
        concludeDossier(tx, who, of.number, { ...written, ...result, explanation }),
      )
    const texts = await Promise.all([write(ada, 'Yes.'), write(eva, 'Almost.')])
    expect(texts.sort()).toEqual(['concluded', 'stale'])

    const old = written
    expect(await transaction((tx) => publishDossier(tx, eva, of.number, old))).toBe('stale')
    const at = await of.shown()
    const show = (who: Person) => transaction((tx) => publishDossier(tx, who, of.number, at))
    const shows = await Promise.all([show(ada), show(eva)])
    // Whoever comes second finds it published, or moved under their hands: never published twice.
    expect(shows).toContain('published')
    expect(['published', 'stale']).toContain(shows[1])
    const told = await db
      .select()
      .from(activity)
      .where(and(eq(activity.ideaId, of.ideaId), eq(activity.verb, 'dossier.published')))
    expect(told).toHaveLength(1)
  })
})

describe('what the public reads', () => {
  test('bands, ranges and words; no figure, no name, nothing before its time', async () => {
    const { eva, ada } = stand
    const of = await dossierOf(ada, eva, zoe)
    await score(of, eva, [5, 1, 3, 4, 2, 3], canaries.note)
    await score(of, zoe, [5, 2, 3, 4, 2, 3], canaries.note)
    expect(await publish(of, ada)).toBe('not-reconciled')
    await settle(of, ada, [5, 1, 3, 4, 2, 3])
    expect(await publish(of, ada)).toBe('incomplete')
    expect(await conclude(of, ada, { costTo: 1 })).toBe('wrong-way')
    expect(await conclude(of, ada)).toBe('concluded')
    expect(await conclude(of, ada)).toBe('concluded')
    expect(await publishedDossierOf(db, of.ideaId)).toBeUndefined()
    expect(await publish(of, pia)).toBe('published')
    expect(await publish(of, pia)).toBe('published')

    const told = (await publishedDossierOf(db, of.ideaId))!
    expect(told.criteria.map(({ id, band }) => [id, band])).toEqual([
      ['technical', 'high'],
      ['cost', 'low'],
      ['time', 'medium'],
      ['brand', 'high'],
      ['sustainability', 'low'],
      ['legal', 'medium'],
    ])
    expect(Object.keys(told).sort()).toEqual(
      [...Object.keys(result), 'criteria', 'publishedAt', 'team'].sort(),
    )
    expect(JSON.stringify(told)).not.toMatch(/score|weight|eva|zoe|narvalessa/i)
    expect((await seenBy(of, stand.eva)).sees).toBe(true)
  })

  test('it can be taken back to correct it, is not scored again, and is news only once', async () => {
    const { ada } = stand
    const of = await dossierOf(ada, zoe)
    await score(of, zoe, [4, 4, 4, 4, 4, 4])
    await settle(of, ada, [4, 4, 4, 4, 4, 4])
    await conclude(of, ada)
    await publish(of, ada)
    const retract = async () => {
      const shown = await of.shown()
      return transaction((tx) => retractDossier(tx, ada, of.number, shown))
    }
    expect(await retract()).toBe('retracted')
    expect(await retract()).toBe('retracted')
    expect(await publishedDossierOf(db, of.ideaId)).toBeUndefined()
    const shown = await of.shown()
    expect(await transaction((tx) => reopenScoring(tx, ada, of.number, shown))).toBe(
      'was-published',
    )
    await conclude(of, ada, { explanation: 'We can, from May.' })
    await publish(of, ada)
    expect((await publishedDossierOf(db, of.ideaId))!.explanation).toBe('We can, from May.')
    const told = await db
      .select()
      .from(activity)
      .where(and(eq(activity.ideaId, of.ideaId), eq(activity.verb, 'dossier.published')))
    expect(told).toHaveLength(1)

    expect(await transaction((tx) => openDossier(tx, ada, of.number))).toBe('opened')
    const first = { dossierId: of.dossierId, version: (await of.shown()).version }
    const back = await transaction((tx) => retractDossier(tx, ada, of.number, first))
    expect(back).toBe('other-open')
    // A second opinion in the works leaves the first one on the page.
    expect(await publishedDossierOf(db, of.ideaId)).toBeDefined()
  })

  test('a dossier that leads nowhere is closed, and another can be opened', async () => {
    const { eva, ada } = stand
    const of = await dossierOf(eva, zoe)
    const shown = await of.shown()
    expect(await transaction((tx) => closeDossier(tx, eva, of.number, shown))).toBe('closed')
    expect(await transaction((tx) => closeDossier(tx, eva, of.number, shown))).toBe('closed')
    expect(await score(of, zoe, [3])).toBe('scoring-closed')
    expect(await transaction((tx) => openDossier(tx, ada, of.number))).toBe('opened')
    expect((await dossierPage(db, of.number, ada))!.all).toHaveLength(2)
    const counts = await dossierCounts(db)
    expect(counts.closed).toBeGreaterThan(0)
  })

  test('[#106] everything a lead does is refused to those who may not lead', async () => {
    const { ada } = stand
    const of = await dossierOf(ada, zoe)
    const scorer = { ...zoe, permissions: new Set(['dossiers.see', 'dossiers.score'] as const) }
    const shown = await of.shown()
    const acts = [closeScoring, reopenScoring, publishDossier, retractDossier, closeDossier]
    for (const act of acts) {
      expect(await transaction((tx) => act(tx, scorer, of.number, shown))).toBe('not-allowed')
      expect(await transaction((tx) => act(tx, stand.ben, of.number, shown))).toBeUndefined()
    }
    const wish = { ...shown, ...result, given: [], leadId: null, dueAt: null }
    for (const act of [concludeDossier, reconcile, planDossier])
      expect(await transaction((tx) => act(tx, scorer, of.number, wish))).toBe('not-allowed')
  })
})
