import { type SerializeFrom } from '@remix-run/node'
import { useTranslation } from 'react-i18next'
import { Icon } from '#app/ui/icon.tsx'
import { Time } from '#app/ui/time.tsx'
import type { DecisionsData } from '../me/decisions.tsx'

type Data = SerializeFrom<DecisionsData>

/** The decisions about somebody, each with what can still be done about it. */
export function Statements({ rows }: { rows: Data['rows'] }) {
  const { t } = useTranslation('moderation')
  return (
    <section className="stack" aria-labelledby="decided">
      <h2 id="decided">{t('statement.decisions')}</h2>
      <ul className="papers">
        {rows.map(({ id, act, subject, decidedAt, recourse, outcome, liftedAt }) => (
          <li key={id} data-lifted={liftedAt ? '' : undefined}>
            <a href={`/me/decisions/${id}`}>
              {t(`statement.acts.${act}`, { what: t(`statement.subjects.${subject}`) })}
            </a>
            <p className="quiet">
              <Time at={decidedAt} as="date" /> ·{' '}
              {t(`statement.recourse.${outcome ?? (liftedAt ? 'lifted' : recourse)}`)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What waits for a moderator before others read it. */
export function Waiting({ rows }: { rows: Data['waiting'] }) {
  const { t } = useTranslation('moderation')
  return (
    <section className="stack" id="waiting" aria-labelledby="waits">
      <h2 id="waits">{t('statement.waiting')}</h2>
      <p>{t('statement.waitingText')}</p>
      <ul className="papers">
        {rows.map(({ id, subject, excerpt, openedAt }) => (
          <li key={id}>
            <p className="as-written">{short(excerpt)}</p>
            <p className="quiet">
              <Icon name="hourglass" /> {t(`statement.subjects.${subject}`)} ·{' '}
              <Time at={openedAt} as="date" />
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

const short = (text: string) => (text.length > 240 ? `${text.slice(0, 240)}…` : text)

/** What somebody reported, and what came of it. */
export function Reported({ rows }: { rows: Data['reported'] }) {
  const { t } = useTranslation(['moderation', 'ideas'])
  return (
    <section className="stack" id="flags" aria-labelledby="reported">
      <h2 id="reported">{t('moderation:statement.reported')}</h2>
      <ul className="papers">
        {rows.map(({ id, subject, reason, outcome, createdAt }) => (
          <li key={id}>
            <p>
              <b>{t(`moderation:statement.flagOutcomes.${outcome ?? 'open'}`)}</b>
            </p>
            <p className="quiet">
              {t(`moderation:objections.subjects.${subject}`)} ·{' '}
              {t(`ideas:flags.reasons.${reason}`)} · <Time at={createdAt} as="date" />
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
