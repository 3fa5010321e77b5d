import { useTranslation } from 'react-i18next'
import { ButtonLink } from './button.tsx'
import { useFormat } from './format.ts'
import { Hole } from './hole.tsx'
import { Points } from './points.tsx'
import { StockWords } from './reward-card.tsx'
import type { RewardPageOf } from './reward-thing.tsx'

type Props = { reward: RewardPageOf }

/** What a reward costs, what the reader can do about it, and all there is to know before. */
export function RewardPanel({ reward }: Props) {
  const { t } = useTranslation('rewards')
  const { number } = useFormat()
  const { kind, perMember, addressDays, level } = reward
  const facts = [
    [t('one.stock'), <StockWords key="stock" reward={reward} isShort />],
    [t('one.level'), level ? t('level.from', { level }) : t('level.all')],
    ...(reward.opensAt || reward.closesAt
      ? [[t('one.when'), <When key="when" {...reward} />]]
      : []),
    ...(perMember
      ? [[t('one.each'), t('one.eachSome', { count: perMember, n: number(perMember) })]]
      : []),
    [
      t('one.delivery'),
      `${t(`one.how.${kind}`)}${reward.needsApproval ? ` ${t('one.approved')}` : ''}`,
    ],
    [
      t('one.needs'),
      kind === 'prize'
        ? t('one.need.prize', { count: addressDays, n: number(addressDays) })
        : t(`one.need.${kind}`),
    ],
  ] as const
  return (
    <section className="reward-panel">
      <p className="price">
        <Points n={reward.price} />
      </p>
      <Act reward={reward} />
      <dl>
        {facts.map(([name, said]) => (
          <div key={String(name)}>
            <dt>{name}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function When({ opensAt, closesAt }: Pick<RewardPageOf, 'opensAt' | 'closesAt'>) {
  const { t } = useTranslation('rewards')
  const { date } = useFormat()
  const [from, to] = [opensAt && date(opensAt), closesAt && date(closesAt)]
  if (from && to) return t('one.fromTo', { from, to })
  return from ? t('one.from', { from }) : t('one.to', { to: to ?? '' })
}

/** The one act of the page, or what is in its way. */
function Act({ reward: { id, slug, availability } }: Props) {
  const { t } = useTranslation('rewards')
  const href = `/rewards/${slug}/redeem`
  const isOpen = availability === 'open'
  const others = (
    <ButtonLink kind="plain" href="/rewards">
      {t('one.others')}
    </ButtonLink>
  )
  const take = (above?: string) => (
    <>
      {above && <p>{above}</p>}
      <ButtonLink href={href}>{t('one.redeem')}</ButtonLink>
      <p className="quiet">{t('one.after')}</p>
    </>
  )
  const saving = (words: string) => (
    <>
      <p className="missing">
        <strong>{words}</strong> {t('one.have')}
      </p>
      <p className="links">
        <a href="/me/points#earn">{t('one.earn')}</a> <a href="/rewards">{t('one.others')}</a>
      </p>
    </>
  )
  return (
    <div className="act">
      <Hole
        of={`reward:${id}`}
        cases={{
          guest: isOpen ? <ButtonLink href={href}>{t('one.login')}</ButtonLink> : others,
          can: take(),
          again: take(t('here.again')),
          limit: (
            <>
              <p>{t('here.limit')}.</p>
              <ButtonLink kind="plain" href="/me/rewards">
                {t('one.mine')}
              </ButtonLink>
            </>
          ),
          point: saving(`${t('here.point')}.`),
          points: saving(`${t('here.points')}.`),
          level: saving(`${t('here.level')}.`),
          gone: others,
        }}
      />
    </div>
  )
}
