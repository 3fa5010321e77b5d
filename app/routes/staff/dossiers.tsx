import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import dossierStyles from '#app/ui/dossier-desk.css?url'
import { pageTitle } from '#app/ui/page-title.ts'
import staffStyles from '#app/ui/staff.css?url'
import { requirePermission } from '#app/web/guard.server.ts'
import { dossiersDesk } from '../dossier/list-loader.server.ts'
import { DossierList } from '../dossier/list-page.tsx'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: staffStyles },
  { rel: 'stylesheet', href: dossierStyles },
]
export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'dossiers:list.title' })

export async function loader(knock: LoaderFunctionArgs) {
  return dossiersDesk(knock, await requirePermission(knock, 'dossiers.see'))
}

export default DossierList
