import type { ReactNode } from 'react'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Time } from '#app/ui/time.tsx'
import type { ItemPage } from './item-page.server.ts'
import { Rule, stateOf } from './past.tsx'

/** Whoever is behind it: since when, how much they said, how they stand, what was decided on them. */
export function Behind() {
  const { t } = useTranslation('moderation')
  const { history } = useLoaderData<ItemPage>()
  if (!history) return <p className="quiet">{t('desk.person.none')}</p>
  const { ideasCount, commentsCount, itemsCount, flagging, level } = history
  return (
    <section aria-labelledby="person" className="stack">
      <h2 id="person">
        <a href={`/members/${history.handle}`}>{history.displayName}</a>
      </h2>
      <dl className="facts">
        <Fact label={t('desk.person.since')}>
          <Time at={history.joinedAt} as="date" />
        </Fact>
        {level && <Fact label={t('desk.person.level')}>{level}</Fact>}
        <Fact label={t('desk.person.said')}>
          {t('desk.person.ideas', { count: ideasCount })},{' '}
          {t('desk.person.comments', { count: commentsCount })}
        </Fact>
        <Fact label={t('desk.person.items')}>{itemsCount}</Fact>
        {flagging && (
          <Fact label={t('desk.person.flagging')}>
            {t('desk.accuracy', { count: flagging.decided, upheld: flagging.upheld })}
          </Fact>
        )}
        <Standing />
      </dl>
      <h3>{t('desk.person.past')}</h3>
      {history.past.length === 0 && <p className="quiet">{t('desk.person.noPast')}</p>}
      <ul className="past plain-list">
        {history.past.map((decision) => (
          <li key={decision.id}>
            <p>
              {t(`desk.done.${decision.act}`)} · <Rule of={decision.reason} /> ·{' '}
              <Time at={decision.decidedAt} />
              {stateOf(decision) && ` · ${t(`desk.past.${stateOf(decision)!}`)}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Standing() {
  const { t } = useTranslation('moderation')
  const { history } = useLoaderData<ItemPage>()
  if (!history) return null
  const { suspendedAt, suspendedUntil, silencedUntil, isStaff } = history
  return (
    <>
      {isStaff && <Fact label={t('desk.person.role')}>{t('desk.person.staff')}</Fact>}
      {suspendedAt && (
        <Fact label={t('desk.person.suspended')}>
          {suspendedUntil ? <Time at={suspendedUntil} as="date" /> : t('desk.person.forGood')}
        </Fact>
      )}
      {silencedUntil && (
        <Fact label={t('desk.person.silenced')}>
          <Time at={silencedUntil} as="date" />
        </Fact>
      )}
    </>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
