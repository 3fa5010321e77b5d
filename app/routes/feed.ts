import type { LoaderFunctionArgs } from '@remix-run/node'
import { labelOf } from '#app/domain/ideas/idea-feed.rules.ts'
import { ideaFeed } from '#app/domain/ideas/idea-feed.server.ts'
import { siteSettings } from '#app/domain/site/site.server.ts'
import { speakers } from '#app/messages/i18n.ts'
import { atom, xmlResponse } from '#app/web/atom.ts'
import { env } from '#app/web/env.server.ts'
import { db } from '#db/database.server.ts'

const length = 30

/** The newest ideas, for feed readers. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { locale } = context.visit
  const t = speakers[locale].getFixedT(locale, 'ideas')
  const { origin } = env.publicUrl
  const { name, promise } = await siteSettings(db)
  const { ideas } = await ideaFeed(db, { sort: 'new', limit: length })
  const feed = atom({
    title: `${t('feed.ideas')} – ${name}`,
    subtitle: promise[locale],
    self: `${origin}/feed.xml`,
    url: `${origin}/ideas?sort=new`,
    updatedAt: ideas[0]?.publishedAt ?? new Date(0),
    locale,
    entries: ideas.map((idea) => ({
      id: `${origin}/ideas/${idea.number}`,
      title: idea.title,
      url: `${origin}/ideas/${idea.number}/${idea.slug}`,
      at: idea.publishedAt,
      author: idea.author?.displayName ?? t('feed.former'),
      summary: String(idea.excerpt),
      category: idea.category && labelOf(idea.category, locale),
    })),
  })
  return xmlResponse(feed, 'application/atom+xml')
}
