import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { type QueueView, queueViews } from '#app/domain/moderation/queue.rules.ts'
import { Empty } from '#app/ui/empty.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { TabsNav } from '#app/ui/tabs-nav.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import { Bulk } from './bulk.tsx'
import { Frame } from './frame.tsx'
import { Mine } from './mine.tsx'
import type { BulkResult, QueuePage } from './queue-page.server.ts'
import { Results } from './results.tsx'
import { Row } from './row.tsx'

const hrefOf = (view: QueueView) =>
  view === 'all' ? '/staff/moderation' : `/staff/moderation?view=${view}`

/** What waits for a moderator, the gravest first, and what one has decided. */
export function Queue() {
  const { t } = useTranslation('moderation')
  const { view, counts, fresh, hasKeys, help } = useLoaderData<QueuePage>()
  const { results } = (useActionData() ?? {}) as { results?: BulkResult[] }
  return (
    <>
      <Pagehead title={t('desk.title')} lead={t('desk.lead')} action={<Elsewhere />} />
      <Frame fresh={fresh} hasKeys={hasKeys} help={help} here={hrefOf(view)}>
        <TabsNav
          label={t('desk.views')}
          tabs={queueViews.map((name) => ({
            href: hrefOf(name),
            label: t(`desk.view.${name}`),
            count: name === 'mine' ? undefined : counts[name],
            current: view === name,
          }))}
        />
        {results && <Results results={results} />}
        {view === 'mine' ? <Mine /> : <Open />}
        <Pages />
      </Frame>
    </>
  )
}

/** What moderators keep an eye on besides the queue. */
function Elsewhere() {
  const { t } = useTranslation('moderation')
  return (
    <span className="row">
      <a href="/staff/moderation/objections" data-key="o">
        {t('objections.title')}
      </a>
      <a href="/staff/moderation/bursts">{t('bursts.title')}</a>
      <a href="/staff/settings/moderation">{t('settings.rules')}</a>
    </span>
  )
}

function Open() {
  const { t } = useTranslation('moderation')
  const { rows, view } = useLoaderData<QueuePage>()
  const { errors } = useTyped()
  const search = view === 'all' ? '' : `?view=${view}`
  if (!rows.length)
    return (
      <Empty
        icon="circle-check"
        title={t('desk.empty')}
        text={t(view === 'all' ? 'desk.emptyText' : 'desk.emptyView')}
      />
    )
  return (
    <form method="post" action={`/staff/moderation${search}`} className="stack" data-send>
      <ErrorSummary errors={errors} />
      <ul className="review-list plain-list" id="item">
        {rows.map((row) => (
          <Row key={row.id} row={row} search={search} />
        ))}
      </ul>
      <Bulk />
    </form>
  )
}

function Pages() {
  const { t } = useTranslation('moderation')
  const { view, next, isFirst } = useLoaderData<QueuePage>()
  if (isFirst && !next) return null
  const href = hrefOf(view)
  return (
    <nav className="row" aria-label={t('desk.pages')}>
      {!isFirst && <a href={href}>{t('desk.start')}</a>}
      {next && (
        <a
          className="btn plain"
          rel="next"
          href={`${href}${view === 'all' ? '?' : '&'}after=${next}`}
        >
          {t('desk.next')}
        </a>
      )}
    </nav>
  )
}
