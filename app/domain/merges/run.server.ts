import { and, eq } from 'drizzle-orm'
import { transaction, type Tx } from '#db/database.server.ts'
import { merges } from '#db/schema/merges.ts'
import { ideaById } from '../ideas/merged.server.ts'
import { ask } from '../jobs/job.server.ts'
import { shortlistIfWanted } from '../workflow/shortlist.server.ts'
import {
  type Batch,
  cargoes,
  type Cargo,
  carryBatch,
  dropBatch,
  type Merge,
} from './carry.server.ts'
import { finishUnmerge } from './unmerge.server.ts'

/** How long a request carries by itself; the clock does the rest. */
const patienceMs = 3_000
const forever = Infinity

const first = 400
const least = 250
const most = 1_000
/** What one batch should take at most, so that other writers hardly notice. */
const comfortableMs = 25

type Page = 'stopped' | { last?: string }
type Step = (tx: Tx, cargo: Cargo, from: Batch) => Promise<Page>

/**
 * Goes through all the people of a merge in short transactions, more or fewer at once by how long
 * the last took. Answers `done`, `stopped` by the step, or `late` when the time was over.
 */
async function throughAll(step: Step, until: number) {
  let size = first
  for (const cargo of cargoes)
    for (let after: string | undefined = ''; after !== undefined;) {
      if (Date.now() > until) return 'late'
      const from: Batch = { after, most: size }
      const started = performance.now()
      const page: Page = await transaction((tx) => timed(() => step(tx, cargo, from)))
      if (page === 'stopped') return 'stopped'
      after = page.last
      size = sizeAfter(size, spent.get(page) ?? performance.now() - started)
    }
  return 'done'
}

const spent = new WeakMap<object, number>()

/** The time of the work alone: what others of the same commit took says nothing of it. */
async function timed(work: () => Promise<Page>) {
  const started = performance.now()
  const page = await work()
  if (typeof page === 'object') spent.set(page, performance.now() - started)
  return page
}

const sizeAfter = (size: number, ms: number) =>
  Math.max(least, Math.min(most, Math.round(size * Math.min(2, comfortableMs / Math.max(ms, 1)))))

/**
 * Brings everything that a merge has to bring, and marks it `merged`. Doing it again brings what came
 * late. Answers `merged`; `stopped` when it is being undone; `late` when more than `forMs` were
 * needed and the clock goes on.
 */
export async function carryMerge(merge: Merge, forMs = patienceMs) {
  const step: Step = (tx, cargo, from) => carryBatch(tx, merge, cargo, from)
  const went = await throughAll(step, Date.now() + forMs)
  if (went === 'late') await transaction((tx) => goOn(tx, { mergeId: merge.id }))
  if (went !== 'done') return went
  await transaction((tx) => settle(tx, merge))
  return 'merged'
}

async function settle(tx: Tx, { id, targetId }: Merge) {
  const isMerging = and(eq(merges.id, id), eq(merges.state, 'merging'))
  await tx.update(merges).set({ state: 'merged' }).where(isMerging)
  const target = await ideaById(tx, targetId)
  if (target) await shortlistIfWanted(tx, target.number)
}

/** What is said of an un-merge, kept by its job until the source is free. */
export type Unmerging = { mergeId: string; note: string; team: string }

/** Takes everything back that a merge brought, and sets the source free: `unmerged`, or `late` as above. */
export async function dropMerge(merge: Merge, said: Unmerging, forMs = patienceMs) {
  const step: Step = (tx, cargo, from) => dropBatch(tx, merge, cargo, from)
  const went = await throughAll(step, Date.now() + forMs)
  if (went === 'late') await transaction((tx) => goOn(tx, said))
  if (went !== 'done') return 'late'
  return transaction((tx) => finishUnmerge(tx, merge.id, said))
}

const goOn = (tx: Tx, payload: Unmerging | { mergeId: string }) => {
  const key = `${'note' in payload ? 'unmerge' : 'merge'}:${payload.mergeId}:rest`
  return ask(tx, 'merge', key, { payload })
}

/** Does what is left of a merge or an un-merge, however long it takes; for the clock. */
export async function finishRun(merge: Merge, payload: Partial<Unmerging>) {
  const { note, team } = payload
  if (note === undefined || team === undefined) return carryMerge(merge, forever)
  if (merge.state !== 'unmerging') return 'stopped'
  return dropMerge(merge, { mergeId: merge.id, note, team }, forever)
}
