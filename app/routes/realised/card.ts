import { beginning } from '#app/domain/ideas/excerpt.rules.ts'
import { langOf } from '#app/domain/ideas/idea-feed.rules.ts'
import { plainText } from '#app/domain/ideas/markdown.rules.ts'
import type { realisedGallery } from '#app/domain/realised/gallery.server.ts'
import type { RealisedData } from '#app/ui/realised-story.tsx'

type Shown = Awaited<ReturnType<typeof realisedGallery>>['ideas'][number]

const storyLength = 220

/** A realised idea as the gallery shows it: by its own page where it has one, else by the idea. */
export function realisedCard({ page, story, ...idea }: Shown, locale: 'it' | 'en'): RealisedData {
  const said = page?.story ?? story?.body
  const slug = `${idea.number}/${idea.slug}`
  return {
    id: idea.id,
    href: page ? `/realised/${slug}` : `/ideas/${slug}`,
    title: page?.title ?? idea.title,
    lang: langOf(page ?? idea, locale),
    honesty: page?.honesty ?? null,
    author: idea.author,
    votesCount: idea.votesCount,
    photo: page?.photo ?? idea.photo,
    said: said ? beginning(plainText(said), storyLength) : null,
    told: page
      ? { date: `${page.realisedOn}T12:00:00Z` }
      : story
        ? { team: story.team, date: story.publishedAt }
        : null,
  }
}
