import { useTranslation } from 'react-i18next'
import { Breadcrumb } from './breadcrumb.tsx'
import { Columns } from './columns.tsx'
import { Icon } from './icon.tsx'
import { Pagehead } from './pagehead.tsx'
import { usePoints } from './points.tsx'
import { Prose } from './prose.tsx'
import { kindIcons, type RewardCardOf } from './reward-card.tsx'
import { RewardPanel } from './reward-panel.tsx'

export type RewardPageOf = RewardCardOf & {
  html: string
  termsHtml: string | null
  perMember: number | null
  needsApproval: boolean
  addressDays: number
  goal: number | null
  raised: number
  named: string[]
}

type Props = { reward: RewardPageOf }

/** A reward as everybody reads it, and beside it what it is to the reader. */
export function RewardThing({ reward }: Props) {
  const { t } = useTranslation('rewards')
  const { kind, title, html, termsHtml } = reward
  return (
    <article className="reward">
      <Breadcrumb steps={[{ label: t('list.title'), href: '/rewards' }, { label: title }]} />
      <Pagehead
        title={title}
        above={
          <span className="kind">
            <Icon name={kindIcons[kind]} /> {t(`kind.${kind}`)}
          </span>
        }
      />
      <Columns
        aside={<RewardPanel reward={reward} />}
        label={t('one.facts')}
        first={<First reward={reward} />}
      >
        <div className="stack">
          <Prose html={html} />
          {kind === 'thanks' && <Named names={reward.named} />}
          {termsHtml && (
            <section>
              <h2>{t('one.terms')}</h2>
              <Prose html={termsHtml} />
            </section>
          )}
        </div>
      </Columns>
    </article>
  )
}

function First({ reward }: Props) {
  const { photo, goal, kind } = reward
  return (
    <div className="stack">
      {!photo && (
        <div className="reward-photo no-photo">
          <Icon name={kindIcons[kind]} />
        </div>
      )}
      {photo && (
        <img
          className="reward-photo"
          src={`/images/${photo.id}/large`}
          alt={photo.alt}
          width={photo.width}
          height={photo.height}
        />
      )}
      {!!goal && <Raised raised={reward.raised} goal={goal} />}
    </div>
  )
}

/** What all want to reach together: words first, and the same as a bar. */
function Raised({ raised, goal }: { raised: number; goal: number }) {
  const { t } = useTranslation('rewards')
  const points = usePoints()
  const words = { raised: points.number(raised), goal: points.text(goal) }
  const percent = points.number(Math.floor((raised / goal) * 100))
  return (
    <section className="progress raised" aria-labelledby="raised">
      <h2 id="raised">{t('one.raisedTitle')}</h2>
      <p>{t(raised < goal ? 'one.raised' : 'one.raisedAll', words)}</p>
      <progress
        value={Math.min(raised, goal)}
        max={goal}
        aria-label={t('one.raisedBar', { percent })}
      />
    </section>
  )
}

/** Who is named, as they wanted to be. */
function Named({ names }: { names: string[] }) {
  const { t } = useTranslation('rewards')
  return (
    <section>
      <h2>{t('one.named')}</h2>
      {names.length ? (
        <ul className="credited">
          {names.map((name, i) => (
            <li key={i}>{name}</li>
          ))}
        </ul>
      ) : (
        <p className="quiet">{t('one.namedNone')}</p>
      )}
    </section>
  )
}
