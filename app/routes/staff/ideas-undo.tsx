import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { UndoForm } from '#app/domain/workflow/move.form.ts'
import { undoMove } from '#app/domain/workflow/undo.server.ts'
import { back } from '#app/web/answer.server.ts'
import { read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { transaction } from '#db/database.server.ts'

export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'ideas.see-private')
  return redirect('/staff/ideas')
}

/** Takes back one's own moves, each by itself; what is said is the worst that became of any. */
export async function action(knock: ActionFunctionArgs) {
  const mover = await requirePermission(knock, 'ideas.see-private')
  const { values } = await read(knock.request, UndoForm)
  if (!values) throw new Response(null, { status: 400 })

  const outcomes = new Set<string>()
  for (const move of new Set(values.move))
    outcomes.add((await transaction((tx) => undoMove(tx, mover, move))) ?? 'gone')
  const notice =
    ['told-already', 'moved-on', 'gone'].find((outcome) => outcomes.has(outcome)) ?? 'undone'
  return back(values.redirectTo ?? '/staff/ideas', `move-${notice}`)
}
