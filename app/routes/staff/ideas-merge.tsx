import {
  type ActionFunctionArgs,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { MergeForm } from '#app/domain/merges/merge.form.ts'
import { mergeIdeas } from '#app/domain/merges/merge.server.ts'
import { carryMerge } from '#app/domain/merges/run.server.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import staffStyles from '#app/ui/staff.css?url'
import { back, found, numberIn } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { transaction } from '#db/database.server.ts'
import { comparePage } from '../merges/compare-loader.server.ts'
import { ComparePage } from '../merges/compare-page.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: staffStyles }]
export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, { key: 'merges:page.title', values: { number: data?.source.number ?? '' } })

export async function loader(knock: LoaderFunctionArgs) {
  return comparePage(knock, await requirePermission(knock, 'ideas.merge'))
}

export async function action(knock: ActionFunctionArgs) {
  const merger = await requirePermission(knock, 'ideas.merge')
  const source = numberIn(knock.params)
  const form = await read(knock.request, MergeForm)
  if (form.reply) return invalid(form.reply)

  const { into: target, note, seen } = form.values
  const came = found(
    await transaction((tx) => mergeIdeas(tx, merger, { source, target, note, seen })),
  )
  if (!came.merge) return form.refuse({ note: `merges:obstacle.${came.is}` })
  if (came.is === 'begun') await carryMerge(came.merge)
  return back(`/staff/merges/${came.merge.id}`, `merge-${came.is}`)
}

export default ComparePage
