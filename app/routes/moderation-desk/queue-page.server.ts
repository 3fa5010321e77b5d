import type { LoaderFunctionArgs } from '@remix-run/node'
import type { z } from 'zod'
import { wantsKeys } from '#app/domain/identity/keys.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import type { BulkDecideForm } from '#app/domain/moderation/decide.form.ts'
import { decidedBy, moderationQueue, queueCounts } from '#app/domain/moderation/queue.server.ts'
import { findItem } from '#app/domain/moderation/item.server.ts'
import {
  type OpenView,
  queueViews,
  type QueueView,
  readPlace,
  writePlace,
} from '#app/domain/moderation/queue.rules.ts'
import { undoableDecisions } from '#app/domain/moderation/undo.server.ts'
import { db } from '#db/database.server.ts'
import { momentOf } from '#db/time.ts'
import { decideOn } from './decide.server.ts'

/** The view that an address asks for; all where it asks for none. */
export const viewIn = (wanted: string | null): QueueView =>
  queueViews.find((view) => view === wanted) ?? 'all'

/** One page of the queue, or of one's own decisions, as its address says. */
export async function queuePage({ request }: LoaderFunctionArgs, moderator: Person) {
  const { searchParams } = new URL(request.url)
  const view = viewIn(searchParams.get('view'))
  const after = searchParams.get('after')
  const [counts, fresh, hasKeys] = await Promise.all([
    queueCounts(db),
    undoableDecisions(db, moderator),
    wantsKeys(db, moderator.id),
  ])
  const shown = { view, counts, fresh, hasKeys, help: searchParams.has('help'), isFirst: !after }
  return { ...shown, ...(await listFor(moderator, view, after)) }
}
export type QueuePage = Awaited<ReturnType<typeof queuePage>>

type Open = Awaited<ReturnType<typeof openPage>>
type Decided = Awaited<ReturnType<typeof minePage>>
type List = { rows: Open['rows']; mine: Decided['mine']; next: string | null }

async function listFor(moderator: Person, view: QueueView, after: string | null): Promise<List> {
  if (view === 'mine') return { rows: [], ...(await minePage(moderator, after)) }
  return { mine: [], ...(await openPage(moderator, view, after)) }
}

async function openPage(moderator: Person, view: OpenView, after: string | null) {
  const { rows, next } = await moderationQueue(db, moderator, { view, after: readPlace(after) })
  return {
    rows: rows.map(({ claimedBy: _by, claimedAt: _at, rank: _rank, ...row }) => row),
    next: next ? writePlace(next) : null,
  }
}

async function minePage(moderator: Person, after: string | null) {
  const { rows, next } = await decidedBy(db, moderator, momentIn(after))
  const mine = rows.map(({ decision, person, number }) => {
    const { id, itemId, subject, act, reason, excerpt, decidedAt, undoneAt, liftedAt } = decision
    const said = { id, itemId, subject, act, reason, decidedAt, undoneAt, liftedAt }
    return { ...said, excerpt: excerpt.slice(0, 240), person, number }
  })
  return { mine, next: next ? `${+next.at}_${next.id}` : null }
}

function momentIn(written: string | null) {
  const [, at, id] = /^(\d{1,15})_([\w-]{1,40})$/.exec(written ?? '') ?? []
  return at && id ? { at: momentOf(Number(at)), id } : undefined
}

/** What became of one item among several; `excerpt` is null where it is gone. */
export type BulkResult = { id: string; outcome: string; excerpt: string | null }

/** The same decision for each, in a transaction of its own: what one refuses holds up none of the others. */
export async function decideEach(
  moderator: Person,
  { item: items, ...said }: z.output<typeof BulkDecideForm>,
) {
  const results: BulkResult[] = []
  for (const written of new Set(items)) {
    const [id = '', version] = written.split('.')
    const item = await findItem(db, moderator, id)
    const outcome = item && (await decideOn(moderator, item, { ...said, seen: Number(version) }))
    const word = typeof outcome === 'object' ? 'decided' : (outcome ?? 'gone')
    results.push({ id, outcome: word, excerpt: item ? item.excerpt.slice(0, 90) : null })
  }
  return results
}
