import { furnishFaq } from '#app/domain/faq/furnish.server.ts'
import { furnishCare } from '#app/domain/care/furnish.server.ts'
import { furnishDossiers } from '#app/domain/dossiers/furnish.server.ts'
import { furnish } from '#app/domain/workflow/furnish.server.ts'
import { publishIdea } from '#app/domain/ideas/publish.server.ts'
import { permissionsFor, type Role } from '#app/domain/identity/permission.rules.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { badgeIds } from '#app/domain/points/badge.rules.ts'
import { pointDefaults } from '#app/domain/site/point-settings.rules.ts'
import { changeSettings } from '#app/domain/site/site.server.ts'
import { newId } from '#db/columns.ts'
import { transaction, type Tx } from '#db/database.server.ts'
import { people, personRoles } from '#db/schema/identity.ts'
import { now } from '#db/time.ts'

let born = 0

/** A person who exists in the database and is signed in, as far as the domain can tell. */
export async function person(tx: Tx, name: string, roles: Role[] = []): Promise<Person> {
  const handle = `${name}_${++born}`
  const email = `${handle}@example.org`
  const [row] = await tx
    .insert(people)
    .values({
      handle,
      displayName: name,
      email,
      emailFolded: email,
      emailVerifiedAt: now(),
      birthYear: 1980,
      team: roles.length ? 'Granaio' : null,
    })
    .returning()
  if (roles.length)
    await tx.insert(personRoles).values(roles.map((role) => ({ personId: row!.id, role })))
  const { id, displayName, avatarId, team, locale, theme } = row!
  const rights = { roles, permissions: permissionsFor(roles), sessionId: newId(), provedAt: now() }
  const known = { id, handle, displayName, avatarId, team, locale, theme, silencedUntil: null }
  return { ...known, ...rights }
}

/** Ann proposed a refill station and Ben looks on; Eva evaluates, Mo moderates, Ada runs the house. */
export const world = () =>
  transaction(async (tx) => {
    await furnish(tx)
    await furnishDossiers(tx)
    await furnishCare(tx)
    await furnishFaq(tx)
    const ann = await person(tx, 'ann')
    const refillStation = await publishIdea(tx, ann, {
      title: 'A refill station for rusks',
      body: 'Bring your own tin, pay by weight, throw nothing away.',
      categoryId: 'packaging',
      tags: ['refill', 'waste'],
      locale: 'en',
    })
    return {
      ann,
      refillStation,
      ben: await person(tx, 'ben'),
      eva: await person(tx, 'eva', ['evaluator']),
      mo: await person(tx, 'mo', ['moderator']),
      ada: await person(tx, 'ada', ['admin']),
    }
  })

/** The same world, in which nobody reaches a level or is awarded a badge: for who listens to other news. */
export async function worldWithoutHonours() {
  const honours = { pointLevels: pointDefaults.pointLevels.slice(0, 1), badgesOff: [...badgeIds] }
  await transaction((tx) => changeSettings(tx, honours))
  return world()
}
