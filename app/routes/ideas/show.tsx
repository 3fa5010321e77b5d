import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import type { Handle } from '#app/root.tsx'
import { ideaOf, pageOf } from './show-loader.server.ts'
import { leadToLiving } from './show-merged.server.ts'
import { ShowIdea } from './show-idea.tsx'
import { ideaMeta } from './show-meta.ts'

export const handle: Handle = { section: 'ideas' }
export const meta: MetaFunction<typeof loader> = ideaMeta

export async function loader(knock: LoaderFunctionArgs) {
  const idea = await ideaOf(knock)
  await leadToLiving(idea)
  const { search } = new URL(knock.request.url)
  if (knock.params.slug !== idea.slug)
    throw redirect(`/ideas/${idea.number}/${idea.slug}${search}`, 301)
  return pageOf(knock, idea)
}

export default ShowIdea
