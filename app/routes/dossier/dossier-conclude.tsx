import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { useRanges } from '#app/ui/ranges.ts'
import type { DossierDesk } from './dossier-loader.server.ts'
import { useDossier, useSent } from './use-sent.ts'

/** What the lead writes for the public: costs, times, and why, in plain words. */
export function Conclusion() {
  const { t } = useTranslation('dossiers')
  const { leads } = useLoaderData<DossierDesk>()
  const { id, version, state, stage, result } = useDossier()
  const sent = useSent('conclude', result ?? {})
  if (!leads || state !== 'open' || stage === 'asking' || stage === 'scoring') return null
  return (
    <section id="conclude" aria-labelledby="conclude-title">
      <h2 id="conclude-title">{t('conclude.title')}</h2>
      <p className="quiet">
        <Icon name="eye" /> {t('conclude.lead')}
      </p>
      {sent.error('form') && <Stored />}
      <form method="post" className="form" noValidate id="conclude-form">
        <ErrorSummary errors={sent.errors} />
        <input type="hidden" name="intent" value="conclude" />
        <input type="hidden" name="dossierId" value={id} />
        <input type="hidden" name="version" value={version} />
        <fieldset className="pair">
          <legend>{t('conclude.cost')}</legend>
          <Field {...sent.field('costFrom')} inputMode="numeric" label={t('conclude.from')} />
          <Field {...sent.field('costTo')} inputMode="numeric" label={t('conclude.to')} />
        </fieldset>
        <fieldset className="pair">
          <legend>{t('conclude.time')}</legend>
          <Field {...sent.field('weeksFrom')} inputMode="numeric" label={t('conclude.from')} />
          <Field {...sent.field('weeksTo')} inputMode="numeric" label={t('conclude.to')} />
        </fieldset>
        <Field
          {...sent.field('explanation')}
          kind="textarea"
          rows={8}
          label={t('conclude.explanation')}
          hint={t('conclude.explanationHint')}
          maxLength={5000}
        />
        <div className="row acts">
          <Button icon="eye" kind={stage === 'writing' ? 'primary' : 'plain'}>
            {t('conclude.do')}
          </Button>
        </div>
      </form>
    </section>
  )
}

/** What somebody else saved meanwhile, beside what was typed. */
function Stored() {
  const { t } = useTranslation('dossiers')
  const { money, weeks } = useRanges()
  const { result } = useDossier()
  if (!result) return null
  const { costFrom, costTo, weeksFrom, weeksTo, explanation } = result
  return (
    <Notice tone="warning" title={t('conclude.stored')}>
      {costFrom !== null && costTo !== null && <p>{money(costFrom, costTo)}</p>}
      {weeksFrom !== null && weeksTo !== null && <p>{weeks(weeksFrom, weeksTo)}</p>}
      <p className="said">{explanation}</p>
    </Notice>
  )
}
