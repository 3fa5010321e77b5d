import type { SerializeFrom } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { MentionDesk } from './list.server.ts'

/** Of more than so many it is only said that there are more. */
export const mostCounted = 999

type Desk = SerializeFrom<MentionDesk>
export type Row = Desk['rows'][number]
type Asked = Partial<Desk['list']>

export const useDesk = () => useLoaderData<MentionDesk>()

/** What the address of a list asks; the new ones go without saying. */
export function mentionsQuery({ state = 'new', ...asked }: Asked) {
  const query = new URLSearchParams()
  if (state !== 'new') query.set('state', state)
  for (const name of ['source', 'rating', 'q', 'after'] as const)
    if (asked[name]) query.set(name, asked[name])
  return query.size ? `?${query}` : ''
}

export const mentionsHref = (asked: Asked) => `/staff/mentions${mentionsQuery(asked)}`
