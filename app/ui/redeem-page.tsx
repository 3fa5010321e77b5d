import { useActionData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { Standing } from '#app/domain/rewards/reward.rules.ts'
import { limits } from '#app/domain/rewards/redeem.form.ts'
import { Breadcrumb } from './breadcrumb.tsx'
import { Button, ButtonLink } from './button.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Field } from './field.tsx'
import { useFormat } from './format.ts'
import { Pagehead } from './pagehead.tsx'
import { usePoints } from './points.tsx'
import { Refusal } from './redeem-refusal.tsx'
import type { RewardCardOf } from './reward-card.tsx'
import { useTyped } from './use-typed.ts'

export type RedeemOf = RewardCardOf & {
  standing: Standing & { taken: number }
  addressDays: number
  needsApproval: boolean
  available: number
  creditName: string
  idempotencyKey: string
  typed: Record<string, string>
  alternatives: RewardCardOf[]
}

type Props = { reward: RedeemOf }
export type Refused =
  Exclude<Standing['is'], 'can'> | 'other-wish' | 'price-changed' | 'address-needed'

/** The last look before a reward is taken: a summary, what is needed, one button. */
export function RedeemPage({ reward }: Props) {
  const { t } = useTranslation('rewards')
  const { slug, title } = reward
  return (
    <div className="redeem">
      <Breadcrumb
        steps={[
          { label: t('list.title'), href: '/rewards' },
          { label: title, href: `/rewards/${slug}` },
          { label: t('redeem.step') },
        ]}
      />
      <Pagehead title={t('redeem.title', { title })} />
      <Answer reward={reward} />
    </div>
  )
}

/** What was said to the last try, and the form as long as it may be sent, or holds something typed. */
function Answer({ reward }: Props) {
  const { is, ...told } = useRefusal(reward)
  const isTyped = told.isJustNow && (reward.kind === 'prize' || reward.kind === 'thanks')
  return (
    <>
      {is && <Refusal reward={reward} is={is} {...told} />}
      {(reward.standing.is === 'can' || isTyped) && <Wish reward={reward} />}
    </>
  )
}

function useRefusal({ standing }: RedeemOf) {
  const reply = useActionData() as { refused?: Refused; isKept?: boolean } | undefined
  const before = standing.is === 'can' ? undefined : standing.is
  return { is: reply?.refused ?? before, isJustNow: !!reply, isKept: !!reply?.isKept }
}

function Wish({ reward }: Props) {
  const { t } = useTranslation('rewards')
  const points = usePoints()
  const { kind, slug, price, idempotencyKey, typed } = reward
  const { errors, field } = useTyped({
    country: t('redeem.countryDefault'),
    creditName: reward.creditName,
    ...typed,
  })
  return (
    <>
      <ErrorSummary errors={errors} />
      <Summary reward={reward} />
      <form method="post" className="form" noValidate>
        <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
        <input type="hidden" name="price" value={price} />
        {kind === 'prize' && <Postal days={reward.addressDays} field={field} />}
        {kind === 'thanks' && (
          <Field
            {...field('creditName')}
            label={t('redeem.credit')}
            hint={t('redeem.creditHint')}
            maxLength={60}
            required
          />
        )}
        <div className="row acts">
          <Button>{t('redeem.button', { points: points.text(price) })}</Button>
          <ButtonLink kind="ghost" href={`/rewards/${slug}`}>
            {t('redeem.cancel')}
          </ButtonLink>
        </div>
      </form>
    </>
  )
}

function Summary({ reward }: Props) {
  const { t } = useTranslation('rewards')
  const { number } = useFormat()
  const points = usePoints()
  const { kind, title, price, available, needsApproval, addressDays } = reward
  const isAtOnce = !needsApproval && (kind === 'donation' || kind === 'thanks')
  const facts = [
    [t('redeem.what'), title],
    [t('redeem.cost'), points.text(price)],
    [t('redeem.left'), points.text(Math.max(0, available - price))],
    [
      t('redeem.delivery'),
      `${t(`one.how.${kind}`)}${needsApproval ? ` ${t('one.approved')}` : ''}`,
    ],
    [
      t('redeem.data'),
      kind === 'prize'
        ? t('one.need.prize', { count: addressDays, n: number(addressDays) })
        : t(`one.need.${kind}`),
    ],
    [t('redeem.after'), isAtOnce ? t(`redeem.back.${kind}Now`) : t(`redeem.back.${kind}`)],
  ] as const
  return (
    <section className="receipt" aria-label={t('redeem.summary')}>
      <dl>
        {facts.map(([name, said]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

type PostalProps = { days: number; field: ReturnType<typeof useTyped>['field'] }

function Postal({ days, field }: PostalProps) {
  const { t } = useTranslation('rewards')
  const { number } = useFormat()
  const line = (name: keyof typeof limits, autoComplete: string) => (
    <Field
      {...field(name)}
      label={t(`redeem.${name}`)}
      maxLength={limits[name]}
      autoComplete={`shipping ${autoComplete}`}
      required={name !== 'province'}
      optional={name === 'province'}
    />
  )
  return (
    <fieldset className="postal">
      <legend>{t('redeem.address')}</legend>
      <p className="hint">{t('redeem.addressWhy', { count: days, n: number(days) })}</p>
      {line('name', 'name')}
      {line('street', 'address-line1')}
      <div className="pair">
        {line('postcode', 'postal-code')}
        {line('city', 'address-level2')}
      </div>
      <div className="pair">
        {line('province', 'address-level1')}
        {line('country', 'country-name')}
      </div>
    </fieldset>
  )
}
