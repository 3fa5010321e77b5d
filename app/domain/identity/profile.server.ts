import { and, eq, isNull } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { comments } from '#db/schema/comments.ts'
import { people } from '#db/schema/identity.ts'
import { ideas } from '#db/schema/ideas.ts'
import { votes } from '#db/schema/votes.ts'
import { foldedName } from './name.rules.ts'

/** What a person sees of themselves: their words, their address, and since when they are here. */
export async function accountOf(db: Read, personId: string) {
  const [person] = await db
    .select({
      bio: people.bio,
      joinedAt: people.joinedAt,
      email: people.email,
      isNamedInThanks: people.isNamedInThanks,
    })
    .from(people)
    .where(eq(people.id, personId))
  return person!
}

/** How much a person has contributed: ideas, drafts too; votes; and comments that they have not deleted. */
export async function contributionsOf(db: Read, personId: string) {
  const said = and(eq(comments.authorId, personId), isNull(comments.deletedAt))
  const [ideaCount, voteCount, commentCount] = await Promise.all([
    db.$count(ideas, eq(ideas.authorId, personId)),
    db.$count(votes, eq(votes.voterId, personId)),
    db.$count(comments, said),
  ])
  return { ideas: ideaCount, votes: voteCount, comments: commentCount }
}

/** Whether a person has said something of themselves and shows a picture. */
export async function isComplete(db: Read, personId: string) {
  const [person] = await db
    .select({ bio: people.bio, avatarId: people.avatarId })
    .from(people)
    .where(eq(people.id, personId))
  return !!person?.avatarId && !!person.bio.trim()
}

/** Changes how a person presents themselves. */
export async function editProfile(
  tx: Tx,
  personId: string,
  { displayName, bio }: { displayName: string; bio: string },
) {
  await tx
    .update(people)
    .set({ displayName, nameFolded: foldedName(displayName), bio })
    .where(eq(people.id, personId))
}

/** Gives a person the picture of `imageId`, or takes it off with `null`. */
export async function wearAvatar(tx: Tx, personId: string, imageId: string | null) {
  await tx.update(people).set({ avatarId: imageId }).where(eq(people.id, personId))
}

/** Whether a person may be named among the supporters of what became real. */
export async function nameInThanks(tx: Tx, personId: string, isNamedInThanks: boolean) {
  await tx.update(people).set({ isNamedInThanks }).where(eq(people.id, personId))
}

type Preferences = { locale?: 'it' | 'en'; theme?: 'auto' | 'light' | 'dark' }

/** Keeps the language and the look that a person wants, on every device. */
export async function keepPreferences(tx: Tx, personId: string, wanted: Preferences) {
  if (Object.values(wanted).some(Boolean))
    await tx.update(people).set(wanted).where(eq(people.id, personId))
}
