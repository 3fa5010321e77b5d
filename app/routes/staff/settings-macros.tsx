import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { actsOf } from '#app/domain/care/macro.rules.ts'
import { allMacros, placeMacro, retireMacro } from '#app/domain/care/macro.server.ts'
import { StepForm } from '#app/domain/care/settings.form.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { back, found } from '#app/web/answer.server.ts'
import { read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { MacrosPage } from '../care-desk/macros-page.tsx'

export { links } from './settings.tsx'
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, { key: 'care:macros.title' })

export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'care.lead')
  const all = await allMacros(db)
  const macros = all.map(({ id, name, bodyIt, bodyEn, acts, retiredAt }) => ({
    ...{ id, name, isRetired: !!retiredAt, acts: actsOf(acts) },
    speaks: speaks(!!bodyIt, !!bodyEn),
  }))
  return { macros }
}
export type MacrosLoader = typeof loader

function speaks(it: boolean, en: boolean) {
  if (it && en) return 'both' as const
  if (it) return 'it' as const
  return en ? ('en' as const) : ('none' as const)
}

/** One step of one ready answer: its place in the list, or whether it is used. */
export async function action(knock: ActionFunctionArgs) {
  const lead = await requirePermission(knock, 'care.lead')
  const { values } = await read(knock.request, StepForm)
  if (!values) throw new Response(null, { status: 400 })
  const { id, step } = values
  const outcome = await transaction((tx) =>
    step === 'up' || step === 'down'
      ? placeMacro(tx, lead, id, step === 'up' ? -1 : 1)
      : retireMacro(tx, lead, id, step === 'retire'),
  )
  return back('/staff/settings/care/macros', `macro-${found(outcome)}`)
}

export default MacrosPage
