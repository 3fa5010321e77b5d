import { useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { viewSearch } from '#app/domain/workflow/desk.form.ts'
import { useFormat } from '#app/ui/format.ts'
import { Icon } from '#app/ui/icon.tsx'
import type { DeskPage } from './desk-loader.server.ts'
import { KeptView, SaveView } from './desk-view-form.tsx'
import type { Sent } from './desk.tsx'

/** Every way to look at the ideas: ready views, one's own and shared ones, and one for each status. */
export function DeskViews({ sent }: { sent?: Sent }) {
  const { t } = useTranslation('staff')
  const { number } = useFormat()
  const { query, views, may } = useLoaderData<DeskPage>()
  const here = viewSearch({ ...query, view: undefined })
  const { category, unanswered, order, view } = query
  const within = { category, unanswered, order, view }
  return (
    <nav className="desk-views" aria-label={t('desk.views')}>
      <ul>
        {views.ready.map(({ key, search, count, isMore }) => (
          <ViewLink key={key} search={search} isHere={query.set === key}>
            {t(`views.${key}`)}{' '}
            {count !== null && (
              <span className="tnum quiet">{isMore ? t('views.more', { count }) : count}</span>
            )}
          </ViewLink>
        ))}
        {may.merge && (
          <li>
            <a href="/staff/merges">
              {t('views.merge')} <Icon name="arrow-right" />
            </a>
          </li>
        )}
      </ul>
      {views.kept.length > 0 && (
        <>
          <h2>{t('views.kept')}</h2>
          <ul>
            {views.kept.map((one) => (
              <KeptView key={one.id} view={one} isHere={one.search === here} sent={sent} />
            ))}
          </ul>
        </>
      )}
      <SaveView sent={sent} />
      <h2>{t('views.statuses')}</h2>
      <ul>
        <ViewLink search={viewSearch(within)} isHere={!query.set && !query.status}>
          {t('desk.board')} <span className="tnum quiet">{number(views.board)}</span>
        </ViewLink>
        {views.statuses.map(({ key, label, count }) => (
          <ViewLink
            key={key}
            search={viewSearch({ ...within, status: key })}
            isHere={!query.set && query.status === key}
          >
            {label} <span className="tnum quiet">{number(count)}</span>
          </ViewLink>
        ))}
      </ul>
    </nav>
  )
}

type LinkProps = { search: string; isHere: boolean; children: ReactNode }

function ViewLink({ search, isHere, children }: LinkProps) {
  return (
    <li>
      <a href={`/staff/ideas${search}`} aria-current={isHere ? 'page' : undefined}>
        {children}
      </a>
    </li>
  )
}
