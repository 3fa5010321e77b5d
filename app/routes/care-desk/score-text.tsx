import { useTranslation } from 'react-i18next'

/** One rating, 1 to 5, in figures and in the words that were chosen from. */
export function ScoreText({ score }: { score: number }) {
  const { t } = useTranslation('care')
  return (
    <>
      <b className="tnum">{t('panel.score', { score })}</b> {t(`rating.scores.${score as 1}`)}
    </>
  )
}
