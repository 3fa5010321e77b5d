import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { assignEvaluator } from '#app/domain/dossiers/evaluator.server.ts'
import { EvaluatorForm } from '#app/domain/workflow/move.form.ts'
import { back, found, numberIn } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { transaction } from '#db/database.server.ts'
import { deskPage } from '../desk/desk-loader.server.ts'
import { Desk } from '../desk/desk.tsx'

export { links, meta } from './ideas.tsx'

export async function loader(knock: LoaderFunctionArgs) {
  return deskPage(knock, await requirePermission(knock, 'ideas.see-private'))
}

export async function action(knock: ActionFunctionArgs) {
  const lead = await requirePermission(knock, 'dossiers.lead')
  const number = numberIn(knock.params)
  const form = await read(knock.request.clone(), EvaluatorForm)
  if (form.reply) return invalid(form.reply)

  const { evaluator: evaluatorId, duty, redirectTo } = form.values
  const outcome = found(
    await transaction((tx) => assignEvaluator(tx, lead, number, { evaluatorId, duty })),
  )
  if (outcome === 'assigned' || outcome === 'already-assigned')
    return back(redirectTo ?? `/staff/ideas?idea=${number}`, 'evaluator-assigned')
  return form.refuse({ evaluator: `staff:assign.${outcome}` })
}

export default function Assigning() {
  return <Desk sent="assign" />
}
