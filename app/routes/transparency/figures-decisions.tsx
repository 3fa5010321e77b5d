import { useLoaderData } from '@remix-run/react'
import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#app/ui/format.ts'
import { Table } from '#app/ui/table.tsx'
import type { FiguresData } from '../transparency.tsx'
import { Formula, Part } from './figures-part.tsx'
import { useShare } from './share.ts'

/** How often each coded reason was given. */
export function Reasons() {
  const { t } = useTranslation(['promises', 'staff'])
  const { decisions } = useLoaderData<FiguresData>()
  const { number } = useFormat()
  const share = useShare()
  const total = decisions.reduce((sum, { n }) => sum + n, 0)
  const most = Math.max(...decisions.map(({ n }) => n))
  const bar = (n: number) => ({ '--part': n / most }) as CSSProperties
  return (
    <Part name="why">
      {total ? (
        <Table
          caption={t('figures.why.caption')}
          columns={[
            { key: 'reason', label: t('figures.columns.reason') },
            { key: 'count', label: t('figures.columns.count') },
            { key: 'share', label: t('figures.columns.share'), numeric: true },
          ]}
          rows={decisions.map(({ reason, n }) => ({
            key: reason,
            cells: {
              reason: t(`staff:reasons.${reason}`),
              count: (
                <>
                  <span className="bar" style={bar(n)} aria-hidden="true" />
                  {number(n)}
                </>
              ),
              share: share(n / total),
            },
          }))}
        />
      ) : (
        <p>{t('figures.why.none')}</p>
      )}
      <Formula>{t('figures.why.formula', { n: number(total) })}</Formula>
      <p className="quiet">
        <a href="/ideas?status=declined">{t('figures.why.see')}</a>
      </p>
    </Part>
  )
}

/** What became of decisions that somebody asked to be looked at again. */
export function Appeals() {
  const { t } = useTranslation('promises')
  const { appeals, resubmissions, medianDays, waiting } = useLoaderData<FiguresData>()
  const { number } = useFormat()
  const share = useShare()
  const nothing = t('figures.nothing')
  const told = {
    sent: number(appeals.sent),
    decided: number(appeals.decided),
    overturned: number(appeals.overturned),
    share: appeals.share === undefined ? nothing : share(appeals.share),
    newSent: number(resubmissions.sent),
    newTaken: number(resubmissions.taken),
    median: medianDays === undefined ? nothing : number(Math.round(medianDays * 10) / 10),
    waiting: number(waiting),
  }
  const some = appeals.sent + resubmissions.sent + appeals.decided + waiting > 0
  return (
    <Part name="appeals">
      {some ? (
        <Figures caption={t('figures.appeals.caption')} group="appeals" told={told} />
      ) : (
        <p>{t('figures.appeals.none')}</p>
      )}
      <Formula>{t('figures.appeals.formula')}</Formula>
    </Part>
  )
}

/** What ideas came to, as they stand today. */
export function Standing() {
  const { t } = useTranslation('promises')
  const { realised, merged } = useLoaderData<FiguresData>()
  const { number } = useFormat()
  const told = { realised: number(realised), merged: number(merged) }
  return (
    <Part name="done">
      <Figures caption={t('figures.done.caption')} group="done" told={told} />
      <Formula>{t('figures.done.formula')}</Formula>
      <p className="quiet">
        <a href="/realised">{t('figures.done.see')}</a>
      </p>
    </Part>
  )
}

type Figures = {
  caption: string
  group: 'appeals' | 'done' | 'reports' | 'objections'
  told: Record<string, string>
}

/** A row for each figure that was told. */
export function Figures({ caption, group, told }: Figures) {
  const { t } = useTranslation('promises')
  const say = t as (key: string) => string
  return (
    <Table
      caption={caption}
      columns={[
        { key: 'what', label: t('figures.columns.what') },
        { key: 'value', label: t('figures.columns.value'), numeric: true },
      ]}
      rows={Object.entries(told).map(([key, value]) => ({
        key,
        cells: { what: say(`figures.${group}.rows.${key}`), value },
      }))}
    />
  )
}
