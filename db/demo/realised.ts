import sharp from 'sharp'
import { storeImage } from '#app/domain/ideas/image-file.server.ts'
import { keepImage } from '#app/domain/ideas/image.server.ts'
import type { Idea } from '#app/domain/ideas/idea.server.ts'
import { nameInThanks } from '#app/domain/identity/profile.server.ts'
import { commentsToChoose } from '#app/domain/realised/realised-page.server.ts'
import type { Honesty } from '#app/domain/realised/realised.form.ts'
import { publishRealisation, saveRealisation } from '#app/domain/realised/realised.server.ts'
import { transaction, type Tx } from '../database.server.ts'
import { at } from '../time.ts'
import type { Stage } from './acts.ts'
import { drawings } from './drawings.ts'
import { realisedStories, type RealisedStory } from './realised-stories.ts'

const day = 86_400_000
const named = 5

/** Writes the pages of what became real in the story; about a fifth of the members may be named. */
export async function tellRealised({ today, cast }: Stage, found: (title: string) => Idea) {
  await transaction(async (tx) => {
    for (const [i, member] of [...cast.values()].entries())
      if (i % named === 0 && !member.roles.length) await nameInThanks(tx, member.id, true)
  })
  const editor = cast.get('irene_forno')!
  for (const story of realisedStories) {
    const idea = found(story.idea)
    const photo = await drawn(story)
    await at(new Date(today.getTime() - story.daysAgo * day), () =>
      transaction(async (tx) => {
        const photoId = photo && (await hung(tx, editor.id, idea.id, photo))
        const changes = await changesOf(tx, idea.id, story)
        const written = { ...textOf(story, today), photoId, changes }
        const { number } = idea
        expect('saved', await saveRealisation(tx, editor, { number, version: 0 }, written))
        expect('published', await publishRealisation(tx, editor, number))
      }),
    )
  }
}

function textOf({ title, story, locale = 'it', honesty, daysAgo }: RealisedStory, today: Date) {
  const realisedOn = new Date(today.getTime() - daysAgo * day).toISOString().slice(0, 10)
  return { title, story, locale, honesty: honesty as Honesty, realisedOn, sources: [] }
}

async function drawn({ idea }: RealisedStory) {
  const drawing = drawings[idea]
  if (!drawing) return undefined
  const png = await sharp(Buffer.from(drawing.svg)).png({ compressionLevel: 3 }).toBuffer()
  const stored = await storeImage(png, 'realised')
  if (typeof stored === 'string') throw new Error(`The picture of “${idea}” is ${stored}`)
  return { stored, alt: drawing.alt }
}

type Photo = NonNullable<Awaited<ReturnType<typeof drawn>>>

async function hung(tx: Tx, ownerId: string, ideaId: string, { stored, alt }: Photo) {
  const kept = await keepImage(tx, ownerId, stored, { purpose: 'realised', ideaId, alt })
  if (kept === 'quota') throw new Error('The story has too many pictures')
  return kept.id
}

async function changesOf(tx: Tx, ideaId: string, { changes }: RealisedStory) {
  const comments = await commentsToChoose(tx, [ideaId])
  return changes.map(([handle, change]) => {
    const said = comments.find(({ author }) => author?.handle === handle)
    if (!said) throw new Error(`The story stumbled: ${handle} said nothing there`)
    return { commentId: said.id, change }
  })
}

function expect(outcome: string, came: string | undefined) {
  if (came !== outcome) throw new Error(`The story stumbled: a realised page is ${came}`)
}
