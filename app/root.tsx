import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  useLoaderData,
  useLocation,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { db } from '#db/database.server.ts'
import enhanceUrl from './enhance.ts?worker&url'
import { nounIn } from './domain/points/noun.rules.ts'
import { siteSettings } from './domain/site/site.server.ts'
import { ErrorPage, faultOf } from './ui/error-page.tsx'
import { pageTitle } from './ui/page-title.ts'
import { type Section, Shell } from './ui/shell.tsx'
import stylesUrl from './ui/styles.css?url'
import { env } from './web/env.server.ts'

/** What a route may say of its page, in its `handle`. */
export type Handle = { section?: Section; wide?: boolean }

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: stylesUrl },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  { rel: 'alternate', href: '/feed.xml', type: 'application/atom+xml' },
]

export async function loader({ context }: LoaderFunctionArgs) {
  const { locale, theme } = context.visit
  const { name, accent, promise, pointNoun, hasLeaderboard } = await siteSettings(db)
  const { origin } = env.publicUrl
  const points = nounIn(pointNoun, locale)
  const site = { name, accent, promise: promise[locale], points, hasLeaderboard }
  return { locale, theme, origin, site }
}

/** A page says its own title; what fails is named here. */
export const meta: MetaFunction = ({ matches, error }) =>
  pageTitle(matches, error ? { key: `errors:title.${statusOf(error)}` } : undefined)

const statusOf = (error: unknown) => faultOf(isRouteErrorResponse(error) ? error.status : 500)

type Data = Awaited<ReturnType<typeof loader>>

function Document({
  data,
  children,
  section,
}: {
  data: Data | undefined
  children: ReactNode
  section?: Section
}) {
  const { i18n } = useTranslation()
  const { pathname, search } = useLocation()
  const handles = useMatches().map((match) => match.handle as Handle | undefined)
  const wide = handles.some((handle) => handle?.wide)
  const site = data?.site ?? { name: 'Granaio', accent: null, promise: '' }
  const theme = data?.theme ?? 'auto'
  return (
    <html lang={i18n.language} data-theme={theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
        <script type="module" src={enhanceUrl} />
      </head>
      <body>
        <Shell
          site={site}
          theme={theme}
          path={pathname + search}
          wide={wide}
          section={section ?? handles.findLast((handle) => handle?.section)?.section}
        >
          {children}
        </Shell>
      </body>
    </html>
  )
}

export default function App() {
  return (
    <Document data={useLoaderData<typeof loader>()}>
      <Outlet />
    </Document>
  )
}

/** Every page that fails ends here, in the shell, with the way out. */
export function ErrorBoundary() {
  const status = statusOf(useRouteError())
  return (
    <Document data={useRouteLoaderData<typeof loader>('root')}>
      <ErrorPage status={status} />
    </Document>
  )
}
