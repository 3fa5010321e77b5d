import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { burstList, versionOf } from '#app/domain/moderation/burst.server.ts'
import { linkOf } from '#app/domain/ideas/idea-feed.rules.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db } from '#db/database.server.ts'
import { BurstsPage } from '../bursts/page.tsx'

export { deskLinks as links } from '../moderation-desk/links.ts'
export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'moderation:bursts.title' })

export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'moderation.decide')
  const { locale } = knock.context.visit
  const found = await burstList(db)
  return {
    bursts: found.map(({ burst, idea }) => {
      // Who voted is nobody's business here: figures alone.
      const { voterIds: _, ...facts } = burst.facts
      const { id, from, to, votesCount, state, note, decidedAt } = burst
      const shown = { id, from, to, votesCount, state, note, decidedAt, facts }
      return { ...shown, seen: versionOf(burst), idea: linkOf(idea, locale) }
    }),
  }
}

export default BurstsPage
