import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from '@remix-run/node'
import { PairForm } from '#app/domain/merges/merge.form.ts'
import { dismissPair, restorePair } from '#app/domain/merges/pair.server.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import staffStyles from '#app/ui/staff.css?url'
import { back, found } from '#app/web/answer.server.ts'
import { read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { transaction } from '#db/database.server.ts'
import { mergesPage } from '../merges/list-loader.server.ts'
import { MergesPage } from '../merges/merges-page.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: staffStyles }]
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, { key: 'merges:title' })

export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'ideas.merge')
  return mergesPage(knock)
}

/** Two ideas are not the same, or may be after all. */
export async function action(knock: ActionFunctionArgs) {
  const person = await requirePermission(knock, 'ideas.merge')
  const form = await read(knock.request, PairForm)
  // Buttons alone send this: whatever else comes is no form of ours.
  const { intent, redirectTo, ...pair } = found(form.values)
  const act = intent === 'dismiss' ? dismissPair : restorePair
  const outcome = found(await transaction((tx) => act(tx, person, pair)))
  return back(redirectTo ?? '/staff/merges', `pair-${outcome}`)
}

export default MergesPage
