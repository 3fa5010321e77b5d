import type { MetaArgs } from '@remix-run/react'
import { ogMeta, pageTitle } from '#app/ui/page-title.ts'
import type { ideaPage } from './show-loader.server.ts'

/** What an idea's page tells of itself: its words, its picture, its feed. */
export function ideaMeta({ data, matches }: MetaArgs<typeof ideaPage>) {
  if (!data) return pageTitle(matches)
  const { idea, path, description } = data
  const feed = { rel: 'alternate', type: 'application/atom+xml', title: idea.title }
  return [
    ...ogMeta(matches, {
      ...{ title: idea.title, description, path, kind: 'article' },
      image: `/ideas/${idea.number}/og.png`,
    }),
    { tagName: 'link', ...feed, href: `/ideas/${idea.number}/feed.xml` },
  ]
}
