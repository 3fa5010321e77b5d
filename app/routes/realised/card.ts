import { beginning } from '#app/domain/ideas/excerpt.rules.ts'
import { langOf } from '#app/domain/ideas/idea-feed.rules.ts'
import { plainText } from '#app/domain/ideas/markdown.rules.ts'
import { spokenIn } from '#app/domain/points/level.rules.ts'
import type { realisedGallery } from '#app/domain/realised/gallery.server.ts'
import type { RealisedData } from '#app/ui/realised-story.tsx'

type Shown = Awaited<ReturnType<typeof realisedGallery>>['ideas'][number]
type Words = Pick<RealisedData, 'href' | 'title' | 'lang' | 'honesty' | 'said' | 'told'>

const storyLength = 220
const shortened = (text: string) => beginning(plainText(text), storyLength)

/** A realised idea as the gallery shows it: by its own page where it has one, else by the idea. */
export function realisedCard({ page, story, ...idea }: Shown, locale: 'it' | 'en'): RealisedData {
  const { id, votesCount } = idea
  const author = spokenIn(locale, idea.author)
  const words = page ? ofPage(idea, page, locale) : ofIdea(idea, story, locale)
  return { id, author, votesCount, photo: page?.photo ?? idea.photo, ...words }
}

type Idea = Pick<Shown, 'number' | 'slug' | 'title' | 'locale'>

const ofPage = (idea: Idea, page: NonNullable<Shown['page']>, locale: 'it' | 'en'): Words => ({
  href: `/realised/${idea.number}/${idea.slug}`,
  title: page.title,
  lang: langOf(page, locale),
  honesty: page.honesty,
  said: shortened(page.story),
  told: { date: `${page.realisedOn}T12:00:00Z` },
})

const ofIdea = (idea: Idea, story: Shown['story'], locale: 'it' | 'en'): Words => ({
  href: `/ideas/${idea.number}/${idea.slug}`,
  title: idea.title,
  lang: langOf(idea, locale),
  honesty: null,
  said: story ? shortened(story.body) : null,
  told: story ? { team: story.team, date: story.publishedAt } : null,
})
