import type { Tx } from '#db/database.server.ts'
import { audit } from '../audit/audit.server.ts'
import { may, type Person } from '../identity/viewer.rules.ts'
import { changeDossier, findDossier, type Shown } from './dossier.server.ts'
import { staffWho } from './evaluator.server.ts'

type Plan = { leadId: string | null; dueAt: Date | null }

/**
 * Names who leads a dossier (nobody: `null`) and by when it should be done. Answers `planned`,
 * `stale` when somebody changed it first, `not-allowed`, `no-lead` for somebody who may not lead,
 * or `undefined`.
 */
export async function planDossier(
  tx: Tx,
  lead: Person,
  number: number,
  { dossierId, version, leadId, dueAt }: Shown & Plan,
) {
  const found = await findDossier(tx, number, lead, dossierId)
  if (!found) return undefined
  if (!may(lead, 'dossiers.lead')) return 'not-allowed'
  const { dossier, idea } = found
  if (isSame(dossier, { leadId, dueAt })) return 'planned'
  if (leadId !== dossier.leadId && !(await mayLead(tx, leadId))) return 'no-lead'

  if (!(await changeDossier(tx, dossierId, { leadId, dueAt }, { version }))) return 'stale'
  const facts = { number, dossierId, from: dossier.leadId, to: leadId, dueAt }
  await audit(tx, lead.id, 'dossier.planned', { subject: idea.id, ...facts })
  return 'planned'
}

const isSame = (one: Plan, other: Plan) =>
  one.leadId === other.leadId && one.dueAt?.getTime() === other.dueAt?.getTime()

const mayLead = async (tx: Tx, personId: string | null) =>
  !personId || (await staffWho(tx, 'dossiers.lead')).some(({ id }) => id === personId)
