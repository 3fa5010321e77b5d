import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { mostPlaces } from '#app/domain/rounds/round.form.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import { RoundLine } from './ideas.tsx'
import type { PlanPage, Preview } from './plan-page.server.ts'

/** The dates, places and rules of a round, and who would enter today by them. */
export function PlanForm() {
  const { t } = useTranslation('rounds')
  const { zone, stored } = useLoaderData<PlanPage>()
  const typed = useTyped(stored)
  const { preview } = (useActionData() ?? {}) as { preview?: Preview }
  const zoned = t('form.zone', { zone: zone.split('/').at(-1)!.replaceAll('_', ' ') })
  // What was changed meanwhile is the page's; saving again is meant for that one.
  const version = 'version' in stored ? stored.version : undefined
  return (
    <div className="sections">
      <form method="post" className="stack measure">
        <ErrorSummary errors={typed.errors} />
        {version && <input type="hidden" name="version" value={version} />}
        <Field {...typed.field('titleIt')} label={t('form.titleIt')} required maxLength={80} />
        <Field {...typed.field('titleEn')} label={t('form.titleEn')} required maxLength={80} />
        <div className="round-pair">
          <Field
            {...typed.field('opens')}
            type="datetime-local"
            label={t('form.opens')}
            hint={zoned}
            required
          />
          <Field
            {...typed.field('closes')}
            type="datetime-local"
            label={t('form.closes')}
            hint={zoned}
            required
          />
          <Field
            {...typed.field('capacity')}
            type="number"
            min={1}
            max={mostPlaces}
            label={t('form.capacity')}
            hint={t('form.capacityHint', { most: mostPlaces })}
            required
          />
          <Field
            {...typed.field('perCategory')}
            type="number"
            min={0}
            max={mostPlaces}
            label={t('form.perCategory')}
            hint={t('form.perCategoryHint')}
            required
          />
        </div>
        <div className="row">
          <Button name="intent" value="save" icon="check">
            {t('form.save')}
          </Button>
          <Button name="intent" value="preview" kind="plain" icon="eye">
            {t('form.preview')}
          </Button>
        </div>
      </form>
      {preview && <Forecast preview={preview} />}
    </div>
  )
}

function Forecast({ preview }: { preview: Preview }) {
  const { t } = useTranslation('rounds')
  const { given, enter, wait } = preview
  return (
    <section className="measure" aria-labelledby="preview">
      <h2 id="preview">{t('form.previewTitle')}</h2>
      <h3>{t('form.previewEnter')}</h3>
      {given.length + enter.total === 0 && <p className="quiet">{t('form.previewEmpty')}</p>}
      {given.length > 0 && (
        <ul className="round-ideas">
          {given.map((idea) => (
            <li key={idea.number}>
              <a href={`/ideas/${idea.number}/${idea.slug}`} lang={idea.lang}>
                {idea.title}
              </a>{' '}
              <span className="quiet">{t('form.given')}</span>
            </li>
          ))}
        </ul>
      )}
      <RoundLine line={enter} />
      <h3>{t('form.previewWait')}</h3>
      {wait.total ? <RoundLine line={wait} /> : <p className="quiet">{t('form.previewEmpty')}</p>}
    </section>
  )
}
