import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { deskSearch } from '#app/domain/workflow/desk.form.ts'
import { Empty } from '#app/ui/empty.tsx'
import { useFormat } from '#app/ui/format.ts'
import { Icon } from '#app/ui/icon.tsx'
import { StatusChip } from '#app/ui/status-chip.tsx'
import { Time } from '#app/ui/time.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import { DeskBar } from './desk-bar.tsx'
import { DeskBulk, Results } from './desk-bulk.tsx'
import { Fresh } from './desk-fresh.tsx'
import type { DeskPage } from './desk-loader.server.ts'
import type { Sent } from './desk.tsx'

/** The ideas of a view; those that are ticked can be moved together. */
export function DeskList({ sent }: { sent?: Sent }) {
  const { t } = useTranslation('staff')
  const { ideas, nextHref, query } = useLoaderData<DeskPage>()
  return (
    <section className="desk-list" aria-label={t('desk.list')}>
      <DeskBar />
      <Fresh />
      <Results />
      {ideas.length === 0 && (
        <Empty
          icon="inbox"
          title={t('desk.empty')}
          text={t('desk.emptyText')}
          action={<a href="/staff/ideas">{t('desk.all')}</a>}
        />
      )}
      {ideas.length > 0 && (
        <form id="bulk" method="post" action={`/staff/ideas/bulk${deskSearch(query)}`} data-desk>
          <DeskBulk sent={sent} />
          <Rows sent={sent} />
        </form>
      )}
      {(nextHref || query.after) && (
        <nav className="row desk-pages" aria-label={t('desk.pages')}>
          {query.after && (
            <a href={`/staff/ideas${deskSearch({ ...query, after: undefined })}`}>
              {t('desk.first')}
            </a>
          )}
          {nextHref && (
            <a className="act" href={nextHref} rel="next">
              {t('desk.next')} <Icon name="arrow-right" />
            </a>
          )}
        </nav>
      )}
    </section>
  )
}

function Rows({ sent }: { sent?: Sent }) {
  const { ideas } = useLoaderData<DeskPage>()
  const { text } = useTyped()
  const ticked = new Set(sent === 'bulk' ? (text('number') ?? '').split(',') : [])
  return (
    <ol>
      {ideas.map((idea) => (
        <Row key={idea.number} idea={idea} ticked={ticked.has(String(idea.number))} />
      ))}
    </ol>
  )
}

type RowProps = {
  idea: ReturnType<typeof useLoaderData<DeskPage>>['ideas'][number]
  ticked: boolean
}

function Row({ idea, ticked }: RowProps) {
  const { t } = useTranslation('staff')
  const { number } = useFormat()
  const { query } = useLoaderData<DeskPage>()
  const search = deskSearch({ ...query, idea: idea.number, to: undefined })
  const href = `/staff/ideas${search}#idea-${idea.number}`
  return (
    <li
      className="desk-row"
      id={`idea-${idea.number}`}
      data-row={idea.number}
      data-status={idea.status.key}
      aria-current={query.idea === idea.number ? 'true' : undefined}
    >
      <input
        type="checkbox"
        name="number"
        value={idea.number}
        defaultChecked={ticked}
        aria-label={t('bulk.pick', { title: idea.title })}
      />
      <span className="votes">
        {number(idea.votesCount)}{' '}
        <span className="vh">{t('desk.votes', { count: idea.votesCount })}</span>
      </span>
      <div className="what">
        <a className="open" href={href}>
          {idea.title}
        </a>
        <ul className="meta">
          <li>
            <StatusChip status={idea.status} />
          </li>
          <li>{t('desk.number', { number: idea.number })}</li>
          <li>
            <Time at={idea.publishedAt} />
          </li>
          {idea.author && <li>{idea.author}</li>}
        </ul>
      </div>
      {idea.answeredAt ? <Icon name="megaphone" label={t('desk.answered')} /> : <span />}
    </li>
  )
}
