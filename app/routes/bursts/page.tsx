import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Field } from '#app/ui/field.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { Time } from '#app/ui/time.tsx'
import type { loader } from '../staff/bursts.tsx'

type Burst = ReturnType<typeof useLoaderData<typeof loader>>['bursts'][number]

/** The votes that came in bursts: why each was held, and what a moderator makes of it. */
export function BurstsPage() {
  const { t } = useTranslation('moderation')
  const { bursts } = useLoaderData<typeof loader>()
  return (
    <>
      <Breadcrumb
        steps={[
          { label: t('desk.title'), href: '/staff/moderation' },
          { label: t('bursts.title') },
        ]}
      />
      <Pagehead title={t('bursts.title')} lead={t('bursts.lead')} />
      {bursts.length ? (
        <ul className="plain-list sections">
          {bursts.map((burst) => (
            <li key={burst.id} id={`b-${burst.id}`} className="panel stack">
              <One burst={burst} />
            </li>
          ))}
        </ul>
      ) : (
        <Empty icon="circle-check" title={t('bursts.empty')} text={t('bursts.emptyText')} />
      )}
    </>
  )
}

function One({ burst }: { burst: Burst }) {
  const { t } = useTranslation('moderation')
  const { idea, votesCount, state, from, to, decidedAt, note } = burst
  return (
    <>
      <h2>
        {t('bursts.one', { count: votesCount })}{' '}
        <a href={`/ideas/${idea.number}/${idea.slug}`} lang={idea.lang}>
          {idea.title}
        </a>
      </h2>
      <p className="quiet">
        {t(`bursts.state.${state}`)}
        {decidedAt && (
          <>
            {' · '}
            <Time at={decidedAt} />
          </>
        )}
        {' · '}
        {t('bursts.from')} <Time at={from} as="dateTime" /> {t('bursts.to')}{' '}
        <Time at={to} as="dateTime" />
      </p>
      <Why burst={burst} />
      {note && <p>{t('bursts.noted', { note })}</p>}
      <Deciding burst={burst} />
    </>
  )
}

/** The figures that speak for it; nobody's name or address. */
function Why({ burst: { facts } }: { burst: Burst }) {
  const { t } = useTranslation('moderation')
  const { signs, ages, networks, mailboxes, disposable, pace } = facts
  return (
    <>
      <ul className="bullets">
        {signs.map((sign) => (
          <li key={sign}>{t(`bursts.sign.${sign}`)}</li>
        ))}
        <li>{t('bursts.ages', ages)}</li>
        {networks.length > 0 && (
          <li>{t('bursts.networks', { count: networks.length, sizes: networks.join(', ') })}</li>
        )}
        {mailboxes.length > 0 && (
          <li>{t('bursts.mailboxes', { count: mailboxes.length, sizes: mailboxes.join(', ') })}</li>
        )}
        {disposable > 0 && <li>{t('bursts.disposable', { count: disposable })}</li>}
      </ul>
      {pace.length > 1 && <Pace pace={pace} />}
    </>
  )
}

/** How the votes came, ten minutes by ten minutes. */
function Pace({ pace }: { pace: number[] }) {
  const { t } = useTranslation('moderation')
  const most = Math.max(...pace, 1)
  return (
    <svg
      role="img"
      aria-label={t('bursts.pace', { most })}
      viewBox={`0 0 ${Math.max(pace.length, 24)} 10`}
      height="40"
      preserveAspectRatio="none"
    >
      {pace.map((n, i) => (
        <rect
          key={i}
          x={i + 0.1}
          y={10 - (10 * n) / most}
          width="0.8"
          height={(10 * n) / most}
          fill="currentColor"
        />
      ))}
    </svg>
  )
}

function Deciding({ burst: { id, state, seen } }: { burst: Burst }) {
  const { t } = useTranslation('moderation')
  return (
    <form method="post" action={`/staff/moderation/bursts/${id}`} className="measure stack">
      <input type="hidden" name="seen" value={seen} />
      <Field
        name="note"
        id={`note-${id}`}
        label={t('bursts.note')}
        hint={t('bursts.noteHint')}
        maxLength={1000}
        optional
      />
      <div className="row">
        {state !== 'counted' && (
          <Button name="to" value="counted">
            {t('bursts.count')}
          </Button>
        )}
        {state !== 'annulled' && (
          <Button kind="danger" name="to" value="annulled">
            {t('bursts.annul')}
          </Button>
        )}
      </div>
    </form>
  )
}
