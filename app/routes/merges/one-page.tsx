import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { useFormat } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { Time } from '#app/ui/time.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import type { onePage } from './one-loader.server.ts'

type Loader = typeof onePage

/** One merge: how it went, and what may still be done about it. */
export function OnePage() {
  const { t } = useTranslation('merges')
  const merge = useLoaderData<Loader>()
  const [source, target] = [merge.source.title, merge.target.title]
  return (
    <>
      <Breadcrumb
        steps={[{ label: t('title'), href: '/staff/merges' }, { label: t(`state.${merge.state}`) }]}
      />
      <Pagehead
        title={t('one.title', { source, target })}
        above={
          <>
            <b>{t(`state.${merge.state}`)}</b> <Time at={merge.at} as="dateTime" />
          </>
        }
      />
      <div className="stack merges">
        <ErrorSummary errors={useTyped().errors} />
        <Told />
        <Doing />
      </div>
    </>
  )
}

function Told() {
  const { t } = useTranslation('merges')
  const { number } = useFormat()
  const { source, target, note, by, stored, votesCarried: count } = useLoaderData<Loader>()
  const isHere = stored === 'merged' || stored === 'merging'
  return (
    <section className="told">
      <p>
        <a href={isHere ? `/ideas/${source.number}/original` : source.path} lang={source.lang}>
          {source.title}
        </a>{' '}
        →{' '}
        <a href={target.path} lang={target.lang}>
          {target.title}
        </a>
      </p>
      {isHere && <p>{t('one.carried', { count, n: number(count) })}</p>}
      <blockquote>{note}</blockquote>
      <p className="quiet">{t('one.askedBy', { name: by })}</p>
    </section>
  )
}

function Doing() {
  const { t } = useTranslation('merges')
  const { state, author } = useLoaderData<Loader>()
  const name = author?.displayName ?? ''
  switch (state) {
    case 'merging':
    case 'unmerging':
      return <Notice title={t('one.running')}>{t('one.runningText')}</Notice>
    case 'asked':
    case 'unanswered':
      return <Asking name={name} />
    case 'merged':
      return <Unmerge />
    default:
      return <Over name={name} />
  }
}

/** A merge that was refused, taken back or undone may be proposed again. */
function Over({ name }: { name: string }) {
  const { t } = useTranslation('merges')
  const { state, answer, source, target } = useLoaderData<Loader>()
  return (
    <>
      {state === 'refused' && (
        <Notice tone="warning" title={t('one.refused', { name })}>
          <p>{answer}</p>
        </Notice>
      )}
      <p>
        <ButtonLink kind="plain" href={`/staff/ideas/${source.number}/merge?with=${target.number}`}>
          {t('one.again')}
        </ButtonLink>
      </p>
    </>
  )
}

function Asking({ name }: { name: string }) {
  const { t } = useTranslation('merges')
  const { date } = useFormat()
  const { state, answerBy } = useLoaderData<Loader>()
  const isOver = state === 'unanswered'
  const until = answerBy ? date(answerBy) : ''
  return (
    <>
      <Notice tone={isOver ? 'warning' : 'info'}>
        {t(isOver ? 'one.over' : 'one.asked', { name, until })}
      </Notice>
      <form method="post" className="row acts">
        {isOver && (
          <Button name="intent" value="proceed" icon="git-merge">
            {t('one.proceed')}
          </Button>
        )}
        <Button kind="plain" name="intent" value="withdraw-question">
          {t('one.takeBack')}
        </Button>
      </form>
    </>
  )
}

function Unmerge() {
  const { t } = useTranslation('merges')
  const { source, target, answer } = useLoaderData<Loader>()
  const names = { source: source.title, target: target.title }
  const typed = useTyped()
  return (
    <>
      {answer && (
        <section>
          <h2>{t('one.answer')}</h2>
          <blockquote>{answer}</blockquote>
        </section>
      )}
      <section>
        <h2>{t('one.unmerge')}</h2>
        <p>{t('one.unmergeText', names)}</p>
        <form method="post" className="form" noValidate>
          <Field
            {...typed.field('note')}
            kind="textarea"
            rows={3}
            label={t('one.unmergeNote')}
            hint={t('one.unmergeHint')}
            maxLength={2000}
            required
          />
          <Button kind="danger" name="intent" value="unmerge">
            {t('one.unmerge')}
          </Button>
        </form>
      </section>
    </>
  )
}
