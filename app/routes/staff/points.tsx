import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { may } from '#app/domain/identity/viewer.rules.ts'
import { liability } from '#app/domain/points/liability.server.ts'
import { openRedemptions } from '#app/domain/rewards/queue.server.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { requirePermission } from '#app/web/guard.server.ts'
import { db } from '#db/database.server.ts'
import { LiabilityPage } from '../liability/liability-page.tsx'

export { deskLinks as links } from '../reward-desk/links.ts'
export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'points:report.title' })

export async function loader(knock: LoaderFunctionArgs) {
  const member = await requirePermission(knock, 'points.report')
  const isItalian = knock.context.visit.locale === 'it'
  const [report, open] = await Promise.all([liability(db), openRedemptions(db)])
  return {
    ...report,
    open: open.map(({ titleIt, titleEn, ...one }) => ({
      ...one,
      title: isItalian ? titleIt : titleEn,
    })),
    maySet: may(member, 'site.settings'),
  }
}
export type LiabilityData = typeof loader

export default LiabilityPage
