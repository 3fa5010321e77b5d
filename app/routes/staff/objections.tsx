import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { wantsKeys } from '#app/domain/identity/keys.server.ts'
import { readPlace, writtenPlace } from '#app/domain/ideas/idea-feed.form.ts'
import { objectionQueue } from '#app/domain/moderation/objection-queue.server.ts'
import { mayAnswer } from '#app/domain/moderation/statement.rules.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import moderationStyles from '#app/ui/moderation.css?url'
import { pageTitle } from '#app/ui/page-title.ts'
import receiptStyles from '#app/ui/receipt.css?url'
import staffStyles from '#app/ui/staff.css?url'
import { TabsNav } from '#app/ui/tabs-nav.tsx'
import { requirePermission } from '#app/web/guard.server.ts'
import { db } from '#db/database.server.ts'
import { now } from '#db/time.ts'
import { Frame } from '../moderation-desk/frame.tsx'
import { useObjectionKeys } from '../objections/keys.ts'
import { ObjectionTable } from '../objections/table.tsx'

const here = '/staff/moderation/objections'
const hrefOf = (state: string) => (state === 'waiting' ? here : `${here}?state=${state}`)

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: staffStyles },
  { rel: 'stylesheet', href: moderationStyles },
  { rel: 'stylesheet', href: receiptStyles },
]
export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'moderation:objections.title' })

/** Who objects to a decision and waits for an answer, the most urgent first; and what was answered. */
export async function loader(knock: LoaderFunctionArgs) {
  const moderator = await requirePermission(knock, 'moderation.decide')
  const { searchParams } = new URL(knock.request.url)
  const state = searchParams.get('state') === 'decided' ? 'decided' : 'waiting'
  const after = readPlace(searchParams.get('after'))
  const [{ rows, next }, hasKeys] = await Promise.all([
    objectionQueue(db, { state, after }),
    wantsKeys(db, moderator.id),
  ])
  return {
    ...{ state, hasKeys, help: searchParams.has('help') },
    isFirst: !after,
    nextHref: next && `${here}?state=${state}&after=${encodeURIComponent(writtenPlace(next))}`,
    rows: rows.map(({ madeBy, personId, ...row }) => ({
      ...row,
      isLate: !row.decidedAt && row.dueAt < now(),
      isOwn: !row.decidedAt && !mayAnswer(moderator, { decidedBy: madeBy, personId }),
    })),
  }
}
export type ObjectionRows = Awaited<ReturnType<typeof loader>>['rows']

export default function Objections() {
  const { state, rows, nextHref, isFirst, hasKeys, help } = useLoaderData<typeof loader>()
  const { t } = useTranslation('moderation')
  const isWaiting = state === 'waiting'
  return (
    <>
      <Pagehead
        above={
          <a className="act" href="/staff/moderation" data-key="n">
            <Icon name="arrow-left" /> {t('objections.back')}
          </a>
        }
        title={t('objections.title')}
        lead={t('objections.lead')}
      />
      <Frame
        fresh={[]}
        hasKeys={hasKeys}
        help={help}
        here={hrefOf(state)}
        lines={useObjectionKeys()}
      >
        <div className="stack">
          <TabsNav
            label={t('objections.views')}
            tabs={(['waiting', 'decided'] as const).map((name) => ({
              href: hrefOf(name),
              label: t(`objections.${name}`),
              current: state === name,
            }))}
          />
          {rows.length ? (
            <ObjectionTable rows={rows} isWaiting={isWaiting} />
          ) : (
            <Empty
              icon="inbox"
              title={t(isWaiting ? 'objections.empty' : 'objections.emptyDecided')}
              text={t(isWaiting ? 'objections.emptyText' : 'objections.emptyDecidedText')}
            />
          )}
          {(nextHref || !isFirst) && (
            <nav className="row" aria-label={t('objections.pages')}>
              {!isFirst && <a href={`${here}?state=${state}`}>{t('objections.start')}</a>}
              {nextHref && (
                <a className="btn plain" rel="next" href={nextHref}>
                  {t('objections.next')}
                </a>
              )}
            </nav>
          )}
        </div>
      </Frame>
    </>
  )
}
