import type { SerializeFrom } from '@remix-run/node'
import { useTranslation } from 'react-i18next'
import { Empty } from '#app/ui/empty.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { CaseRow } from './list-row.tsx'
import type { InboxList } from './list.server.ts'

export type List = SerializeFrom<InboxList>
type Said = Partial<Pick<List, 'view' | 'state' | 'sort' | 'topic' | 'tag' | 'q'>>

/** What the address of the inbox says of a list; what goes without saying is left out. */
export function inboxQuery({ state = 'todo', ...said }: Said, after?: string) {
  const usual = { view: 'all', state: 'todo', sort: state === 'todo' ? 'due' : 'newest' }
  const all: Record<string, string | undefined> = { state, ...said, after }
  const query = new URLSearchParams()
  for (const name of ['q', 'view', 'state', 'sort', 'topic', 'tag', 'after'] as const) {
    const value = all[name]
    if (value && value !== (usual as Record<string, string>)[name]) query.set(name, value)
  }
  return query.toString()
}

export function inboxHref(list: Said, after?: string) {
  const query = inboxQuery(list, after)
  return query ? `/staff/care?${query}` : '/staff/care'
}

type Props = {
  list: List
  /** The case that is open beside the list: then nothing can be picked. */
  current?: string
  ticked?: Set<string>
}

/** The cases of a view; whichever is open is marked. */
export function CaseList({ list, current, ticked }: Props) {
  const { t } = useTranslation('care')
  if (!list.rows.length) return <Nothing list={list} />
  const view = inboxQuery(list)
  return (
    <section className="case-list" aria-label={t('inbox.list')}>
      <ol id="id">
        {list.rows.map((row) => (
          <CaseRow
            key={row.id}
            row={row}
            view={view}
            isOpen={current === row.id}
            ticked={current === undefined ? !!ticked?.has(`${row.id}.${row.version}`) : undefined}
          />
        ))}
      </ol>
      <Pager
        firstHref={list.isFirst ? null : inboxHref(list)}
        nextHref={list.next && inboxHref(list, list.next)}
        more={t('talk.around')}
      />
    </section>
  )
}

function Nothing({ list }: { list: List }) {
  const { t } = useTranslation('care')
  const what = emptiness(list)
  const out = what === 'mine' ? 'toUnassigned' : 'toAll'
  const href = what === 'mine' ? inboxHref({ view: 'unassigned' }) : inboxHref({})
  const isHome = what === 'todo' && list.view === 'all'
  return (
    <Empty
      icon="inbox"
      title={t(`inbox.empty.${what}`)}
      text={t(`inbox.emptyText.${what}`)}
      action={isHome ? undefined : <a href={href}>{t(`inbox.${out}`)}</a>}
    />
  )
}

function emptiness({ q, state, topic, tag, view }: List) {
  if (q) return 'found'
  if (state !== 'todo' || topic || tag) return 'other'
  return view === 'mine' ? 'mine' : 'todo'
}
