import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { findImport, stopImport } from '#app/domain/mentions/import.server.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { back, found } from '#app/web/answer.server.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { ImportOnePage } from '../mentions-desk/import-one-page.tsx'

export { deskLinks as links } from '../mentions-desk/links.ts'

const seconds = '3'

/** While it runs, and somebody wants to follow it, the page asks again by itself. */
export const meta: MetaFunction<typeof loader> = ({ matches, data }) => [
  ...pageTitle(matches, { key: 'mentions:import.title' }),
  ...(data?.isRunning && data.follows ? [{ httpEquiv: 'refresh', content: seconds }] : []),
]

export async function loader(knock: LoaderFunctionArgs) {
  const agent = await requirePermission(knock, 'mentions.triage')
  const whole = found(await findImport(db, agent, knock.params.id!))
  const { startedAt: _s, total: _t, ...one } = whole
  const { searchParams } = new URL(knock.request.url)
  return {
    one,
    isRunning: one.state === 'waiting' || one.state === 'running',
    follows: searchParams.has('follow'),
    here: `/staff/mentions/import/${one.id}`,
  }
}
export type ImportOneData = typeof loader

/** Stops the reading; what was read stays. One that is over by now stays as it is. */
export async function action(knock: ActionFunctionArgs) {
  const agent = await requirePermission(knock, 'mentions.triage')
  const { id } = found(await findImport(db, agent, knock.params.id!))
  const outcome = await transaction((tx) => stopImport(tx, agent, id))
  return back(`/staff/mentions/import/${id}`, outcome && 'mention-import-stopped')
}

export default ImportOnePage
