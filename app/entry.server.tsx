import { setImmediate } from 'node:timers/promises'
import type { AppLoadContext, EntryContext } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { speakers } from '#app/messages/i18n.ts'
import { drawnPage } from '#app/web/drawn.server.ts'
import { log } from '#app/web/log.server.ts'
import { loggedPath } from '#app/web/log-words.ts'
import { unavailability } from '#db/database.server.ts'

const told = ({ visit }: AppLoadContext, { url }: Request) => ({
  id: visit.id,
  path: loggedPath(new URL(url).pathname),
})

type Faced = { request: Request; context: AppLoadContext }

let turn = Promise.resolve()

/** One page is drawn at a time, and between two of them whoever waits for less is served. */
const ownTurn = () => (turn = turn.then(() => setImmediate()))

/**
 * Renders a whole page to text: it is cut at its holes, compressed and kept as one, so a stream would
 * only cost. No page hydrates, so React leaves no marks for itself.
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  page: EntryContext,
  { visit }: AppLoadContext,
) {
  await ownTurn()
  const html = renderToStaticMarkup(
    <I18nextProvider i18n={speakers[visit.locale]}>
      <RemixServer context={page} url={request.url} />
    </I18nextProvider>,
  )
  return drawnPage(`<!doctype html>${html}`, { status, headers })
}

/** Remix reports every thrown error here, once; whoever went away or asked for what is not there is none. */
export function handleError(error: unknown, { request, context }: Faced) {
  const unavailable = unavailability(error)
  if (unavailable) context.visit.unavailable = unavailable
  else if (!request.signal.aborted && !isRouteErrorResponse(error))
    log.error({ ...told(context, request), err: error as Error }, 'fault')
}
