import type { LoaderFunctionArgs } from '@remix-run/node'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { similarIdeas } from '#app/domain/ideas/similar.server.ts'
import { speakers } from '#app/messages/i18n.ts'
import { SimilarIdeas } from '#app/ui/editor-similar.tsx'
import { drawnPage } from '#app/web/drawn.server.ts'
import { db } from '#db/database.server.ts'

const most = 3
const longest = 200

/** Ideas like the title that is being typed, as a piece of HTML. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const title = new URL(request.url).searchParams.get('title') ?? ''
  const ideas = await similarIdeas(db, title.slice(0, longest), { limit: most })
  const html = renderToStaticMarkup(
    <I18nextProvider i18n={speakers[context.visit.locale]}>
      <SimilarIdeas ideas={ideas} />
    </I18nextProvider>,
  )
  return drawnPage(html)
}
