import type { SerializeFrom } from '@remix-run/node'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { rewardDesk } from '#app/domain/rewards/edit-list.server.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { useFormat } from '#app/ui/format.ts'
import { Icon } from '#app/ui/icon.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { Points, usePoints } from '#app/ui/points.tsx'
import { kindIcons } from '#app/ui/reward-card.tsx'
import { Table } from '#app/ui/table.tsx'
import { requirePermission } from '#app/web/guard.server.ts'
import { db } from '#db/database.server.ts'

export { deskLinks as links } from '../reward-desk/links.ts'
export const meta: MetaFunction = ({ matches }) => pageTitle(matches, { key: 'rewards:desk.title' })

export async function loader(knock: LoaderFunctionArgs) {
  await requirePermission(knock, 'rewards.edit')
  const { locale } = knock.context.visit
  const all = await rewardDesk(db)
  return {
    rewards: all.map(({ titleIt, titleEn, ...reward }) => ({
      ...reward,
      title: locale === 'it' ? titleIt : titleEn,
    })),
  }
}
type Row = SerializeFrom<typeof loader>['rewards'][number]

/** Everything that points can buy, and how much of it is left. */
export default function RewardDesk() {
  const { t } = useTranslation('rewards')
  const { rewards } = useLoaderData<typeof loader>()
  const add = (
    <ButtonLink icon="plus" href="/staff/rewards/new">
      {t('desk.add')}
    </ButtonLink>
  )
  return (
    <>
      <Pagehead
        title={t('desk.title')}
        lead={t('desk.listLead')}
        action={rewards.length ? add : undefined}
      />
      {rewards.length ? (
        <List rewards={rewards} />
      ) : (
        <Empty icon="gift" title={t('desk.empty')} text={t('desk.emptyText')} action={add} />
      )}
    </>
  )
}

function List({ rewards }: { rewards: Row[] }) {
  const { t } = useTranslation('rewards')
  const { number } = usePoints()
  return (
    <Table
      caption={t('desk.title')}
      columns={[
        { key: 'title', label: t('desk.reward') },
        { key: 'state', label: t('desk.state') },
        { key: 'price', label: t('desk.price'), numeric: true },
        { key: 'stock', label: t('desk.left'), numeric: true },
        { key: 'taken', label: t('desk.taken'), numeric: true },
        { key: 'when', label: t('desk.window') },
      ]}
      rows={rewards.map((reward) => ({
        key: reward.id,
        cells: {
          title: <Title reward={reward} />,
          state: t(`desk.states.${reward.state}`),
          price: <Points n={reward.price} bare />,
          stock: <Stock reward={reward} />,
          taken: reward.takenCount ? (
            <a href={`/staff/redemptions?reward=${reward.id}`}>{number(reward.takenCount)}</a>
          ) : (
            '0'
          ),
          when: <Window reward={reward} />,
        },
      }))}
    />
  )
}

function Title({ reward: { id, kind, title, imageId } }: { reward: Row }) {
  const { t } = useTranslation('rewards')
  return (
    <span className="reward-row">
      {imageId ? (
        <img src={`/images/${imageId}/thumb`} alt="" width="64" height="48" loading="lazy" />
      ) : (
        <span className="blank">
          <Icon name={kindIcons[kind]} />
        </span>
      )}
      <a href={`/staff/rewards/${id}`}>{title}</a>
      <span className="quiet">{t(`kind.${kind}`)}</span>
    </span>
  )
}

function Stock({ reward: { id, kind, stock } }: { reward: Row }) {
  const { t } = useTranslation('rewards')
  const { number } = usePoints()
  if (stock === null) return t('desk.endless')
  return kind === 'coupon' ? (
    <a href={`/staff/rewards/${id}/codes`}>{t('desk.codes', { count: stock, n: number(stock) })}</a>
  ) : (
    number(stock)
  )
}

function Window({ reward: { opensAt, closesAt } }: { reward: Row }) {
  const { t } = useTranslation('rewards')
  const { date } = useFormat()
  if (!opensAt && !closesAt) return t('desk.always')
  if (!closesAt) return t('desk.from', { date: date(opensAt!) })
  return opensAt
    ? `${date(opensAt)} – ${date(closesAt)}`
    : t('desk.until', { date: date(closesAt) })
}
