import { useTranslation } from 'react-i18next'
import { Time } from '#app/ui/time.tsx'
import { ScoreText } from './score-text.tsx'
import { useCasePage } from './case-types.ts'

/** How content the member said to be with how it went; nothing before anybody asked. */
export function CaseRating() {
  const { t } = useTranslation('care')
  const { rating, locale } = useCasePage()
  if (!rating) return null
  const { score, comment, askedAt, ratedAt } = rating
  return (
    <section aria-labelledby="panel-rating">
      <h2 id="panel-rating">{t('panel.rating')}</h2>
      {score === null || !ratedAt ? (
        <p className="quiet">
          {t('panel.notRated')} <Time at={askedAt} as="date" />
        </p>
      ) : (
        <>
          <p>
            <ScoreText score={score} /> · <Time at={ratedAt} as="date" />
          </p>
          {comment && (
            <p className="as-written" lang={locale}>
              {comment}
            </p>
          )}
        </>
      )}
    </section>
  )
}
