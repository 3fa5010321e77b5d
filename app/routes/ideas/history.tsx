import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { categoryList } from '#app/domain/ideas/categories.server.ts'
import { tagsOfIdea } from '#app/domain/ideas/draft.server.ts'
import { findIdea } from '#app/domain/ideas/idea.server.ts'
import { editsOf } from '#app/domain/ideas/revision.rules.ts'
import { revisionsOf } from '#app/domain/ideas/revision.server.ts'
import type { Handle } from '#app/root.tsx'
import editorStyles from '#app/ui/editor.css?url'
import { HistoryPage } from '#app/ui/editor-history.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { found, numberIn } from '#app/web/answer.server.ts'
import { db } from '#db/database.server.ts'

export const handle: Handle = { section: 'ideas' }
export const links: LinksFunction = () => [{ rel: 'stylesheet', href: editorStyles }]
export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'ideas:history.title' })

type Version = {
  id: string
  createdAt: Date
  title: string
  body: string
  categoryId: string
  tags: string[]
}

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { viewer, locale } = context.visit
  const idea = found(await findIdea(db, numberIn(params), viewer))
  const [revisions, tags, categories] = await Promise.all([
    revisionsOf(db, idea.id),
    tagsOfIdea(db, idea.id),
    categoryList(db),
  ])
  const named = (key: string) => {
    const category = categories.find(({ id }) => id === key)
    return (locale === 'en' ? category?.labelEn : category?.labelIt) ?? key
  }
  const edits = editsOf<Version>({ ...idea, tags }, revisions).map(
    ({ before, after, ...change }) => ({
      ...change,
      id: before.id,
      at: before.createdAt,
      category: [named(before.categoryId), named(after.categoryId)],
      tags: [before.tags.join(', '), after.tags.join(', ')],
    }),
  )
  const { number, slug, title, locale: lang } = idea
  return { idea: { path: `/ideas/${number}/${slug}`, title, lang: lang ?? undefined }, edits }
}

export default function IdeaHistory() {
  return <HistoryPage {...useLoaderData<typeof loader>()} />
}
