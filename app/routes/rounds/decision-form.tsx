import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { reasons } from '#app/domain/workflow/workflow.rules.ts'
import type { DecisionDesk } from '../staff/rounds-decision.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { useTyped } from '#app/ui/use-typed.ts'

/** What is to become of an idea, kept inside until the round is published. */
export function DecisionFields() {
  const { t } = useTranslation('rounds')
  const { saved, may } = useLoaderData<DecisionDesk>()
  const { official, version, ...words } = saved
  const typed = useTyped(words)
  const came = !!(useActionData() as { initialValue?: object } | undefined)?.initialValue
  return (
    <form method="post" className="composer internal">
      <ErrorSummary errors={typed.errors} />
      <p className="quiet">{t('staff.insideText')}</p>
      <input type="hidden" name="version" value={version} />
      <Outcome />
      <Reason />
      <Field
        {...typed.field('note')}
        kind="textarea"
        rows={6}
        label={t('decision.note')}
        hint={t('decision.noteHint')}
      />
      <div className="why">
        <Field
          {...typed.field('couldChange')}
          kind="textarea"
          rows={3}
          label={t('decision.couldChange')}
          hint={t('decision.couldChangeHint')}
        />
      </div>
      {may.answer && (
        <Field
          {...typed.tick('official')}
          defaultChecked={came ? typed.ticked('official') : official}
          label={t('decision.official')}
        />
      )}
      <div className="row">
        <Button name="next" value="on" icon="arrow-right">
          {t('decision.saveNext')}
        </Button>
        <Button kind="plain" icon="check">
          {t('decision.save')}
        </Button>
      </div>
    </form>
  )
}

function Outcome() {
  const { t } = useTranslation('rounds')
  const { saved, choices } = useLoaderData<DecisionDesk>()
  const field = useTyped({ to: saved.to }).field('to')
  return (
    <Field {...field} label={t('decision.to')}>
      <select id="to" name="to" defaultValue={field.defaultValue ?? ''}>
        <option value="">{t('decision.undecided')}</option>
        {choices.map(({ value, label, needsReason }) => (
          <option key={value} value={value} data-reason={needsReason || undefined}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  )
}

function Reason() {
  const { t } = useTranslation(['rounds', 'staff'])
  const { saved } = useLoaderData<DecisionDesk>()
  const typed = useTyped({ reason: saved.reason })
  return (
    <div className="why">
      <Field
        {...typed.field('reason')}
        kind="select"
        label={t('decision.reason')}
        hint={t('decision.reasonHint')}
        options={[
          { value: '', label: t('decision.noReason') },
          ...reasons.map((reason) => ({ value: reason, label: t(`staff:reasons.${reason}`) })),
        ]}
      />
    </div>
  )
}
