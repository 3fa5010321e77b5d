import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { UndoForm } from '#app/domain/moderation/decide.form.ts'
import { undoDecision } from '#app/domain/moderation/undo.server.ts'
import { back } from '#app/web/answer.server.ts'
import { read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { transaction } from '#db/database.server.ts'

export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'moderation.decide')
  return redirect('/staff/moderation')
}

const worstFirst = ['told-already', 'final', 'gone'] as const

/** Takes one's own decisions back, each by itself; what is said is the worst that became of any. */
export async function action(knock: ActionFunctionArgs) {
  const moderator = await requirePermission(knock, 'moderation.decide')
  const { values } = await read(knock.request, UndoForm)
  if (!values) throw new Response(null, { status: 400 })

  const outcomes = new Set<string>()
  for (const id of new Set(values.decision))
    outcomes.add((await transaction((tx) => undoDecision(tx, moderator, id))) ?? 'gone')
  const worst = worstFirst.find((outcome) => outcomes.has(outcome)) ?? 'undone'
  return back(values.redirectTo ?? '/staff/moderation', `decision-${worst}`)
}
