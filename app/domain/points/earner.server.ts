import { eq } from 'drizzle-orm'
import { prepared, type Read } from '#db/database.server.ts'
import { isAmong, listOf } from '#db/expressions.ts'
import { people, personRoles } from '#db/schema/identity.ts'

export type Earner = { joinedAt: Date; mayEarn: boolean }

const known = (db: Read) => () =>
  db
    .select({
      id: people.id,
      joinedAt: people.joinedAt,
      suspendedAt: people.suspendedAt,
      role: personRoles.role,
    })
    .from(people)
    .leftJoin(personRoles, eq(personRoles.personId, people.id))
    .where(isAmong(people.id, 'ids'))
    .prepare('earners')

/** Who of `personIds` may earn points: members who are here and not of the staff, who are paid otherwise. */
export async function earnersAmong(db: Read, personIds: string[]): Promise<Map<string, Earner>> {
  const rows = await prepared(db, 'earners', known(db)).execute({ ids: listOf(personIds) })
  return new Map(
    rows.map(({ id, joinedAt, suspendedAt, role }) => [
      id,
      { joinedAt, mayEarn: !suspendedAt && !role },
    ]),
  )
}
