import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { RoundDesk } from '../staff/rounds-round.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { useFormat } from '#app/ui/format.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { DeskPicks } from './desk-picks.tsx'
import { DeskTable } from './desk-table.tsx'
import { RoundLine } from './ideas.tsx'
import { RoundChip, RoundDates, RoundRules } from './parts.tsx'

/** A round on the staff's side: what it holds, what is decided, what may be done with it. */
export function DeskRound() {
  const { t } = useTranslation('rounds')
  const { round, ideas } = useLoaderData<RoundDesk>()
  const isPlanned = round.state === 'planned'
  return (
    <>
      <Breadcrumb
        steps={[
          { label: t('staff.title'), href: '/staff/rounds' },
          { label: t('overline', { number: round.number }) },
        ]}
      />
      <Pagehead
        title={round.title}
        lead={<RoundDates round={round} />}
        above={<RoundChip state={round.state} />}
        action={<MainAct />}
      />
      <div className="sections">
        <State />
        <Links />
        {isPlanned ? (
          <>
            <DeskPicks />
            <Planned />
          </>
        ) : (
          <section aria-labelledby="round-ideas">
            <h2 id="round-ideas">{t('list.title')}</h2>
            {ideas.length ? (
              <DeskTable number={round.number} ideas={ideas} />
            ) : (
              <p className="quiet">{t('insideEmpty')}</p>
            )}
          </section>
        )}
        <Waiting />
      </div>
    </>
  )
}

function MainAct() {
  const { t } = useTranslation('rounds')
  const { round } = useLoaderData<RoundDesk>()
  if (round.state === 'open')
    return (
      <ButtonLink href={`/staff/rounds/${round.number}/publication`} icon="megaphone">
        {t('staff.publish')}
      </ButtonLink>
    )
  if (round.state !== 'planned') return null
  return (
    <form method="post" className="one-act">
      <Button name="intent" value="open" icon="arrow-right">
        {t('staff.open')}
      </Button>
      <p className="hint">{t('staff.openHint')}</p>
    </form>
  )
}

function State() {
  const { t } = useTranslation('rounds')
  const { number, dateTime } = useFormat()
  const { round, ideas, isDue } = useLoaderData<RoundDesk>()
  const open = ideas.filter(({ to, left }) => !to && !left).length
  const closes = dateTime(round.closesAt)
  if (round.state === 'cancelled') return <Notice title={t('cancelled')}>{round.cancelNote}</Notice>
  if (round.state === 'publishing')
    return <Notice title={t('staff.publishing')}>{t('staff.publishingText')}</Notice>
  if (isDue) return <Notice tone="warning">{t('staff.overdueOpen')}</Notice>
  if (round.isLate)
    return (
      <Notice tone="warning" title={t('staff.late')}>
        {t('staff.lateText', { count: open, n: number(open) })}
      </Notice>
    )
  if (round.state !== 'open') return null
  return (
    <Notice title={t('staff.inside')}>
      {t('staff.insideText')}
      {!open && ` ${t('staff.autoPublish', { closes })}`}
    </Notice>
  )
}

function Links() {
  const { t } = useTranslation('rounds')
  const { round } = useLoaderData<RoundDesk>()
  const here = `/staff/rounds/${round.number}`
  const isLive = round.state === 'planned' || round.state === 'open'
  return (
    <div className="row">
      <a href={`/rounds/${round.number}`}>{t('staff.public')}</a>
      {round.state === 'planned' && <a href={`${here}/edit`}>{t('staff.edit')}</a>}
      <a href={`${here}/decisions.csv`}>{t('staff.csv')}</a>
      {isLive && <a href={`${here}/cancellation`}>{t('staff.cancel')}</a>}
    </div>
  )
}

function Planned() {
  const { t } = useTranslation('rounds')
  const { round, enter } = useLoaderData<RoundDesk>()
  return (
    <>
      <section className="measure" aria-labelledby="round-enter">
        <h2 id="round-enter">{t('enter')}</h2>
        {enter?.total ? <RoundLine line={enter} /> : <p className="quiet">{t('enterEmpty')}</p>}
      </section>
      <section className="measure" aria-labelledby="round-rules">
        <h2 id="round-rules">{t('rules.title')}</h2>
        <RoundRules round={round} />
      </section>
    </>
  )
}

function Waiting() {
  const { t } = useTranslation('rounds')
  const { number } = useFormat()
  const { round, wait } = useLoaderData<RoundDesk>()
  if (!wait.total || round.state === 'published' || round.state === 'cancelled') return null
  return (
    <section className="measure" aria-labelledby="round-wait">
      <h2 id="round-wait">{t('list.waiting')}</h2>
      <p className="quiet">{t('list.waitingText', { count: wait.total, n: number(wait.total) })}</p>
      <RoundLine line={wait} />
    </section>
  )
}
