import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Field } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Table } from '#app/ui/table.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import { ModerationFrame } from './frame.tsx'
import type { loader } from '../staff/settings-words.tsx'

const severities = [1, 2, 3, 4, 5] as const

/** The words that hold a post: add, try on a text, take off. */
export function WordsPage() {
  const { t } = useTranslation('moderation')
  const title = t('words.title')
  return (
    <ModerationFrame
      title={title}
      lead={t('words.lead')}
      steps={[{ label: t('settings.rules'), href: '/staff/settings/moderation' }, { label: title }]}
    >
      <Add />
      <Try />
      <section aria-labelledby="list">
        <h2 id="list">{t('words.list')}</h2>
        <List />
      </section>
    </ModerationFrame>
  )
}

function Add() {
  const { t } = useTranslation('moderation')
  const { field, text } = useTyped()
  return (
    <form method="post" className="form" noValidate>
      <Field
        {...field('words')}
        kind="textarea"
        rows={4}
        label={t('words.words')}
        hint={t('words.wordsHint')}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <Field
        {...field('severity')}
        kind="select"
        label={t('words.severity')}
        defaultValue={text('severity') ?? '3'}
        options={severities.map((n) => ({ value: String(n), label: t(`words.severities.${n}`) }))}
      />
      <div className="row">
        <Button name="intent" value="add">
          {t('words.add')}
        </Button>
      </div>
    </form>
  )
}

type Tried = { tried?: { found: string[] } } | undefined

function Try() {
  const { t } = useTranslation('moderation')
  const { tried } = (useActionData() as Tried) ?? {}
  const { field } = useTyped()
  return (
    <form method="post" className="form" noValidate>
      <Field
        {...field('text')}
        kind="textarea"
        rows={3}
        label={t('words.try')}
        hint={t('words.tryHint')}
      />
      {tried && (
        <Notice tone={tried.found.length ? 'warning' : 'success'}>
          {tried.found.length
            ? t('words.found', { words: tried.found.join(', ') })
            : t('words.clean')}
        </Notice>
      )}
      <div className="row">
        <Button kind="plain" name="intent" value="try">
          {t('words.tryIt')}
        </Button>
      </div>
    </form>
  )
}

function List() {
  const { t } = useTranslation('moderation')
  const { words } = useLoaderData<typeof loader>()
  if (!words.length)
    return <Empty icon="circle-check" title={t('words.empty')} text={t('words.emptyText')} />
  return (
    <Table
      caption={t('words.list')}
      columns={[
        { key: 'word', label: t('words.word') },
        { key: 'severity', label: t('words.severity') },
        { key: 'remove', label: t('words.remove'), hideLabel: true },
      ]}
      rows={words.map(({ id, word, severity }) => ({
        key: id,
        cells: {
          word,
          severity: t(`words.severities.${severity as 1}`),
          remove: (
            <form method="post">
              <input type="hidden" name="word" value={id} />
              <Button kind="ghost" name="intent" value="remove">
                {t('words.remove')} <span className="vh">{word}</span>
              </Button>
            </form>
          ),
        },
      }))}
    />
  )
}
