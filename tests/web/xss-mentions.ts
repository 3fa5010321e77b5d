import { eq } from 'drizzle-orm'
import { addSource } from '#app/domain/mentions/source.server.ts'
import { openImport } from '#app/domain/mentions/import.server.ts'
import { rowOf, takeMentions } from '#app/domain/mentions/take.server.ts'
import { toldMention } from '#app/domain/mentions/told.rules.ts'
import { transaction, type Tx } from '#db/database.server.ts'
import { mentions, mentionSources } from '#db/schema/mentions.ts'
import { xssCorpus } from '#tests/domain/xss-corpus.ts'
import { person } from '#tests/world.ts'
import type { Pages } from './xss-care.ts'

const told = xssCorpus.map((text) => text.replaceAll('\0', ''))

/** The corpus in all that a source says, whatever a form or a file would refuse of it, and where it is read. */
export const mentionsTyped = (): Promise<Pages> =>
  transaction(async (tx) => {
    const agent = await person(tx, 'mira', ['care'])
    const source = await addSource(tx, agent, { kind: 'csv', name: told[0]! })
    if (typeof source === 'string') throw new Error(source)
    await tx.update(mentionSources).set({ url: told[1]! }).where(eq(mentionSources.id, source.id))
    const one = await said(tx, source.id)
    const file = await openImport(tx, { sourceId: source.id, fileName: told[4]! })
    const q = encodeURIComponent(told[0]!)
    const list = '/staff/mentions'
    const pages = [
      ...[list, `${list}?state=all&rating=low`, `${list}?state=answered&q=${q}`, `${list}/${one}`],
      ...[`${list}/sources`, `${list}/sources/${source.id}`, `${list}/trend`, `${list}/import`],
      `${list}/import/${file}`,
    ]
    return pages.map((path) => [path, agent])
  })

async function said(tx: Tx, sourceId: string) {
  const rows = told.map((evil, i) => {
    const raw = { title: evil, body: `${evil} ${i}`, author: evil, topic: evil, rating: '2' }
    const heard = toldMention({ ...raw, date: '2026-02-01' }, new Date())
    if (typeof heard === 'string') throw new Error(heard)
    const row = rowOf(sourceId, heard)
    const state = i % 2 ? ('new' as const) : ('answered' as const)
    return { ...row, state, url: evil, answerUrl: evil, remedy: evil, locale: evil }
  })
  await takeMentions(tx, rows)
  const [first] = await tx.select().from(mentions).where(eq(mentions.key, rows[0]!.key))
  return first!.id
}
