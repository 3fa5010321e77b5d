import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Read, Tx } from '#db/database.server.ts'
import { ideas, images } from '#db/schema/ideas.ts'
import { people } from '#db/schema/identity.ts'
import { now } from '#db/time.ts'
import { wearAvatar } from '../identity/profile.server.ts'

/** An image whatever its state, for who decides on it; `undefined` when there is none. */
export async function imageById(db: Read, id: string) {
  const [image] = await db.select().from(images).where(eq(images.id, id))
  return image
}

/** Whose face an image was when it was taken out of sight; null where it was nobody's. */
export type Taken = { wornBy: string | null }

/**
 * Takes an image out of sight: its file answers nobody but its owner and the moderators, its idea
 * shows the next one, and it is nobody's face any more. Answers what `showImage` needs; `undefined`,
 * nothing changed, where it is gone or out of sight already.
 */
export async function hideImage(tx: Tx, id: string): Promise<Taken | undefined> {
  const inSight = and(eq(images.id, id), isNull(images.hiddenAt))
  const [image] = await tx.update(images).set({ hiddenAt: now() }).where(inSight).returning()
  if (!image) return undefined
  await choosePhoto(tx, image)
  const owner = await ownerOf(tx, image.ownerId)
  if (owner?.worn !== id) return { wornBy: null }
  await wearAvatar(tx, owner.id, null)
  return { wornBy: owner.id }
}

/** Brings an image back; it is a face again unless another has taken its place. `back`, or `not-hidden`. */
export async function showImage(tx: Tx, id: string, { wornBy }: Taken) {
  const outOfSight = and(eq(images.id, id), isNotNull(images.hiddenAt))
  const [image] = await tx.update(images).set({ hiddenAt: null }).where(outOfSight).returning()
  if (!image) return 'not-hidden'
  await choosePhoto(tx, image)
  const owner = await ownerOf(tx, wornBy)
  if (owner && !owner.worn) await wearAvatar(tx, owner.id, id)
  return 'back'
}

async function ownerOf(tx: Tx, personId: string | null) {
  if (!personId) return undefined
  const { id, avatarId: worn } = people
  const [owner] = await tx.select({ id, worn }).from(people).where(eq(people.id, personId))
  return owner
}

/** The photo of an idea is the first of its images that may be seen. */
async function choosePhoto(
  tx: Tx,
  { ideaId, purpose }: { ideaId: string | null; purpose: string },
) {
  if (!ideaId || purpose !== 'idea') return
  const [first] = await tx
    .select({ id: images.id })
    .from(images)
    .where(and(eq(images.ideaId, ideaId), eq(images.purpose, 'idea'), isNull(images.hiddenAt)))
    .orderBy(asc(images.position), asc(images.id))
    .limit(1)
  await tx
    .update(ideas)
    .set({ photoId: first?.id ?? null })
    .where(eq(ideas.id, ideaId))
}
