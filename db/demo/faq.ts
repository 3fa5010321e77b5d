import { writeArticle } from '#app/domain/faq/edit.server.ts'
import { sayUseful } from '#app/domain/faq/feedback.server.ts'
import { transaction, type Tx } from '../database.server.ts'
import { at } from '../time.ts'
import type { Stage } from './acts.ts'
import { type FaqStory, faqTexts } from './faq-texts.ts'

const day = 86_400_000
const writtenDaysAgo = 120

/** Writes the questions that the bakery is asked most, and lets readers say whether they were helped. */
export async function tellFaq({ today, cast }: Stage) {
  const editor = cast.get('irene_forno')!
  const readers = [...cast.values()].map(({ id }) => id)
  await transaction(async (tx) => {
    for (const [i, { useful, useless, words = [], topicId = null, ...text }] of faqTexts.entries())
      await at(new Date(today.getTime() - (writtenDaysAgo - i) * day), async () => {
        const made = await writeArticle(tx, editor, { ...text, topicId, position: i })
        if (typeof made === 'string') throw new Error(`“${text.titleIt}” has no category`)
        await read(tx, made.slug, readers, { useful, useless, words })
      })
  })
}

type Opinions = Required<Pick<FaqStory, 'useful' | 'useless' | 'words'>>

async function read(tx: Tx, slug: string, readers: string[], { useful, useless, words }: Opinions) {
  for (let i = 0; i < useful + useless; i++) {
    const said = { isUseful: i >= useless, comment: words[i] ?? '' }
    await sayUseful(tx, readers[i % readers.length]!, slug, said)
  }
}
