import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { EraseForm } from '#app/domain/privacy/erasure.form.ts'
import { goesAt, goesAtLatest } from '#app/domain/privacy/erasure.rules.ts'
import { effectsOf } from '#app/domain/privacy/effects.server.ts'
import { askErasure, erasureOf, hindrancesOf } from '#app/domain/privacy/erasure.server.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { Choices } from '#app/ui/choices.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { useFormat } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { pageTitle } from '#app/ui/page-title.ts'
import { usePoints } from '#app/ui/points.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import { back } from '#app/web/answer.server.ts'
import { invalid, read } from '#app/web/form.server.ts'
import { requireOwnProof } from '#app/web/guard.server.ts'
import { db, transaction } from '#db/database.server.ts'
import { now } from '#db/time.ts'
import { StillOpen } from '../privacy/still-open.tsx'
import { Waiting } from '../privacy/waiting.tsx'

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, { key: 'privacy:leave.title' })

export async function loader(knock: LoaderFunctionArgs) {
  const member = await requireOwnProof(knock)
  const [wish, open, has] = await Promise.all([
    erasureOf(db, member.id),
    hindrancesOf(db, member.id),
    effectsOf(db, member.id),
  ])
  const moment = now()
  const days = { goes: goesAt(moment), latest: goesAtLatest(moment) }
  const waits = wish && { dueAt: wish.dueAt, latest: goesAtLatest(wish.askedAt), open }
  return {
    waits: waits ?? null,
    open,
    has,
    days,
    handle: member.handle,
    isOut: !!knock.context.visit.shutOut,
  }
}

/** Asks for the account to be closed: only whoever has typed their password just now, and their handle. */
export async function action(knock: ActionFunctionArgs) {
  const member = await requireOwnProof(knock)
  const form = await read(knock.request, EraseForm)
  if (form.reply) return invalid(form.reply)
  const { texts, typed } = form.values
  if (typed.replace(/^@/, '').toLowerCase() !== member.handle.toLowerCase())
    return form.refuse({ typed: 'privacy:leave.error.typed' })
  const outcome = await transaction((tx) => askErasure(tx, member, { texts }))
  if (outcome === 'last-admin') return form.refuse({ typed: 'privacy:leave.error.admin' })
  return back('/me/privacy#erase', `erasure-${outcome}`)
}

export default function CloseAccount() {
  const { t } = useTranslation('privacy')
  const { waits, open, has, days, isOut } = useLoaderData<typeof loader>()
  const isLastAdmin = open.includes('admin')
  return (
    <>
      <Breadcrumb
        steps={[{ label: t('title'), href: '/me/privacy' }, { label: t('leave.title') }]}
      />
      <Pagehead title={t('leave.title')} lead={t('leave.lead')} />
      <div className="sections measure">
        {waits ? (
          <Waiting waits={waits} />
        ) : (
          <>
            {isLastAdmin && (
              <Notice tone="warning" title={t('leave.admin.title')}>
                <p>{t('leave.admin.text')}</p>
              </Notice>
            )}
            <Goes />
            <Stays />
            <StillOpen has={has} latest={days.latest} isOut={isOut} />
            {!isLastAdmin && <Form />}
          </>
        )}
      </div>
    </>
  )
}

function Goes() {
  const { t } = useTranslation('privacy')
  const { text } = usePoints()
  const { drafts, cases, points } = useLoaderData<typeof loader>().has
  return (
    <section className="stack">
      <h2>{t('leave.goes.title')}</h2>
      <div className="prose">
        <ul>
          <li>{t('leave.goes.profile')}</li>
          <li>{t('leave.goes.access')}</li>
          {drafts > 0 && <li>{t('leave.goes.drafts', { count: drafts })}</li>}
          {cases > 0 && <li>{t('leave.goes.cases', { count: cases })}</li>}
          <li>{t('leave.goes.rewards')}</li>
          <li>{t('leave.goes.words')}</li>
          {points > 0 && <li>{t('leave.goes.points', { points: text(points) })}</li>}
        </ul>
      </div>
    </section>
  )
}

function Stays() {
  const { t } = useTranslation('privacy')
  const { ideas, comments, votes } = useLoaderData<typeof loader>().has
  return (
    <section className="stack">
      <h2>{t('leave.stays.title')}</h2>
      <div className="prose">
        <ul>
          {ideas > 0 && <li>{t('leave.stays.ideas', { count: ideas })}</li>}
          {comments > 0 && <li>{t('leave.stays.comments', { count: comments })}</li>}
          {votes > 0 && <li>{t('leave.stays.votes', { count: votes })}</li>}
          <li>{t('leave.stays.ledger')}</li>
          <li>{t('leave.stays.decisions')}</li>
          <li>{t('leave.stays.backups')}</li>
        </ul>
      </div>
    </section>
  )
}

function Form() {
  const { t } = useTranslation('privacy')
  const { date } = useFormat()
  const { days, handle } = useLoaderData<typeof loader>()
  const typed = useTyped()
  const { error: missing } = typed.field('texts')
  return (
    <section className="stack">
      <h2>{t('leave.form.title')}</h2>
      <p>{t('leave.form.text', { day: date(days.goes) })}</p>
      <ErrorSummary errors={typed.errors} />
      <form method="post" className="form" noValidate>
        <Choices
          legend={t('leave.form.texts')}
          name="texts"
          chosen={[typed.text('texts') ?? 'keep']}
          error={missing}
          choices={(['keep', 'remove'] as const).map((value) => ({
            ...{ value, label: t(`leave.form.${value}`), hint: t(`leave.form.${value}Hint`) },
          }))}
        />
        <Field
          {...typed.field('typed')}
          label={t('leave.form.typed', { handle })}
          hint={t('leave.form.typedHint')}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={60}
          required
        />
        <div className="row acts">
          <Button kind="danger">{t('leave.form.do')}</Button>
          <a href="/me/privacy">{t('leave.form.stay')}</a>
        </div>
      </form>
    </section>
  )
}
