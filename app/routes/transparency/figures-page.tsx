import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '#app/ui/button.tsx'
import { useFormat } from '#app/ui/format.ts'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { SortTabs } from '#app/ui/sort-tabs.tsx'
import { Table } from '#app/ui/table.tsx'
import type { FiguresData } from '../transparency.tsx'
import { Appeals, Reasons, Standing } from './figures-decisions.tsx'
import { Moderation } from './figures-moderation.tsx'
import { Formula, Part } from './figures-part.tsx'
import { useShare } from './share.ts'

const periods = ['90', '365', 'all'] as const

/** How the brand keeps its word, in figures: each with its formula and its table. */
export function FiguresPage() {
  const { t } = useTranslation('promises')
  const { period } = useLoaderData<FiguresData>()
  const label = (name: (typeof periods)[number]) =>
    name === 'all' ? t('figures.ever') : t('figures.last', { n: name })
  return (
    <>
      <Pagehead
        title={t('figures.title')}
        lead={t('figures.lead')}
        action={
          <ButtonLink kind="plain" icon="download" href="/transparency.csv">
            {t('figures.csv')}
          </ButtonLink>
        }
      />
      <SortTabs
        label={t('figures.period')}
        tabs={periods.map((name) => ({
          href: name === '365' ? '/transparency' : `/transparency?days=${name}`,
          label: label(name),
          current: String(period) === name,
        }))}
      />
      <div className="figures-page apart">
        <KeptSection />
        <TookSection />
        <Reasons />
        <Appeals />
        <Moderation />
        <Standing />
      </div>
    </>
  )
}

function KeptSection() {
  const { t } = useTranslation('promises')
  const { promises, lines } = useLoaderData<FiguresData>()
  const { number } = useFormat()
  const share = useShare()
  const { kept, late, waiting, running, paused } = promises
  return (
    <Part name="kept">
      {promises.share === undefined ? (
        <p>{t('figures.kept.none')}</p>
      ) : (
        <>
          <p className="big">
            {share(promises.share)}
            <small>{t('figures.kept.facts', { kept: number(kept), late: number(late) })}</small>
          </p>
          <Meter share={promises.share} label={share(promises.share)} />
        </>
      )}
      <Formula>{t('figures.kept.formula', { waiting: number(waiting) })}</Formula>
      <p className="quiet">
        {t('figures.kept.leftOut', { running: number(running), paused: number(paused) })}{' '}
        <a href="/roadmap">{t('figures.kept.see')}</a>
      </p>
      {lines.length > 0 && <ByStatus />}
    </Part>
  )
}

function Meter({ share, label }: { share: number; label: string }) {
  const { t } = useTranslation('promises')
  return (
    <svg
      className="meter"
      viewBox="0 0 100 4"
      preserveAspectRatio="none"
      role="img"
      aria-label={t('figures.kept.share', { share: label })}
    >
      <rect className="track" width="100" height="4" />
      <rect className="part" width={share * 100} height="4" />
    </svg>
  )
}

function ByStatus() {
  const { t } = useTranslation('promises')
  const { lines, promises } = useLoaderData<FiguresData>()
  const { number } = useFormat()
  const share = useShare()
  const nothing = t('figures.nothing')
  const rows = [...lines, { key: 'all', label: t('figures.all'), ...promises }]
  return (
    <Table
      caption={t('figures.kept.caption')}
      columns={[
        { key: 'status', label: t('figures.columns.status') },
        { key: 'kept', label: t('figures.columns.kept'), numeric: true },
        { key: 'late', label: t('figures.columns.late'), numeric: true },
        { key: 'share', label: t('figures.columns.share'), numeric: true },
        { key: 'days', label: t('figures.columns.days'), numeric: true },
      ]}
      rows={rows.map((line) => ({
        key: line.key,
        cells: {
          status: line.key === 'all' ? line.label : <OfStatus id={line.key} label={line.label} />,
          kept: number(line.kept),
          late: number(line.late),
          share: line.share === undefined ? nothing : share(line.share),
          days: line.days === undefined ? nothing : number(tenth(line.days)),
        },
      }))}
    />
  )
}

/** The ideas that stand in a status today. */
const OfStatus = ({ id, label }: { id: string; label: string }) => (
  <a href={`/ideas?status=${encodeURIComponent(id)}`}>{label}</a>
)

const tenth = (n: number) => Math.round(n * 10) / 10

function TookSection() {
  const { t } = useTranslation('promises')
  const { promises } = useLoaderData<FiguresData>()
  const { number } = useFormat()
  if (promises.days === undefined) return null
  const days = tenth(promises.days)
  return (
    <Part name="took">
      <p className="big">
        {number(days)}
        <small>{t('figures.took.days', { count: days })}</small>
      </p>
      <Formula>{t('figures.took.formula')}</Formula>
    </Part>
  )
}
