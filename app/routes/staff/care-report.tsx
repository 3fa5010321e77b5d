import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { pageTitle } from '#app/ui/page-title.ts'
import staffStyles from '#app/ui/staff.css?url'
import { requirePermission } from '#app/web/guard.server.ts'
import { reportFor } from '../care-desk/report.server.ts'
import { ReportPage } from '../care-desk/report-page.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: staffStyles }]
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, { key: 'care:report.title' })

export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'care.answer')
  return reportFor(new URL(knock.request.url), knock.context.visit.locale)
}

export default ReportPage
