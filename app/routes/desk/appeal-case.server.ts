import type { LoaderFunctionArgs } from '@remix-run/node'
import {
  type AppealCase,
  deciders,
  findCase,
  mayDecide,
  type ResubmissionCase,
} from '#app/domain/appeals/case.server.ts'
import { movesOf, pastOf, standingOf } from '#app/domain/appeals/receipt.server.ts'
import { tagsOfIdea } from '#app/domain/ideas/draft.server.ts'
import { changed } from '#app/domain/ideas/revision.rules.ts'
import { textAt, type TextThen } from '#app/domain/ideas/text-at.server.ts'
import { holdersOf } from '#app/domain/identity/holder.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { waysBack } from '#app/domain/workflow/bring-back.server.ts'
import { found } from '#app/web/answer.server.ts'
import { db } from '#db/database.server.ts'
import {
  decisionTold,
  ideaTold,
  textTold,
  thenTold,
  type Words,
  wordsIn,
} from '../me/decision.server.ts'

type Case = AppealCase | ResubmissionCase

/** Everything that a reviewer reads before deciding on an appeal, or on new words. */
export async function casePage({ params, context }: LoaderFunctionArgs, reviewer: Person) {
  const { locale } = context.visit
  const one = found(await findCase(db, reviewer, params.id ?? ''))
  const words = await wordsIn(locale)
  const { idea, decision, row } = one
  const [text, may, stands, ways, history, past, free] = await Promise.all([
    textAt(db, idea, decision.movedAt),
    mayDecide(db, reviewer, one),
    standingOf(db, idea).then((standing) => standing?.stands ?? false),
    waysBack(db, reviewer, idea.status, decision.fromStatus),
    movesOf(db, idea.id),
    pastOf(db, idea.id),
    othersFree(reviewer, one),
  ])
  return {
    id: row.id,
    kind: one.kind,
    idea: ideaTold(idea, locale),
    status: words.chip(idea.status),
    sentAt: row.sentAt,
    dueAt: row.dueAt,
    receipt: decisionTold(decision, words),
    then: thenTold({ idea, text }, words),
    words: one.kind === 'appeal' ? one.row.body : one.row.message,
    diff: one.kind === 'resubmission' ? await diffOf(one, words) : null,
    decided: answerTold(one, words),
    history: history
      .filter(({ fromStatus }) => fromStatus)
      .map((move) => decisionTold(move, words)),
    past: pastTold(past, row.id),
    may,
    free,
    stands,
    ways: ways.map(({ id }) => ({ ...words.chip(id), isHome: id === decision.fromStatus })),
  }
}
export type CasePage = Awaited<ReturnType<typeof casePage>>

/** How many others could decide on it. */
async function othersFree(reviewer: Person, { row, idea, decision, kind }: Case) {
  const [reviewers, hiders, barred] = await Promise.all([
    holdersOf(db, 'appeals.decide'),
    holdersOf(db, 'ideas.hide'),
    kind === 'appeal' ? deciders(db, idea, decision) : ([] as string[]),
  ])
  const apart = [...barred, reviewer.id, row.authorId, idea.authorId]
  const isFree = (id: string) =>
    !apart.includes(id) && (idea.place !== 'private' || hiders.includes(id))
  return reviewers.filter(isFree).length
}

/** What the new words change, against the page that they would replace. */
async function diffOf({ row, idea }: ResubmissionCase, { category }: Words) {
  const before: TextThen = row.decidedAt
    ? await textAt(db, idea, row.sentAt)
    : { ...idea, tags: await tagsOfIdea(db, idea.id) }
  return {
    title: changed(before.title, row.title),
    body: changed(before.body, row.body),
    category: [category(before.categoryId), category(row.categoryId)],
    tags: [before.tags.join(', '), [...row.tags].sort().join(', ')],
  }
}

function answerTold({ row }: Case, { locale }: Words) {
  const { outcome, decidedAt, team, answer } = row
  if (!outcome || !decidedAt) return null
  return { outcome, decidedAt, team, answer: textTold(answer, locale) }
}

type Past = Awaited<ReturnType<typeof pastOf>>

function pastTold({ appeals, resubmissions }: Past, without: string) {
  const told = <Kind extends string>(kind: Kind, { id, sentAt, outcome, answer }: Row) => ({
    ...{ kind, id, sentAt, outcome, answer },
  })
  const all = [
    ...appeals.map((row) => told('appeal' as const, row)),
    ...resubmissions.map((row) => told('resubmission' as const, row)),
  ]
  return all.filter(({ id }) => id !== without).sort((a, b) => +b.sentAt - +a.sentAt)
}

type Row = Past['appeals'][number] | Past['resubmissions'][number]
