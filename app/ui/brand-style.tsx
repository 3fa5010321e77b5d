const colour = /^(#[\da-f]{3,8}|(oklch|rgb|hsl)\([\d\s.,%/]+\))$/i

/** The brand's accent; as text and under text it is adjusted to stay readable in light and dark. */
export function BrandStyle({ accent }: { accent?: string | null }) {
  if (!accent || !colour.test(accent)) return null
  const asText = `oklch(from ${accent} var(--accent-ink-l) min(c, 0.12) h)`
  const under = `oklch(from ${accent} clamp(0.2, (0.6 - l) * 1000, 1) 0 h)`
  return (
    <style>
      {`:root:root{--accent:${accent}}` +
        `@supports (color:oklch(from red l c h)){` +
        `:root:root{--accent-ink:${asText};--on-accent:${under}}}`}
    </style>
  )
}
