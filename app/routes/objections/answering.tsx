import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Time } from '#app/ui/time.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import { Keyed } from '../moderation-desk/keyed.tsx'
import type { ObjectionData } from '../staff/objections-one.tsx'

/** What was answered; or the form to answer, for those who may; or who has to. */
export function Answering() {
  const { objection, may } = useLoaderData<ObjectionData>()
  const { errors } = useTyped()
  const isDone = !!objection.decidedAt
  return (
    <div className="stack outcome">
      {isDone && <Answered />}
      {may === 'yes' && (!isDone || errors.length > 0) && <AnswerForm />}
      {may !== 'yes' && !isDone && <NotYours />}
    </div>
  )
}

function Answered() {
  const { t } = useTranslation('moderation')
  const { objection } = useLoaderData<ObjectionData>()
  const { outcome, decidedAt, answer, by } = objection
  return (
    <section aria-labelledby="answered">
      <h2 id="answered">{t(`objections.is.${outcome ?? 'upheld'}`)}</h2>
      <p className="quiet">
        {by ?? t('objections.former')} · <Time at={decidedAt!} as="dateTime" />
      </p>
      <p className="as-written">{answer}</p>
    </section>
  )
}

/** Somebody else has to answer; where nobody else may, how to find them. */
function NotYours() {
  const { t } = useTranslation('moderation')
  const { may, free } = useLoaderData<ObjectionData>()
  if (may === 'staff') return <Notice tone="warning">{t('objections.error.staff')}</Notice>
  return (
    <>
      <Notice tone="warning" title={t('objections.error.ownDecision')}>
        {free > 0 && <p>{t('objections.others', { count: free })}</p>}
      </Notice>
      {free === 0 && (
        <Notice tone="error" title={t('objections.alone')}>
          <p>{t('objections.aloneText')}</p>
        </Notice>
      )}
    </>
  )
}

function AnswerForm() {
  const { t } = useTranslation('moderation')
  const { decision } = useLoaderData<ObjectionData>()
  const { errors, field, text } = useTyped()
  const outcomes = decision.liftedAt
    ? (['overturned'] as const)
    : (['overturned', 'upheld'] as const)
  return (
    <form method="post" className="composer deciding" data-send noValidate>
      <h2>{t('objections.decide')}</h2>
      <ErrorSummary errors={errors} />
      <Keyed
        legend={t('objections.outcome')}
        name="outcome"
        chosen={text('outcome')}
        error={field('outcome').error ?? undefined}
        choices={outcomes.map((value, i) => ({
          value,
          key: String(i + 1),
          label: t(`objections.choose.${value}`),
          hint: t(`objections.chooseHint.${value}`),
        }))}
      />
      <Field
        {...field('answer')}
        kind="textarea"
        rows={6}
        label={t('objections.answer')}
        hint={t('objections.answerHint')}
        required
      />
      <Button icon="send">{t('objections.do')}</Button>
    </form>
  )
}
