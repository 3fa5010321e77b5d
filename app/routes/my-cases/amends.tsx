import { useTranslation } from 'react-i18next'
import { ButtonLink } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { usePoints } from '#app/ui/points.tsx'
import type { OwnCasePage } from './one.server.ts'

/** What care gave to make good, with why, and where it is. */
export function Amends({ given }: { given: OwnCasePage['given'] }) {
  const { t } = useTranslation('care')
  const points = usePoints()
  return given.map(({ id, kind, amount, reward, reason }) => (
    <Notice
      key={id}
      tone="success"
      title={
        kind === 'points'
          ? t('mine.gavePoints', { points: points.text(amount) })
          : t('mine.gaveCoupon', { title: reward ?? '' })
      }
    >
      <p>{reason}</p>
      <a href={kind === 'points' ? '/me/points' : `/me/rewards/${id}`}>
        {t(kind === 'points' ? 'mine.toPoints' : 'mine.toCoupon')}
      </a>
    </Notice>
  ))
}

/** A draft that care suggested: theirs to change, to publish in their own words, or to throw away. */
export function Invited({ draftId }: { draftId: string | null }) {
  const { t } = useTranslation('care')
  if (!draftId) return null
  return (
    <Notice title={t('mine.invited')}>
      <p>{t('mine.invitedText')}</p>
      <ButtonLink href={`/ideas/new?draft=${draftId}`} kind="plain" icon="pencil">
        {t('mine.toDraft')}
      </ButtonLink>
    </Notice>
  )
}
