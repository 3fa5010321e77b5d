import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { shareKept } from '#app/domain/promises/promise.rules.ts'
import type { Handle } from '#app/root.tsx'
import { ogMeta } from '#app/ui/page-title.ts'
import { FiguresPage } from './transparency/figures-page.tsx'
import { figuresOf, periodOf, promiseLines } from './transparency/figures.server.ts'

export const handle: Handle = {}

export const meta: MetaFunction = ({ matches }) =>
  ogMeta(matches, { title: { key: 'promises:figures.title' }, path: '/transparency' })

export async function loader({ request, context }: LoaderFunctionArgs) {
  const period = periodOf(new URL(request.url).searchParams.get('days'))
  const { promises, ...rest } = await figuresOf(period)
  const { all, waiting, running, paused } = promises
  return {
    period,
    promises: { ...all, share: shareKept(all), waiting, running, paused },
    lines: await promiseLines(promises, context.visit.locale),
    ...rest,
  }
}
export type FiguresData = typeof loader

export default FiguresPage
