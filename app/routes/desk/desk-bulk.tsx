import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { DeskPage } from './desk-loader.server.ts'
import { MoveFields, Problems } from './desk-move.tsx'
import type { Sent } from './desk.tsx'

/** The move of all that is ticked in the list. */
export function DeskBulk({ sent }: { sent?: Sent }) {
  const { t } = useTranslation('staff')
  const { bulkMoves, query } = useLoaderData<DeskPage>()
  if (!bulkMoves.length) return null
  return (
    <details className="desk-bulk" open={sent === 'bulk' || undefined}>
      <summary>
        {t('bulk.title')} <Icon name="chevron-down" />
      </summary>
      <div className="composer">
        <Problems sent={sent} of="bulk" />
        <p className="quiet">{t('bulk.how')}</p>
        <MoveFields
          of="bulk"
          sent={sent}
          moves={bulkMoves}
          choose={query.status ? undefined : t('bulk.anyStatus')}
        />
        <Button icon="send">{t('bulk.do')}</Button>
      </div>
    </details>
  )
}

/** What became of each of the ideas that were moved together. */
export function Results() {
  const { t } = useTranslation('staff')
  const { results } = useLoaderData<DeskPage>()
  if (!results.length) return null
  const moved = results.filter(({ outcome }) => outcome === 'moved').length
  const say = t as (key: string) => string
  return (
    <Notice
      tone={moved === results.length ? 'success' : 'warning'}
      title={t('bulk.result', { moved, count: results.length })}
    >
      <ul>
        {results.map(({ number, outcome }) => (
          <li key={number}>
            <a href={`/staff/ideas?idea=${number}`}>{t('desk.number', { number })}</a>:{' '}
            {say(`outcome.${outcome}`)}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
