import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Field } from '#app/ui/field.tsx'
import { useFormat } from '#app/ui/format.ts'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { Table } from '#app/ui/table.tsx'
import type { TrendData } from '../staff/mentions-trend.tsx'
import { Way } from './rooms.tsx'
import { TrendLine } from './trend-line.tsx'
import { monthlyOf, useMonth } from './trend-use.ts'
import { useWords } from './words.ts'

const useTrend = () => useLoaderData<TrendData>()

/** How the ratings went, by month and source, with what was counted and what was not. */
export function TrendPage() {
  const { t } = useTranslation('mentions')
  const { months, source } = useTrend()
  const query = source ? `?source=${source}` : ''
  return (
    <>
      <Way steps={[{ label: t('trend.title') }]} />
      <Pagehead
        title={t('trend.title')}
        lead={t('trend.lead')}
        action={
          <ButtonLink kind="plain" icon="download" href={`/staff/mentions/trend.csv${query}`}>
            {t('trend.csv')}
          </ButtonLink>
        }
      />
      <div className="sections mentions">
        <OfSource />
        {months.length ? (
          <>
            <section className="stack" aria-labelledby="line">
              <h2 id="line">{t('trend.line')}</h2>
              <TrendLine points={monthlyOf(months)} />
              <Counted />
            </section>
            <Overall />
            <ByMonth />
          </>
        ) : (
          <Empty icon="trending-up" title={t('trend.empty')} text={t('trend.emptyText')} />
        )}
      </div>
    </>
  )
}

function OfSource() {
  const { t } = useTranslation('mentions')
  const { sources, source } = useTrend()
  if (sources.length < 2) return null
  return (
    <form method="get" className="mention-filters">
      <Field
        name="source"
        kind="select"
        label={t('narrow.source')}
        {...{ defaultValue: source }}
        options={[
          { value: '', label: t('narrow.everySource') },
          ...sources.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <div className="row">
        <Button kind="plain">{t('trend.show')}</Button>
      </div>
    </form>
  )
}

/** What the figures are of, and what is not among them. */
function Counted() {
  const { t } = useTranslation('mentions')
  const { number, date } = useFormat('UTC')
  const { rated, withoutRating, withoutDate, isCut, from, to } = useTrend()
  // The end is the first moment that no longer counts.
  const lastDay = new Date(Date.parse(to) - 1)
  const said = (count: number) => ({ count, n: number(count) })
  return (
    <p className="quiet">
      {t('trend.period', { from: date(from), to: date(lastDay) })} {t('trend.rated', said(rated))}{' '}
      {t('trend.withoutRating', said(withoutRating))} {t('trend.withoutDate', said(withoutDate))}{' '}
      {isCut && t('trend.isCut')}
    </p>
  )
}

function useColumns() {
  const { t } = useTranslation('mentions')
  return [
    { key: 'count', label: t('trend.count'), numeric: true },
    { key: 'average', label: t('trend.average'), numeric: true },
    { key: 'median', label: t('trend.median'), numeric: true },
    { key: 'low', label: t('trend.low'), numeric: true },
  ]
}

type Figures = { count: number; average: number; median: number; low: number }

function useFigures() {
  const { number } = useFormat()
  const { tenth } = useWords()
  return ({ count, average, median, low }: Figures) => ({
    ...{ count: number(count), average: tenth(average) },
    ...{ median: tenth(median), low: number(low) },
  })
}

function Overall() {
  const { t } = useTranslation('mentions')
  const { overall, names } = useTrend()
  const figures = useFigures()
  const columns = useColumns()
  return (
    <section aria-labelledby="overall">
      <h2 id="overall">{t('trend.overall')}</h2>
      <Table
        caption={t('trend.overall')}
        columns={[{ key: 'source', label: t('narrow.source') }, ...columns]}
        rows={overall.map((line) => ({
          key: line.sourceId,
          cells: { source: names[line.sourceId] ?? '–', ...figures(line) },
        }))}
      />
    </section>
  )
}

/** The newest month first. */
function ByMonth() {
  const { t } = useTranslation('mentions')
  const { months, names } = useTrend()
  const figures = useFigures()
  const columns = useColumns()
  const month = useMonth()
  return (
    <section aria-labelledby="by-month">
      <h2 id="by-month">{t('trend.byMonth')}</h2>
      <Table
        caption={t('trend.byMonth')}
        columns={[
          { key: 'month', label: t('trend.month') },
          { key: 'source', label: t('narrow.source') },
          ...columns,
        ]}
        rows={months.toReversed().map((line) => ({
          key: `${line.month} ${line.sourceId}`,
          cells: {
            month: month(line.month),
            source: names[line.sourceId] ?? '–',
            ...figures(line),
          },
        }))}
      />
    </section>
  )
}
