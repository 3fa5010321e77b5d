import { db } from '#db/database.server.ts'
import { categories, statuses } from '#db/schema/ideas.ts'
import { transitions } from '#db/schema/workflow.ts'
import { now } from '#db/time.ts'
import type { Idea } from '../ideas/idea.server.ts'
import { ideasAmong, importCategory, importIdeas, type ToldIdea } from '../ideas/import.server.ts'
import { slugOf } from '../ideas/slug.rules.ts'
import { statusToday } from '../ideas/status.rules.ts'
import { importMoves } from '../workflow/import.server.ts'
import { type Reason, reasons } from '../workflow/workflow.rules.ts'
import type { IdeaRow } from './row.rules.ts'
import {
  batches,
  type Door,
  type Lined,
  notYet,
  type Run,
  settlePeople,
  store,
} from './run.server.ts'
import { newTally, skip, take } from './tally.rules.ts'

const together = 200

type Dated = Lined<IdeaRow & { at: Date }>
type House = {
  categories: Map<string, typeof categories.$inferInsert>
  statuses: Map<string, typeof statuses.$inferSelect>
  withReason: Set<string>
}

async function houseNow(): Promise<House> {
  const receipts = await db.select().from(transitions)
  const every = await db.select().from(statuses)
  return {
    categories: new Map((await db.select().from(categories)).map((row) => [row.id, row])),
    statuses: new Map(
      every.flatMap((row) =>
        [[row.id, statusToday(every, row.id)!] as const].filter(([, to]) => to),
      ),
    ),
    withReason: new Set(receipts.filter((row) => row.needsReason).map((row) => row.toStatus)),
  }
}

/** Imports a file of ideas; answers what became of its rows. */
export async function importIdeaFile(run: Run, file: string) {
  const tally = newTally('ideas')
  const house = await houseNow()
  const dated = dating()
  for await (const batch of batches(run, file, run.format.ideas, { tally, most: together })) {
    const placed = batch.filter(({ line, row }) => {
      const fault = misplaced(run, house, row)
      if (fault) skip(tally, line, fault)
      return !fault
    })
    await store(run, tally, placed.map(dated), async (door, rows) => {
      const sources = rows.map(({ row }) => row.source)
      const known = await ideasAmong(door.db, sources)
      const fresh = rows.filter(
        ({ row }, i) =>
          !run.ideas.has(row.source) && !known.has(row.source) && sources.indexOf(row.source) === i,
      )
      const written = await write(run, house, door, fresh)
      return () => {
        tally.there += rows.length - fresh.length
        for (const { line, repairs } of fresh) take(tally, line, repairs)
        for (const [source, idea] of [...known, ...written.ideas]) run.ideas.set(source, idea)
        for (const [source, id] of written.people) run.people.set(source, id)
      }
    })
  }
  return tally
}

async function write(run: Run, house: House, door: Door, fresh: Dated[]) {
  const people = await settlePeople(
    run,
    door,
    fresh.map(({ row }) => ({ person: row.author, at: row.at })),
  )
  const told = fresh.map(({ row }) => toldIdea(run, house, row, people))
  if (!door.tx) {
    const pretended = told.map(
      ({ source, publishedAt }) => [source!, { id: notYet, publishedAt }] as const,
    )
    return { people, ideas: new Map(pretended) }
  }
  for (const { row } of fresh) {
    const category = categoryOf(run, house, row)
    if (house.categories.has(category.id)) continue
    await importCategory(door.tx, category)
    house.categories.set(category.id, category)
  }
  const written = await importIdeas(door.tx, told)
  await importMoves(door.tx, arrivals(run, house, fresh, written))
  return { people, ideas: new Map(written.map((idea) => [idea.source!, idea])) }
}

function toldIdea(
  run: Run,
  house: House,
  row: Dated['row'],
  people: Map<string, string>,
): ToldIdea {
  const { source, title, body, locale, votesBase, tags, at } = row
  const { id: status, place } = house.statuses.get(statusOf(run, row))!
  return {
    ...{ source, title, body, locale, votesBase, tags, status },
    categoryId: categoryOf(run, house, row).id,
    authorId: (row.author && people.get(row.author)) || null,
    place,
    publishedAt: at,
  }
}

/** Ideas that are open for votes begin their road here; the others say how they came to where they stand. */
function arrivals(run: Run, house: House, fresh: Dated[], written: Idea[]) {
  const rows = new Map(fresh.map(({ row }) => [row.source, row]))
  return written
    .filter(({ status }) => status !== 'voting')
    .map(({ id: ideaId, status: toStatus, publishedAt: movedAt, source }) => {
      const reason = house.withReason.has(toStatus) ? reasonOf(run, rows.get(source!)!) : null
      return { ideaId, toStatus, movedAt, reason }
    })
}

function reasonOf({ format }: Run, { status }: Pick<IdeaRow, 'status'>): Reason {
  const said = format.reasons[status] as Reason
  return reasons.includes(said) ? said : 'no_longer_relevant'
}

/** An idea without a date is as old as the one before it in the file; with none before, it is of today. */
function dating() {
  let last = now()
  return (told: Lined<IdeaRow>): Dated => {
    const { row, repairs } = told
    last = row.at ?? last
    const said = row.at ? repairs : [...repairs, 'no date: that of the row before']
    return { ...told, row: { ...row, at: last }, repairs: said }
  }
}

const statusOf = ({ format }: Run, { status }: Pick<IdeaRow, 'status'>) =>
  format.statuses[status] ?? status

function misplaced(run: Run, house: House, row: Pick<IdeaRow, 'status'>) {
  const status = statusOf(run, row)
  return house.statuses.has(status) ? undefined : `no status called “${status.slice(0, 40)}”`
}

function categoryOf(
  { categories: said }: Run,
  house: House,
  { category }: Pick<IdeaRow, 'category'>,
) {
  const label = said[category] ?? category
  if (!label) return { id: 'imported', labelIt: 'Importate', labelEn: 'Imported', position: 99 }
  const id = house.categories.has(label) ? label : slugOf(label)
  return house.categories.get(id) ?? { id, labelIt: label, labelEn: label, position: 99 }
}
