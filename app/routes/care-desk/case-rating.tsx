import { useTranslation } from 'react-i18next'
import { Time } from '#app/ui/time.tsx'
import { ScoreText } from './score-text.tsx'
import { useCasePage } from './case-types.ts'

type Rating = ReturnType<typeof useCasePage>['ratings'][number]

/** How content the member said to be with how it went; nothing before anybody asked. */
export function CaseRating() {
  const { t } = useTranslation('care')
  const { ratings } = useCasePage()
  if (!ratings.length) return null
  return (
    <section aria-labelledby="panel-rating">
      <h2 id="panel-rating">{t('panel.rating')}</h2>
      {ratings.map((rating) => (
        <OneRating key={rating.number} {...rating} />
      ))}
    </section>
  )
}

function OneRating({ number, isOwn, score, comment, askedAt, ratedAt }: Rating) {
  const { t } = useTranslation('care')
  const { locale } = useCasePage()
  if (score === null || !ratedAt)
    return (
      <p className="quiet">
        {t('panel.notRated')} <Time at={askedAt} as="date" />
      </p>
    )
  return (
    <>
      <p>
        <ScoreText score={score} /> · <Time at={ratedAt} as="date" />
        {!isOwn && <> · {t('panel.ratedOther', { number })}</>}
      </p>
      {comment && (
        <p className="as-written" lang={locale}>
          {comment}
        </p>
      )}
    </>
  )
}
