import sharp from 'sharp'
import { storeImage } from '#app/domain/ideas/image-file.server.ts'
import { arrangeImages, keepImage } from '#app/domain/ideas/image.server.ts'
import type { Idea } from '#app/domain/ideas/idea.server.ts'
import { transaction } from '../database.server.ts'
import { at } from '../time.ts'
import { drawings } from './drawings.ts'

/** Gives some ideas of the story their picture, by the same way as any upload. */
export async function showPictures(told: { title: string; idea: Idea }[]) {
  for (const { title, idea } of told) {
    const drawing = drawings[title]
    if (!drawing) continue
    const { alt, svg } = drawing
    const png = await sharp(Buffer.from(svg)).png({ compressionLevel: 3 }).toBuffer()
    await at(idea.publishedAt, async () => {
      const stored = await storeImage(png, 'idea')
      if (typeof stored === 'string') throw new Error(`The drawing of “${title}” is ${stored}`)
      const author = { id: idea.authorId! }
      await transaction(async (tx) => {
        await keepImage(tx, author.id, stored, { purpose: 'idea' })
        await arrangeImages(tx, author, idea.id, { kept: [stored.id], remove: [], alts: [alt] })
      })
    })
  }
}
