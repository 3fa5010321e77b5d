import type { z } from 'zod'
import { closeDossier, openDossier } from '#app/domain/dossiers/dossier.server.ts'
import type { dossierForm } from '#app/domain/dossiers/dossier.form.ts'
import { assignEvaluator, removeEvaluator } from '#app/domain/dossiers/evaluator.server.ts'
import { planDossier } from '#app/domain/dossiers/plan.server.ts'
import {
  concludeDossier,
  publishDossier,
  retractDossier,
} from '#app/domain/dossiers/publish.server.ts'
import { closeScoring, reconcile, reopenScoring } from '#app/domain/dossiers/reconcile.server.ts'
import { addRemark } from '#app/domain/dossiers/remark.server.ts'
import { saveScores } from '#app/domain/dossiers/score.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import type { Tx } from '#db/database.server.ts'

export type Said = z.output<ReturnType<typeof dossierForm>>

/** Which person does something to the dossier of the idea of which number. */
type Doer = { person: Person; number: number }

const simple = {
  'close-scoring': closeScoring,
  'reopen-scoring': reopenScoring,
  publish: publishDossier,
  retract: retractDossier,
  close: closeDossier,
}

/** Does what a form of the dossier's page says; the outcome is a word of the domain. */
export function act(tx: Tx, doer: Doer, said: Said) {
  const { person, number } = doer
  if (said.intent in simple)
    return simple[(said as Simple).intent](tx, person, number, said as Simple)
  return said.intent in team
    ? arrange(tx, doer, said as Arranged)
    : weigh(tx, doer, said as Weighing)
}

type Simple = Extract<Said, { intent: keyof typeof simple }>
const team = { open: 1, assign: 1, remove: 1, plan: 1 }
type Arranged = Extract<Said, { intent: keyof typeof team }>

function arrange(tx: Tx, { person, number }: Doer, said: Arranged) {
  switch (said.intent) {
    case 'open':
      return openDossier(tx, person, number)
    case 'assign':
      return assignEvaluator(tx, person, number, said)
    case 'remove':
      return removeEvaluator(tx, person, number, said.evaluatorId)
    case 'plan': {
      const dueAt = said.dueAt ? new Date(`${said.dueAt}T00:00Z`) : null
      return planDossier(tx, person, number, { ...said, leadId: said.leadId || null, dueAt })
    }
  }
}

function resultIn({ intent: _, ...result }: Extract<Said, { intent: 'conclude' }>) {
  return result
}

type Weighing = Exclude<Said, Simple | Arranged>

function weigh(tx: Tx, { person, number }: Doer, said: Weighing) {
  switch (said.intent) {
    case 'remark':
      return addRemark(tx, person, number, { ...said, criterionId: said.criterionId || null })
    case 'conclude':
      return concludeDossier(tx, person, number, resultIn(said))
    case 'score': {
      const given = rowsIn(said, 'score', 'note').map(({ text: note, ...row }) => ({
        ...row,
        note,
      }))
      return saveScores(tx, person, number, { dossierId: said.dossierId, given })
    }
    case 'reconcile': {
      const { dossierId, version } = said
      const rows = rowsIn(said, 'verdict', 'remark')
      const given = rows.map(({ text: remark, ...row }) => ({ ...row, remark }))
      return reconcile(tx, person, number, { dossierId, version, given })
    }
  }
}

/** The rows that a form tells as `score-<id>` and `note-<id>`; those without a figure are left out. */
function rowsIn(said: object, figure: string, words: string) {
  const fields = said as Record<string, unknown>
  return Object.keys(fields)
    .filter((name) => name.startsWith(`${figure}-`) && typeof fields[name] === 'number')
    .map((name) => {
      const criterionId = name.slice(figure.length + 1)
      const text = fields[`${words}-${criterionId}`]
      return {
        criterionId,
        score: fields[name] as number,
        text: typeof text === 'string' ? text : '',
      }
    })
}
