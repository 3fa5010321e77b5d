import { useActionData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import listUrl from '#app/care-list.ts?worker&url'
import { Empty } from '#app/ui/empty.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import { Bulk, BulkResults, type BulkResult } from './bulk.tsx'
import { mentionsHref, useDesk } from './desk-use.ts'
import { Keys } from './keys.tsx'
import { Narrow, Views } from './narrow.tsx'
import { Rooms } from './rooms.tsx'
import { MentionRow } from './row.tsx'

/** What was said of us elsewhere: what is new, what became of the rest. */
export function MentionsDesk() {
  const { t } = useTranslation('mentions')
  const { rows, hasKeys } = useDesk()
  const { results } = (useActionData() ?? {}) as { results?: BulkResult[] }
  const { errors } = useTyped()
  return (
    <div className="inbox mentions" id="desk" data-keys={hasKeys ? 'on' : 'off'}>
      <Pagehead title={t('title')} lead={t('lead')} action={<Rooms />} />
      <ErrorSummary errors={errors} />
      {results && <BulkResults results={results} />}
      <Views />
      <Narrow />
      {rows.length > 0 ? (
        <>
          <section className="case-list" aria-label={t('list')}>
            <ol id="id">
              {rows.map((row) => (
                <MentionRow key={row.id} row={row} />
              ))}
            </ol>
          </section>
          <Bulk />
        </>
      ) : (
        <Nothing />
      )}
      <Older />
      <Keys />
      <script type="module" src={listUrl} />
    </div>
  )
}

/** What comes before: the mentions after those that are shown, or those where nothing was looked for yet. */
function Older() {
  const { t } = useTranslation('mentions')
  const { list, next, isPart } = useDesk()
  return (
    <>
      {isPart && <p className="quiet">{t('isPart')}</p>}
      <Pager
        firstHref={list.after ? mentionsHref({ ...list, after: '' }) : null}
        nextHref={next && mentionsHref({ ...list, after: next })}
        more={t(isPart ? 'older' : 'more')}
      />
    </>
  )
}

function Nothing() {
  const { t } = useTranslation('mentions')
  const { list, sources } = useDesk()
  const isNarrow = !!(list.q || list.source || list.rating)
  if (!sources.length)
    return (
      <Empty
        icon="rss"
        title={t('empty.noSource')}
        text={t('empty.noSourceText')}
        action={<a href="/staff/mentions/sources/new">{t('sources.add')}</a>}
      />
    )
  if (isNarrow)
    return (
      <Empty
        icon="search"
        title={t('empty.found')}
        text={t('empty.foundText')}
        action={<a href={mentionsHref({ state: list.state })}>{t('narrow.clear')}</a>}
      />
    )
  return <Empty icon="inbox" title={t(`empty.${list.state}`)} text={t(`empty.${list.state}Text`)} />
}
