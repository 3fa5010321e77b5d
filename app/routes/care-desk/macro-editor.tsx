import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { fillIn, macroStates, priorities } from '#app/domain/care/macro.rules.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import { SettingsPage } from '../settings/settings-page.tsx'
import type { MacroLoader } from '../staff/settings-macro.tsx'

type Tried = { tried?: { it: string; en: string } }

/** One ready answer: its words in both languages, what it does beside, and how it would look. */
export function MacroEditor() {
  const { t } = useTranslation('care')
  const macro = useLoaderData<MacroLoader>()
  const title = macro.name || t('macros.add')
  return (
    <SettingsPage
      title={title}
      lead={t('macros.lead')}
      steps={[{ label: t('macros.title'), href: '/staff/settings/care/macros' }, { label: title }]}
    >
      <Preview />
      <MacroForm />
    </SettingsPage>
  )
}

function MacroForm() {
  const { t } = useTranslation('care')
  const { placeholders, seen, ...stored } = useLoaderData<MacroLoader>()
  const { field, tick } = useTyped(stored)
  const names = placeholders.join(' ')
  return (
    <form method="post" className="form" noValidate>
      <input type="hidden" name="seen" value={seen} />
      <Field
        {...field('name')}
        label={t('macros.name')}
        hint={t('macros.nameHint')}
        maxLength={60}
        autoComplete="off"
        required
      />
      {(['bodyIt', 'bodyEn'] as const).map((body) => (
        <Field
          key={body}
          {...field(body)}
          kind="textarea"
          rows={8}
          lang={body === 'bodyIt' ? 'it' : 'en'}
          label={t(`macros.${body}`)}
          hint={t('macros.bodyHint', { names })}
          optional
        />
      ))}
      <Field {...tick('assign')} label={t('macros.assign')} />
      <Field
        {...field('tags')}
        label={t('macros.tags')}
        hint={t('macros.tagsHint')}
        autoCapitalize="none"
        optional
      />
      <Field
        {...field('priority')}
        kind="select"
        label={t('macros.priority')}
        options={[
          { value: '', label: t('macros.asIs') },
          ...priorities.map((value) => ({ value, label: t(`talk.priority.${value}`) })),
        ]}
      />
      <Field
        {...field('state')}
        kind="select"
        label={t('macros.state')}
        hint={t('macros.stateHint')}
        options={[
          { value: '', label: t('macros.asIs') },
          ...macroStates.map((value) => ({ value, label: t(`talk.state.${value}`) })),
        ]}
      />
      <div className="row">
        <Button name="intent" value="save">
          {t('macros.save')}
        </Button>
        <Button kind="plain" name="intent" value="try" icon="eye">
          {t('macros.try')}
        </Button>
        <a href="/staff/settings/care/macros">{t('talk.cancel')}</a>
      </div>
    </form>
  )
}

/** The words as somebody would read them, with an example case. */
function Preview() {
  const { t } = useTranslation('care')
  const { tried } = (useActionData() ?? {}) as Tried
  if (!tried) return null
  return (
    <section className="stack" aria-labelledby="tried" role="status">
      <h2 id="tried">{t('macros.tryTitle')}</h2>
      {(['it', 'en'] as const).map(
        (lang) => tried[lang] && <Words key={lang} lang={lang} text={tried[lang]} />,
      )}
    </section>
  )
}

function Words({ lang, text }: { lang: 'it' | 'en'; text: string }) {
  const { t } = useTranslation('care')
  const example = {
    ...{ name: t('macros.example.name'), subject: t('macros.example.subject') },
    ...{ product: t('macros.example.product'), batch: t('macros.example.batch') },
    ...{ shop: t('macros.example.shop'), topic: t('macros.example.topic') },
    ...{ number: '1042', agent: 'Giulia', site: 'Valdoro' },
  }
  return (
    <blockquote className="tried-words" lang={lang}>
      <p>{fillIn(text, example).text}</p>
    </blockquote>
  )
}
