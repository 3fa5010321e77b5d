import { useTranslation } from 'react-i18next'

const bodies = 'https://digital-strategy.ec.europa.eu/en/policies/dsa-out-court-dispute-settlement'

/** The other ways that the law gives against a decision (Digital Services Act, articles 17, 20 and 21). */
export function Redress() {
  const { t } = useTranslation('moderation')
  return (
    <section className="stack redress" aria-labelledby="redress">
      <h2 id="redress">{t('redress.title')}</h2>
      <dl>
        <div>
          <dt>{t('redress.internal')}</dt>
          <dd>{t('redress.internalText')}</dd>
        </div>
        <div>
          <dt>{t('redress.body')}</dt>
          <dd>
            {t('redress.bodyText')}{' '}
            <a href={bodies} rel="noreferrer">
              {t('redress.bodies')}
            </a>
          </dd>
        </div>
        <div>
          <dt>{t('redress.court')}</dt>
          <dd>{t('redress.courtText')}</dd>
        </div>
      </dl>
    </section>
  )
}
