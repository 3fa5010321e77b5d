import type { MetaDescriptor } from '@remix-run/react'
import { speakers } from '#app/messages/i18n.ts'

type Locale = keyof typeof speakers
type Root = { locale: Locale; site: { name: string; promise: string }; origin?: string }
type Matches = readonly { id: string; data?: unknown }[]
/** A title as it stands, or the key of its message, with what the message tells. */
type Title = string | { key: string; values?: Record<string, string | number> }
type Page = { title: Title; description?: string; path: string; image?: string; kind?: 'article' }

const unknownSite: Root = { locale: 'it', site: { name: 'Granaio', promise: '' } }

function rootOf(matches: Matches) {
  const root = matches.find(({ id }) => id === 'root')?.data as Root | undefined
  return root?.site ? root : unknownSite
}

function wordsOf(title: Title, locale: Locale) {
  if (typeof title === 'string') return title
  const say = speakers[locale].t as (key: string, values?: object) => string
  return say(title.key, title.values)
}

/** The page's title, "Page – Site"; the site's name alone where there is no other. */
export function pageTitle(matches: Matches, title?: Title): MetaDescriptor[] {
  const { locale, site } = rootOf(matches)
  const words = title && wordsOf(title, locale)
  return [{ title: words ? `${words} – ${site.name}` : site.name }]
}

/**
 * What a public page tells of itself to browsers, search engines and whoever shares it. `path` is
 * its one true address on this site, `image` a path on it; `description` is the site's promise
 * unless the page has its own.
 */
export function ogMeta(matches: Matches, page: Page): MetaDescriptor[] {
  const { locale, site, origin = '' } = rootOf(matches)
  const title = wordsOf(page.title, locale)
  const description = page.description || site.promise
  const facts = {
    'og:site_name': site.name,
    'og:type': page.kind ?? 'website',
    'og:title': title || site.name,
    'og:description': description,
    'og:url': origin + page.path,
    'og:locale': locale === 'it' ? 'it_IT' : 'en_GB',
    ...(page.image && {
      'og:image': origin + page.image,
      'og:image:width': '1200',
      'og:image:height': '630',
      'og:image:alt': title,
    }),
  }
  return [
    ...pageTitle(matches, title),
    { name: 'description', content: description },
    { tagName: 'link', rel: 'canonical', href: origin + page.path },
    ...Object.entries(facts).map(([property, content]) => ({ property, content })),
    { name: 'twitter:card', content: page.image ? 'summary_large_image' : 'summary' },
  ]
}
