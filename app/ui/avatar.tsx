import * as draw from './faces.ts'

export type Face = {
  handle: string
  displayName?: string | null
  avatarId?: string | null
  /** Came with an import: has a name here, and no page. */
  stranger?: boolean
}

/** A person's picture, or a face drawn from the handle: always the same one, and nobody's. */
export function Avatar({ person, size = 40 }: { person: Face | null; size?: number }) {
  if (!person) return <Nobody size={size} />
  if (!person.avatarId) return <Drawn seed={seedOf(person.handle)} size={size} />
  return (
    <img
      className="avatar"
      src={`/images/${person.avatarId}/avatar`}
      alt=""
      width={size}
      height={size}
      loading="lazy"
    />
  )
}

function Nobody({ size }: { size: number }) {
  return (
    <svg
      className="avatar nobody"
      width={size}
      height={size}
      viewBox="0 0 40 40"
      aria-hidden="true"
    >
      <path d="M0 0h40v40H0Z" />
      <path className="shape" d={draw.head + draw.body} />
    </svg>
  )
}

function Drawn({ seed, size }: { seed: number; size: number }) {
  const [back, front] = pick(draw.cuts, seed)
  const hair = pick(draw.hairColours, seed >>> 4)
  const skin = pick(draw.skins, seed >>> 8)
  const bearded = !back && (seed >>> 12) % 3 === 0
  const glasses = (seed >>> 15) % 4 === 0
  const mouth = bearded ? '#f3d6c8' : '#3b2320'
  return (
    <svg className="avatar" width={size} height={size} viewBox="0 0 40 40" aria-hidden="true">
      <path fill={pick(draw.grounds, seed >>> 18)} d="M0 0h40v40H0Z" />
      {back && <path fill={hair} d={back} />}
      <path fill={pick(draw.shirts, seed >>> 22)} d={draw.body} />
      <path fill={skin} d={draw.head} />
      {bearded && <path fill={hair} d={draw.beard} />}
      {front && <path fill={hair} d={front} />}
      <g fill="none" stroke="#3b2320" strokeLinecap="round">
        <path strokeWidth="2" d={draw.eyes} />
        <path strokeWidth="1.3" stroke={mouth} d={draw.mouth} />
        {glasses && <path strokeWidth="1" d={draw.glasses} />}
      </g>
    </svg>
  )
}

function seedOf(handle: string) {
  let seed = 2166136261
  for (const letter of handle) seed = Math.imul(seed ^ letter.codePointAt(0)!, 16777619)
  return (seed ^ (seed >>> 15)) >>> 0
}

function pick<T>(from: T[], seed: number): T {
  return from[seed % from.length]!
}
