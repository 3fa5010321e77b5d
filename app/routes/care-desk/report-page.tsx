import { useTranslation } from 'react-i18next'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Field } from '#app/ui/field.tsx'
import { useFormat } from '#app/ui/format.ts'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { Table } from '#app/ui/table.tsx'
import { ClockTable } from './report-clocks.tsx'
import { Words } from './report-words.tsx'
import { useReport } from './report-use.ts'

/** How care did in a period: each figure with how it is reckoned, and nothing by agent. */
export function ReportPage() {
  const { t } = useTranslation('care')
  const { first, last, clocks, content, words, volume } = useReport()
  const lists = [volume, content.groups, words, ...clocks.map(({ byTopic }) => byTopic)]
  const isEmpty = lists.every(({ length }) => !length)
  return (
    <>
      <Breadcrumb
        steps={[{ label: t('inbox.title'), href: '/staff/care' }, { label: t('report.title') }]}
      />
      <Pagehead
        title={t('report.title')}
        lead={t('report.lead')}
        action={
          <ButtonLink
            kind="plain"
            icon="download"
            href={`/staff/care/report.csv?from=${first}&to=${last}`}
          >
            {t('report.csv')}
          </ButtonLink>
        }
      />
      <div className="sections">
        <PeriodForm />
        {isEmpty ? (
          <Empty icon="chart-column" title={t('report.empty')} text={t('report.emptyText')} />
        ) : (
          <>
            {clocks.map((clock) => (
              <ClockTable key={clock.clock} report={clock} />
            ))}
            <Content />
            <Words />
            <Volume />
          </>
        )}
      </div>
    </>
  )
}

function PeriodForm() {
  const { t } = useTranslation('care')
  const { first, last, today } = useReport()
  return (
    <form method="get" className="row acts">
      <Field name="from" type="date" label={t('report.from')} defaultValue={first} max={today} />
      <Field name="to" type="date" label={t('report.to')} defaultValue={last} max={today} />
      <Button kind="plain">{t('report.show')}</Button>
    </form>
  )
}

function Content() {
  const { t } = useTranslation('care')
  const { number, percent } = useFigures()
  const { content, topics } = useReport()
  const rows = [content.all, ...content.groups]
  return (
    <section className="stack" aria-labelledby="content">
      <h2 id="content">{t('report.content')}</h2>
      <p className="quiet">{t('report.contentHow')}</p>
      <Table
        caption={t('report.content')}
        columns={[
          { key: 'group', label: t('panel.topic') },
          { key: 'average', label: t('report.average'), numeric: true },
          { key: 'high', label: t('report.high'), numeric: true },
          { key: 'answers', label: t('report.answers'), numeric: true },
        ]}
        rows={rows.map(({ group, asked, answers, average, high, isFew }) => ({
          key: group || 'all',
          cells: {
            group: group ? (topics[group] ?? group) : t('report.all'),
            average: isFew ? t('report.few') : average === null ? '–' : number(average),
            high: isFew ? t('report.few') : high === null ? '–' : percent(high),
            answers: t('report.of', { n: answers, all: asked }),
          },
        }))}
      />
    </section>
  )
}

function Volume() {
  const { t } = useTranslation('care')
  const { number } = useFormat()
  const { volume } = useReport()
  return (
    <section className="stack" aria-labelledby="volume">
      <h2 id="volume">{t('report.volume')}</h2>
      <p className="quiet">{t('report.volumeHow')}</p>
      <Table
        caption={t('report.volume')}
        columns={[
          { key: 'source', label: t('report.source') },
          { key: 'n', label: t('report.cases'), numeric: true },
        ]}
        rows={volume.map(({ source, n }) => ({
          key: source,
          cells: { source: t(`report.sources.${source}`), n: number(n) },
        }))}
      />
    </section>
  )
}

/** Averages with one place, shares as whole percents. */
function useFigures() {
  const { i18n } = useTranslation()
  const format = (options: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(i18n.language, options).format
  return {
    number: format({ minimumFractionDigits: 1, maximumFractionDigits: 1 }),
    percent: format({ style: 'percent', maximumFractionDigits: 0 }),
  }
}
