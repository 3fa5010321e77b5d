import { newId } from '#db/columns.ts'
import { at } from '#db/time.ts'
import { commentsAmong, importComments, type ToldComment } from '../comments/import.server.ts'
import type { CommentRow } from './row.rules.ts'
import { batches, type Door, type Lined, type Run, settlePeople, store } from './run.server.ts'
import { newTally, skip, take, type Tally } from './tally.rules.ts'
import { hookOf, nextToPlace, orphansAmong } from './thread.rules.ts'

const together = 500
const second = 1_000

type Place = { id: string; ideaId: string; rootId: string | null; depth: number }
type Thread = Map<string, Place>
type Dated = Lined<CommentRow & { at: Date }>

/**
 * Imports a file of comments and answers what became of its rows. A reply that comes before its
 * parent waits for it; one whose parent never comes hangs higher, or opens a thread.
 */
export async function importCommentFile(run: Run, file: string) {
  const tally = newTally('comments')
  const thread = new Map<string, Place>()
  const dated = dating(run)
  const isPlaced = (source: string) => thread.has(source)
  let waiting: Dated[] = []

  for await (const batch of batches(run, file, run.format.comments!, { tally, most: together })) {
    const known = batch.filter(({ row }) => run.ideas.has(row.idea))
    for (const { line, row } of batch)
      if (!run.ideas.has(row.idea)) skip(tally, line, 'its idea is not here')
    const { ready, early } = nextToPlace(known.map(dated), isPlaced)
    await storeAll(run, tally, thread, ready)
    waiting.push(...early)
  }
  while (waiting.length) {
    const { ready } = nextToPlace(waiting, isPlaced)
    const next = new Set(ready.length ? ready : orphansAmong(waiting))
    await storeAll(run, tally, thread, [...next])
    waiting = waiting.filter((told) => !next.has(told))
  }
  return tally
}

async function storeAll(run: Run, tally: Tally, thread: Thread, all: Dated[]) {
  for (let i = 0; i < all.length; i += together)
    await store(run, tally, all.slice(i, i + together), async (door, rows) => {
      const { fresh, places, people } = await write(run, door, thread, rows)
      return () => {
        tally.there += rows.length - fresh.length
        for (const { line, repairs } of fresh) take(tally, line, repairs)
        for (const [source, place] of places) thread.set(source, place)
        for (const [source, id] of people) run.people.set(source, id)
      }
    })
}

async function write(run: Run, door: Door, thread: Thread, rows: Dated[]) {
  const wanted = rows.flatMap(({ row }) => [row.source, row.parent, ...row.ancestry])
  const unknown = [...new Set(wanted)].filter((source) => source && !thread.has(source))
  const here = await commentsAmong(door.db, unknown as string[])
  const people = await settlePeople(
    run,
    door,
    rows.map(({ row }) => ({ person: row.author, at: row.at })),
  )
  const places = new Map<string, Place>()
  const find = (source: string) => thread.get(source) ?? places.get(source)
  for (const [source, place] of here) places.set(source, place)

  const fresh: Dated[] = []
  const told: ToldComment[] = []
  for (const one of rows) {
    if (find(one.row.source)) continue
    const { comment, hung } = toldComment(run, one.row, find)
    places.set(one.row.source, comment)
    told.push({ ...comment, authorId: (one.row.author && people.get(one.row.author)) || null })
    fresh.push(
      hung ? one : { ...one, repairs: [...one.repairs, 'its parent is not here: hung higher'] },
    )
  }
  if (door.tx) await importComments(door.tx, told)
  return { fresh, places, people }
}

function toldComment(run: Run, row: Dated['row'], find: (source: string) => Place | undefined) {
  const ideaId = run.ideas.get(row.idea)!.id
  const { parent, isParent } = hookOf(row, ideaId, find)
  const comment = {
    id: at(row.at, newId),
    ideaId,
    parentId: parent?.id ?? null,
    rootId: parent ? (parent.rootId ?? parent.id) : null,
    depth: parent ? parent.depth + 1 : 0,
    body: row.body,
    createdAt: row.at,
    deletedAt: row.body ? null : row.at,
    source: row.source,
  }
  return { comment, hung: isParent }
}

/**
 * Gives comments without a date one that is true to what we know: not before their idea, and not
 * before the comments with a lower number, which were there first.
 */
function dating(run: Run) {
  let clock = 0
  return (told: Lined<CommentRow>): Dated => {
    const { row, repairs } = told
    if (row.at) return { ...told, row: { ...row, at: row.at } }
    clock = Math.max(clock + second, run.ideas.get(row.idea)!.publishedAt.getTime())
    const at = new Date(clock)
    return {
      ...told,
      row: { ...row, at },
      repairs: [...repairs, 'no date: after its idea, in order'],
    }
  }
}
