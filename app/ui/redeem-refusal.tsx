import { useTranslation } from 'react-i18next'
import { ButtonLink } from './button.tsx'
import { useFormat } from './format.ts'
import { Notice } from './notice.tsx'
import { usePoints } from './points.tsx'
import type { RedeemOf, Refused } from './redeem-page.tsx'
import { RewardCard } from './reward-card.tsx'

type Props = { reward: RedeemOf; is: Refused; isJustNow: boolean; isKept: boolean }

const stillOpen: Refused[] = ['other-wish', 'price-changed', 'address-needed']

/** Why not, kindly, and what there is instead. */
export function Refusal(props: Props) {
  const { t } = useTranslation('rewards')
  const { is, isJustNow, isKept } = props
  const { title, text } = useWords(props)
  const isOpen = stillOpen.includes(is)
  return (
    <div className="refusal">
      <Notice tone={isJustNow ? 'warning' : 'info'} title={title}>
        <p>
          {text} {isJustNow && !isOpen && t('refused.nothing')}
        </p>
        {isKept && !isOpen && <p>{t('refused.kept')}</p>}
        {is === 'other-wish' && (
          <p>
            <a href="/me/rewards">{t('refused.other-wish.mine')}</a>
          </p>
        )}
      </Notice>
      {!isOpen && <Instead {...props} />}
    </div>
  )
}

function Instead({ reward: { alternatives }, is }: Props) {
  const { t } = useTranslation('rewards')
  const isWaiting = is === 'points' || is === 'level'
  return (
    <>
      {alternatives.length > 0 && (
        <section>
          <h2>{t(isWaiting ? 'refused.alternativesPoints' : 'refused.alternatives')}</h2>
          <ul className="rewards">
            {alternatives.map((other) => (
              <RewardCard key={other.id} reward={other} as="h3" />
            ))}
          </ul>
        </section>
      )}
      <p className="row">
        {isWaiting && <ButtonLink href="/me/points#earn">{t('refused.earn')}</ButtonLink>}
        <ButtonLink kind="plain" href="/rewards">
          {t('refused.all')}
        </ButtonLink>
      </p>
    </>
  )
}

function useWords({ reward, is, isJustNow }: Props) {
  const { t } = useTranslation('rewards')
  const { date } = useFormat()
  const points = usePoints()
  const { price, standing, opensAt, level } = reward
  const { missing } = standing
  const told = {
    price: points.text(price),
    missing: points.text(missing),
    date: opensAt ? date(opensAt) : '',
    level: level ?? '',
  }
  const title =
    is === 'sold-out' && isJustNow ? t('refused.sold-out.now') : t(`refused.${is}.title`, told)
  const text =
    is === 'points' && missing === 1 ? t('refused.points.one', told) : t(`refused.${is}.text`, told)
  return { title, text }
}
