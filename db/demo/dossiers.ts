import { openDossier, openDossierOf } from '#app/domain/dossiers/dossier.server.ts'
import { assignEvaluator } from '#app/domain/dossiers/evaluator.server.ts'
import { planDossier } from '#app/domain/dossiers/plan.server.ts'
import { concludeDossier, publishDossier } from '#app/domain/dossiers/publish.server.ts'
import { reconcile } from '#app/domain/dossiers/reconcile.server.ts'
import { addRemark } from '#app/domain/dossiers/remark.server.ts'
import { saveScores } from '#app/domain/dossiers/score.server.ts'
import type { Idea } from '#app/domain/ideas/idea.server.ts'
import { transaction, type Tx } from '../database.server.ts'
import { at } from '../time.ts'
import type { Stage } from './acts.ts'
import { dossierStories } from './dossier-stories.ts'
import type { DossierStory } from './dossier-story.ts'
import { inTheWorks } from './dossiers-in-the-works.ts'

const day = 86_400_000
const criteria = ['technical', 'cost', 'time', 'brand', 'sustainability', 'legal']
const lead = 'marta_valdoro'
const duties: Record<string, string> = {
  tommaso_valdoro: 'Produzione',
  bice_forno: 'Acquisti',
  saverio_forno: 'Qualità e norme',
}

/** Weighs ideas of the story: some long published, some in the works, one on which they disagree. */
export async function tellDossiers(stage: Stage, found: (title: string) => Idea) {
  for (const story of [...dossierStories, ...inTheWorks])
    await told(stage, found(story.idea), story)
}

async function told({ today, cast }: Stage, idea: Idea, story: DossierStory) {
  const { number } = idea
  const marta = cast.get(lead)!
  const on = <T>(daysAgo: number, act: (tx: Tx) => Promise<T>) =>
    at(new Date(today.getTime() - daysAgo * day), () => transaction(act))
  const shown = async (tx: Tx) => {
    const { id, version } = (await openDossierOf(tx, idea.id))!
    return { dossierId: id, version }
  }

  await on(story.openedDaysAgo, async (tx) => {
    expect('opened', await openDossier(tx, marta, number))
    for (const evaluator of story.asked ?? Object.keys(duties)) {
      const asked = { evaluatorId: cast.get(evaluator)!.id, duty: duties[evaluator]! }
      expect('assigned', await assignEvaluator(tx, marta, number, asked))
    }
    const dueAt = story.dueInDays ? dayAfter(today, story.dueInDays) : null
    const plan = { ...(await shown(tx)), leadId: marta.id, dueAt }
    expect('planned', await planDossier(tx, marta, number, plan))
  })
  for (const { by, daysAgo, scores, notes } of story.given ?? [])
    await on(daysAgo, async (tx) => {
      const given = rows(scores).map((row) => ({ ...row, note: notes?.[row.criterionId] ?? '' }))
      const { dossierId } = await shown(tx)
      expect('scored', await saveScores(tx, cast.get(by)!, number, { dossierId, given }))
    })
  for (const { by, daysAgo, about = null, body } of story.talk ?? [])
    await on(daysAgo, async (tx) => {
      const { dossierId } = await shown(tx)
      const said = { dossierId, criterionId: about, body }
      expect('said', await addRemark(tx, cast.get(by)!, number, said))
    })
  await concluded(story, on, async (tx) => ({ marta, number, at: await shown(tx) }))
}

type On = <T>(daysAgo: number, act: (tx: Tx) => Promise<T>) => Promise<T>
type Hand = (
  tx: Tx,
) => Promise<{ marta: Parameters<typeof reconcile>[1]; number: number; at: Shown }>
type Shown = { dossierId: string; version: number }

async function concluded({ verdict, result, publishedDaysAgo }: DossierStory, on: On, hand: Hand) {
  if (!verdict) return
  await on(verdict.daysAgo, async (tx) => {
    const { marta, number, at } = await hand(tx)
    const given = rows(verdict.scores).map((row) => ({
      ...row,
      remark: verdict.why?.[row.criterionId] ?? '',
    }))
    expect('reconciled', await reconcile(tx, marta, number, { ...at, given }))
  })
  if (!result) return
  const { cost, weeks, explanation } = result
  await on(verdict.daysAgo, async (tx) => {
    const { marta, number, at } = await hand(tx)
    const [[costFrom, costTo], [weeksFrom, weeksTo]] = [cost, weeks]
    const said = { ...at, costFrom, costTo, weeksFrom, weeksTo, explanation }
    expect('concluded', await concludeDossier(tx, marta, number, said))
  })
  if (publishedDaysAgo === undefined) return
  await on(publishedDaysAgo, async (tx) => {
    const { marta, number, at } = await hand(tx)
    expect('published', await publishDossier(tx, marta, number, at))
  })
}

const dayAfter = (today: Date, days: number) =>
  new Date(`${new Date(today.getTime() + days * day).toISOString().slice(0, 10)}T00:00Z`)

const rows = (scores: number[]) => scores.map((score, i) => ({ criterionId: criteria[i]!, score }))

function expect(outcome: string, came: unknown) {
  if (came !== outcome) throw new Error(`A dossier of the story stumbled: ${String(came)}`)
}
