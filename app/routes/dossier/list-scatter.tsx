import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Icon } from '#app/ui/icon.tsx'
import { onSheet, placed } from '#app/ui/scatter.rules.ts'
import { Table } from '#app/ui/table.tsx'
import type { DossiersDesk } from './list-loader.server.ts'
import { useDecimal } from './use-decimal.ts'

const sheet = { width: 960, height: 600, margin: 46, from: 1, to: 5 }
const ticks = [1, 2, 3, 4, 5]
/** Where the names of the four quarters stand: no label goes there. */
const corners = [
  { x: 46, y: 46, width: 130, height: 24 },
  { x: 784, y: 46, width: 130, height: 24 },
  { x: 46, y: 532, width: 130, height: 22 },
  { x: 784, y: 532, width: 130, height: 22 },
]

/** Effort against impact, drawn and told: the table says all that the picture does. */
export function Scatter() {
  const { t } = useTranslation('dossiers')
  const { rows } = useLoaderData<DossiersDesk>()
  const shown = rows.flatMap(({ place, ...row }) => (place ? [{ ...row, place }] : []))
  if (!shown.length) return <p className="quiet">{t('map.none')}</p>
  return (
    <section aria-labelledby="map-title">
      <h2 id="map-title">{t('map.title')}</h2>
      <p className="quiet">{t('map.formula')}</p>
      <figure className="scatter">
        <Picture shown={shown} />
        <figcaption className="quiet">{t('map.legend')}</figcaption>
      </figure>
      <Twin shown={shown} />
    </section>
  )
}

type Shown = {
  id: string
  number: number
  title: string
  lang?: string
  state: string
  score: number | null
  place: { effort: number; impact: number }
}[]

function Picture({ shown }: { shown: Shown }) {
  const { t } = useTranslation('dossiers')
  const states = new Map(shown.map(({ id, state }) => [id, state]))
  const titles = new Map(shown.map(({ id, title }) => [id, title]))
  const numbers = new Map(shown.map(({ id, number }) => [id, number]))
  const dots = placed(
    shown.map(({ id, title, place }) => ({
      key: id,
      x: place.effort,
      y: place.impact,
      label: title.length > 24 ? `${title.slice(0, 23).trimEnd()}…` : title,
    })),
    sheet,
    corners,
  )
  return (
    <div className="scatter-scroll" tabIndex={0} role="group" aria-label={t('map.alt')}>
      <svg viewBox={`0 0 ${sheet.width} ${sheet.height}`}>
        <Grid />
        {dots.map(({ key, cx, cy, label, text }) => (
          <a
            key={key}
            href={`/staff/ideas/${numbers.get(key)}/dossier?dossier=${key}`}
            aria-label={titles.get(key)}
            tabIndex={-1}
          >
            {states.get(key) === 'published' ? (
              <circle className="dot" cx={cx} cy={cy} r={6} />
            ) : (
              <rect className="dot open" x={cx - 5.5} y={cy - 5.5} width={11} height={11} />
            )}
            {text.isFar && (
              <line
                className="leader"
                x1={cx}
                y1={cy}
                x2={text.anchor === 'start' ? text.x - 2 : text.x + text.width + 2}
                y2={text.y + text.height / 2}
              />
            )}
            <text
              className="label"
              x={text.anchor === 'start' ? text.x : text.x + text.width}
              y={text.y + 11.5}
              textAnchor={text.anchor}
            >
              {label}
            </text>
          </a>
        ))}
      </svg>
    </div>
  )
}

function Grid() {
  const { t } = useTranslation('dossiers')
  const { width, height, margin } = sheet
  const middle = onSheet(sheet, 3, 3)
  return (
    <g aria-hidden="true">
      <rect
        className="best"
        x={margin}
        y={margin}
        width={middle.cx - margin}
        height={middle.cy - margin}
      />
      {ticks.map((tick) => {
        const { cx, cy } = onSheet(sheet, tick, tick)
        return (
          <g key={tick}>
            <line className="grid" x1={cx} y1={margin} x2={cx} y2={height - margin} />
            <line className="grid" x1={margin} y1={cy} x2={width - margin} y2={cy} />
            <text className="tick" x={cx} y={height - margin + 18} textAnchor="middle">
              {tick}
            </text>
            <text className="tick" x={margin - 12} y={cy + 4} textAnchor="end">
              {tick}
            </text>
          </g>
        )
      })}
      <text className="corner" x={margin + 8} y={margin + 18}>
        {t('map.quick')}
      </text>
      <text className="corner" x={width - margin - 8} y={margin + 18} textAnchor="end">
        {t('map.big')}
      </text>
      <text className="corner" x={margin + 8} y={height - margin - 10}>
        {t('map.small')}
      </text>
      <text className="corner" x={width - margin - 8} y={height - margin - 10} textAnchor="end">
        {t('map.avoid')}
      </text>
      <text className="axis" x={width / 2} y={height - 6} textAnchor="middle">
        {t('map.x')}
      </text>
      <text
        className="axis"
        x={14}
        y={height / 2}
        textAnchor="middle"
        transform={`rotate(-90 14 ${height / 2})`}
      >
        {t('map.y')}
      </text>
    </g>
  )
}

function Twin({ shown }: { shown: Shown }) {
  const { t } = useTranslation('dossiers')
  const decimal = useDecimal()
  return (
    <details className="twin">
      <summary>
        {t('map.twin')} <Icon name="chevron-down" />
      </summary>
      <Table
        caption={t('map.title')}
        columns={[
          { key: 'idea', label: t('list.idea') },
          { key: 'effort', label: t('axis.effort'), numeric: true },
          { key: 'impact', label: t('axis.impact'), numeric: true },
          { key: 'score', label: t('list.score'), numeric: true },
          { key: 'state', label: t('list.state') },
        ]}
        rows={shown.map(({ id, number, title, lang, place, score, state }) => ({
          key: id,
          cells: {
            idea: (
              <a href={`/staff/ideas/${number}/dossier?dossier=${id}`} lang={lang}>
                {title}
              </a>
            ),
            effort: decimal(place.effort),
            impact: decimal(place.impact),
            score: score === null ? '–' : decimal(score),
            state: t(state === 'published' ? 'state.is.published' : 'state.is.open'),
          },
        }))}
      />
    </details>
  )
}
