import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { findIdea } from '#app/domain/ideas/idea.server.ts'
import type { Handle } from '#app/root.tsx'
import { found, numberIn } from '#app/web/answer.server.ts'
import { db } from '#db/database.server.ts'
import { ideaPage } from './show-loader.server.ts'
import { ShowIdea } from './show-idea.tsx'
import { ideaMeta } from './show-meta.ts'

export const handle: Handle = { section: 'ideas' }
export const meta: MetaFunction<typeof loader> = ideaMeta

export async function loader(knock: LoaderFunctionArgs) {
  const { params, request, context } = knock
  const idea = found(await findIdea(db, numberIn(params), context.visit.viewer))
  const { search } = new URL(request.url)
  if (params.slug !== idea.slug) throw redirect(`/ideas/${idea.number}/${idea.slug}${search}`, 301)
  return ideaPage(knock)
}

export default ShowIdea
