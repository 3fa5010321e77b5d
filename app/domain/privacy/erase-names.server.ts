import { and, eq, getTableColumns, gt, lte, or } from 'drizzle-orm'
import { db, transaction, type Tx } from '#db/database.server.ts'
import { holdsText } from '#db/expressions.ts'
import { ideas, ideaTags } from '#db/schema/ideas.ts'
import { indexCase } from '../care/search.server.ts'
import { indexIdea } from '../ideas/publish.server.ts'
import { slugOf } from '../ideas/slug.rules.ts'
import { siteSettings } from '../site/site.server.ts'
import { type Place, places } from './erase-places.server.ts'
import { formerName, namesOf, unnamed } from './erasure.rules.ts'
import type { Leaver } from './leaver.ts'
import { pagesOf, scrubRows } from './scrub.server.ts'

/** Takes the name of somebody out of what others wrote, everywhere. */
export async function unnameAll(who: Leaver) {
  const { locale } = await siteSettings(db)
  for (const place of places) await unnameIn(place, who, formerName[locale])
}

async function unnameIn(place: Place, who: Leaver, instead: string) {
  const { table, key } = place
  const names = [...namesOf(who), ...(place.hasParts ? [JSON.stringify(who.displayName)] : [])]
  const called = or(...place.in.flatMap((column) => names.map((name) => holdsText(column, name))))
  for await (const { after, last } of pagesOf(place)) {
    const rows = await db
      .select()
      .from(table)
      .where(and(gt(key, after), lte(key, last), called))
    if (rows.length)
      await transaction(async (tx) => {
        for (const row of rows) await unnameRow(tx, place, row, { who, instead })
      })
  }
}

type Row = Record<string, unknown>

/** The words of a row without the name: by what they were, for a key may be that of several rows. */
async function unnameRow(tx: Tx, place: Place, row: Row, to: { who: Leaver; instead: string }) {
  const { table, key, search } = place
  const columns = Object.entries(getTableColumns(table))
  const held = columns.filter(([, column]) => place.in.includes(column))
  const words = Object.fromEntries(
    held.map(([name]) => [name, unnamed(row[name], to.who, to.instead)]),
  )
  const asRead = held
    .filter(([name, column]) => column.dataType === 'string' && row[name] !== null)
    .map(([name, column]) => eq(column, row[name]))
  const id = String(row[columns.find(([, column]) => column === key)![0]])
  await scrubRows(tx, { table, key, of: and(...asRead), to: words }, [id])
  if (search === 'case') await indexCase(tx, String(row.caseId))
  if (search === 'idea') await reindexIdea(tx, id)
}

async function reindexIdea(tx: Tx, id: string) {
  const [idea] = await tx.select().from(ideas).where(eq(ideas.id, id))
  const tags = await tx.select({ tag: ideaTags.tag }).from(ideaTags).where(eq(ideaTags.ideaId, id))
  const to = { slug: slugOf(idea!.title) }
  await scrubRows(tx, { table: ideas, key: ideas.id, of: undefined, to }, [id])
  await indexIdea(
    tx,
    idea!,
    tags.map(({ tag }) => tag),
  )
}
