import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import type { Handle } from '#app/root.tsx'
import { pathTo, readable } from '#app/routes/comments/comment-door.server.ts'
import { pageTitle } from '#app/ui/page-title.ts'
import { answerThanks, thanksPage } from './thanks-page.server.ts'
import { Thanks } from './thanks-page.tsx'

export const handle: Handle = { section: 'ideas' }
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, { key: 'ideas:thanks.title' })

async function shownIn(knock: LoaderFunctionArgs) {
  const comment = await readable(knock)
  return { words: comment.body, path: await pathTo(comment) }
}

export const loader = (knock: LoaderFunctionArgs) =>
  thanksPage(knock, { commentId: knock.params.id! }, () => shownIn(knock))

export const action = (knock: ActionFunctionArgs) =>
  answerThanks(knock, { commentId: knock.params.id! }, () => shownIn(knock))

export default Thanks
