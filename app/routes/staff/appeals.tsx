import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { appealQueue, type Queued, type QueuePlace } from '#app/domain/appeals/queue.server.ts'
import { mayDecideQueued } from '#app/domain/appeals/appeal.rules.ts'
import { langOf } from '#app/domain/ideas/idea-feed.rules.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import staffStyles from '#app/ui/staff.css?url'
import receiptStyles from '#app/ui/receipt.css?url'
import { TabsNav } from '#app/ui/tabs-nav.tsx'
import { requirePermission } from '#app/web/guard.server.ts'
import { db } from '#db/database.server.ts'
import { now } from '#db/time.ts'
import { AppealTable } from '../desk/appeal-table.tsx'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: staffStyles },
  { rel: 'stylesheet', href: receiptStyles },
]
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, { key: 'appeals:desk.title' })

export async function loader(knock: LoaderFunctionArgs) {
  const reviewer = await requirePermission(knock, 'appeals.decide')
  const { searchParams } = new URL(knock.request.url)
  const state = searchParams.get('state') === 'decided' ? 'decided' : 'waiting'
  const after = readPlace(searchParams.get('after'))
  const { rows, next } = await appealQueue(db, reviewer, { state, after })
  const { locale } = knock.context.visit
  return {
    state,
    isFirst: !after,
    nextHref: next && `/staff/appeals?state=${state}&after=${+next.at}.${next.id}`,
    rows: rows.map((row) => told(row, reviewer.id, locale)),
  }
}
export type AppealRows = Awaited<ReturnType<typeof loader>>['rows']

function told(row: Queued, reviewerId: string, locale: 'it' | 'en') {
  const { id, kind, number, title, author, sentAt, dueAt, decidedAt, outcome, team } = row
  return {
    ...{ id, kind, number, title, author, sentAt, dueAt, decidedAt, outcome, team },
    lang: langOf(row, locale),
    isLate: !decidedAt && !!dueAt && dueAt < now(),
    isOwn: kind === 'appeal' && !decidedAt && !mayDecideQueued(row, reviewerId),
  }
}

/** A place as it stands in an address; `undefined` for what is none. */
function readPlace(written: string | null): QueuePlace | undefined {
  const [, at, id] = /^(\d{1,15})\.([\w-]{1,40})$/.exec(written ?? '') ?? []
  return at && id ? { at: new Date(Math.min(Number(at), 253_402_300_799_999)), id } : undefined
}

/** What authors sent after a no: who waits for an answer, and what was answered. */
export default function Appeals() {
  const { state, rows, nextHref, isFirst } = useLoaderData<typeof loader>()
  const { t } = useTranslation('appeals')
  const isWaiting = state === 'waiting'
  return (
    <>
      <Pagehead title={t('desk.title')} lead={t('desk.lead')} />
      <div className="stack">
        <TabsNav
          label={t('desk.views')}
          tabs={(['waiting', 'decided'] as const).map((name) => ({
            href: name === 'waiting' ? '/staff/appeals' : '/staff/appeals?state=decided',
            label: t(`desk.${name}`),
            current: state === name,
          }))}
        />
        {rows.length ? (
          <AppealTable rows={rows} isWaiting={isWaiting} />
        ) : (
          <Empty
            icon="inbox"
            title={t(isWaiting ? 'desk.empty' : 'desk.emptyDecided')}
            text={t(isWaiting ? 'desk.emptyText' : 'desk.emptyDecidedText')}
          />
        )}
        {(nextHref || !isFirst) && (
          <nav className="row" aria-label={t('desk.pages')}>
            {!isFirst && <a href={`/staff/appeals?state=${state}`}>{t('desk.start')}</a>}
            {nextHref && (
              <a className="btn plain" rel="next" href={nextHref}>
                {t('desk.next')}
              </a>
            )}
          </nav>
        )}
      </div>
    </>
  )
}
