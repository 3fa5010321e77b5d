import { useActionData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { dryRun } from '#app/domain/points/dry-run.server.ts'
import { useFormat } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { usePoints } from '#app/ui/points.tsx'
import { Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'
import { Who } from '../suspects/facts.tsx'

type Dry = Omit<Awaited<ReturnType<typeof dryRun>>, 'since'> & { since: string }

/** What the terms in the form would have paid; nothing where they were not tried. */
export function DryRun() {
  const { t } = useTranslation('points')
  const dry = (useActionData() as { dry?: Dry } | undefined)?.dry
  if (!dry) return null
  return (
    <section className="dry-run" aria-labelledby="dry-run">
      <h2 id="dry-run">{t('settings.dry.title')}</h2>
      <p className="quiet">{t('settings.dry.lead')}</p>
      {dry.isCut && (
        <Notice tone="warning">
          <p>
            {t('settings.dry.cut')} <Time at={dry.since} />
          </p>
        </Notice>
      )}
      <Figures dry={dry} />
      <Most dry={dry} />
    </section>
  )
}

function Figures({ dry }: { dry: Dry }) {
  const { t } = useTranslation('points')
  const { number } = useFormat()
  const points = usePoints()
  const { tried, inForce, paid } = dry
  const people = (n: number) => t('settings.dry.people', { count: n, n: number(n) })
  return (
    <dl className="dry-figures">
      <div>
        <dt>{t('settings.dry.tried')}</dt>
        <dd>
          <strong>{points.text(tried.total)}</strong> {people(tried.members)}
        </dd>
      </div>
      <div>
        <dt>{t('settings.dry.inForce')}</dt>
        <dd>
          <strong>{points.text(inForce.total)}</strong> {people(inForce.members)}
        </dd>
      </div>
      <div>
        <dt>{t('settings.dry.paid')}</dt>
        <dd>
          <strong>
            {paid === undefined ? t('settings.dry.tooMany') : points.text(Math.max(0, paid))}
          </strong>
        </dd>
      </div>
    </dl>
  )
}

function Most({ dry: { tried } }: { dry: Dry }) {
  const { t } = useTranslation('points')
  const { number } = useFormat()
  const points = usePoints()
  if (!tried.top.length) return <p>{t('settings.dry.nobody')}</p>
  return (
    <Table
      caption={t('settings.dry.most')}
      showCaption
      columns={[
        { key: 'who', label: t('suspects.person') },
        { key: 'times', label: t('settings.dry.times'), numeric: true },
        { key: 'points', label: points.title, numeric: true },
      ]}
      rows={tried.top.map((row) => ({
        key: row.personId,
        cells: {
          who: <Who person={row.person} />,
          times: number(row.times),
          points: points.number(row.points),
        },
      }))}
    />
  )
}
