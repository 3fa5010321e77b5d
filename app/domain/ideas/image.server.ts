import { and, asc, eq, inArray, isNull, sum } from 'drizzle-orm'
import { prepared, type Read, type Tx } from '#db/database.server.ts'
import { howMany, placeholder } from '#db/expressions.ts'
import { ideas, images } from '#db/schema/ideas.ts'
import { people } from '#db/schema/identity.ts'
import { realisations } from '#db/schema/realised.ts'
import { rewards } from '#db/schema/rewards.ts'
import { now } from '#db/time.ts'
import { may, type Viewer } from '../identity/viewer.rules.ts'
import type { Wisher } from '../points/rights.server.ts'
import { findIdea } from './idea.server.ts'
import { limits } from './idea.form.ts'
import type { Purpose, Stored } from './image-file.server.ts'
import { imagesAllowed } from './post-rights.server.ts'

export type Image = typeof images.$inferSelect
type About = { purpose: Purpose; alt?: string; ideaId?: string; position?: number }

/** So many images a person may hold. */
export const mostImages = 200
const mostBytes = 100 * 2 ** 20

/**
 * Gives a stored image to its owner, and to an idea when one is named. `quota` when they hold 200
 * images or 100 MB already: nothing is written, and the files go with the next sweep.
 */
export async function keepImage(
  tx: Tx,
  ownerId: string,
  { id, width, height, bytes }: Stored,
  { purpose, alt = '', ideaId, position = 0 }: About,
) {
  const held = await imagesHeld(tx, ownerId)
  if (held.images >= mostImages || held.bytes + bytes > mostBytes) return 'quota'
  const [image] = await tx
    .insert(images)
    .values({ id, ownerId, ideaId, purpose, alt, width, height, bytes, position, createdAt: now() })
    .returning()
  return image!
}

/** How many images a person holds, and how many bytes they take. */
export async function imagesHeld(db: Read, ownerId: string) {
  const [held] = await db
    .select({ images: howMany(), bytes: sum(images.bytes).mapWith(Number) })
    .from(images)
    .where(eq(images.ownerId, ownerId))
  return { images: held!.images, bytes: held!.bytes ?? 0 }
}

/** The images of an idea that may be seen, in its author's order. */
export const imagesOf = (db: Read, ideaId: string): Promise<Image[]> =>
  db
    .select()
    .from(images)
    .where(and(eq(images.ideaId, ideaId), eq(images.purpose, 'idea'), isNull(images.hiddenAt)))
    .orderBy(asc(images.position), asc(images.id))

/** Those of `ids` that `owner` sent with a form which is not done yet, in the order of sending. */
export const waitingImages = async (db: Read, owner: { id: string }, ids: string[]) =>
  ids.length
    ? await db
        .select()
        .from(images)
        .where(
          and(
            inArray(images.id, ids),
            eq(images.ownerId, owner.id),
            isNull(images.ideaId),
            eq(images.purpose, 'idea'),
          ),
        )
        .orderBy(asc(images.id))
    : []

/**
 * Puts an idea's images in order: those it has, then the waiting ones of `kept`; without those of
 * `remove`. `alts` describes them by that order. The first becomes the idea's photo; of the waiting
 * ones no more stay than the level of `owner` allows.
 */
export async function arrangeImages(
  tx: Tx,
  owner: Wisher,
  ideaId: string,
  { kept, remove, alts }: { kept: string[]; remove: string[]; alts: (string | undefined)[] },
) {
  const there = await imagesOf(tx, ideaId)
  const all = [...there, ...(await waitingImages(tx, owner, kept))]
  const described = all.map((image, i) => ({ ...image, alt: alts[i] ?? image.alt }))
  const wished = described.filter(({ id }) => !remove.includes(id))
  // Nobody has to take away what was right when they sent it.
  const most = Math.max(await imagesAllowed(tx, owner), there.length)
  const staying = wished.slice(0, Math.min(most, limits.images))
  const going = all.filter(({ id }) => !staying.some((image) => image.id === id))

  for (const [position, { id, alt }] of staying.entries())
    await tx.update(images).set({ ideaId, position, alt }).where(eq(images.id, id))
  for (const { id } of going) await tx.delete(images).where(eq(images.id, id))
  await tx
    .update(ideas)
    .set({ photoId: staying[0]?.id ?? null })
    .where(eq(ideas.id, ideaId))
  return staying
}

/** Describes an image anew. */
export async function describeImage(tx: Tx, id: string, alt: string) {
  await tx.update(images).set({ alt }).where(eq(images.id, id))
}

/** Forgets an image; its files go with the next sweep. */
export async function dropImage(tx: Tx, id: string) {
  await tx.delete(images).where(eq(images.id, id))
}

const byId = (db: Read) => () =>
  db
    .select({
      id: images.id,
      ownerId: images.ownerId,
      purpose: images.purpose,
      hiddenAt: images.hiddenAt,
      worn: people.avatarId,
      number: ideas.number,
      place: ideas.place,
      shownAt: realisations.publishedAt,
      offered: rewards.state,
    })
    .from(images)
    .leftJoin(ideas, eq(ideas.id, images.ideaId))
    .leftJoin(
      realisations,
      and(eq(realisations.ideaId, images.ideaId), eq(realisations.photoId, images.id)),
    )
    .leftJoin(rewards, eq(rewards.imageId, images.id))
    .leftJoin(people, eq(people.id, images.ownerId))
    .where(eq(images.id, placeholder('id')))
    .prepare('image_by_id')

type Found = {
  id: string
  purpose: string
  hiddenAt: Date | null
  worn: string | null
  place: string | null
  shownAt: Date | null
  offered: 'draft' | 'shown' | 'ended' | null
}

function isPublic({ id, purpose, hiddenAt, worn, place, shownAt, offered }: Found) {
  if (hiddenAt) return false
  if (purpose === 'reward') return !!offered && offered !== 'draft'
  if (!place) return worn === id
  return place !== 'private' && (purpose !== 'realised' || !!shownAt)
}

/**
 * Whether `viewer` may see an image: `public` when everybody may (a published idea's, a face in
 * use), `private` when only few may and they are one of them, else `undefined`.
 */
export async function findImage(db: Read, id: string, viewer: Viewer) {
  const [image] = await prepared(db, 'image_by_id', byId(db)).execute({ id })
  if (!image) return undefined
  if (isPublic(image)) return 'public'
  return (await isOneOfFew(db, image, viewer)) ? 'private' : undefined
}

type Kept = Found & { ownerId: string | null; number: number | null }

const isThatOf = (viewer: Viewer, ownerId: string | null) => !!viewer && viewer.id === ownerId

async function isOneOfFew(db: Read, image: Kept, viewer: Viewer) {
  const { purpose, ownerId, number, hiddenAt } = image
  const isOwner = isThatOf(viewer, ownerId)
  if (hiddenAt) return isOwner || may(viewer, 'moderation.decide')
  if (purpose === 'reward') return may(viewer, 'rewards.edit')
  // The photo of what became real is its editors' until they show the page.
  if (purpose === 'realised' && !may(viewer, 'realised.edit')) return false
  if (isOwner) return true
  return !!number && !!(await findIdea(db, number, viewer))
}
