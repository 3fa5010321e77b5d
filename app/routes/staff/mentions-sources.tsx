import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { allSources } from '#app/domain/mentions/source.server.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db } from '#db/database.server.ts'
import { sourceShown } from '../mentions-desk/source.server.ts'
import { SourcesPage } from '../mentions-desk/sources-page.tsx'

export { deskLinks as links } from '../mentions-desk/links.ts'
export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'mentions:sources.title' })

export async function loader(knock: LoaderFunctionArgs) {
  const agent = await requirePermission(knock, 'mentions.triage')
  const sources = await allSources(db, agent)
  return {
    sources: sources.map(({ mentionsCount, waitingCount, ...source }) => ({
      mentionsCount,
      waitingCount,
      ...sourceShown(source),
    })),
  }
}
export type SourcesData = typeof loader

export default SourcesPage
