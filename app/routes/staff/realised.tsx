import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { realisedDesk } from '#app/domain/realised/gallery.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { useFormat } from '#app/ui/format.ts'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import staffStyles from '#app/ui/staff.css?url'
import { Table } from '#app/ui/table.tsx'
import { requirePermission } from '#app/web/guard.server.ts'
import { db } from '#db/database.server.ts'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: staffStyles }]
export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'realised:desk.title' })

export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'realised.edit')
  return { ideas: await realisedDesk(db) }
}

type State = 'none' | 'draft' | 'published'
const stateOf = (page: { publishedAt: string | null } | null): State =>
  page ? (page.publishedAt ? 'published' : 'draft') : 'none'

/** The ideas that are done, and whether what they became has a page. */
export default function RealisedDesk() {
  const { t } = useTranslation('realised')
  const { number } = useFormat()
  const { ideas } = useLoaderData<typeof loader>()
  return (
    <>
      <Pagehead title={t('desk.title')} lead={t('desk.lead')} />
      {ideas.length === 0 ? (
        <Empty
          icon="wheat"
          title={t('desk.empty')}
          text={t('desk.emptyText')}
          action={<ButtonLink href="/roadmap">{t('desk.toRoadmap')}</ButtonLink>}
        />
      ) : (
        <Table
          caption={t('desk.title')}
          columns={[
            { key: 'idea', label: t('desk.idea') },
            { key: 'votes', label: t('desk.votes'), numeric: true },
            { key: 'state', label: t('desk.state') },
            { key: 'act', label: t('desk.act'), hideLabel: true },
          ]}
          rows={ideas.map(({ number: n, title, votesCount, page }) => ({
            key: String(n),
            cells: {
              idea: page?.title ?? title,
              votes: number(votesCount),
              state: t(`desk.states.${stateOf(page)}`),
              act: (
                <a href={`/staff/ideas/${n}/realised`}>
                  {t(page ? 'desk.edit' : 'desk.begin')}
                  <span className="vh">: {title}</span>
                </a>
              ),
            },
          }))}
        />
      )}
    </>
  )
}
