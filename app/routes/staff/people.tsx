import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { peopleList } from '#app/domain/identity/people-list.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'
import { requirePermission } from '#app/web/guard.server.ts'
import { db } from '#db/database.server.ts'

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'identity:people.title' })

export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'people.manage')
  const { searchParams } = new URL(knock.request.url)
  const words = (searchParams.get('q') ?? '').slice(0, 100)
  const after = searchParams.get('after') ?? undefined
  return { words, isFirst: !after, ...(await peopleList(db, { words, after })) }
}

const pathOf = (words: string, after?: string) => {
  const query = new URLSearchParams({ ...(words && { q: words }), ...(after && { after }) })
  return query.size ? `/staff/people?${query}` : '/staff/people'
}

export default function People() {
  const { t } = useTranslation('identity')
  const { words, people, next, isFirst } = useLoaderData<typeof loader>()
  return (
    <>
      <Pagehead title={t('people.title')} lead={t('people.lead')} />
      <div className="stack">
        <search className="search-box">
          <form action="/staff/people">
            <input
              type="search"
              name="q"
              defaultValue={words}
              aria-label={t('people.search')}
              placeholder={t('people.search')}
            />
            <button aria-label={t('people.find')}>
              <Icon name="search" />
            </button>
          </form>
        </search>
        {people.length ? (
          <List />
        ) : (
          <Empty
            icon="users"
            title={t('people.none')}
            action={<a href="/staff/people">{t('people.all')}</a>}
          />
        )}
        {(next || !isFirst) && (
          <nav className="row" aria-label={t('people.pages')}>
            {!isFirst && <a href={pathOf(words)}>{t('people.first')}</a>}
            {next && (
              <a className="btn plain" rel="next" href={pathOf(words, next)}>
                {t('people.next')}
              </a>
            )}
          </nav>
        )}
      </div>
    </>
  )
}

function List() {
  const { t } = useTranslation('identity')
  const { people } = useLoaderData<typeof loader>()
  return (
    <Table
      caption={t('people.title')}
      columns={[
        { key: 'name', label: t('people.name') },
        { key: 'email', label: t('email.label') },
        { key: 'roles', label: t('people.roles') },
        { key: 'state', label: t('people.state') },
        { key: 'joined', label: t('people.joined') },
      ]}
      rows={people.map((person) => ({
        key: person.id,
        cells: {
          name: (
            <a href={`/staff/people/${person.handle}`}>
              {person.displayName} <span className="quiet">@{person.handle}</span>
            </a>
          ),
          email: person.email ?? '–',
          roles: person.roles.map((role) => t(`role.${role}`)).join(', ') || t('role.member'),
          state: t(`people.is.${stateOf(person)}`),
          joined: <Time at={person.joinedAt} as="date" />,
        },
      }))}
    />
  )
}

type Listed = { suspendedAt: string | null; emailVerifiedAt: string | null; email: string | null }

function stateOf({ suspendedAt, emailVerifiedAt, email }: Listed) {
  if (suspendedAt) return 'suspended'
  if (!email) return 'imported'
  return emailVerifiedAt ? 'active' : 'unconfirmed'
}
