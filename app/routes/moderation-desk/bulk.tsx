import { useTranslation } from 'react-i18next'
import { houseRules } from '#app/domain/moderation/rule.rules.ts'
import { Button } from '#app/ui/button.tsx'
import { Choices } from '#app/ui/choices.tsx'
import { Field } from '#app/ui/field.tsx'
import { useTyped } from '#app/ui/use-typed.ts'

/** One decision for all that is ticked. */
export function Bulk() {
  const { t } = useTranslation('moderation')
  const typed = useTyped()
  const act = typed.text('act')
  const errorOf = (name: string) => typed.errors.find((error) => error.name === name)?.message
  return (
    <details className="bulk-acts" open={typed.errors.length > 0}>
      <summary data-key="b">{t('desk.bulk.title')}</summary>
      <div className="stack">
        <Choices
          legend={t('desk.bulk.act')}
          name="act"
          chosen={act ? [act] : []}
          error={errorOf('act')}
          choices={(['approve', 'hide', 'remove'] as const).map((value) => ({
            value,
            label: t(`desk.act.${value}`),
            hint: t(`desk.actHint.${value}`),
          }))}
        />
        <Field
          {...(typed.field('reason') as object)}
          name="reason"
          kind="select"
          label={t('desk.rule')}
          hint={t('desk.bulk.ruleHint')}
          options={[
            { value: '', label: t('desk.chooseRule') },
            ...houseRules.map((value) => ({ value, label: t(`statement.rules.${value}.name`) })),
          ]}
        />
        <Field
          {...(typed.field('facts') as object)}
          name="facts"
          kind="textarea"
          rows={3}
          label={t('desk.facts')}
          hint={t('desk.factsHint')}
          maxLength={4000}
          optional
        />
        <div className="row acts">
          <Button>{t('desk.bulk.send')}</Button>
        </div>
      </div>
    </details>
  )
}
