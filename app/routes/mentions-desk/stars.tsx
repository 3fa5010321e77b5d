import { useTranslation } from 'react-i18next'
import { Icon } from '#app/ui/icon.tsx'
import { useWords } from './words.ts'

/** A rating in words, with its stars drawn beside; whoever gave none says so. */
export function Stars({ rating }: { rating: number | null }) {
  const { t } = useTranslation('mentions')
  const { tenth } = useWords()
  if (rating === null) return <span className="stars none">{t('rating.none')}</span>
  return (
    <span className="stars">
      <span className="drawn" aria-hidden="true">
        {[1, 2, 3, 4, 5].map((n) => (
          <span key={n} className={n <= Math.round(rating) ? 'full' : 'hollow'}>
            <Icon name="star" />
          </span>
        ))}
      </span>
      {t('rating.of', { n: tenth(rating) })}
    </span>
  )
}
