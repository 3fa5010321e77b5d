import type { SerializeFrom } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '#app/ui/avatar.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { Choices } from '#app/ui/choices.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { Points, usePoints } from '#app/ui/points.tsx'
import { Time } from '#app/ui/time.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import type { GrantData } from '../staff/grants-new.tsx'

type Data = SerializeFrom<GrantData>

/** Gives points to a member by hand, or takes some, with a reason that they read. */
export function GrantPage() {
  const { t } = useTranslation('points')
  const { handle, member } = useLoaderData<Data>()
  const { errors } = useTyped()
  return (
    <>
      <Breadcrumb
        steps={[{ label: t('grants.title'), href: '/staff/grants' }, { label: t('grants.new') }]}
      />
      <Pagehead title={t('grants.new')} lead={t('grants.newLead')} />
      <div className="sections">
        <ErrorSummary errors={errors} />
        {member && <Member member={member} />}
        {handle && !member && <Notice tone="warning">{t('grants.error.nobody')}</Notice>}
        <Wish />
      </div>
    </>
  )
}

function Wish() {
  const { t } = useTranslation('points')
  const points = usePoints()
  const { key, room, handle, member } = useLoaderData<Data>()
  const typed = useTyped({ member: member?.handle ?? handle })
  const left = Math.max(0, room.limit - room.today)
  const isUsed = typed.errors.some(({ name }) => name === 'key')
  return (
    <form method="post" className="form" noValidate>
      <input type="hidden" name="key" value={isUsed ? key : (typed.text('key') ?? key)} />
      <Field
        {...typed.field('member')}
        label={t('grants.member')}
        hint={t('grants.memberHint')}
        autoComplete="off"
        maxLength={60}
        required
      />
      <Choices
        legend={t('grants.way')}
        name="way"
        error={typed.errors.find(({ name }) => name === 'way')?.message}
        chosen={[typed.text('way') ?? 'give']}
        choices={(['give', 'take'] as const).map((value) => ({
          value,
          label: t(`grants.ways.${value}`),
          hint: value === 'take' ? t('grants.takeHint') : undefined,
        }))}
      />
      <Field
        {...typed.field('amount')}
        inputMode="numeric"
        label={t('grants.amount', { noun: points.many })}
        hint={t('grants.room', { limit: points.text(room.limit), left: points.number(left) })}
        required
      />
      <Field
        {...(typed.field('reason') as object)}
        name="reason"
        kind="textarea"
        rows={3}
        label={t('grants.reason')}
        hint={t('grants.reasonHint')}
        maxLength={300}
        required
      />
      <div className="row acts">
        <Button icon="check">{t('grants.do')}</Button>
      </div>
    </form>
  )
}

type Of = { member: NonNullable<Data['member']> }

/** What the member has, and what was given or taken lately. */
function Member({ member }: Of) {
  const { t } = useTranslation('points')
  const points = usePoints()
  const { displayName, handle, available, pending, owed, grants } = member
  return (
    <section className="stack measure" aria-label={displayName}>
      <p className="row">
        <Avatar person={member} size={40} />
        <a href={`/members/${handle}`}>{displayName}</a>
      </p>
      <dl className="facts">
        <dt>{t('grants.available')}</dt>
        <dd>
          <Points n={available} />
        </dd>
        <dt>{t('grants.pending')}</dt>
        <dd>{points.text(pending)}</dd>
        {owed > 0 && (
          <>
            <dt>{t('grants.owed')}</dt>
            <dd>{points.text(owed)}</dd>
          </>
        )}
      </dl>
      {grants.length > 0 && (
        <>
          <h2>{t('grants.lately')}</h2>
          <ul className="steps">
            {grants.map(({ id, amount, moved, reason, state, askedAt }) => (
              <li key={id}>
                {points.signedText(moved ?? amount)} · {t(`grants.is.${state}`)} ·{' '}
                <Time at={askedAt} as="date" />
                <p className="quiet said">{reason}</p>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
