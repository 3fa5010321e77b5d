import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { findCase } from '#app/domain/care/case.server.ts'
import { MacroRunForm } from '#app/domain/care/composer.form.ts'
import { runMacro } from '#app/domain/care/macro-run.server.ts'
import { findMacro } from '#app/domain/care/macro.server.ts'
import { back, found } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { refusalWords } from '../care-desk/case-acts.server.ts'
import { caseHref } from '../care-desk/case-href.ts'
import { casePage } from '../care-desk/case-loader.server.ts'
import { CasePage } from '../care-desk/case-page.tsx'

export { links, meta } from './care-case.tsx'

export async function loader(knock: LoaderFunctionArgs) {
  return casePage(knock, await requirePermission(knock, 'care.answer'))
}

const thens = { solved: 'solve', waiting: 'wait' } as const

/** Does what a ready answer says, once its preview was seen; its words go into the draft, and no further. */
export async function action(knock: ActionFunctionArgs) {
  const agent = await requirePermission(knock, 'care.answer')
  const row = found(await findCase(db, agent, knock.params.id!))
  const form = await read(knock.request.clone(), MacroRunForm)
  if (form.reply) return invalid(form.reply)
  const { macro: id, seen, view } = form.values
  const macro = found(await findMacro(db, id))
  if (macro.retiredAt) return form.refuse({ macro: 'care:talk.error.macroGone' })

  const outcome = await transaction((tx) => runMacro(tx, agent, row, { macro, seen }))
  if (typeof outcome === 'string') return form.refuse({ macro: refusalWords(outcome) })
  const then = outcome.whenSent && thens[outcome.whenSent]
  const notice = outcome.hasWords ? 'case-macro-words' : 'case-macro'
  return back(caseHref(row.id, { view, then, hash: 'composer' }), notice)
}

export default CasePage
