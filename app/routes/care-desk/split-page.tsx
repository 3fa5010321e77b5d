import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { Choices } from '#app/ui/choices.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { Time } from '#app/ui/time.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import type { SplitLoader } from './merge.server.ts'

/** One message about something else becomes a case of its own. */
export function SplitPage() {
  const { t } = useTranslation('care')
  const { id, number, messages } = useLoaderData<SplitLoader>()
  const { errors } = useTyped()
  return (
    <>
      <Pagehead
        above={
          <a className="act" href={`/staff/care/${id}`}>
            <Icon name="arrow-left" /> {t('merge.back', { number: String(number) })}
          </a>
        }
        title={t('split.title')}
        lead={t('split.lead')}
      />
      <div className="sections">
        <ErrorSummary errors={errors} />
        {messages.length > 1 ? <SplitForm /> : <Notice>{t('split.error.onlyOne')}</Notice>}
      </div>
    </>
  )
}

function SplitForm() {
  const { t } = useTranslation('care')
  const { id, messages, topics, topicId } = useLoaderData<SplitLoader>()
  const { field, text } = useTyped({ topic: topicId })
  return (
    <form method="post" className="form" noValidate>
      <Choices
        legend={t('split.which')}
        name="message"
        chosen={[text('message') ?? '']}
        error={field('message').error}
        choices={messages.map(({ id, body, at }) => ({
          value: id,
          label: body,
          hint: <Time at={at} as="dateTime" />,
        }))}
        required
      />
      <Field {...field('subject')} label={t('split.subject')} maxLength={120} required />
      <Field {...field('topic')} kind="select" label={t('panel.topic')} options={topics} />
      <div className="row">
        <Button icon="copy">{t('split.do')}</Button>
        <a className="btn ghost" href={`/staff/care/${id}`}>
          {t('talk.cancel')}
        </a>
      </div>
    </form>
  )
}
