import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { storeImage } from '#app/domain/ideas/image-file.server.ts'
import { keepImage } from '#app/domain/ideas/image.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { addMessage } from '#app/domain/care/message.server.ts'
import { openCase } from '#app/domain/care/open.server.ts'
import { solveOwnCase } from '#app/domain/care/own-case.server.ts'
import { askRating } from '#app/domain/care/rating.server.ts'
import { flagAsGuest } from '#app/domain/moderation/flag-guest.server.ts'
import { ideaToFlag } from '#app/domain/moderation/flag-thing.server.ts'
import { writeCopy } from '#app/domain/privacy/export-file.server.ts'
import { askExport, exportOf, exportReady } from '#app/domain/privacy/export.server.ts'
import { db, transaction, type Tx } from '#db/database.server.ts'
import { jobs } from '#db/schema/jobs.ts'
import { there } from './there.ts'

type People = { ann: Person; cara: Person; refillStation: { id: string; number: number } }

/** What the links of letters lead to, and what files there are: those of a member are Ann's. */
export async function linkFurniture(people: People) {
  const { ann, refillStation } = people
  const canvas = { width: 320, height: 240, channels: 3 as const, background: '#e0a040' }
  const file = await sharp({ create: canvas }).jpeg().toBuffer()
  const stored = there(await storeImage(file, 'idea'), 'picture')
  const use = { purpose: 'idea' as const, ideaId: refillStation.id }
  const image = await transaction((tx) => keepImage(tx, ann.id, stored, use))
  const letters = await transaction(async (tx) => {
    await rated(tx, people)
    await reported(tx, refillStation.number)
    return tx.select({ payload: jobs.payload }).from(jobs).where(eq(jobs.kind, 'mail'))
  })
  const written = JSON.stringify(letters)
  const token = (word: string) => {
    const [, found] = new RegExp(`"/${word}/([\\w-]+)`).exec(written) ?? []
    if (!found) throw new Error(`No letter leads to /${word}/`)
    return found
  }
  const tokens = { rate: token('rate'), flags: token('flags') }
  return { image: there(image, 'kept picture').id, tokens, copy: await copied(ann) }
}

/** A case of Ann's that was solved, so that she is asked how content she is. */
async function rated(tx: Tx, { ann, cara }: People) {
  const found = await openCase(tx, {
    ...{ topicId: 'product', subject: 'Fette molli', body: 'Erano tutte molli', locale: 'it' },
    ...{ source: 'form', isConfirmed: true, personId: ann.id },
  })
  await addMessage(tx, found, { side: 'care', authorId: cara.id, body: 'Grazie, ci scusiamo' })
  await solveOwnCase(tx, ann, found.id)
  await askRating(tx, found.id, 'ask')
}

async function reported(tx: Tx, number: number) {
  const thing = there(await ideaToFlag(tx, undefined, number), 'idea to report')
  const guest = { email: 'passer-by@example.org', locale: 'it' as const }
  await flagAsGuest(tx, guest, thing, { reason: 'off-topic', note: '' })
}

/** The copy of what is held of somebody, ready to be fetched. */
async function copied({ id }: Person) {
  await transaction((tx) => askExport(tx, { id }))
  const copy = there(await exportOf(db, id), 'copy').id
  const bytes = await writeCopy(db, copy, id)
  await transaction((tx) => exportReady(tx, copy, bytes))
  return copy
}
