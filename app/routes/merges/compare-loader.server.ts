import type { LoaderFunctionArgs } from '@remix-run/node'
import { aroundIdea } from '#app/domain/ideas/idea-page.server.ts'
import { findIdea } from '#app/domain/ideas/idea.server.ts'
import { searchIdeas } from '#app/domain/ideas/idea-search.server.ts'
import type { Person } from '#app/domain/identity/viewer.rules.ts'
import { likeIdea } from '#app/domain/merges/candidates.server.ts'
import { answerDeadline, obstacleTo, seenOf } from '#app/domain/merges/merge.rules.ts'
import { isToBeAsked, runningMergeOf } from '#app/domain/merges/merge.server.ts'
import { toldMerge } from '#app/domain/merges/merge-list.server.ts'
import { previewOf } from '#app/domain/merges/preview.server.ts'
import { spokenIn } from '#app/domain/points/level.rules.ts'
import { siteSettings } from '#app/domain/site/site.server.ts'
import { found, numberIn } from '#app/web/answer.server.ts'
import type { Locale } from '#app/web/visit.server.ts'
import { db } from '#db/database.server.ts'
import { now } from '#db/time.ts'
import { rowOf } from './list-loader.server.ts'
import { linkTo, sideOf, wholeOf } from './side.ts'

type Found = NonNullable<Awaited<ReturnType<typeof findIdea>>>

/** What the page of a merge shows: the idea, and the other one or the ways to find it. */
export async function comparePage(
  { request, params, context }: LoaderFunctionArgs,
  person: Person,
) {
  const { locale } = context.visit
  const query = new URL(request.url).searchParams
  const source = found(await findIdea(db, numberIn(params), person))
  const target = await findIdea(db, numberOf(query.get('with')), person)
  const running = await runningMergeOf(db, source.id)
  const row = running && (await toldMerge(db, running.id))
  return {
    source: await wholeSide(source, locale),
    running: row && rowOf(row, locale),
    pair: target && !running ? await pairShown(source, target, { person, locale }) : undefined,
    choice: target || running ? undefined : await choiceShown(source, query, locale),
  }
}

/** The number that somebody means; 0, which no idea has, where there is none. */
const numberOf = (text: string | null) =>
  Number(/^\D{0,3}(\d{1,9})$/.exec((text ?? '').trim())?.[1] ?? 0)

const wholeSide = async (idea: Found, locale: Locale) =>
  wholeOf(idea, spokenIn(locale, (await aroundIdea(db, idea)).author), locale)

type Around = { person: Person; locale: Locale }

async function pairShown(source: Found, target: Found, { person, locale }: Around) {
  const obstacle = obstacleTo(source, target)
  const [preview, isAsked, { mergeAnswerDays }] = await Promise.all([
    previewOf(db, source, target),
    isToBeAsked(db, person, source, target),
    siteSettings(db),
  ])
  return {
    target: await wholeSide(target, locale),
    obstacle,
    preview,
    isAsked,
    isOthers: !!source.authorId && source.authorId !== target.authorId,
    askedUntil: answerDeadline(now(), mergeAnswerDays).toISOString(),
    seen: seenOf(source, target),
  }
}

async function choiceShown(source: Found, query: URLSearchParams, locale: Locale) {
  const words = (query.get('q') ?? '').slice(0, 100)
  const near = await likeIdea(db, source.number)
  return {
    words,
    near: near.map((idea) => ({
      ...sideOf(idea, locale),
      likeness: idea.likeness,
      isSettled: idea.isSettled,
    })),
    found: words ? await foundBy(words, source.number, locale) : undefined,
  }
}

const mostFound = 12

async function foundBy(words: string, except: number, locale: Locale) {
  const number = numberOf(words)
  const direct = number ? await findIdea(db, number, undefined) : undefined
  const { ideas } = await searchIdeas(db, words, {}, 1)
  const all = direct ? [direct, ...ideas.filter((idea) => idea.number !== number)] : ideas
  return all
    .filter((idea) => idea.number !== except)
    .slice(0, mostFound)
    .map((idea) => ({
      ...linkTo(idea, locale),
      votesCount: idea.votesCount,
    }))
}

export type ComparePage = typeof comparePage
