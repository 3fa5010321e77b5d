import { useTranslation } from 'react-i18next'
import { useDecimal } from './use-decimal.ts'
import { useDossier } from './use-sent.ts'

/** The weighted score of the verdicts, with how it comes about. */
export function Formula() {
  const { t } = useTranslation('dossiers')
  const decimal = useDecimal()
  const { criteria, score, isReconciled } = useDossier()
  if (score === null || !isReconciled) return null
  const parts = criteria.flatMap(({ weight, verdict }) =>
    verdict ? [`${verdict.score} × ${weight}`] : [],
  )
  const weights = criteria.reduce((sum, { weight, verdict }) => sum + (verdict ? weight : 0), 0)
  return (
    <p className="formula">
      <b>{t('verdicts.score', { score: decimal(score) })}</b>{' '}
      <span className="quiet">
        ({parts.join(' + ')}) ÷ {weights}. {t('verdicts.formula')}
      </span>
    </p>
  )
}
