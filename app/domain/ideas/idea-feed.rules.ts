import { spokenIn } from '../points/level.rules.ts'
import type { Part } from './excerpt.rules.ts'
import type { Status } from './idea.server.ts'

export const sorts = ['hot', 'top', 'new', 'updated'] as const
export type Sort = (typeof sorts)[number]

/** The last idea of a page: the sort, its value there (dates in milliseconds), its number. */
export type Cursor = [sort: Sort, value: number, number: number]

type Locale = 'it' | 'en'
type Labels = { labelIt: string; labelEn: string }

/** What a status or a category is called in the reader's language. */
export const labelOf = ({ labelIt, labelEn }: Labels, locale: Locale) =>
  locale === 'it' ? labelIt : labelEn

/** A status as its chip shows it. */
export const chipOf = (status: Status, locale: Locale) => ({
  key: status.id,
  label: labelOf(status, locale),
  tone: status.tone,
  icon: status.icon,
})

type Author = {
  handle: string
  displayName: string
  avatarId: string | null
  stranger: boolean
  /** The level beside their name, where one is told. */
  level: Record<Locale, string> | null
}

/** Everything a list tells of an idea. */
export type ListedIdea = {
  id: string
  number: number
  slug: string
  title: string
  excerpt: string | Part[]
  locale: Locale | null
  stage: Status
  category: ({ id: string } & Labels) | undefined
  tags: string[]
  author: Author | null
  photo: { id: string; alt: string } | null
  publishedAt: Date
  updatedAt: Date
  answeredAt: Date | null
  votesCount: number
  commentsCount: number
}

/** The language of an idea where it is not the reader's, for who listens to it. */
export const langOf = (idea: { locale: Locale | null }, locale: Locale) =>
  idea.locale && idea.locale !== locale ? idea.locale : undefined

type Linked = Pick<ListedIdea, 'id' | 'number' | 'slug' | 'title' | 'locale' | 'votesCount'>

/** What a link to an idea tells a reader of `locale`. */
export const linkOf = (idea: Linked, locale: Locale) => ({
  id: idea.id,
  number: idea.number,
  slug: idea.slug,
  title: idea.title,
  lang: langOf(idea, locale),
  votesCount: idea.votesCount,
})

/** An idea as its card shows it to a reader of `locale`. */
export const cardOf = ({ stage, category, author, ...idea }: ListedIdea, locale: Locale) => ({
  ...idea,
  author: spokenIn(locale, author),
  lang: langOf(idea, locale),
  status: chipOf(stage, locale),
  votesOpen: stage.votesOpen,
  category: category ? { key: category.id, label: labelOf(category, locale) } : null,
  answered: idea.answeredAt !== null,
})

export const pageSize = 20

/** What a list of ideas is asked for; all filters hold together. `author` is a handle. */
export type FeedWish = {
  sort: Sort
  status?: string
  category?: string
  tag?: string
  answered?: boolean
  author?: string
  after?: Cursor
  limit?: number
}

/** One page of ideas; `next` is where the following page begins, `total` is told when it is known. */
export type Feed = { ideas: ListedIdea[]; next?: Cursor; total?: number }

type Sortable = {
  hot: number
  votesCount: number
  publishedAt: Date
  updatedAt: Date
  number: number
}

/** The cursor that stands at an idea in a list of this sort. */
export function cursorAt(idea: Sortable, sort: Sort): Cursor {
  const { hot, votesCount, publishedAt, updatedAt, number } = idea
  const values = { hot, top: votesCount, new: +publishedAt, updated: +updatedAt }
  return [sort, values[sort], number]
}
