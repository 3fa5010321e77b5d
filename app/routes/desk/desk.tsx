import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { deskSearch } from '#app/domain/workflow/desk.form.ts'
import { useFormat } from '#app/ui/format.ts'
import type { DeskPage } from './desk-loader.server.ts'
import { DeskList } from './desk-list.tsx'
import { DeskPanel } from './desk-panel.tsx'

export type Sent = 'move' | 'bulk' | 'answer'

/** The evaluators' desk: views, the list, and the idea in hand; `sent` is the form that came back. */
export function Desk({ sent }: { sent?: Sent }) {
  const { t } = useTranslation('staff')
  const { open } = useLoaderData<DeskPage>()
  return (
    <>
      <h1 className="vh">{t('desk.title')}</h1>
      <div className="desk">
        <Views />
        <DeskList sent={sent} />
        {open ? (
          <DeskPanel key={open.number} open={open} sent={sent} />
        ) : (
          <section
            className={open === null ? 'desk-panel' : 'desk-panel resting'}
            id="panel"
            aria-label={t('desk.panel')}
          >
            <p className="quiet">{t(open === null ? 'desk.gone' : 'desk.choose')}</p>
          </section>
        )}
      </div>
    </>
  )
}

function Views() {
  const { t } = useTranslation('staff')
  const { number } = useFormat()
  const { query, views } = useLoaderData<DeskPage>()
  const { category, unanswered, order } = query
  return (
    <nav className="desk-views" aria-label={t('desk.views')}>
      <ul>
        {views.map(({ key, label, count }) => (
          <li key={key}>
            <a
              href={`/staff/ideas${deskSearch({ category, unanswered, order, status: key })}`}
              aria-current={(query.status ?? '') === key ? 'page' : undefined}
            >
              {label ?? t('desk.board')} <span className="tnum quiet">{number(count)}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
