import type { SerializeFrom } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { contactLimits } from '#app/domain/care/contact.form.ts'
import { Attachments } from '#app/ui/attachments.tsx'
import { Button } from '#app/ui/button.tsx'
import { Columns } from '#app/ui/columns.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field, FieldError, said } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import type { ContactData } from '../contact.tsx'
import type { RefusedFile, WaitingFile } from './files.server.ts'
import type { Suggestions } from './page.server.ts'
import { Beside } from './beside.tsx'
import { Suggested } from './suggested.tsx'

type Reply = { waiting?: WaitingFile[]; refused?: RefusedFile[]; suggested?: Suggestions }
type Typed = ReturnType<typeof useTyped>

/** Writing to care: what it is about, answers that may help already, and the form, always in sight. */
export function ContactPage() {
  const { t } = useTranslation('care')
  const page = useLoaderData<ContactData>()
  const reply = (useActionData() ?? {}) as Reply
  const typed = useTyped({ ...page.stored, key: page.key })
  return (
    <>
      <Pagehead title={t('contact.title')} lead={t('contact.lead')} />
      <Columns label={t('contact.aside')} aside={<Beside />}>
        <div className="stack">
          <ErrorSummary errors={[...typed.errors, ...refusedIn(reply, t)]} />
          {reply.suggested && (
            <Notice tone="info" title={t('contact.step')}>
              <p>{t('contact.stepText')}</p>
              <Suggested suggested={reply.suggested} />
            </Notice>
          )}
          <Form page={page} typed={typed} reply={reply} />
        </div>
      </Columns>
    </>
  )
}

const refusedIn = ({ refused }: Reply, t: ReturnType<typeof useTranslation<'care'>>['t']) =>
  refused?.length ? [{ name: 'attachments', message: t('file.someRefused') }] : []

type Part = { page: SerializeFrom<ContactData>; typed: Typed; reply: Reply }

function Form({ page, typed, reply }: Part) {
  const { t } = useTranslation('care')
  const { isSignedIn } = page
  return (
    <form
      method="post"
      action="/contact"
      encType="multipart/form-data"
      className="form contact"
      data-contact="/contact/suggestions"
      noValidate
    >
      <input type="hidden" name="key" value={typed.text('key') || page.key} />
      {!reply.suggested && <input type="hidden" name="look" value="yes" />}
      <Topics page={page} typed={typed} />
      <Field
        {...typed.field('subject')}
        label={t('contact.subject')}
        hint={t('contact.subjectHint')}
        maxLength={contactLimits.subject}
        autoComplete="off"
        required
      />
      <Live page={page} reply={reply} />
      <Field
        {...typed.field('body')}
        kind="textarea"
        rows={8}
        label={t('contact.body')}
        hint={t('contact.bodyHint')}
        maxLength={contactLimits.body}
        required
      />
      <Facts typed={typed} />
      <Attachments waiting={reply.waiting} refused={reply.refused} />
      {!isSignedIn && <Guest typed={typed} />}
      <div hidden>
        <Field name="website" label={t('contact.trap')} tabIndex={-1} autoComplete="off" />
      </div>
      <p className="row private">
        <Icon name="lock" />
        <span>{t('contact.private')}</span>
      </p>
      <div className="row acts">
        <Button icon="send">{t(reply.suggested ? 'contact.sendAnyway' : 'contact.send')}</Button>
      </div>
    </form>
  )
}

/** What it is about; each choice says which fields care needs beside it. */
function Topics({ page, typed }: Omit<Part, 'reply'>) {
  const { t } = useTranslation('care')
  const problem = typed.field('topic').error
  return (
    <fieldset
      className="field choices topics"
      id="topic"
      aria-describedby={said('topic', null, problem)['aria-describedby']}
    >
      <legend>{t('contact.topic')}</legend>
      {problem && <FieldError id="topic">{problem}</FieldError>}
      {page.topics.map(({ id, label, asks }) => (
        <label key={id}>
          <input
            type="radio"
            name="topic"
            value={id}
            defaultChecked={typed.text('topic') === id}
            data-asks={asks.join(' ')}
            required
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** Answers that may help already: those of the topic at first, with a script those of what is typed. */
function Live({ page, reply }: Omit<Part, 'typed'>) {
  const { t } = useTranslation('care')
  const shown = reply.suggested ? undefined : page.suggested
  return (
    <div className="suggested" data-suggested="" hidden={!shown?.articles.length}>
      <p className="title">{t('contact.mayHelp')}</p>
      <p role="status" className="vh" data-said="" data-found={t('contact.foundSome')} />
      <div data-list="">{shown && <Suggested suggested={shown} />}</div>
    </div>
  )
}

function Facts({ typed }: { typed: Typed }) {
  const { t } = useTranslation('care')
  return (
    <>
      {(['product', 'batch', 'shop'] as const).map((name) => (
        <div key={name} className={`asks-${name}`}>
          <Field
            {...typed.field(name)}
            label={t(`contact.${name}`)}
            hint={t(`contact.${name}Hint`)}
            maxLength={contactLimits.fact}
            autoComplete="off"
            optional
          />
        </div>
      ))}
    </>
  )
}

function Guest({ typed }: { typed: Typed }) {
  const { t } = useTranslation('care')
  return (
    <>
      <Field
        {...typed.field('email')}
        type="email"
        label={t('contact.email')}
        hint={t('contact.emailHint')}
        autoComplete="email"
        required
      />
      <Field
        {...typed.field('name')}
        label={t('contact.name')}
        maxLength={contactLimits.name}
        autoComplete="name"
        optional
      />
    </>
  )
}
