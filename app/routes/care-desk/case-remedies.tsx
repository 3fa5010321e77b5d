import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { usePoints } from '#app/ui/points.tsx'
import { Time } from '#app/ui/time.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import { useCasePage } from './case-types.ts'

/** What was given to make good, and how more is. */
export function CaseRemedies() {
  const { t } = useTranslation('care')
  const { remedies, canGive, audience, isOwn } = useCasePage()
  const why = audience !== 'member' ? 'noMember' : isOwn ? 'own' : undefined
  return (
    <section aria-labelledby="panel-remedies" id="remedies">
      <h2 id="panel-remedies">{t('remedies.title')}</h2>
      <Given />
      {remedies.length === 0 && why && <p className="quiet">{t(`remedies.cannot.${why}`)}</p>}
      {canGive && !why && <GiveForm />}
    </section>
  )
}

function Given() {
  const { t } = useTranslation('care')
  const points = usePoints()
  const { remedies } = useCasePage()
  if (!remedies.length) return null
  return (
    <ul className="panel-list">
      {remedies.map(({ id, kind, amount, reward, reason, state, asker, askedAt }) => (
        <li key={id}>
          <b>{kind === 'points' ? points.signedText(amount) : reward}</b>
          <span>{reason}</span>
          <span className="quiet">
            {t(`remedies.state.${state}`)} · {asker} · <Time at={askedAt} as="date" />
          </span>
          {state === 'asked' && <a href="/staff/care/remedies">{t('remedies.toDecide')}</a>}
        </li>
      ))}
    </ul>
  )
}

function GiveForm() {
  const { t } = useTranslation('care')
  const points = usePoints()
  const { path, view, formKey, room, coupons } = useCasePage()
  const typed = useTyped({ what: 'points' })
  const names = ['what', 'amount', 'reason']
  const isOpen = typed.errors.some(({ name }) => names.includes(name))
  const left = Math.max(0, room.remedyPoints - room.points)
  const count = Math.max(0, room.remedyCoupons - room.coupons)
  return (
    <details className="panel-form" open={isOpen}>
      <summary className="btn plain">
        <Icon name="gift" /> {t('remedies.give')}
      </summary>
      <form method="post" action={`${path}/remedies`} className="stack" noValidate>
        <p className="quiet">
          {t('remedies.room', { points: points.text(left) })} {t('remedies.coupons', { count })}{' '}
          {t('remedies.above')}
        </p>
        <input type="hidden" name="view" value={view} />
        <input type="hidden" name="key" value={typed.text('key') ?? formKey} />
        <Field
          {...typed.field('what')}
          kind="select"
          label={t('remedies.what')}
          options={[
            { value: 'points', label: points.title },
            ...coupons.map(({ id, title, stock }) => ({
              value: id,
              label: t('remedies.coupon', { title, count: stock ?? 0 }),
            })),
          ]}
        />
        <Field
          {...typed.field('amount')}
          inputMode="numeric"
          maxLength={5}
          autoComplete="off"
          label={t('remedies.amount')}
          hint={t('remedies.amountHint')}
        />
        <Field
          {...typed.field('reason')}
          kind="textarea"
          rows={3}
          maxLength={300}
          label={t('remedies.reason')}
          hint={t('remedies.reasonHint')}
          required
        />
        <Button>{t('remedies.do')}</Button>
      </form>
    </details>
  )
}
