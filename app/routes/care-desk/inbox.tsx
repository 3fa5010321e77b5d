import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import listUrl from '#app/care-list.ts?worker&url'
import { ButtonLink } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import type { InboxData } from '../staff/care.tsx'
import type { BulkResult } from './bulk.server.ts'
import { BulkResults, InboxBulk } from './inbox-bulk.tsx'
import { InboxKeys } from './inbox-keys.tsx'
import { InboxFilters, InboxSearch } from './inbox-narrow.tsx'
import { InboxViews } from './inbox-views.tsx'
import { CaseList, inboxHref } from './list.tsx'

/** All that people wrote to care, by view, state and urgency. */
export function Inbox() {
  const { t } = useTranslation('care')
  const { list, hasKeys } = useLoaderData<InboxData>()
  const { results } = (useActionData() ?? {}) as { results?: BulkResult[] }
  const { errors, text } = useTyped()
  const ticked = new Set((text('id') ?? '').split(','))
  return (
    <div className="inbox" id="desk" data-keys={hasKeys ? 'on' : 'off'}>
      <Pagehead title={t('inbox.title')} lead={t('inbox.lead')} action={<Rooms />} />
      <ErrorSummary errors={errors} />
      {results && <BulkResults results={results} />}
      <InboxSearch list={list} />
      {!list.q && (
        <>
          <InboxViews list={list} />
          <InboxFilters list={list} />
        </>
      )}
      {list.rows.length > 0 ? (
        <form method="post" action={inboxHref(list)} noValidate>
          <CaseList list={list} ticked={ticked} />
          <InboxBulk />
        </form>
      ) : (
        <CaseList list={list} />
      )}
      <InboxKeys />
      <script type="module" src={listUrl} />
    </div>
  )
}

/** The pages of care beside its cases. */
function Rooms() {
  const { t } = useTranslation('care')
  return (
    <p className="row">
      <ButtonLink kind="ghost" icon="gift" href="/staff/care/remedies">
        {t('remedies.pageTitle')}
      </ButtonLink>
      <ButtonLink kind="ghost" icon="chart-column" href="/staff/care/report">
        {t('report.link')}
      </ButtonLink>
    </p>
  )
}
