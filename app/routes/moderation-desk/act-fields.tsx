import { useTranslation } from 'react-i18next'
import { acts, isOnPerson, keyOf, spans } from '#app/domain/moderation/act.rules.ts'
import { houseRules } from '#app/domain/moderation/rule.rules.ts'
import { Field } from '#app/ui/field.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import { Keyed } from './keyed.tsx'

type Props = { isHeld: boolean; hasAuthor: boolean; templates: Record<string, string> }

/** What happens, by which rule, in which words, for how long. */
export function ActFields({ isHeld, hasAuthor, templates }: Props) {
  const { t } = useTranslation('moderation')
  const typed = useTyped()
  const errorOf = (name: string) => typed.errors.find((error) => error.name === name)?.message
  const offered = acts.filter((act) => act !== 'approve' && (hasAuthor || !isOnPerson(act)))
  return (
    <>
      <Keyed
        legend={t('desk.what')}
        name="act"
        chosen={typed.text('act')}
        error={errorOf('act')}
        choices={offered.map((value) => ({
          value,
          key: keyOf[value],
          label: t(`desk.act.${value}`),
          hint: t(`desk.actHint.${value}`),
        }))}
      />
      <Keyed
        legend={t('desk.rule')}
        name="reason"
        chosen={typed.text('reason')}
        error={errorOf('reason')}
        choices={houseRules.map((value, i) => ({
          value,
          key: String(i + 1),
          label: t(`statement.rules.${value}.name`),
        }))}
      />
      <Field
        {...(typed.field('facts') as object)}
        name="facts"
        kind="textarea"
        rows={5}
        label={t('desk.facts')}
        hint={t('desk.factsHint')}
        data-templates={JSON.stringify(templates)}
        maxLength={4000}
        optional
      />
      {hasAuthor && (
        <div className="for-persons">
          <Field
            name="days"
            kind="select"
            {...{ defaultValue: typed.text('days') ?? '7' }}
            error={errorOf('days')}
            label={t('desk.days')}
            hint={t('desk.daysHint')}
            options={[
              ...spans.map((n) => ({ value: String(n), label: t('desk.span', { count: n }) })),
              { value: '0', label: t('desk.forGood') },
            ]}
          />
          {isHeld ? (
            <p className="quiet">{t('desk.staysHidden')}</p>
          ) : (
            <Field
              {...typed.tick('hides')}
              label={t('desk.hides')}
              hint={t('desk.hidesHint')}
              data-key="c"
            />
          )}
        </div>
      )}
    </>
  )
}
