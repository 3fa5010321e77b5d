import type { LoaderFunctionArgs } from '@remix-run/node'
import { candidatePairs } from '#app/domain/merges/candidates.server.ts'
import { isUnanswered } from '#app/domain/merges/merge.rules.ts'
import { type List, mergeList, type ToldMerge } from '#app/domain/merges/merge-list.server.ts'
import { dismissedLately } from '#app/domain/merges/pair.server.ts'
import type { Locale } from '#app/web/visit.server.ts'
import { db } from '#db/database.server.ts'
import { momentOf, now } from '#db/time.ts'
import { linkTo, type Side, sideOf } from './side.ts'

export const shows = ['candidates', 'asked', 'done', 'dismissed'] as const
export type Show = (typeof shows)[number]

/** One of the four lists of merges, as the address asks for it. */
export async function mergesPage({ request, context }: LoaderFunctionArgs): Promise<Shown> {
  const query = new URL(request.url).searchParams
  const { locale } = context.visit
  const show = shows.find((one) => one === query.get('show')) ?? 'candidates'
  const after = query.get('after') ?? ''
  const list: Shown = { ...nothing, show, isFirst: !after }
  if (show === 'candidates') return { ...list, ...(await pairsShown(after, locale)) }
  if (show === 'dismissed') return { ...list, dismissed: await dismissedShown(locale) }
  return { ...list, ...(await rowsShown(show, after, locale)) }
}

type Shown = {
  show: Show
  isFirst: boolean
  pairs: { source: Side; target: Side; likeness: number }[]
  rows: ReturnType<typeof rowOf>[]
  dismissed: { at: string; one: Link; other: Link }[]
  looked: number
  next?: string
}
type Link = ReturnType<typeof linkTo>

const nothing = { pairs: [], rows: [], dismissed: [], looked: 0 }

async function pairsShown(after: string, locale: Locale) {
  const below = /^\d{1,9}$/.test(after) ? Number(after) : undefined
  const { pairs, next, looked } = await candidatePairs(db, below)
  return {
    looked,
    next: next ? String(next) : undefined,
    pairs: pairs.map(({ source, target, likeness }) => ({
      source: sideOf(source, locale),
      target: sideOf(target, locale),
      likeness,
    })),
  }
}

async function dismissedShown(locale: Locale) {
  const pairs = await dismissedLately(db)
  return pairs.map(({ at, one, other }) => ({
    at: at.toISOString(),
    one: linkTo({ ...one, locale: null }, locale),
    other: linkTo({ ...other, locale: null }, locale),
  }))
}

const written = /^(\d{1,15})_([0-9a-f-]{36})$/

async function rowsShown(list: List, after: string, locale: Locale) {
  const [, at, id] = written.exec(after) ?? []
  const { merges, next } = await mergeList(
    db,
    list,
    id ? { askedAt: momentOf(Number(at)), id } : undefined,
  )
  return {
    rows: merges.map((row) => rowOf(row, locale)),
    next: next && `${+next.askedAt}_${next.id}`,
  }
}

/** A merge as the staff read of it. */
export const rowOf = ({ merge, source, target, author, by }: ToldMerge, locale: Locale) => ({
  id: merge.id,
  state: isUnanswered(merge, now()) ? ('unanswered' as const) : merge.state,
  source: linkTo(source, locale),
  target: linkTo(target, locale),
  author,
  by: by?.displayName ?? merge.team,
  votesCarried: merge.votesCarried,
  at: (merge.unmergedAt ?? merge.mergedAt ?? merge.answeredAt ?? merge.askedAt).toISOString(),
})
