import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { and, eq, inArray, isNull, lt, ne, or } from 'drizzle-orm'
import { type Read, transaction } from '#db/database.server.ts'
import { caseFiles } from '#db/schema/care.ts'
import { images } from '#db/schema/ideas.ts'
import { people } from '#db/schema/identity.ts'
import { rewards } from '#db/schema/rewards.ts'
import { now } from '#db/time.ts'
import { uploads } from './image-file.server.ts'

const day = 86_400_000
const atOnce = 500

/**
 * Takes away what nobody needs any more, once it is a day old: images sent with a form that was
 * never done, faces that were changed, and files that no row names. Answers how many files went.
 */
export async function sweepImages(db: Read) {
  const before = new Date(now().getTime() - day)
  await dropLooseImages(before)
  let swept = 0
  for (const folder of await readdir(uploads()).catch(() => []))
    swept += await sweepFolder(db, join(uploads(), folder), before)
  return swept
}

/** Rows go first and files later, so that a crash between leaves a file too many, never one too few. */
async function dropLooseImages(before: Date) {
  await transaction(async (tx) => {
    const loose = await tx
      .select({ id: images.id })
      .from(images)
      .leftJoin(people, eq(people.id, images.ownerId))
      .leftJoin(rewards, eq(rewards.imageId, images.id))
      .where(
        and(
          isNull(images.ideaId),
          lt(images.createdAt, before),
          isNotWorn,
          isNull(rewards.id),
          // What a moderator took out of sight may have to come back.
          isNull(images.hiddenAt),
        ),
      )
      .limit(atOnce)
    const ids = loose.map(({ id }) => id)
    if (ids.length) await tx.delete(images).where(inArray(images.id, ids))
  })
}

const isNotWorn = or(isNull(people.avatarId), ne(people.avatarId, images.id))

async function sweepFolder(db: Read, folder: string, before: Date) {
  const old: string[] = []
  for (const name of await readdir(folder).catch(() => []))
    if (await isOlder(join(folder, name), before)) old.push(name)
  const named = await rowsOf(db, [...new Set(old.map(idOf))])
  const loose = old.filter((name) => name.endsWith('.part') || !named.has(idOf(name)))
  for (const name of loose) await rm(join(folder, name), { force: true })
  return loose.length
}

async function isOlder(path: string, before: Date) {
  const file = await stat(path).catch(() => undefined)
  return !!file && file.mtime < before
}

const idOf = (name: string) => name.slice(0, name.indexOf('.'))

async function rowsOf(db: Read, ids: string[]) {
  const named = new Set<string>()
  for (let i = 0; i < ids.length; i += atOnce) {
    const some = ids.slice(i, i + atOnce)
    for (const table of [images, caseFiles])
      for (const { id } of await db
        .select({ id: table.id })
        .from(table)
        .where(inArray(table.id, some)))
        named.add(id)
  }
  return named
}
