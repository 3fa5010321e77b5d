import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from '@remix-run/node'
import { DecisionForm } from '#app/domain/points/suspect.form.ts'
import { decideSuspicion } from '#app/domain/points/suspect-decide.server.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import staffStyles from '#app/ui/staff.css?url'
import { back, found } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { transaction } from '#db/database.server.ts'
import { onePage } from '../suspects/one-loader.server.ts'
import { OneSuspicion } from '../suspects/one-page.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: staffStyles }]
export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'points:suspects.title' })

export async function loader(knock: LoaderFunctionArgs) {
  const moderator = await requirePermission(knock, 'points.suspects')
  return onePage(knock, moderator)
}

export async function action(knock: ActionFunctionArgs) {
  const moderator = await requirePermission(knock, 'points.suspects')
  const form = await read(knock.request, DecisionForm)
  if (form.reply) return invalid(form.reply)
  const id = knock.params.id ?? ''
  const outcome = found(await transaction((tx) => decideSuspicion(tx, moderator, id, form.values)))
  if (outcome === 'own') return form.refuse({ note: 'points:suspects.own' })
  if (outcome === 'already-decided') return form.refuse({ note: 'points:suspects.already' })
  return back('/staff/suspects', `suspicion-${outcome}`)
}

export default OneSuspicion
