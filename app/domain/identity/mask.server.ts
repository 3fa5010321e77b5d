import { and, eq } from 'drizzle-orm'
import type { Tx } from '#db/database.server.ts'
import { people } from '#db/schema/identity.ts'
import { siteSettings } from '../site/site.server.ts'
import { foldedName } from './name.rules.ts'

/** What somebody said of themselves before it was taken out of sight, and the name shown instead. */
export type Unmasked = { displayName: string; bio: string; shownAs: string }

const plainName = { it: 'Membro', en: 'Member' }

/**
 * Takes somebody's name and words about themselves out of sight; a plain name stands there until they
 * choose another. Answers what `unmaskProfile` needs; `undefined` where there is nobody.
 */
export async function maskProfile(tx: Tx, personId: string): Promise<Unmasked | undefined> {
  const { displayName, bio } = people
  const [person] = await tx.select({ displayName, bio }).from(people).where(eq(people.id, personId))
  if (!person) return undefined
  const shownAs = plainName[(await siteSettings(tx)).locale]
  await named(tx, personId, shownAs)
  await tx.update(people).set({ bio: '' }).where(eq(people.id, personId))
  return { ...person, shownAs }
}

/** Gives somebody their name and words back, each unless they have written another since. */
export async function unmaskProfile(tx: Tx, personId: string, before: Unmasked) {
  const isMasked = and(eq(people.id, personId), eq(people.displayName, before.shownAs))
  const [still] = await tx.select({ id: people.id }).from(people).where(isMasked)
  if (still) await named(tx, personId, before.displayName)
  const isSilent = and(eq(people.id, personId), eq(people.bio, ''))
  await tx.update(people).set({ bio: before.bio }).where(isSilent)
}

const named = (tx: Tx, personId: string, displayName: string) =>
  tx
    .update(people)
    .set({ displayName, nameFolded: foldedName(displayName) })
    .where(eq(people.id, personId))
