import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Axis, Band } from '#app/domain/dossiers/band.rules.ts'
import { Prose } from './prose.tsx'
import { useRanges } from './ranges.ts'
import { Time } from './time.tsx'

export type ToldDossier = {
  team: string | null
  publishedAt: string | null
  costFrom: number | null
  costTo: number | null
  weeksFrom: number | null
  weeksTo: number | null
  html: string
  criteria: { id: string; label: string; axis: Axis; band: Band }[]
}

/** How an idea was weighed, as everybody may read it: bands, ranges and words, never a figure. */
export function DossierBox({ told, id = 'dossier' }: { told: ToldDossier; id?: string }) {
  const { t } = useTranslation('dossiers')
  return (
    <section className="dossier-box" id={id} aria-labelledby={`${id}-title`}>
      <header>
        <h2 id={`${id}-title`}>{t('box.title')}</h2>
        {told.publishedAt && (
          <p className="quiet">
            {told.team} · <Time at={told.publishedAt} as="date" />
          </p>
        )}
      </header>
      <Bands told={told} />
      <p className="quiet">{t('box.legend')}</p>
      <Facts told={told} />
      <Prose html={told.html} />
    </section>
  )
}

function Bands({ told }: { told: ToldDossier }) {
  const { t } = useTranslation('dossiers')
  return (
    <dl className="bands">
      {told.criteria.map(({ id, label, axis, band }) => (
        <div key={id}>
          <dt>{label}</dt>
          <dd>
            <Meter band={band} /> {t(`box.${axis}.${band}`)}
          </dd>
        </div>
      ))}
    </dl>
  )
}

const bars = { low: 1, medium: 2, high: 3 }

/** Three bars, the more of them full the better for the idea; the words beside them say the same. */
export function Meter({ band }: { band: Band }) {
  return (
    <span className="band-meter" data-band={band} aria-hidden="true">
      {[1, 2, 3].map((bar) => (
        <i key={bar} className={bar <= bars[band] ? 'full' : undefined} />
      ))}
    </span>
  )
}

function Facts({ told }: { told: ToldDossier }) {
  const { t } = useTranslation('dossiers')
  const { money, weeks } = useRanges()
  const facts: [string, ReactNode][] = []
  if (told.costFrom !== null && told.costTo !== null)
    facts.push([t('box.cost'), money(told.costFrom, told.costTo)])
  if (told.weeksFrom !== null && told.weeksTo !== null)
    facts.push([t('box.time'), weeks(told.weeksFrom, told.weeksTo)])
  if (!facts.length) return null
  return (
    <dl className="ranges">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
