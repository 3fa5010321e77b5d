import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { deskSearch } from '#app/domain/workflow/desk.form.ts'
import { useFormat } from '#app/ui/format.ts'
import { Icon } from '#app/ui/icon.tsx'
import { StatusChip } from '#app/ui/status-chip.tsx'
import { Time } from '#app/ui/time.tsx'
import { DeskBar } from './desk-bar.tsx'
import { Fresh } from './desk-fresh.tsx'
import type { DeskPage } from './desk-loader.server.ts'

type Column = NonNullable<ReturnType<typeof useLoaderData<DeskPage>>['columns']>[number]
type Card = Column['cards'][number]

/** The ideas of a view by status, side by side; one under the other where there is no room. */
export function DeskBoard() {
  const { t } = useTranslation('staff')
  const { columns = [] } = useLoaderData<DeskPage>()
  return (
    <section className="desk-list" aria-label={t('desk.layouts.kanban')}>
      <DeskBar />
      <Fresh />
      <div
        id="columns"
        className="columns"
        role="group"
        aria-label={t('board.columns')}
        tabIndex={0}
      >
        {columns.map((column) => (
          <BoardColumn key={column.status.key} column={column} />
        ))}
      </div>
    </section>
  )
}

function BoardColumn({ column }: { column: Column }) {
  const { t } = useTranslation('staff')
  const { query, open } = useLoaderData<DeskPage>()
  const { status, cards, total } = column
  const isEmpty = cards.length === 0
  const isTarget = open && isGoing(open, query.to, status.key)
  const all = deskSearch({
    ...query,
    status: status.key,
    view: undefined,
    idea: undefined,
    to: undefined,
  })
  return (
    <section
      className="column"
      data-column={status.key}
      data-empty={isEmpty && !isTarget ? '' : undefined}
      aria-labelledby={`column-${status.key}`}
    >
      <h2 id={`column-${status.key}`}>
        <StatusChip status={status} /> <Total column={column} />
      </h2>
      <Wip column={column} />
      {isTarget && <p className="ghost">{t('board.ghost', { title: open.title })}</p>}
      {isEmpty && <p className="quiet">{t('board.empty')}</p>}
      <ol>
        {cards.map((card) => (
          <BoardCard key={card.number} card={card} />
        ))}
      </ol>
      {total !== undefined && total > cards.length && (
        <a className="act" href={`/staff/ideas${all}`}>
          {t('board.all', { count: total })}
        </a>
      )}
    </section>
  )
}

const isGoing = (open: { status: { key: string } }, to: string | undefined, status: string) =>
  to === status && open.status.key !== status

function Total({ column: { total, cards } }: { column: Column }) {
  const { t } = useTranslation('staff')
  const { number } = useFormat()
  const count = total ?? cards.length
  return (
    <span className="tnum quiet">
      {number(count)} <span className="vh">{t('board.ideas', { count })}</span>
    </span>
  )
}

/** How much is in hand, for those who have it in hand. */
function Wip({ column: { wip, total, cards } }: { column: Column }) {
  const { t } = useTranslation('staff')
  if (wip === undefined) return null
  const count = total ?? cards.length
  const isOver = count > wip
  return (
    <p className={isOver ? 'wip over' : 'wip'}>
      {isOver && <Icon name="triangle-alert" />}
      {t(isOver ? 'board.wipOver' : 'board.wip', { most: wip })}
    </p>
  )
}

function BoardCard({ card }: { card: Card }) {
  const { t } = useTranslation('staff')
  const { number } = useFormat()
  const { query } = useLoaderData<DeskPage>()
  const href = `/staff/ideas${deskSearch({ ...query, idea: card.number, to: undefined })}#idea-${card.number}`
  return (
    <li
      className="card"
      id={`idea-${card.number}`}
      data-row={card.number}
      data-status={card.status.key}
      aria-current={query.idea === card.number ? 'true' : undefined}
    >
      <a className="open" href={href}>
        {card.title}
      </a>
      <p className="quiet">
        <span className="tnum">{number(card.votesCount)}</span>{' '}
        {t('desk.votes', { count: card.votesCount })} · <Time at={card.publishedAt} />
      </p>
      <MoveMenu card={card} />
    </li>
  )
}

/** Moving without a mouse and without a script: each way is a button. */
function MoveMenu({ card }: { card: Card }) {
  const { t } = useTranslation('staff')
  const { query, ways, views } = useLoaderData<DeskPage>()
  const to = ways[card.status.key] ?? []
  if (!to.length) return null
  const kept = { ...query, idea: card.number, to: undefined, after: undefined }
  const label = (key: string) => views.statuses.find((one) => one.key === key)?.label ?? key
  return (
    <details className="move-menu">
      <summary aria-label={t('board.moveOf', { title: card.title })}>{t('board.move')}</summary>
      <form action="/staff/ideas" data-desk>
        {[...new URLSearchParams(deskSearch(kept))].map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {to.map((key) => (
          <button key={key} name="to" value={key}>
            {label(key)}
          </button>
        ))}
      </form>
    </details>
  )
}
