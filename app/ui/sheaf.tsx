export const grain = 'M0-13c7 7 7 17 0 24-7-7-7-17 0-24Z'
export const pair =
  'M2 10C1.5-2 9-9.5 21-10.5 22 1 14 9.5 2 10ZM-2 10C-1.5-2-9-9.5-21-10.5-22 1-14 9.5-2 10Z'
export const stems = [
  { lean: -38, reach: 118, size: 0.8, pale: true },
  { lean: 38, reach: 118, size: 0.8, pale: true },
  { lean: -19.5, reach: 142, size: 0.95 },
  { lean: 19.5, reach: 142, size: 0.95 },
  { lean: 0, reach: 160, size: 1.05 },
]

/** A sheaf of wheat beside a page's title; nothing to read. */
export function Sheaf() {
  return (
    <svg className="sheaf" viewBox="35 0 230 250" width="230" height="250" aria-hidden="true">
      {stems.map(({ lean, reach, size, pale }) => (
        <g key={lean} transform={`translate(150 208) rotate(${lean})`} opacity={pale ? 0.65 : 1}>
          <path strokeWidth="3.5" d={`M0 ${36 - Math.abs(lean) / 8}V-${reach - 20}`} />
          <Ear at={reach} size={size} />
        </g>
      ))}
      <path className="tie" strokeWidth="6" d="M137 205q13 6 26 0" />
    </svg>
  )
}

function Ear({ at, size }: { at: number; size: number }) {
  return (
    <g fill="currentColor" transform={`translate(0-${at}) scale(${size})`}>
      {[0, 22, 44].map((down) => (
        <path key={down} d={pair} transform={`translate(0 ${down})`} />
      ))}
      <path d={grain} transform="translate(0-24)" />
    </g>
  )
}
