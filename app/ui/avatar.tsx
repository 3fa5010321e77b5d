import { body, drawing, head } from './faces.ts'

export type Face = {
  handle: string
  displayName?: string | null
  avatarId?: string | null
  /** Came with an import: has a name here, and no page. */
  stranger?: boolean
  /** What the level beside their name is called, where one is told. */
  level?: string | null
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
      <path className="shape" d={head + body} />
    </svg>
  )
}

/** One picture instead of a tree of shapes: a page may show a hundred of them. */
function Drawn({ seed, size }: { seed: number; size: number }) {
  return <img className="avatar" src={drawing(seed)} alt="" width={size} height={size} />
}

function seedOf(handle: string) {
  let seed = 2166136261
  for (const letter of handle) seed = Math.imul(seed ^ letter.codePointAt(0)!, 16777619)
  return (seed ^ (seed >>> 15)) >>> 0
}
