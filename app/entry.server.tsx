import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import type { AppLoadContext, EntryContext } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { speakers } from '#app/messages/i18n.ts'
import { log } from '#app/web/log.server.ts'

const giveUpAfter = 10_000

/** Renders a whole page to text: it is cut at its holes, compressed and kept as one. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  page: EntryContext,
  { visit }: AppLoadContext,
) {
  headers.set('Content-Type', 'text/html; charset=utf-8')
  const html = await rendered(
    <I18nextProvider i18n={speakers[visit.locale]}>
      <RemixServer context={page} url={request.url} />
    </I18nextProvider>,
  )
  return new Response(html, { status, headers })
}

function rendered(tree: React.ReactElement) {
  return new Promise<string>((done, failed) => {
    const { pipe, abort } = renderToPipeableStream(tree, {
      onAllReady: () => {
        clearTimeout(late)
        text(pipe(new PassThrough())).then(done, failed)
      },
      onShellError: failed,
      onError: (error) => log.error({ err: error as Error }, 'rendering'),
    })
    const late = setTimeout(abort, giveUpAfter)
  })
}

/** Remix reports every thrown error here, once; whoever went away or asked for what is not there is none. */
export function handleError(error: unknown, { request }: { request: Request }) {
  if (!request.signal.aborted && !isRouteErrorResponse(error))
    log.error({ err: error as Error, path: new URL(request.url).pathname }, 'fault')
}
