import { useTranslation } from 'react-i18next'
import { type Kind, roadOf, type RedemptionState } from '#app/domain/rewards/redemption.rules.ts'
import { Breadcrumb } from './breadcrumb.tsx'
import { Button } from './button.tsx'
import { useFormat } from './format.ts'
import { Icon } from './icon.tsx'
import { Notice } from './notice.tsx'
import { OwnAddress, type PostalOf } from './own-address.tsx'
import { Pagehead } from './pagehead.tsx'
import { usePoints } from './points.tsx'
import { kindIcons } from './reward-card.tsx'
import { Time } from './time.tsx'
import { Timeline } from './timeline.tsx'

type Moment = Date | string
type StepOf = {
  id: string
  state: RedemptionState
  at: Moment
  note: string
  by: 'you' | 'team' | 'house'
}

export type OwnRewardOf = {
  id: string
  state: RedemptionState
  price: number
  createdAt: Moment
  shownAt: Moment | null
  tracking: string
  creditName: string
  addressUntil: Moment | null
  address: PostalOf | null | 'unreadable'
  code: string | null
  canGiveBack: boolean
  kind: Kind
  slug: string
  needsApproval: boolean
  isPublic: boolean
  title: string
  steps: StepOf[]
}

type Props = { own: OwnRewardOf }

/** A reward that somebody took, as only they see it. */
export function OwnReward({ own }: Props) {
  const { t } = useTranslation('rewards')
  const { date } = useFormat()
  const points = usePoints()
  const { kind, title, state, price, slug } = own
  const paid = { points: points.text(price), date: date(own.createdAt) }
  return (
    <article className="own-reward">
      <Breadcrumb steps={[{ label: t('own.crumb'), href: '/me/rewards' }, { label: title }]} />
      <Pagehead
        title={title}
        lead={t('own.paid', paid)}
        above={
          <span className="kind">
            <Icon name={kindIcons[kind]} /> {t(`kind.${kind}`)}
          </span>
        }
      >
        {own.isPublic && (
          <p>
            <a href={`/rewards/${slug}`}>{t('own.toReward')}</a>
          </p>
        )}
      </Pagehead>
      {state === 'cancelled' ? (
        <Notice title={t('own.cancelledTitle')}>
          <p>{t('own.cancelledText', { points: points.text(price) })}</p>
        </Notice>
      ) : (
        <Road own={own} />
      )}
      {kind === 'coupon' && state !== 'cancelled' && <Code own={own} />}
      <Facts own={own} />
      {own.canGiveBack && <GiveBack own={own} />}
      <History steps={own.steps} kind={kind} />
    </article>
  )
}

function useStateWords(kind: Kind) {
  const { t } = useTranslation('rewards')
  return (state: RedemptionState) =>
    state === 'delivered' ? t(`state.ready.${kind}`) : t(`state.${state}`)
}

/** What nobody has to approve is not shown as approved. */
function Road({ own: { kind, needsApproval, state, steps } }: Props) {
  const { t } = useTranslation('rewards')
  const say = useStateWords(kind)
  const isLong = kind === 'prize' || needsApproval
  const road = roadOf(kind).filter((step) => isLong || step !== 'approved')
  const here = road.indexOf(state)
  return (
    <Timeline
      label={t('own.road')}
      steps={road.map((step, i) => ({
        key: step,
        label: say(step),
        date: steps.findLast((taken) => taken.state === step)?.at,
        state: i < here ? 'done' : i === here ? 'current' : 'next',
      }))}
    />
  )
}

function Code({ own: { code, state, shownAt } }: Props) {
  const { t } = useTranslation('rewards')
  const { dateTime } = useFormat()
  if (state !== 'delivered') return <Notice>{t('own.codeLater')}</Notice>
  if (code === 'unreadable') return <Notice tone="warning">{t('own.unreadable')}</Notice>
  return (
    <section className="receipt coupon" id="code" aria-labelledby="code-title">
      <h2 id="code-title">{t('own.code')}</h2>
      {code && shownAt ? (
        <>
          <p className="secret">
            <code translate="no">{code}</code>
          </p>
          <p>{t('own.codeOnly')}</p>
          <p className="quiet">{t('own.codeSeen', { date: dateTime(shownAt) })}</p>
        </>
      ) : (
        <form method="post">
          <Button name="intent" value="show" icon="eye">
            {t('own.show')}
          </Button>
          <p className="quiet">{t('own.showHint')}</p>
        </form>
      )}
    </section>
  )
}

function Facts({ own }: Props) {
  const { t } = useTranslation('rewards')
  const { tracking, creditName, kind, state } = own
  return (
    <div className="stack">
      {tracking && (
        <p>
          {t('own.tracking')}: <strong>{tracking}</strong>
        </p>
      )}
      {creditName && (
        <p>
          {t('own.credit')}: <strong>{creditName}</strong>
        </p>
      )}
      {kind === 'prize' && state !== 'cancelled' && (
        <OwnAddress address={own.address} until={own.addressUntil} />
      )}
    </div>
  )
}

function GiveBack({ own: { kind, price } }: Props) {
  const { t } = useTranslation('rewards')
  const points = usePoints()
  return (
    <section aria-labelledby="give-back">
      <h2 id="give-back">{t('own.cancelTitle')}</h2>
      <p>{t(`own.cancelText.${kind}`)}</p>
      <form method="post">
        <Button kind="plain" name="intent" value="cancel" icon="undo-2">
          {t('own.cancel', { points: points.text(price) })}
        </Button>
      </form>
    </section>
  )
}

function History({ steps, kind }: { steps: StepOf[]; kind: Kind }) {
  const { t } = useTranslation('rewards')
  const say = useStateWords(kind)
  return (
    <section aria-labelledby="steps">
      <h2 id="steps">{t('own.steps')}</h2>
      <ol className="steps">
        {steps.map(({ id, state, at, note, by }) => (
          <li key={id}>
            <p>
              <b>{say(state)}</b> <span className="quiet">{t(`own.by.${by}`)}</span>
            </p>
            {note && <p className="note">{note}</p>}
            <Time at={at} as="dateTime" />
          </li>
        ))}
      </ol>
    </section>
  )
}
