import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { suspicionList } from '#app/domain/points/suspect-list.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { useFormat } from '#app/ui/format.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { usePoints } from '#app/ui/points.tsx'
import { SortTabs } from '#app/ui/sort-tabs.tsx'
import staffStyles from '#app/ui/staff.css?url'
import { Time } from '#app/ui/time.tsx'
import { requirePermission } from '#app/web/guard.server.ts'
import { db } from '#db/database.server.ts'
import { momentOf } from '#db/time.ts'
import { Facts, Who } from '../suspects/facts.tsx'
import { decidedPoints, factOf } from '../suspects/told.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: staffStyles }]
export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'points:suspects.title' })

const path = '/staff/suspects'
const written = /^(\d{1,15})_([0-9a-f-]{36})$/

export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'points.suspects')
  const query = new URL(knock.request.url).searchParams
  const show = query.get('show') === 'decided' ? 'decided' : 'open'
  const [, at, id] = written.exec(query.get('after') ?? '') ?? []
  const { suspicions, next } = await suspicionList(
    db,
    show,
    id ? { foundAt: momentOf(Number(at)), id } : undefined,
  )
  return {
    show: show as 'open' | 'decided',
    isFirst: !id,
    next: next && `${+next.foundAt}_${next.id}`,
    rows: suspicions.map((row) => ({
      ...{ id: row.id, kind: row.kind, state: row.state, held: row.held, more: row.more },
      ...{ foundAt: row.foundAt.toISOString(), fact: factOf(row), points: decidedPoints(row) },
      people: row.people.map((person) => person ?? null),
      decider: row.decider ?? null,
      note: row.note,
    })),
  }
}

/** What looks like farming, and what was decided about it. */
export default function Suspects() {
  const { t } = useTranslation('points')
  const { show, rows, next, isFirst } = useLoaderData<typeof loader>()
  const to = (after?: string) => {
    const query = new URLSearchParams({
      ...(show === 'decided' && { show }),
      ...(after && { after }),
    })
    return query.size ? `${path}?${query}` : path
  }
  return (
    <>
      <Pagehead title={t('suspects.title')} lead={t('suspects.lead')} />
      <div className="stack suspects">
        <SortTabs
          label={t('suspects.shows.label')}
          tabs={(['open', 'decided'] as const).map((one) => ({
            href: one === 'open' ? path : `${path}?show=${one}`,
            label: t(`suspects.shows.${one}`),
            current: one === show,
          }))}
        />
        {rows.length ? (
          <ul className="plain-list">
            {rows.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </ul>
        ) : (
          <Empty
            icon="eye"
            title={t(`suspects.none.${show}`)}
            text={t(`suspects.none.${show}Text`)}
          />
        )}
        <Pager firstHref={isFirst ? null : to()} nextHref={next && to(next)} />
      </div>
    </>
  )
}

function Row({ row }: { row: ReturnType<typeof useLoaderData<typeof loader>>['rows'][number] }) {
  const { t } = useTranslation('points')
  const { number } = useFormat()
  const points = usePoints()
  const { state, held, more } = row
  return (
    <li className="suspicion">
      <h2>
        <a href={`${path}/${row.id}`}>{t(`suspects.kind.${row.kind}`)}</a>
      </h2>
      <Facts fact={row.fact} />
      <p className="people">
        {row.people.map((person, i) => (
          <Who key={person?.handle ?? i} person={person} />
        ))}
        {more > 0 && (
          <span className="quiet">{t('suspects.others', { count: more, n: number(more) })}</span>
        )}
      </p>
      <p className="quiet">
        {state === 'open'
          ? held
            ? t('suspects.held', { points: points.text(held) })
            : t('suspects.nothingHeld')
          : t('suspects.decidedLine', {
              state: t(`suspects.state.${state}`),
              who: row.decider?.displayName ?? t('suspects.gone'),
              points: points.text(row.points),
            })}
        {' · '}
        <Time at={row.foundAt} />
      </p>
      {row.note && <blockquote>{row.note}</blockquote>}
    </li>
  )
}
