import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { excerptOf } from '#app/domain/ideas/excerpt.rules.ts'
import { langOf } from '#app/domain/ideas/idea-feed.rules.ts'
import { plainText, renderMarkdown } from '#app/domain/ideas/markdown.rules.ts'
import { realisedPage } from '#app/domain/realised/realised-page.server.ts'
import type { Handle } from '#app/root.tsx'
import { ogMeta } from '#app/ui/page-title.ts'
import { found, numberIn } from '#app/web/answer.server.ts'
import { db } from '#db/database.server.ts'
import { RealisedThing } from './thing.tsx'

export const handle: Handle = { section: 'realised' }

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  data
    ? ogMeta(matches, {
        title: data.title,
        description: data.description,
        path: data.path,
        image: data.photo ? `/images/${data.photo.id}/large` : `/ideas/${data.idea.number}/og.png`,
        kind: 'article',
      })
    : []

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { viewer, locale } = context.visit
  const told = found(await realisedPage(db, numberIn(params), viewer))
  const { idea, page, isShown, sources, changes, author, ...rest } = told
  const path = `/realised/${idea.number}/${idea.slug}`
  if (params.slug !== idea.slug) throw redirect(path + new URL(request.url).search, 302)
  const ofIdea = ({ id, number, slug, title, votesCount }: (typeof sources)[number]) => ({
    id,
    number,
    slug,
    title,
    votesCount,
  })
  return {
    ...rest,
    path,
    isShown,
    title: page.title,
    lang: langOf(page, locale),
    html: renderMarkdown(page.story, { links: true }),
    description: plainText(page.story).slice(0, 200),
    honesty: page.honesty,
    realisedOn: page.realisedOn,
    productUrl: page.productUrl,
    team: page.team,
    idea: { ...ofIdea({ ...idea, author }), lang: langOf(idea, locale), author },
    sources: sources.map((source) => ({
      ...ofIdea(source),
      lang: langOf(source, locale),
      author: source.author,
    })),
    changes: changes.map(({ id, body, change, author }) => ({
      ...{ id, change, author },
      said: excerptOf(body),
    })),
  }
}

export type RealisedPage = typeof loader

export default function Realised() {
  const { t } = useTranslation('realised')
  const page = useLoaderData<typeof loader>()
  return <RealisedThing page={page} draft={page.isShown ? undefined : t('page.draft')} />
}
