import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { readPlace, writtenPlace } from '#app/domain/ideas/idea-feed.form.ts'
import { flagsOf, statementsOf, waitingPostsOf } from '#app/domain/moderation/statement.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import statementStyles from '#app/ui/statement.css?url'
import { requireConcerned } from '#app/web/guard.server.ts'
import { db } from '#db/database.server.ts'
import { Restricted } from '../statements/restricted.tsx'
import { Reported, Statements, Waiting } from '../statements/lists.tsx'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: statementStyles }]
export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'moderation:statement.title' })

/** What was decided about whoever looks, what of theirs waits, and what came of their reports. */
export async function loader(knock: LoaderFunctionArgs) {
  const { id } = await requireConcerned(knock)
  const { viewer, shutOut } = knock.context.visit
  const after = readPlace(new URL(knock.request.url).searchParams.get('after'))
  const [{ rows, next }, waiting, reported] = await Promise.all([
    statementsOf(db, id, after),
    waitingPostsOf(db, id),
    flagsOf(db, id),
  ])
  return {
    ...{ rows, waiting, reported, isFirst: !after },
    out: shutOut ? { until: shutOut.until } : null,
    silencedUntil: viewer?.silencedUntil ?? null,
    next: next && `/me/decisions?after=${encodeURIComponent(writtenPlace(next))}`,
  }
}
export type DecisionsData = typeof loader

export default function Decisions() {
  const { t } = useTranslation('moderation')
  const { rows, waiting, reported, isFirst } = useLoaderData<typeof loader>()
  const isEmpty = ![rows, waiting, reported].some(({ length }) => length)
  return (
    <>
      <Pagehead title={t('statement.title')} lead={t('statement.lead')} />
      <div className="sections measure">
        <Restricted />
        {isEmpty && (
          <Empty icon="scale" title={t('statement.empty')} text={t('statement.emptyText')} />
        )}
        {rows.length > 0 && <Statements rows={rows} />}
        <Pages />
        {isFirst && waiting.length > 0 && <Waiting rows={waiting} />}
        {isFirst && reported.length > 0 && <Reported rows={reported} />}
      </div>
    </>
  )
}

function Pages() {
  const { t } = useTranslation('moderation')
  const { next, isFirst } = useLoaderData<typeof loader>()
  if (isFirst && !next) return null
  return (
    <nav className="row" aria-label={t('statement.pages')}>
      {!isFirst && <a href="/me/decisions">{t('statement.newest')}</a>}
      {next && (
        <a className="btn plain" rel="next" href={next}>
          {t('statement.older')}
        </a>
      )}
    </nav>
  )
}
