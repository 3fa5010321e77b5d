/** A colour to look at, with its name and number. */
export function Swatch({ colour, label }: { colour: string; label: string }) {
  return (
    <p className="row">
      <svg width="48" height="32" role="presentation">
        <rect width="48" height="32" rx="6" fill={colour} />
      </svg>
      {label} <code>{colour}</code>
    </p>
  )
}
