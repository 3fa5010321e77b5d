import type { Tx } from '#db/database.server.ts'
import { now } from '#db/time.ts'
import { record } from '../activity/record.server.ts'
import { audit } from '../audit/audit.server.ts'
import { may, type Person } from '../identity/viewer.rules.ts'
import { siteSettings } from '../site/site.server.ts'
import {
  changeDossier,
  type Dossier,
  type Evaluation,
  findDossier,
  openDossierOf,
  type Shown,
} from './dossier.server.ts'
import { seesScores } from './sight.rules.ts'

type Conclusion = Pick<Dossier, 'costFrom' | 'costTo' | 'weeksFrom' | 'weeksTo' | 'explanation'>

/**
 * Keeps what the public is to read one day: costs in whole euros, times in weeks, both as ranges,
 * and a plain explanation (Markdown). Answers `concluded`, `wrong-way` when a range ends before it
 * begins, `stale`, `blind`, `not-allowed` or `undefined`.
 */
export async function concludeDossier(
  tx: Tx,
  lead: Person,
  number: number,
  { dossierId, version, ...said }: Shown & Conclusion,
) {
  const found = await findDossier(tx, number, lead, dossierId)
  if (!found) return undefined
  const refusal = refusalOf(lead, found.dossier, found.evaluations)
  if (refusal) return refusal
  if (wrongWays(said).length) return 'wrong-way'
  const kept = { ...said, explanation: said.explanation.trim() }
  if (isSame(found.dossier, kept)) return 'concluded'
  if (!(await changeDossier(tx, dossierId, kept, { version }))) return 'stale'
  await audit(tx, lead.id, 'dossier.concluded', { subject: found.idea.id, number, dossierId })
  return 'concluded'
}

const isSame = (one: Conclusion, other: Conclusion) =>
  (Object.keys(other) as (keyof Conclusion)[]).every((name) => one[name] === other[name])

/** The ranges that end before they begin, by the name of their end. */
export const wrongWays = ({ costFrom, costTo, weeksFrom, weeksTo }: Conclusion) => [
  ...(costFrom !== null && costTo !== null && costTo < costFrom ? ['costTo' as const] : []),
  ...(weeksFrom !== null && weeksTo !== null && weeksTo < weeksFrom ? ['weeksTo' as const] : []),
]

function refusalOf(lead: Person, dossier: Dossier, evaluations: Evaluation[]) {
  if (!may(lead, 'dossiers.lead')) return 'not-allowed'
  return seesScores(dossier, evaluations, lead) ? undefined : 'blind'
}

/** Whether all that the public is promised is there: both ranges, and words. */
export const isComplete = ({ costFrom, costTo, weeksFrom, weeksTo, explanation }: Conclusion) =>
  [costFrom, costTo, weeksFrom, weeksTo].every((value) => value !== null) && !!explanation.trim()

/**
 * Shows the result of a dossier to everybody, as bands and ranges: exactly the `version` that the
 * lead had before them. Author and followers are told, the first time. Answers `published` (also
 * when it was), `not-reconciled`, `incomplete`, `stale`, `blind`, `not-allowed` or `undefined`.
 */
export async function publishDossier(tx: Tx, lead: Person, number: number, shown: Shown) {
  const found = await findDossier(tx, number, lead, shown.dossierId)
  if (!found) return undefined
  const { idea, dossier, evaluations } = found
  const refusal = refusalOf(lead, dossier, evaluations)
  if (refusal) return refusal
  if (dossier.state === 'published') return 'published'
  const gap = gapIn(dossier)
  if (gap) return gap

  const { dossierId, version } = shown
  const team = lead.team ?? (await siteSettings(tx)).name
  const change = { state: 'published', team, publishedAt: now() } as const
  if (!(await changeDossier(tx, dossierId, change, { version }))) return 'stale'
  if (!dossier.publishedAt) {
    const told = { ideaId: idea.id, subjectId: dossierId }
    await record(tx, { verb: 'dossier.published', actorId: lead.id, ...told })
  }
  await audit(tx, lead.id, 'dossier.published', { subject: idea.id, number, dossierId, version })
  return 'published'
}

function gapIn(dossier: Dossier) {
  if (!dossier.reconciledAt) return 'not-reconciled'
  return isComplete(dossier) ? undefined : 'incomplete'
}

/**
 * Takes a published dossier off the idea's page to correct it; publishing it again tells nobody
 * anew. Answers `retracted` (also when it was), `other-open` while another dossier of the idea is in
 * the works, `stale`, `not-allowed` or `undefined`.
 */
export async function retractDossier(tx: Tx, lead: Person, number: number, shown: Shown) {
  const found = await findDossier(tx, number, lead, shown.dossierId)
  if (!found) return undefined
  if (!may(lead, 'dossiers.lead')) return 'not-allowed'
  if (found.dossier.state === 'open') return 'retracted'
  if (await openDossierOf(tx, found.idea.id)) return 'other-open'
  const { dossierId, version } = shown
  const back = { state: 'open' } as const
  if (!(await changeDossier(tx, dossierId, back, { state: 'published', version }))) return 'stale'
  await audit(tx, lead.id, 'dossier.retracted', { subject: found.idea.id, number, dossierId })
  return 'retracted'
}
