import type { Idea, Status } from '#app/domain/ideas/idea.server.ts'
import { chipOf, langOf } from '#app/domain/ideas/idea-feed.rules.ts'
import { renderMarkdown } from '#app/domain/ideas/markdown.rules.ts'
import type { Candidate } from '#app/domain/merges/candidates.server.ts'
import type { Locale } from '#app/web/visit.server.ts'

type Named = Pick<Idea, 'number' | 'slug' | 'title' | 'locale'>

/** An idea as a link to it. */
export const linkTo = ({ number, slug, title, locale: lang }: Named, locale: Locale) => ({
  number,
  title,
  path: `/ideas/${number}/${slug}`,
  lang: langOf({ locale: lang }, locale),
})

/** An idea as one of two to choose between. */
export const sideOf = (idea: Candidate, locale: Locale) => ({
  ...linkTo(idea, locale),
  status: chipOf(idea.stage, locale),
  votesCount: idea.votesCount,
  commentsCount: idea.commentsCount,
  publishedAt: idea.publishedAt.toISOString(),
  author: idea.author,
})

type Whole = Idea & { stage: Status }

/** An idea with its whole text, to be read beside another. */
export const wholeOf = (idea: Whole, author: Candidate['author'], locale: Locale) => ({
  ...sideOf({ ...idea, author }, locale),
  html: renderMarkdown(idea.body),
})

export type Side = ReturnType<typeof sideOf>
