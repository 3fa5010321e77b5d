import { redirect } from '@remix-run/node'
import { chipOf, langOf } from '#app/domain/ideas/idea-feed.rules.ts'
import { findIdea, type Idea } from '#app/domain/ideas/idea.server.ts'
import { livingIdea } from '#app/domain/ideas/merged.server.ts'
import { mergedInto, type MergedHere } from '#app/domain/merges/merged-here.server.ts'
import type { Locale } from '#app/web/visit.server.ts'
import { db } from '#db/database.server.ts'

/**
 * Leads away from an idea that was merged, to where it lives now (`end` is the end of that address);
 * does nothing for others. Not for ever (301): browsers keep such an answer, and ideas that were
 * merged can be taken apart again.
 */
export async function leadToLiving(idea: Idea, end?: string) {
  if (!idea.mergedIntoId) return
  const living = await livingIdea(db, idea)
  if (!living) throw new Response(null, { status: 404 })
  const { number, slug } = living
  const page = end ? `/ideas/${number}/${end}` : `/ideas/${number}/${slug}?merged=${idea.number}`
  throw redirect(page, 302)
}

/** What an idea's page tells of the ideas in it: `from` is the number of the one that led here. */
export async function mergedShown(
  idea: Idea,
  query: URLSearchParams,
  locale: Locale,
): Promise<Shown> {
  if (idea.mergedIntoId) return { ...nothing, lives: await whereItLives(idea, locale) }
  if (idea.place === 'private') return nothing
  const { merged, past } = await mergedInto(db, idea.id)
  if (!past.length) return nothing
  const from = Number(query.get('merged'))
  const authors = new Map(
    merged
      .filter(({ author }) => author)
      .map(({ author }) => [author!.handle, { ...author!, stranger: author!.source !== null }]),
  )
  return {
    lives: undefined,
    merged: merged.map((each) => toldSource(each, merged, locale)),
    from: merged.find(({ number }) => number === from)?.number,
    authors: [...authors.values()],
    history: past.flatMap(historyOf),
  }
}

export type MergedShown = Shown

async function whereItLives(idea: Idea, locale: Locale) {
  const living = await livingIdea(db, idea)
  const target = living && (await findIdea(db, living.number, undefined))
  if (!target) throw new Response(null, { status: 404 })
  return {
    path: `/ideas/${target.number}/${target.slug}`,
    title: target.title,
    lang: langOf(target, locale),
    status: chipOf(target.stage, locale),
    votesCount: target.votesCount,
  }
}

type Shown = {
  lives: Awaited<ReturnType<typeof whereItLives>> | undefined
  merged: ReturnType<typeof toldSource>[]
  from: number | undefined
  authors: { handle: string; displayName: string; avatarId: string | null; stranger: boolean }[]
  history: ReturnType<typeof historyOf>
}
const nothing: Shown = { lives: undefined, merged: [], from: undefined, authors: [], history: [] }

const toldSource = (source: MergedHere, all: MergedHere[], locale: Locale) => ({
  number: source.number,
  title: source.title,
  lang: langOf(source, locale),
  author: source.author && { ...source.author, stranger: source.author.source !== null },
  publishedAt: source.publishedAt,
  votesCarried: source.votesCarried,
  commentsCount: source.commentsCount,
  through: all.find(({ sourceId }) => sourceId === source.targetId)?.title,
})

/** A line of the timeline for each idea that came, and for each that went its own way again. */
const historyOf = ({ id, title, team, note, mergedAt, unmergedAt, state }: MergedHere) => [
  { id, title, team, note, at: mergedAt!, is: 'merged' as const },
  ...(state === 'unmerged' && unmergedAt
    ? [{ id: `${id} apart`, title, team, note: '', at: unmergedAt, is: 'unmerged' as const }]
    : []),
]
