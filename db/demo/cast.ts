import { settlePeople, type Settler } from '#app/domain/identity/settle.server.ts'
import type { Role } from '#app/domain/identity/permission.rules.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import type { Tx } from '../doors.ts'
import { chanceOf } from './chance.ts'
import { givenNames, surnameInitials } from './names.ts'
import { people } from './people.ts'

const quiet = 450
const day = 86_400_000
const together = 200

/** A person of the story, and since when they are here. */
export type Member = Person & { joinedAt: number }

/** Those who speak in the story, and the many who only read, vote and nod. */
export async function gather(tx: Tx, today: Date, passwordHash: string) {
  const settlers = [...speakers(today, passwordHash), ...supporters(today)]
  const cast = new Map<string, Member>()
  for (let i = 0; i < settlers.length; i += together) {
    const some = settlers.slice(i, i + together)
    const settled = await settlePeople(tx, some)
    for (const { handle, joinedAt } of some)
      cast.set(handle, { ...settled.get(handle)!, joinedAt: joinedAt!.getTime() })
  }
  return cast
}

const speakers = (today: Date, passwordHash: string): Settler[] =>
  people.map(({ joinedDaysAgo, roles, email, ...person }) => ({
    ...person,
    joinedAt: new Date(today.getTime() - joinedDaysAgo * day),
    roles: (roles ?? []).filter((role): role is Role => role !== 'member'),
    ...(email && { email, passwordHash }),
  }))

/** Most came in the first weeks, when the doors opened; the others one by one. */
function supporters(today: Date): Settler[] {
  const chance = chanceOf('supporters')
  const taken = new Set(people.map(({ handle }) => handle))
  const all: Settler[] = []
  while (all.length < quiet) {
    const given = givenNames[Math.floor(chance() * givenNames.length)]!
    const initial = surnameInitials[Math.floor(chance() * surnameInitials.length)]!
    const handle = handleOf(given, initial, taken)
    const daysAgo = all.length < quiet * 0.93 ? 757 - 55 * chance() ** 2 : 700 * chance() + 5
    all.push({
      handle,
      displayName: `${given} ${initial.replace('.', '')}.`,
      birthYear: 1946 + Math.floor(chance() * 61),
      locale: chance() < 0.92 ? 'it' : 'en',
      joinedAt: new Date(today.getTime() - daysAgo * day),
    })
  }
  return all
}

function handleOf(given: string, initial: string, taken: Set<string>) {
  const plain = `${given}_${initial}`
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z_]/g, '')
  let handle = plain
  for (let n = 2; taken.has(handle); n++) handle = `${plain}${n}`
  taken.add(handle)
  return handle
}
