import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { deskSearch } from '#app/domain/workflow/desk.form.ts'
import { AuthorName } from '#app/ui/byline.tsx'
import { useFormat } from '#app/ui/format.ts'
import { Icon } from '#app/ui/icon.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { StatusChip } from '#app/ui/status-chip.tsx'
import { Time } from '#app/ui/time.tsx'
import { History } from '#app/ui/timeline.tsx'
import { DeskAnswer } from './desk-answer.tsx'
import { DeskAssign } from './desk-assign.tsx'
import { MovePanel, useReason } from './desk-composer.tsx'
import type { DeskPage } from './desk-loader.server.ts'
import { DeskCases } from './desk-cases.tsx'
import { DeskTags } from './desk-tags.tsx'
import { DeskVoters } from './desk-voters.tsx'
import type { Sent } from './desk.tsx'

export type Open = NonNullable<ReturnType<typeof useLoaderData<DeskPage>>['open']>
type Props = { open: Open; sent?: Sent }

/** One idea to read, answer and move, without leaving the list. */
export function DeskPanel({ open, sent }: Props) {
  const { t } = useTranslation('staff')
  return (
    <section
      className="desk-panel"
      id="panel"
      data-open={open.number}
      aria-labelledby="panel-title"
    >
      <header>
        <BackToList number={open.number} />
        <StatusChip status={open.status} />
        <h2 id="panel-title" lang={open.lang}>
          {open.title}
        </h2>
        <Rooms open={open} />
      </header>
      <Facts open={open} />
      <MovePanel open={open} sent={sent} />
      <Prose html={open.html} lang={open.lang} />
      <DeskAnswer open={open} sent={sent} />
      <DeskTags open={open} sent={sent} />
      <DeskAssign open={open} sent={sent} />
      <DeskVoters open={open} sent={sent} />
      <DeskCases open={open} />
      <Past open={open} />
      <p className="quiet">{t('desk.number', { number: open.number })}</p>
    </section>
  )
}

/** On a phone the open idea takes the place of the list. */
function BackToList({ number }: { number: number }) {
  const { t } = useTranslation('staff')
  const { query } = useLoaderData<DeskPage>()
  const rest = { ...query, idea: undefined, to: undefined }
  return (
    <p className="back-to-list">
      <a className="act" href={`/staff/ideas${deskSearch(rest)}#idea-${number}`}>
        <Icon name="arrow-left" /> {t('desk.back')}
      </a>
    </p>
  )
}

const icons = {
  dossier: 'scale',
  merge: 'git-merge',
  question: 'circle-question-mark',
  realised: 'star',
  appeal: 'scale',
  resubmission: 'pencil',
  round: 'calendar',
} as const

/** The idea's page, and the rooms of the staff beside it. */
function Rooms({ open }: Props) {
  const { t } = useTranslation('staff')
  return (
    <ul className="rooms">
      <li>
        <a href={open.path}>
          <Icon name="external-link" /> {t('desk.page')}
        </a>
      </li>
      {open.rooms.map((room) => (
        <li key={room}>
          <a href={`/staff/ideas/${open.number}/${room}`} data-room={room}>
            <Icon name={icons[room]} /> {t(`rooms.${room}`)}
          </a>
        </li>
      ))}
      {open.beside.map(({ name, href }) => (
        <li key={name}>
          <a href={href}>
            <Icon name={icons[name]} /> {t(`beside.${name}`)}
          </a>
        </li>
      ))}
    </ul>
  )
}

function Facts({ open }: Props) {
  const { t } = useTranslation('staff')
  const { number } = useFormat()
  return (
    <dl className="facts">
      <dt>{t('desk.facts.votes')}</dt>
      <dd>{number(open.votesCount)}</dd>
      <dt>{t('desk.facts.comments')}</dt>
      <dd>{number(open.commentsCount)}</dd>
      <dt>{t('desk.facts.category')}</dt>
      <dd>{open.category}</dd>
      <dt>{t('desk.facts.author')}</dt>
      <dd>
        <AuthorName author={open.author} /> · <Time at={open.publishedAt} as="date" />
      </dd>
    </dl>
  )
}

function Past({ open }: Props) {
  const { t } = useTranslation('staff')
  const told = useReason()
  if (!open.history.length) return null
  return (
    <section>
      <h2>{t('desk.history')}</h2>
      <History
        moves={open.history.map(({ id, status, team, note, reason, movedAt }) => ({
          key: id,
          label: status.label,
          date: movedAt,
          who: team ?? '–',
          tone: status.tone,
          icon: status.icon,
          reason: told(reason),
          note,
        }))}
      />
    </section>
  )
}
