import { useFormat } from './format.ts'

/** A few true numbers in a row, each with what it counts. */
export function Figures({
  label,
  figures,
}: {
  label: string
  figures: { n: number; label: string }[]
}) {
  const { number } = useFormat()
  return (
    <section className="figures" aria-label={label}>
      <ul>
        {figures.map(({ n, label }) => (
          <li key={label}>
            <span className="figure">{number(n)}</span> <span className="quiet">{label}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
