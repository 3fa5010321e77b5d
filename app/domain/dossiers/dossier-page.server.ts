import { inArray } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { people } from '#db/schema/identity.ts'
import type { Viewer } from '../identity/viewer.rules.ts'
import { everyCriterion } from './criteria.server.ts'
import { dossiersOf, type Dossier, evaluationsOf, findWeighed } from './dossier.server.ts'
import { countedScores, verdictsOf } from './reconcile.server.ts'
import { remarksOf } from './remark.server.ts'
import { scoresBy } from './score.server.ts'
import { seesScores } from './sight.rules.ts'

/**
 * The dossiers of the idea of `number` as `viewer` may see them: the one in hand (`dossierId`, else
 * the open one, else the newest) with its criteria, who weighs it and the viewer's own scores; what
 * the others scored, said and concluded only with `sees`. `undefined` where there is no such idea.
 */
export async function dossierPage(db: Read, number: number, viewer: Viewer, dossierId?: string) {
  const idea = await findWeighed(db, number, viewer)
  if (!idea || !viewer) return undefined
  const all = await dossiersOf(db, idea.id)
  const dossier =
    all.find(({ id }) => id === dossierId) ?? all.find(({ state }) => state === 'open') ?? all[0]
  return { idea, all, current: dossier && (await inHand(db, dossier, viewer)) }
}

async function inHand(db: Read, dossier: Dossier, viewer: NonNullable<Viewer>) {
  const [evaluations, criteria, own] = await Promise.all([
    evaluationsOf(db, dossier.id),
    everyCriterion(db),
    scoresBy(db, dossier.id, viewer.id),
  ])
  const sees = seesScores(dossier, evaluations, viewer)
  const ids = [...evaluations.map(({ evaluatorId }) => evaluatorId), dossier.leadId ?? '']
  const faces = await facesOf(db, ids)
  return {
    dossier: sees ? dossier : withoutResult(dossier),
    criteria: criteria.filter(({ id }) => dossier.criterionIds.includes(id)),
    lead: faces.get(dossier.leadId ?? ''),
    evaluations: evaluations.map((one) => ({ ...one, person: faces.get(one.evaluatorId) })),
    own,
    sees,
    ...(sees ? await seen(db, dossier, evaluations) : blind),
  }
}

type Evaluations = Awaited<ReturnType<typeof evaluationsOf>>

const blind = { scores: [], verdicts: [], remarks: [] }
const seen = async (db: Read, dossier: Dossier, evaluations: Evaluations) => ({
  scores: await countedScores(db, evaluations),
  verdicts: await verdictsOf(db, dossier.id),
  remarks: await remarksOf(db, dossier.id),
})

const unwritten = { costFrom: null, costTo: null, weeksFrom: null, weeksTo: null, explanation: '' }
const withoutResult = (dossier: Dossier): Dossier => ({ ...dossier, ...unwritten })

async function facesOf(db: Read, ids: string[]) {
  const { id, handle, displayName, avatarId } = people
  const rows = await db
    .select({ id, handle, displayName, avatarId })
    .from(people)
    .where(inArray(id, ids))
  return new Map(rows.map((row) => [row.id, row]))
}
