import { useTranslation } from 'react-i18next'
import { type Point, useMonth } from './trend-use.ts'
import { useWords } from './words.ts'

type Known = Point & { average: number; x: number }

const [width, height] = [480, 172]
const [left, right, top, bottom] = [24, 8, 10, 30]

const yOf = (average: number) => top + ((5 - average) / 4) * (height - top - bottom)

/** The months that have an average, each at its place in time. */
function placed(points: Point[]): Known[] {
  const step = (width - left - right - 8) / Math.max(points.length - 1, 1)
  return points.flatMap((point, i) =>
    point.average === null ? [] : [{ ...point, average: point.average, x: left + 8 + i * step }],
  )
}

/** The average of each month as a line between one star and five; told in words as well. */
export function TrendLine({ points }: { points: Point[] }) {
  const { t } = useTranslation('mentions')
  const month = useMonth()
  const { tenth } = useWords()
  const known = placed(points)
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last) return null
  const lowest = known.reduce((one, other) => (other.average < one.average ? other : one))
  const said = t('trend.told', {
    ...{ first: tenth(first.average), firstMonth: month(first.month) },
    ...{ last: tenth(last.average), lastMonth: month(last.month) },
    ...{ lowest: tenth(lowest.average), lowestMonth: month(lowest.month) },
  })
  return (
    <figure className="trend-line">
      <svg role="img" aria-label={said} viewBox={`0 0 ${width} ${height}`}>
        {[5, 4, 3, 2, 1].map((n) => (
          <g key={n}>
            <line className="rule" x1={left} x2={width} y1={yOf(n)} y2={yOf(n)} />
            <text x="0" y={yOf(n) + 5}>
              {n}
            </text>
          </g>
        ))}
        <polyline points={known.map(({ x, average }) => `${x},${yOf(average)}`).join(' ')} />
        {known.map(({ month: at, x, average }) => (
          <circle key={at} cx={x} cy={yOf(average)} r="4" />
        ))}
        <text x={left} y={height - 4}>
          {month(first.month)}
        </text>
        {last !== first && (
          <text x={width} y={height - 4} textAnchor="end">
            {month(last.month)}
          </text>
        )}
      </svg>
      <figcaption>{said}</figcaption>
    </figure>
  )
}
