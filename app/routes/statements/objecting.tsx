import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { leastObjection } from '#app/domain/moderation/objection.form.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { useFormat } from '#app/ui/format.ts'
import { Icon } from '#app/ui/icon.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Time } from '#app/ui/time.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import type { StatementData } from '../me/decisions-one.tsx'

/** The form to object, until when; or what was sent, and what came of it. */
export function Objecting() {
  const { t } = useTranslation('moderation')
  const { recourse, appealDueAt, objection } = useLoaderData<StatementData>()
  const { date } = useFormat()
  const { errors } = useTyped()
  if (recourse === 'none') return null
  const isTyped = errors.length > 0
  return (
    <section className="next-acts" aria-labelledby="object">
      <h2 id="object">{t('objection.title')}</h2>
      {objection && <Sent />}
      {recourse === 'late' && (
        <p>{t('objection.late', { when: appealDueAt ? date(appealDueAt) : '' })}</p>
      )}
      {recourse === 'lifted' && <p>{t('objection.lifted')}</p>}
      {(recourse === 'open' || isTyped) && <ObjectForm />}
    </section>
  )
}

function ObjectForm() {
  const { t } = useTranslation('moderation')
  const { recourse, appealDueAt, answerDays } = useLoaderData<StatementData>()
  const { date } = useFormat()
  const { errors, field } = useTyped()
  return (
    <form method="post" className="form" noValidate>
      <ErrorSummary errors={errors} />
      <p>{t('objection.text', { count: answerDays })}</p>
      <Field
        {...field('body')}
        kind="textarea"
        rows={7}
        label={t('objection.body')}
        hint={t('objection.hint')}
        minLength={leastObjection}
        required
      />
      {recourse === 'open' && appealDueAt && (
        <p className="until">{t('objection.until', { when: date(appealDueAt) })}</p>
      )}
      <div className="row">
        <Button icon="scale">{t('objection.send')}</Button>
      </div>
    </form>
  )
}

function Sent() {
  const { t } = useTranslation('moderation')
  const { objection, answerLang } = useLoaderData<StatementData>()
  const { date } = useFormat()
  const { body, sentAt, dueAt, decidedAt, outcome, answer } = objection!
  return (
    <div className="afterwards">
      <article data-outcome={outcome ?? undefined}>
        <h3>
          <Icon name={outcome === 'overturned' ? 'circle-check' : 'scale'} />
          {t(`objection.is.${outcome ?? 'waiting'}`)}
        </h3>
        {!decidedAt && <Notice>{t('objection.due', { when: date(dueAt) })}</Notice>}
        {decidedAt && (
          <>
            <p className="as-written" lang={answerLang ?? undefined}>
              {answer}
            </p>
            <p className="quiet">
              {t('objection.byOther')} · <Time at={decidedAt} as="date" />
            </p>
          </>
        )}
        <details>
          <summary>{t('objection.yours')}</summary>
          <p className="as-written">{body}</p>
          <p className="quiet">
            <Time at={sentAt} as="dateTime" />
          </p>
        </details>
      </article>
    </div>
  )
}
