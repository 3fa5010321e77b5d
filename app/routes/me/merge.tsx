import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { findIdea } from '#app/domain/ideas/idea.server.ts'
import { answerMerge, mergeOfAuthor } from '#app/domain/merges/answer.server.ts'
import { AnswerForm } from '#app/domain/merges/merge.form.ts'
import { toldMerge } from '#app/domain/merges/merge-list.server.ts'
import { carryMerge } from '#app/domain/merges/run.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { useFormat } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { useTyped } from '#app/ui/use-typed.ts'
import { back, found } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requireMember } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { wholeMerge } from '../merges/one-loader.server.ts'

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'merges:answer.title' })

/** Only who wrote the idea that goes into the other knows of this page. */
export async function loader(knock: LoaderFunctionArgs) {
  const author = await requireMember(knock)
  const { id } = found(await mergeOfAuthor(db, author, knock.params.id ?? ''))
  const told = found(await toldMerge(db, id))
  // The other idea can have been hidden since.
  found(await findIdea(db, told.target.number, author))
  return wholeMerge(told, knock.context.visit.locale)
}

export async function action(knock: ActionFunctionArgs) {
  const author = await requireMember(knock)
  const form = await read(knock.request, AnswerForm)
  if (form.reply) return invalid(form.reply)
  const id = knock.params.id ?? ''
  const came = found(await transaction((tx) => answerMerge(tx, author, id, form.values)))
  if (came.is === 'begun') await carryMerge(came.merge)
  return back(`/me/merges/${id}`, `merge-answer-${came.is}`)
}

export default function MyMerge() {
  const { t } = useTranslation('merges')
  const { source, target, stored, team, note } = useLoaderData<typeof loader>()
  const names = { source: source.title, target: target.title }
  return (
    <>
      <Pagehead
        title={stored === 'asked' ? t('answer.title') : t('one.title', names)}
        lead={stored === 'asked' ? t('answer.lead', names) : t(`answer.is.${stored}`)}
      />
      <div className="stack measure">
        <section>
          <h2>{t('answer.why', { team })}</h2>
          <p>{note}</p>
        </section>
        <Two />
        {stored === 'asked' && <Answer />}
      </div>
    </>
  )
}

function Two() {
  const { t } = useTranslation('merges')
  const { source, target, stored } = useLoaderData<typeof loader>()
  const isMerged = stored === 'merged' || stored === 'merging'
  return (
    <div>
      <p>
        {t('answer.yours')}:{' '}
        <a href={isMerged ? `/ideas/${source.number}/original` : source.path} lang={source.lang}>
          {source.title}
        </a>
      </p>
      <p>
        {t('answer.other')}:{' '}
        <a href={target.path} lang={target.lang}>
          {target.title}
        </a>
      </p>
    </div>
  )
}

function Answer() {
  const { t } = useTranslation('merges')
  const { date } = useFormat()
  const { answerBy, state } = useLoaderData<typeof loader>()
  const typed = useTyped()
  const until = answerBy ? date(answerBy) : ''
  return (
    <>
      <section>
        <h2>{t('answer.whatHappens')}</h2>
        <ul className="bullets">
          {(['votes', 'credit', 'told', 'refuseMeans'] as const).map((line) => (
            <li key={line}>{t(`answer.${line}`)}</li>
          ))}
        </ul>
      </section>
      <Notice>{t(state === 'unanswered' ? 'answer.over' : 'answer.until', { until })}</Notice>
      <form method="post" className="form" noValidate>
        <ErrorSummary errors={typed.errors} />
        <Field
          {...typed.field('words')}
          kind="textarea"
          rows={4}
          label={t('answer.words')}
          hint={t('answer.wordsHint')}
          maxLength={2000}
          optional
        />
        <div className="row acts">
          <Button name="intent" value="agree">
            {t('answer.agree')}
          </Button>
          <Button kind="plain" name="intent" value="refuse">
            {t('answer.refuse')}
          </Button>
        </div>
      </form>
    </>
  )
}
