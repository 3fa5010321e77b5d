import type { LoaderFunctionArgs } from '@remix-run/node'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { speakers } from '#app/messages/i18n.ts'
import { drawnPage } from '#app/web/drawn.server.ts'
import { suggestionsFor } from './page.server.ts'
import { Suggested } from './suggested.tsx'

const longest = 400

/** What may answer what is being typed, as a piece of HTML; nothing of it is kept. */
export async function loader({ request, context: { visit } }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams
  const topic = asked.get('topic')?.slice(0, 60) || undefined
  const text = (asked.get('text') ?? '').slice(0, longest)
  const suggested = await suggestionsFor(visit.locale, { topic, text })
  const html = renderToStaticMarkup(
    <I18nextProvider i18n={speakers[visit.locale]}>
      <Suggested suggested={suggested} />
    </I18nextProvider>,
  )
  return drawnPage(html)
}
