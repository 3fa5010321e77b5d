import { Avatar, type Face } from './avatar.tsx'

/** Some of many people, as overlapping faces; the words beside it say who they are. */
export function FacePile({ people, size = 32 }: { people: Face[]; size?: number }) {
  return (
    <span className="face-pile">
      {people.map((person) => (
        <Avatar key={person.handle} person={person} size={size} />
      ))}
    </span>
  )
}
