import { and, eq, inArray } from 'drizzle-orm'
import type { Read } from '#db/database.server.ts'
import { follows } from '#db/schema/follows.ts'
import { people } from '#db/schema/identity.ts'
import { ideas } from '#db/schema/ideas.ts'
import { notificationChoices } from '#db/schema/notifications.ts'
import { now } from '#db/time.ts'
import { personOf } from '../identity/person.server.ts'
import { quietEnd } from './hours.rules.ts'
import { choiceFor } from './choice.rules.ts'
import { isEvent, isFor, isOfTeam } from './notification.rules.ts'
import { mayBeMailed, mayBeTold } from './reachable.rules.ts'
import { zoneOf } from './zone.server.ts'

type Item = { ideaId?: string }
/** A mail about the community, as it was asked for; hours may have passed since. */
type Letter = {
  to: string
  template: string
  params: { items?: Item[] } & Record<string, unknown>
  unsubscribe?: { personId: string; event: string }
  about?: string
  isMutable?: boolean
}

/**
 * Looks at a mail once more as it leaves: `leave`, with what may be said now; `wait` until its
 * reader's quiet hours end; or `drop`, because they want it no more or what it tells is private now.
 * Letters about an account leave as they are.
 */
export async function departureOf<L extends Letter>(db: Read, letter: L) {
  const { unsubscribe, about, params, template } = letter
  if (!unsubscribe) return { outcome: 'leave', letter } as const
  const person = await wantedBy(db, unsubscribe)
  if (!person) return { outcome: 'drop' } as const

  const quiet = template !== 'digest' && quietEnd(person, await zoneOf(db), now())
  if (quiet) return { outcome: 'wait', until: quiet } as const

  const seen = await visibilityOf(db, person.id, idsIn(letter))
  if (isOver(letter, seen) || (await isMuted(db, letter))) return { outcome: 'drop' } as const
  const items = stillTold(letter, seen)
  const isPrivate = !!about && seen.get(about) !== 'public'
  const said = { ...letter, to: person.email!, params: { ...params, items, isPrivate } }
  return { outcome: 'leave', letter: said } as const
}

type Seen = Awaited<ReturnType<typeof visibilityOf>>

const stillTold = <L extends Letter>({ params }: L, seen: Seen): L['params']['items'] =>
  params.items?.filter(({ ideaId }) => !ideaId || seen.get(ideaId) !== 'gone')

/** Whether nothing is left to tell: the idea is private now, which only the team may still hear of. */
function isOver(letter: Letter, seen: Seen) {
  const { about, unsubscribe } = letter
  const isTeams = unsubscribe!.event.startsWith('staff-')
  if (about && seen.get(about) === 'gone' && !isTeams) return true
  return stillTold(letter, seen)?.length === 0
}

const idsIn = ({ about, params: { items = [] } }: Letter) =>
  [about, ...items.map(({ ideaId }) => ideaId)].filter((id) => id !== undefined)

/** The reader, where they can still be written to and still want mails of this kind. */
async function wantedBy(db: Read, { personId, event }: { personId: string; event: string }) {
  const chosen = and(
    eq(notificationChoices.personId, people.id),
    eq(notificationChoices.event, event),
  )
  const [row] = await db
    .select({ person: people, choice: notificationChoices })
    .from(people)
    .leftJoin(notificationChoices, chosen)
    .where(eq(people.id, personId))
  if (!row) return undefined
  if (mayBeTold(row.person, event)) return row.person
  if (!mayBeMailed(row.person, now())) return undefined
  const isUnwanted = isEvent(event) && choiceFor(event, row.choice).mail === 'none'
  // What the team was told is nobody's any more once they have left it.
  const hasLeft = isOfTeam(event) && !isFor(await personOf(db, personId), event)
  return isUnwanted || hasLeft ? undefined : row.person
}

/** Which of some ideas are `public`, one's `own` private ones, or `gone`: private or erased. */
async function visibilityOf(db: Read, personId: string, ids: string[]) {
  const found = ids.length
    ? await db
        .select({ id: ideas.id, place: ideas.place, authorId: ideas.authorId })
        .from(ideas)
        .where(inArray(ideas.id, ids))
    : []
  const all = new Map<string, 'public' | 'own' | 'gone'>(ids.map((id) => [id, 'gone']))
  for (const { id, place, authorId } of found)
    if (place !== 'private') all.set(id, 'public')
    else if (authorId === personId) all.set(id, 'own')
  return all
}

async function isMuted(db: Read, { unsubscribe, about, isMutable }: Letter) {
  if (!about || !isMutable) return false
  const mine = and(eq(follows.ideaId, about), eq(follows.personId, unsubscribe!.personId))
  const [chosen] = await db.select({ state: follows.state }).from(follows).where(mine)
  return chosen?.state === 'muted'
}
