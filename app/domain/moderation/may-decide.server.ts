import type { Read } from '#db/database.server.ts'
import { rolesOf } from '../identity/role.server.ts'
import { may, type Person } from '../identity/viewer.rules.ts'

/**
 * Whether `moderator` may decide on what `authorId` said or did: `yes`; `not-allowed` for who is no
 * moderator; `own`, nobody judges themselves; `staff`, where only an admin may judge a colleague.
 */
export async function mayDecideOn(db: Read, moderator: Person, authorId: string | null) {
  if (!may(moderator, 'moderation.decide')) return 'not-allowed'
  if (authorId === moderator.id) return 'own'
  if (!authorId || may(moderator, 'people.manage')) return 'yes'
  return (await rolesOf(db, [authorId])).length ? 'staff' : 'yes'
}
