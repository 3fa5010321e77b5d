import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Table } from '#app/ui/table.tsx'
import { TabsNav } from '#app/ui/tabs-nav.tsx'
import { Time } from '#app/ui/time.tsx'
import { Matrix } from './list-matrix.tsx'
import { Scatter } from './list-scatter.tsx'
import type { DossiersDesk } from './list-loader.server.ts'
import { useDecimal } from './use-decimal.ts'

type Data = ReturnType<typeof useLoaderData<DossiersDesk>>

/** All that is being weighed: what waits for me, what is in the works, what is public, and the map. */
export function DossierList() {
  const { t } = useTranslation('dossiers')
  const { view, tabs, rows, next, isFirst, category, disputed } = useLoaderData<DossiersDesk>()
  const path = (more: Record<string, string | undefined>) => pathOf({ view, category, ...more })
  const keep = disputed ? '1' : undefined
  return (
    <>
      <Pagehead
        title={t('list.title')}
        lead={t('list.lead')}
        action={
          <a className="btn plain" href="/staff/dossiers.csv" download>
            <Icon name="download" /> {t('list.csv')}
          </a>
        }
      />
      <div className="stack dossier-list">
        <TabsNav
          label={t('list.views')}
          tabs={tabs.map(({ name, count }) => ({
            href: pathOf({ view: name, category }),
            label: t(`list.view.${name}`),
            current: name === view,
            count: count ?? undefined,
          }))}
        />
        <Filter />
        {rows.length === 0 ? (
          <Empty
            icon="clipboard-check"
            title={t(`list.empty.${view}`)}
            text={t('list.emptyText')}
            action={<a href="/staff/ideas?status=evaluating">{t('list.toIdeas')}</a>}
          />
        ) : view === 'map' ? (
          <>
            <Scatter />
            <Matrix />
          </>
        ) : (
          <List />
        )}
        <Pager
          nextHref={next && path({ after: next, disputed: keep })}
          firstHref={isFirst ? null : path({ disputed: keep })}
        />
      </div>
    </>
  )
}

function pathOf(query: Record<string, string | undefined>) {
  const said = Object.entries(query).filter((pair): pair is [string, string] => !!pair[1])
  return `/staff/dossiers?${new URLSearchParams(said)}`
}

function Filter() {
  const { t } = useTranslation('dossiers')
  const { view, category, categories, disputed } = useLoaderData<DossiersDesk>()
  return (
    <search>
      <form className="row dossier-filter" action="/staff/dossiers">
        <input type="hidden" name="view" value={view} />
        <select name="category" defaultValue={category} aria-label={t('list.category')}>
          <option value="">{t('list.everyCategory')}</option>
          {categories.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
        <label className="row">
          <input type="checkbox" name="disputed" value="1" defaultChecked={disputed} />
          {t('list.disputed')}
        </label>
        <Button kind="plain">{t('list.filter')}</Button>
      </form>
    </search>
  )
}

function List() {
  const { t } = useTranslation('dossiers')
  const decimal = useDecimal()
  const { rows, view } = useLoaderData<DossiersDesk>()
  const isOver = view === 'published' || view === 'closed'
  return (
    <Table
      caption={t(`list.view.${view}`)}
      columns={[
        { key: 'idea', label: t('list.idea') },
        { key: 'progress', label: t('list.progress') },
        { key: 'lead', label: t('list.leadName') },
        { key: 'when', label: t(isOver ? 'list.opened' : 'list.due') },
        { key: 'score', label: t('list.score'), numeric: true },
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        cells: {
          idea: (
            <>
              <a href={`/staff/ideas/${row.number}/dossier?dossier=${row.id}`} lang={row.lang}>
                {row.title}
              </a>{' '}
              <span className="quiet">
                {t('page.idea', { number: row.number })} · {row.status}
              </span>
            </>
          ),
          progress: <Standing row={row} />,
          lead: row.lead ?? '–',
          when: <When row={row} isOver={isOver} />,
          score: row.score === null ? '–' : decimal(row.score),
        },
      }))}
    />
  )
}

function When({ row, isOver }: { row: Data['rows'][number]; isOver: boolean }) {
  if (isOver) return <Time at={row.publishedAt ?? row.openedAt} as="date" />
  return row.dueAt ? <Time at={row.dueAt} as="date" /> : <>–</>
}

/** How many have scored, and what is to be said of it. */
function Standing({ row }: { row: Data['rows'][number] }) {
  const { t } = useTranslation('dossiers')
  const { asked, done } = row.progress
  return (
    <span className="standing">
      {t('list.done', { count: asked, done, asked })}
      {row.isDisputed && (
        <span className="status" data-tone="warning">
          <Icon name="triangle-alert" /> {t('verdicts.flag')}
        </span>
      )}
      {row.state === 'open' && <InTheWorks row={row} />}
    </span>
  )
}

function InTheWorks({ row }: { row: Data['rows'][number] }) {
  const { t } = useTranslation('dossiers')
  return (
    <>
      {row.isMine && !row.hasScored && (
        <span className="status" data-tone="open">
          <Icon name="pencil" /> {t('list.yours')}
        </span>
      )}
      {row.isReconciled && (
        <span className="status" data-tone="progress">
          <Icon name="scale" /> {t('list.settled')}
        </span>
      )}
      {!row.sees && (
        <span className="quiet">
          <Icon name="lock" /> {t('list.blind')}
        </span>
      )}
    </>
  )
}
