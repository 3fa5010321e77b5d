import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { pageTitle } from '#app/ui/page-title.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { TrendPage } from '../mentions-desk/trend-page.tsx'
import { trendFor } from '../mentions-desk/trend.server.ts'

export { deskLinks as links } from '../mentions-desk/links.ts'
export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'mentions:trend.title' })

export async function loader(knock: LoaderFunctionArgs) {
  const agent = await requirePermission(knock, 'mentions.triage')
  return trendFor(agent, new URL(knock.request.url))
}
export type TrendData = typeof loader

export default TrendPage
