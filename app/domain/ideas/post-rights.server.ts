import type { Read } from '#db/database.server.ts'
import { isWithin } from '../points/level.rules.ts'
import { rightsFor, type Wisher } from '../points/rights.server.ts'
import { limits } from './idea.form.ts'
import { linksIn } from './markdown.rules.ts'

/**
 * True when `body` has more links than its author's level allows in one text. `before` is what it
 * replaces: nobody has to take out what was right when they wrote it.
 */
export async function hasTooManyLinks(db: Read, author: Wisher, body: string, before = '') {
  const links = linksIn(body)
  if (!links || links <= linksIn(before)) return false
  return !isWithin(links, (await rightsFor(db, author)).links)
}

/** How many images `author` may have with one idea. */
export async function imagesAllowed(db: Read, author: Wisher) {
  const { images } = await rightsFor(db, author)
  return Math.min(limits.images, images ?? limits.images)
}
