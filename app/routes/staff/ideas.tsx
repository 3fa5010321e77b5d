import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { pageTitle } from '#app/ui/page-title.ts'
import staffStyles from '#app/ui/staff.css?url'
import { requirePermission } from '#app/web/guard.server.ts'
import { deskPage } from '../desk/desk-loader.server.ts'
import { Desk } from '../desk/desk.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: staffStyles }]
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, { key: 'staff:desk.title' })

export async function loader(knock: LoaderFunctionArgs) {
  return deskPage(knock, await requirePermission(knock, 'ideas.see-private'))
}

export default function Ideas() {
  return <Desk />
}
