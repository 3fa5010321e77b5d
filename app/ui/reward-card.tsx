import { useTranslation } from 'react-i18next'
import type { Kind } from '#app/domain/rewards/redemption.rules.ts'
import type { Availability } from '#app/domain/rewards/reward.rules.ts'
import { useFormat } from './format.ts'
import { Hole } from './hole.tsx'
import { Icon, type IconName } from './icon.tsx'
import { Points } from './points.tsx'

type Moment = Date | string | null

export type RewardCardOf = {
  id: string
  slug: string
  kind: Kind
  title: string
  price: number
  stock: number | null
  availability: Availability
  opensAt: Moment
  closesAt: Moment
  level: string | null
  photo: { id: string; alt: string; width: number; height: number } | null
}

export const kindIcons: Record<Kind, IconName> = {
  coupon: 'ticket',
  prize: 'gift',
  donation: 'hand-heart',
  thanks: 'heart',
}

type Props = { reward: RewardCardOf; as?: 'h2' | 'h3'; isFirst?: boolean }

/** One reward of the catalogue; what it is to the reader is a hole. The photos of the `isFirst` do not wait. */
export function RewardCard({ reward, as: Heading = 'h2', isFirst }: Props) {
  const { t } = useTranslation('rewards')
  const { kind, slug, title, price, level, availability } = reward
  return (
    <li className="reward-card" data-is={availability}>
      <RewardPhoto reward={reward} isFirst={isFirst} />
      <p className="kind">
        <Icon name={kindIcons[kind]} /> {t(`kind.${kind}`)}
      </p>
      <Heading>
        <a href={`/rewards/${slug}`}>{title}</a>
      </Heading>
      <p className="price">
        <Points n={price} />
      </p>
      <p className="stock">
        <StockWords reward={reward} />
        {level && <span>{t('level.from', { level })}</span>}
      </p>
      <p className="mine">
        <Standing id={reward.id} />
      </p>
    </li>
  )
}

function RewardPhoto({ reward: { photo, kind }, isFirst }: Omit<Props, 'as'>) {
  if (!photo)
    return (
      <div className="no-photo">
        <Icon name={kindIcons[kind]} />
      </div>
    )
  return (
    <img
      src={`/images/${photo.id}/thumb`}
      alt={photo.alt}
      width={photo.width}
      height={photo.height}
      loading={isFirst ? undefined : 'lazy'}
    />
  )
}

type Stock = Pick<RewardCardOf, 'availability' | 'stock' | 'opensAt' | 'closesAt'>

/** How many are left, or from when or until when there are any, in words. */
export function StockWords({ reward, isShort }: { reward: Stock; isShort?: boolean }) {
  const { t } = useTranslation('rewards')
  const { date, number } = useFormat()
  const { availability, stock, opensAt, closesAt } = reward
  if (availability === 'over') return <span>{t('stock.over')}</span>
  if (availability === 'soon') return <span>{t('stock.soon', { date: date(opensAt!) })}</span>
  if (availability === 'sold-out') return <span>{t('stock.out')}</span>
  return (
    <>
      <span>
        {stock === null ? t('stock.always') : t('stock.left', { count: stock, n: number(stock) })}
      </span>
      {closesAt && !isShort && <span>{t('stock.until', { date: date(closesAt) })}</span>}
    </>
  )
}

/** How the reader stands before a reward. */
export function Standing({ id }: { id: string }) {
  const { t } = useTranslation('rewards')
  const yes = (words: string) => (
    <span className="can">
      <Icon name="circle-check" /> {words}
    </span>
  )
  return (
    <Hole
      of={`reward:${id}`}
      cases={{
        can: yes(t('here.can')),
        again: yes(t('here.again')),
        limit: yes(t('here.limit')),
        point: <span>{t('here.point')}</span>,
        points: <span>{t('here.points')}</span>,
        level: <span>{t('here.level')}</span>,
      }}
    />
  )
}
