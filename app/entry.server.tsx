import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import type { AppLoadContext, EntryContext } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { speakers } from '#app/messages/i18n.ts'
import { log } from '#app/web/log.server.ts'
import { unavailability } from '#db/database.server.ts'

const told = ({ visit }: AppLoadContext, { url }: Request) => ({
  id: visit.id,
  path: new URL(url).pathname,
})

type Faced = { request: Request; context: AppLoadContext }

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
    const met: unknown[] = []
    const { pipe, abort } = renderToPipeableStream(tree, {
      onAllReady: () => {
        clearTimeout(late)
        for (const err of met) log.error({ err: err as Error }, 'rendering')
        text(pipe(new PassThrough())).then((html) => done(withoutGaps(html)), failed)
      },
      // Whoever gets this error tells of it; told here too, it would stand in the log twice.
      onShellError: (error) => {
        met.splice(0)
        failed(error)
      },
      onError: (error) => void met.push(error),
    })
    const late = setTimeout(abort, giveUpAfter)
  })
}

// React 18 fills up a piece of its stream with NULs where a letter of several bytes did not fit in.
const withoutGaps = (html: string) => html.replaceAll('\0', '')

/** Remix reports every thrown error here, once; whoever went away or asked for what is not there is none. */
export function handleError(error: unknown, { request, context }: Faced) {
  const unavailable = unavailability(error)
  if (unavailable) context.visit.unavailable = unavailable
  else if (!request.signal.aborted && !isRouteErrorResponse(error))
    log.error({ ...told(context, request), err: error as Error }, 'fault')
}
