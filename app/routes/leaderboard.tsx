import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { categoryList } from '#app/domain/ideas/categories.server.ts'
import {
  boardPeriods,
  periodOf,
  readBoardCursor,
  writtenBoardCursor,
} from '#app/domain/points/board.rules.ts'
import { leaderboard, presentPeriod } from '#app/domain/points/board.server.ts'
import { levelAt, levelOf } from '#app/domain/points/level.rules.ts'
import { firstDayOfWeek, seasonName } from '#app/domain/points/season.rules.ts'
import { siteSettings } from '#app/domain/site/site.server.ts'
import type { Handle } from '#app/root.tsx'
import styles from '#app/ui/leaderboard.css?url'
import { useFormat } from '#app/ui/format.ts'
import { ogMeta } from '#app/ui/page-title.ts'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { usePoints } from '#app/ui/points.tsx'
import { SortTabs } from '#app/ui/sort-tabs.tsx'
import { found } from '#app/web/answer.server.ts'
import { db } from '#db/database.server.ts'
import { BoardPages } from './points/board-pages.tsx'
import { BoardTable } from './points/board-table.tsx'
import { CategoryFilter } from './points/category-filter.tsx'
import { OwnPlace } from './points/own-place.tsx'

export const handle: Handle = { section: 'leaderboard' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: styles }]
export const meta: MetaFunction = ({ matches }) =>
  ogMeta(matches, { title: { key: 'points:board.title' }, path: '/leaderboard' })

const path = '/leaderboard'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { locale } = context.visit
  const settings = await siteSettings(db)
  found(settings.hasLeaderboard || undefined)
  const asked = new URL(request.url).searchParams
  const said = periodOf(asked.get('period'))
  const categories = await categoryList(db)
  const category = categories.find(({ id }) => id === asked.get('category'))?.id ?? ''
  const period = await presentPeriod(db, said)
  const after = readBoardCursor(asked.get('after'))
  const { rows, next } = await leaderboard(db, { period, categoryId: category }, after)
  const address = (change: Record<string, string | undefined>) =>
    addressOf({ period: said, category, ...change })
  return {
    ...{ said, category, period },
    when: whenOf(period, settings.seasonMonths, locale),
    tabs: boardPeriods.map((each) => ({ period: each, href: address({ period: each }) })),
    categories: categories.map(({ id, labelIt, labelEn }) => ({
      value: id,
      label: locale === 'en' ? labelEn : labelIt,
    })),
    rows: rows.map(({ personId, earned, ...row }) => ({
      ...row,
      key: personId,
      level: levelAt(settings.pointLevels, levelOf(earned ?? 0, settings.pointLevels)).name[locale],
    })),
    nextHref: next && address({ after: writtenBoardCursor(next) }),
    firstHref: after && address({}),
  }
}

function addressOf(said: Record<string, string | undefined>) {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(said))
    if (value && !(name === 'period' && value === 'season')) query.set(name, value)
  return query.size ? `${path}?${query}` : path
}

/** The days that a period is of, as far as there are any to say. */
function whenOf(period: string, months: number, locale: 'it' | 'en') {
  if (period === 'all') return undefined
  return period.startsWith('season:')
    ? { season: seasonName(period.slice('season:'.length), months, locale) }
    : { week: firstDayOfWeek(period) }
}

/** Who gathered the most, in a week, a season or ever; whoever looks sees their own place. */
export default function Leaderboard() {
  const { t } = useTranslation('points')
  const { date } = useFormat()
  const points = usePoints()
  const board = useLoaderData<typeof loader>()
  const { said, when, rows } = board
  return (
    <>
      <Pagehead title={t('board.title')} lead={t('board.lead', { noun: points.many })} />
      <SortTabs
        label={t('board.period')}
        tabs={board.tabs.map(({ period, href }) => ({
          href,
          label: t(`board.${period}`),
          current: period === said,
        }))}
      />
      <CategoryFilter period={said} chosen={board.category} categories={board.categories} />
      <OwnPlace of={`${board.period} ${board.category}`} />
      {when && (
        <p className="quiet">
          {'week' in when
            ? t('board.weekFrom', { date: date(`${when.week}T12:00:00Z`) })
            : t('board.seasonIs', { name: when.season })}
        </p>
      )}
      <BoardTable rows={rows} />
      <BoardPages nextHref={board.nextHref} firstHref={board.firstHref} />
    </>
  )
}
