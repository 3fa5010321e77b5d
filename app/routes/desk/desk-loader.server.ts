import type { LoaderFunctionArgs } from '@remix-run/node'
import { categoryList, statusList } from '#app/domain/ideas/categories.server.ts'
import { chipOf, labelOf } from '#app/domain/ideas/idea-feed.rules.ts'
import { wantsKeys } from '#app/domain/identity/keys.server.ts'
import { staffWho } from '#app/domain/dossiers/evaluator.server.ts'
import { may, type Person } from '#app/domain/identity/viewer.rules.ts'
import { DeskQuery, deskSearch } from '#app/domain/workflow/desk.form.ts'
import { deskBoard } from '#app/domain/workflow/desk-board.server.ts'
import type { DeskIdea } from '#app/domain/workflow/desk-row.server.ts'
import { deskList, knownDeskQuery } from '#app/domain/workflow/desk.server.ts'
import { movesOpenTo } from '#app/domain/workflow/move.server.ts'
import { undoable } from '#app/domain/workflow/undo.server.ts'
import { numberIn } from '#app/web/answer.server.ts'
import { db } from '#db/database.server.ts'
import { choicesOf, type Chips, type Moves } from './desk-choices.ts'
import { openIdea } from './desk-open.server.ts'
import { deskViewsFor } from './desk-views.server.ts'

/** What the address asks of the desk. */
export const deskQueryOf = (request: Request) =>
  knownDeskQuery(db, DeskQuery.parse(Object.fromEntries(new URL(request.url).searchParams)))

/** The desk: its views with their counts, one page of ideas or the board of them, and the one that is open. */
export async function deskPage({ request, params, context }: LoaderFunctionArgs, member: Person) {
  const { locale } = context.visit
  const asked = await deskQueryOf(request)
  const open = params.number ? numberIn(params) : asked.idea
  const query = { ...asked, idea: open, results: undefined }
  const [shown, views, categories, every, openMoves, fresh, hasKeys, evaluators] =
    await Promise.all([
      shownOf(query, member),
      deskViewsFor(db, member, locale),
      categoryList(db),
      statusList(db),
      movesOpenTo(db, member),
      undoable(db, member),
      wantsKeys(db, member.id),
      evaluatorsFor(member),
    ])
  const chips: Chips = new Map(every.map((status) => [status.id, chipOf(status, locale)]))
  const chipped = ({ id: _, ...row }: DeskIdea) => ({ ...row, status: chips.get(row.status)! })
  return {
    query,
    hasKeys,
    evaluators,
    views,
    may: rightsOf(member),
    categories: categories.map((one) => ({ value: one.id, label: labelOf(one, locale) })),
    ideas: shown.ideas.map(chipped),
    columns: shown.columns?.map(({ status, cards, ...column }) => ({
      ...column,
      status: chips.get(status.id)!,
      cards: cards.map(chipped),
    })),
    ways: waysIn(openMoves),
    nextHref:
      shown.next && `/staff/ideas${deskSearch({ ...query, idea: undefined, after: shown.next })}`,
    bulkMoves: choicesOf(openMoves, chips, query.set ? undefined : query.status),
    fresh: fresh.map(({ toStatus, ...move }) => ({ ...move, status: chips.get(toStatus)! })),
    results: resultsIn(asked.results),
    open: open ? await openIdea(open, { member, locale, openMoves, chips }) : undefined,
  }
}

export type DeskPage = Awaited<ReturnType<typeof deskPage>>

const rightsOf = (member: Person) => ({
  answer: may(member, 'ideas.answer'),
  move: may(member, 'ideas.move'),
  merge: may(member, 'ideas.merge'),
  export: may(member, 'ideas.export'),
})

/** Whom `member` may ask to weigh an idea. */
async function evaluatorsFor(member: Person) {
  const some = may(member, 'dossiers.lead') ? await staffWho(db, 'dossiers.score') : []
  return some.map(({ id, displayName, team }) => ({ id, displayName, team }))
}

async function shownOf(query: DeskQuery, member: Person) {
  if (query.view !== 'kanban') return { ...(await deskList(db, query, member)), columns: undefined }
  return { ideas: [], next: undefined, columns: await deskBoard(db, query, member) }
}

/** Where an idea may go from each status, by whoever looks: what dragging and the keys ask. */
function waysIn(moves: Moves) {
  const ways: Record<string, string[]> = {}
  for (const { fromStatus, toStatus } of moves) (ways[fromStatus] ??= []).push(toStatus)
  return ways
}

const outcomes =
  'moved|tagged|untagged|unchanged|assigned|already-assigned|not-allowed|reason-needed|note-needed|too-many-tags|too-few-votes|too-early|stale|gone|refused'
const result = new RegExp(`^(\\d{1,9})\\.(${outcomes})$`)

/** What became of an act on several: `214.moved,215.stale` in the address. */
function resultsIn(written: string | undefined) {
  return (written ?? '').split(',').flatMap((one) => {
    const found = result.exec(one)
    return found ? [{ number: Number(found[1]), outcome: found[2]! }] : []
  })
}
