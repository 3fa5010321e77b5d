import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import deskUrl from '#app/desk.ts?worker&url'
import { DeskBoard } from './desk-board.tsx'
import { DeskKeys } from './desk-keys.tsx'
import { DeskList } from './desk-list.tsx'
import type { DeskPage } from './desk-loader.server.ts'
import { DeskPanel } from './desk-panel.tsx'
import { DeskViews } from './desk-views.tsx'

export type Sent = 'move' | 'bulk' | 'answer' | 'view' | 'tags' | 'assign' | 'voter'

/** The evaluators' desk: views, the list or the board, and the idea in hand; `sent` is the form that came back. */
export function Desk({ sent }: { sent?: Sent }) {
  const { t } = useTranslation('staff')
  const { open, query, ways, hasKeys, views } = useLoaderData<DeskPage>()
  const isBoard = query.view === 'kanban'
  return (
    <>
      <h1 className="vh">{t('desk.title')}</h1>
      <div
        className="desk"
        id="desk"
        data-view={isBoard ? 'kanban' : 'list'}
        data-keys={hasKeys ? 'on' : 'off'}
        data-ways={JSON.stringify(ways)}
        data-path={views.statuses.map(({ key }) => key).join(' ')}
      >
        <DeskViews sent={sent} />
        {isBoard ? <DeskBoard /> : <DeskList sent={sent} />}
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
        <DeskKeys />
      </div>
      <script type="module" src={deskUrl} />
    </>
  )
}
