import type { LoaderFunctionArgs } from '@remix-run/node'
import { aroundIdea } from '#app/domain/ideas/idea-page.server.ts'
import { categoryList, statusList } from '#app/domain/ideas/categories.server.ts'
import { chipOf, labelOf } from '#app/domain/ideas/idea-feed.rules.ts'
import type { Status } from '#app/domain/ideas/idea.server.ts'
import { plainText, renderMarkdown } from '#app/domain/ideas/markdown.rules.ts'
import { may, type Person } from '#app/domain/identity/viewer.rules.ts'
import { versionOf } from '#app/domain/workflow/answer.server.ts'
import { DeskQuery, deskSearch } from '#app/domain/workflow/desk.form.ts'
import {
  deskCounts,
  deskList,
  deskStatuses,
  findDeskIdea,
  knownDeskQuery,
} from '#app/domain/workflow/desk.server.ts'
import { movesOpenTo } from '#app/domain/workflow/move.server.ts'
import { officialAnswerOf, timelineOf } from '#app/domain/workflow/timeline.server.ts'
import { numberIn } from '#app/web/answer.server.ts'
import type { Locale } from '#app/web/visit.server.ts'
import { db } from '#db/database.server.ts'

/** What the address asks of the desk. */
export const deskQueryOf = (request: Request) =>
  knownDeskQuery(db, DeskQuery.parse(Object.fromEntries(new URL(request.url).searchParams)))

/** The desk: its views with their counts, one page of ideas, and the one that is open. */
export async function deskPage({ request, params, context }: LoaderFunctionArgs, member: Person) {
  const { locale } = context.visit
  const asked = await deskQueryOf(request)
  const open = params.number ? numberIn(params) : asked.idea
  const query = { ...asked, idea: open, results: undefined }
  const [list, statuses, counts, categories, every, openMoves] = await Promise.all([
    deskList(db, query),
    deskStatuses(db),
    deskCounts(db),
    categoryList(db),
    statusList(db),
    movesOpenTo(db, member, query.status),
  ])
  const chips = new Map(every.map((status) => [status.id, chipOf(status, locale)]))
  const board = every.filter(({ place }) => place === 'board')
  return {
    query,
    may: { answer: may(member, 'ideas.answer') },
    views: [
      { key: '', count: sumOf(board, counts) },
      ...statuses.map(({ id }) => ({ key: id, count: counts.get(id) ?? 0 })),
    ].map((view) => ({ ...view, label: chips.get(view.key)?.label })),
    categories: categories.map((one) => ({ value: one.id, label: labelOf(one, locale) })),
    ideas: list.ideas.map((idea) => ({ ...idea, status: chips.get(idea.status)! })),
    nextHref:
      list.next && `/staff/ideas${deskSearch({ ...query, idea: undefined, after: list.next })}`,
    bulkMoves: choicesOf(openMoves, chips),
    results: resultsIn(asked.results),
    open: open ? await openIdea(open, member, locale) : undefined,
  }
}

export type DeskPage = Awaited<ReturnType<typeof deskPage>>
type Chips = Map<string, ReturnType<typeof chipOf>>
type Moves = Awaited<ReturnType<typeof movesOpenTo>>

const sumOf = (statuses: Status[], counts: Map<string, number>) =>
  statuses.reduce((sum, { id }) => sum + (counts.get(id) ?? 0), 0)

/** The statuses that these moves lead to, each once, and whether they need a reason. */
function choicesOf(moves: Moves, chips: Chips) {
  const every = new Map(moves.map((move) => [move.toStatus, move.needsReason]))
  return [...every].map(([key, needsReason]) => ({
    value: key,
    label: chips.get(key)!.label,
    needsReason,
  }))
}

async function openIdea(number: number, member: Person, locale: Locale) {
  const idea = await findDeskIdea(db, number, member)
  if (!idea) return null
  const [around, road, answer, moves] = await Promise.all([
    aroundIdea(db, idea),
    timelineOf(db, idea),
    officialAnswerOf(db, idea.id),
    movesOpenTo(db, member, idea.status),
  ])
  const chips: Chips = new Map([...around.stages].map(([id, stage]) => [id, chipOf(stage, locale)]))
  return {
    number,
    title: idea.title,
    path: `/ideas/${number}/${idea.slug}`,
    html: renderMarkdown(idea.body, { links: false }),
    lang: idea.locale && idea.locale !== locale ? idea.locale : undefined,
    status: chips.get(idea.status)!,
    author: around.author,
    category: labelOf(around.category, locale),
    publishedAt: idea.publishedAt,
    votesCount: idea.votesCount,
    commentsCount: idea.commentsCount,
    moves: choicesOf(moves, chips),
    history: road.history.map((move) => ({
      ...move,
      note: plainText(move.note),
      status: chips.get(move.toStatus)!,
    })),
    answer: answer && { ...answer, html: renderMarkdown(answer.body), seen: versionOf(answer) },
  }
}

/** What became of a move of several: `214.moved,215.stale` in the address. */
function resultsIn(written: string | undefined) {
  return (written ?? '').split(',').flatMap((one) => {
    const found = /^(\d{1,9})\.(moved|not-allowed|reason-needed|note-needed|stale|gone)$/.exec(one)
    return found ? [{ number: Number(found[1]), outcome: found[2]! }] : []
  })
}
