import type { SerializeFrom } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { Address } from '#app/domain/rewards/postal.server.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Field } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { Points } from '#app/ui/points.tsx'
import { Time } from '#app/ui/time.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import type { RedemptionData } from '../staff/redemptions-one.tsx'

type Data = SerializeFrom<RedemptionData>

/** One redemption: who asked for what, where it goes, what happened, and the next step. */
export function RedemptionPage() {
  const { t } = useTranslation('rewards')
  const one = useLoaderData<Data>()
  const { errors } = useTyped()
  const who = one.person?.displayName ?? t('queue.former')
  return (
    <>
      <Breadcrumb
        steps={[
          { label: t('queue.title'), href: `/staff/redemptions?state=${one.state}` },
          { label: one.title },
        ]}
      />
      <Pagehead title={one.title} above={<span>{t(`queue.is.${one.state}`)}</span>} />
      <div className="sections">
        <ErrorSummary errors={errors} />
        <dl className="facts">
          <dt>{t('queue.who')}</dt>
          <dd>{one.person ? <a href={`/members/${one.person.handle}`}>{who}</a> : who}</dd>
          <dt>{t('queue.when')}</dt>
          <dd>
            <Time at={one.createdAt} as="dateTime" />
          </dd>
          <dt>{t('queue.paid')}</dt>
          <dd>
            <Points n={one.price} />
          </dd>
          {one.creditName && (
            <>
              <dt>{t('queue.name')}</dt>
              <dd>{one.creditName}</dd>
            </>
          )}
          {one.tracking && (
            <>
              <dt>{t('queue.tracking')}</dt>
              <dd>{one.tracking}</dd>
            </>
          )}
        </dl>
        {one.kind === 'prize' && <Where one={one} />}
        <Next one={one} />
        <Way one={one} />
      </div>
    </>
  )
}

const linesOf = ({ name, street, postcode, city, province, country }: Address) =>
  [name, street, [postcode, city, province].filter(Boolean).join(' '), country].join('\n')

/** Where it goes: hidden until somebody who sends it asks, and that is noted. */
function Where({ one }: { one: Data }) {
  const { t } = useTranslation('rewards')
  const { address } = (useActionData() ?? {}) as { address?: Address | 'none' | 'unreadable' }
  const said = typeof address === 'object' ? address : undefined
  return (
    <section className="stack measure" aria-labelledby="where">
      <h2 id="where">{t('queue.where')}</h2>
      {said ? (
        <address className="label" translate="no">
          {linesOf(said)}
        </address>
      ) : one.maySee ? (
        <form method="post" className="stack">
          {address === 'unreadable' && <Notice tone="warning">{t('queue.unreadable')}</Notice>}
          <p>{t('queue.hidden')}</p>
          <div className="row">
            <Button name="intent" value="reveal" kind="plain" icon="eye">
              {t('queue.reveal')}
            </Button>
          </div>
        </form>
      ) : (
        <p>{t(one.hasAddress ? 'queue.notNow' : 'queue.noAddress')}</p>
      )}
      <p className="quiet">
        {one.addressUntil ? (
          <>
            {t('queue.keptUntil')} <Time at={one.addressUntil} as="date" />.
          </>
        ) : (
          t('queue.keptFor', { count: one.addressDays })
        )}
      </p>
    </section>
  )
}

/** The next step, with what its owner is told. */
function Next({ one }: { one: Data }) {
  const { t } = useTranslation('rewards')
  const { field } = useTyped({ tracking: one.tracking })
  if (one.isOwn) return <Notice>{t('queue.ownLong')}</Notice>
  if (!one.moves.length) return null
  return (
    <section aria-labelledby="next">
      <h2 id="next">{t('queue.next')}</h2>
      <form method="post" className="form" noValidate id="to">
        {one.moves.includes('sent') && (
          <Field
            {...field('tracking')}
            label={t('queue.tracking')}
            hint={t('queue.trackingHint')}
            maxLength={60}
            optional
          />
        )}
        <Field
          {...(field('note') as object)}
          name="note"
          kind="textarea"
          rows={3}
          label={t('queue.note')}
          hint={t('queue.noteHint')}
          maxLength={500}
          optional
        />
        <div className="row acts">
          {one.moves.map((to, i) => (
            <Button
              key={to}
              name="to"
              value={to}
              kind={to === 'cancelled' ? 'danger' : i ? 'plain' : 'primary'}
            >
              {t(`queue.act.${to as 'sent'}`)}
            </Button>
          ))}
        </div>
        {one.moves.includes('cancelled') && <p className="quiet">{t('queue.cancelHint')}</p>}
      </form>
    </section>
  )
}

/** What happened to it, in order. */
function Way({ one: { steps } }: { one: Data }) {
  const { t } = useTranslation('rewards')
  return (
    <section className="stack" aria-labelledby="way">
      <h2 id="way">{t('queue.way')}</h2>
      <ol className="steps">
        {steps.map(({ state, at, by, note }, i) => (
          <li key={i}>
            <strong>{t(`queue.is.${state}`)}</strong> · <Time at={at} as="dateTime" />
            {by && <span className="quiet"> · {by}</span>}
            {note && <p className="said">{note}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}
