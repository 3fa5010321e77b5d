import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { findIdea } from '#app/domain/ideas/idea.server.ts'
import type { Handle } from '#app/root.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { found, numberIn } from '#app/web/answer.server.ts'
import { db } from '#db/database.server.ts'
import { answerThanks, thanksPage } from './thanks-page.server.ts'
import { Thanks } from './thanks-page.tsx'

export const handle: Handle = { section: 'ideas' }
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, { key: 'ideas:thanks.title' })

async function shownIn({ params, context }: LoaderFunctionArgs) {
  const idea = found(await findIdea(db, numberIn(params), context.visit.viewer))
  const { number, slug, title, body } = idea
  return { words: `${title}. ${body}`, path: `/ideas/${number}/${slug}` }
}

export const loader = (knock: LoaderFunctionArgs) =>
  thanksPage(knock, { number: numberIn(knock.params) }, () => shownIn(knock))

export const action = (knock: ActionFunctionArgs) =>
  answerThanks(knock, { number: numberIn(knock.params) }, () => shownIn(knock))

export default Thanks
