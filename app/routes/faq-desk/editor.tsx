import type { SerializeFrom } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { faqLimits } from '#app/domain/faq/faq.form.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { Choices } from '#app/ui/choices.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import type { FaqEditorPage } from './editor.server.ts'
import { Feedback } from './feedback.tsx'
import { Overtaken } from './overtaken.tsx'

export type Page = SerializeFrom<FaqEditorPage>
export type Typed = ReturnType<typeof useTyped>
type Preview = { lang: 'it' | 'en'; title: string; html: string }[]

const states = ['draft', 'published', 'retired'] as const

/** The desk of one question: its words in both languages, where it stands, and what readers said of it. */
export function FaqEditor() {
  const { t } = useTranslation('faq')
  const page = useLoaderData<Page>()
  const typed = useTyped(page.stored)
  const { preview } = (useActionData() ?? {}) as { preview?: Preview }
  const title = t(page.id ? 'edit.edit' : 'edit.new')
  return (
    <>
      <Breadcrumb steps={[{ label: t('edit.title'), href: '/staff/faq' }, { label: title }]} />
      <Pagehead title={page.stored.titleIt || title} above={page.id && <State page={page} />} />
      <div className="faq-desk">
        <ErrorSummary errors={typed.errors} />
        {page.isBorn && (
          <Notice tone="warning" title={t('edit.born')}>
            <p>{t('edit.bornText')}</p>
          </Notice>
        )}
        <Overtaken page={page} typed={typed} />
        {preview && <Previewed preview={preview} />}
        <Form page={page} typed={typed} />
        {page.id && <Feedback page={page} />}
      </div>
    </>
  )
}

function State({ page: { state, slug } }: { page: Page }) {
  const { t } = useTranslation('faq')
  return (
    <>
      <span>{t(`states.${state}`)}</span>
      {slug && <a href={`/faq/${slug}`}>{t('edit.see')}</a>}
    </>
  )
}

type Part = { page: Page; typed: Typed }

function Form({ page, typed }: Part) {
  const { t } = useTranslation('faq')
  const isStale = typed.errors.some(({ name }) => name === 'seen')
  const seen = isStale ? String(page.version) : (typed.text('seen') ?? String(page.version))
  return (
    <form method="post" className="form wide" noValidate>
      <input type="hidden" name="seen" value={seen} />
      {typed.text('case') && <input type="hidden" name="case" value={typed.text('case')} />}
      <div className="both">
        <Words typed={typed} of="It" />
        <Words typed={typed} of="En" />
      </div>
      <div className="both">
        <Field
          {...typed.field('category')}
          kind="select"
          label={t('edit.category')}
          options={page.categories.map(({ id, label }) => ({ value: id, label }))}
        />
        <Field
          {...typed.field('topic')}
          kind="select"
          label={t('edit.topic')}
          hint={t('edit.topicHint')}
          options={[
            { value: '', label: t('edit.noTopic') },
            ...page.topics.map(({ id, label }) => ({ value: id, label })),
          ]}
        />
      </div>
      <Choices
        legend={t('edit.state')}
        name="state"
        chosen={[typed.text('state') ?? 'draft']}
        choices={states.map((value) => ({
          value,
          label: t(`states.${value}`),
          hint: t(`statesHint.${value}`),
        }))}
      />
      <Field
        {...typed.field('position')}
        inputMode="numeric"
        label={t('edit.position')}
        hint={t('edit.positionHint')}
        optional
      />
      <div className="row acts">
        <Button name="intent" value="save" icon="check">
          {t('edit.save')}
        </Button>
        <Button name="intent" value="preview" kind="plain" icon="eye">
          {t('edit.preview')}
        </Button>
        <a href="/staff/faq">{t('edit.cancel')}</a>
      </div>
    </form>
  )
}

function Words({ typed, of }: { typed: Typed; of: 'It' | 'En' }) {
  const { t } = useTranslation('faq')
  return (
    <fieldset>
      <legend>{t(`edit.language${of}`)}</legend>
      <Field
        {...typed.field(`title${of}`)}
        label={t(`edit.question${of}`)}
        maxLength={faqLimits.title}
        lang={of.toLowerCase()}
        autoComplete="off"
        required
      />
      <Field
        {...typed.field(`body${of}`)}
        kind="textarea"
        rows={10}
        label={t(`edit.answer${of}`)}
        hint={t('edit.answerHint')}
        maxLength={faqLimits.body}
        lang={of.toLowerCase()}
        required
      />
    </fieldset>
  )
}

function Previewed({ preview }: { preview: Preview }) {
  const { t } = useTranslation('faq')
  return (
    <section className="previewed" aria-labelledby="previewed">
      <h2 id="previewed">{t('edit.previewed')}</h2>
      <div className="both">
        {preview.map(({ lang, title, html }) => (
          <div key={lang} lang={lang}>
            <h3>{title}</h3>
            <Prose html={html} />
          </div>
        ))}
      </div>
    </section>
  )
}
