import { useTranslation } from 'react-i18next'
import { Icon } from '#app/ui/icon.tsx'
import { CasePerson } from './case-person.tsx'
import { CaseEarlier, CaseIdeas } from './case-past.tsx'
import { CaseLinks } from './case-links.tsx'
import { CaseRemedies } from './case-remedies.tsx'
import { CaseRating } from './case-rating.tsx'
import { CaseProperties, CaseTags } from './case-properties.tsx'
import { Masked } from './case-reveal.tsx'
import { useCasePage } from './case-types.ts'

/** What stands beside the conversation: how the case is filed, and who wrote it. */
export function CasePanel() {
  const { t } = useTranslation('care')
  return (
    <details className="case-panel" id="case-panel" open>
      <summary>
        <Icon name="chevron-right" />
        <span>{t('panel.title')}</span>
      </summary>
      <div className="case-panel-parts">
        <CasePerson />
        <CaseRating />
        <CaseProperties />
        <CaseTags />
        <Product />
        <CaseLinks />
        <CaseRemedies />
        <CaseIdeas />
        <CaseEarlier />
      </div>
    </details>
  )
}

/** What the form asked for beside the words. */
function Product() {
  const { t } = useTranslation('care')
  const { product, shop, hasBatch } = useCasePage()
  if (!product && !shop && !hasBatch) return null
  return (
    <section aria-labelledby="panel-product">
      <h2 id="panel-product">{t('panel.about')}</h2>
      <dl className="facts">
        {product && (
          <>
            <dt>{t('panel.product')}</dt>
            <dd>{product}</dd>
          </>
        )}
        {hasBatch && (
          <>
            <dt>{t('panel.batch')}</dt>
            <dd>
              <Masked field="batch" mask="•••" />
            </dd>
          </>
        )}
        {shop && (
          <>
            <dt>{t('panel.shop')}</dt>
            <dd>{shop}</dd>
          </>
        )}
      </dl>
    </section>
  )
}
