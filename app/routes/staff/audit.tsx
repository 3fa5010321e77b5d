import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { chainState } from '#app/domain/audit/chain.server.ts'
import { auditLog } from '#app/domain/audit/log.server.ts'
import { writtenPlace } from '#app/domain/ideas/idea-feed.form.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import auditStyles from '#app/ui/audit.css?url'
import staffStyles from '#app/ui/staff.css?url'
import { requirePermission } from '#app/web/guard.server.ts'
import { db } from '#db/database.server.ts'
import { addressOf, filterOf } from '../audit/filter.server.ts'
import { AuditPage } from '../audit/page.tsx'

/** How many of the latest entries are proved on each visit; all of them when asked. */
const provedAtOnce = 2_000

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: staffStyles },
  { rel: 'stylesheet', href: auditStyles },
]
export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'moderation:audit.title' })

/** Who did what and when, and whether the chain of it is whole. */
export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'audit.see')
  const url = new URL(knock.request.url)
  const { asked, filter, timeZone } = await filterOf(url)
  const most = url.searchParams.get('check') === 'all' ? Infinity : provedAtOnce
  const [{ rows, next }, chain] = await Promise.all([auditLog(db, filter), chainState(db, most)])
  return {
    ...{ rows, asked, chain, timeZone },
    isFirst: !filter.after,
    start: addressOf(asked),
    csv: `/staff/audit.csv${addressOf(asked)}`,
    next: next && addressOf(asked, { after: writtenPlace(next) }),
  }
}
export type AuditData = typeof loader

export default AuditPage
