import { useTranslation } from 'react-i18next'
import { Field } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import { type Criterion, useBack } from './use-back.ts'

/** The words, weight and axis of one criterion; what another admin saved meanwhile stands above. */
export function CriterionFields({ place, stored }: { place: string; stored?: Criterion }) {
  const { t } = useTranslation('dossiers')
  const isBack = useBack() === place
  const typed = useTyped()
  const field = (name: 'labelIt' | 'labelEn' | 'helpIt' | 'helpEn' | 'weight' | 'axis') => {
    const back = typed.field(name)
    const shown = isBack && back.defaultValue !== undefined
    const defaultValue = shown ? back.defaultValue : stored?.[name]
    return { name, id: `${place}-${name}`, defaultValue, error: isBack ? back.error : undefined }
  }
  return (
    <>
      {isBack && stored && typed.errors.some(({ name }) => name === 'labelIt') && (
        <Notice tone="warning" title={t('criteria.stored')}>
          <p>
            {stored.labelIt} / {stored.labelEn} ·{' '}
            {t('score.weight', { weight: stored.weight, axis: t(`axis.${stored.axis}`) })}
          </p>
          <p>{stored.helpIt}</p>
          <p>{stored.helpEn}</p>
        </Notice>
      )}
      <Field {...field('labelIt')} label={t('criteria.labelIt')} maxLength={60} required />
      <Field {...field('labelEn')} label={t('criteria.labelEn')} maxLength={60} required />
      <Field
        {...field('helpIt')}
        kind="textarea"
        rows={2}
        label={t('criteria.helpIt')}
        hint={t('criteria.helpHint')}
        maxLength={300}
        required
      />
      <Field
        {...field('helpEn')}
        kind="textarea"
        rows={2}
        label={t('criteria.helpEn')}
        maxLength={300}
        required
      />
      <Field
        {...field('weight')}
        type="number"
        min={1}
        max={10}
        label={t('criteria.weight')}
        hint={t('criteria.weightHint')}
        required
      />
      <Field
        {...field('axis')}
        kind="select"
        label={t('criteria.axis')}
        hint={t('criteria.axisHint')}
        options={[
          { value: 'effort', label: t('axis.effort') },
          { value: 'impact', label: t('axis.impact') },
        ]}
      />
    </>
  )
}
