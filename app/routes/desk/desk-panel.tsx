import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { deskSearch } from '#app/domain/workflow/desk.form.ts'
import { Button } from '#app/ui/button.tsx'
import { AuthorName } from '#app/ui/byline.tsx'
import { useFormat } from '#app/ui/format.ts'
import { Icon } from '#app/ui/icon.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { StatusChip } from '#app/ui/status-chip.tsx'
import { Time } from '#app/ui/time.tsx'
import { History } from '#app/ui/timeline.tsx'
import { DeskAnswer } from './desk-answer.tsx'
import type { DeskPage } from './desk-loader.server.ts'
import { MoveFields, Problems } from './desk-move.tsx'
import type { Sent } from './desk.tsx'

export type Open = NonNullable<ReturnType<typeof useLoaderData<DeskPage>>['open']>
type Props = { open: Open; sent?: Sent }

/** One idea to read, answer and move, without leaving the list. */
export function DeskPanel({ open, sent }: Props) {
  const { t } = useTranslation('staff')
  return (
    <section className="desk-panel" id="panel" data-open="" aria-labelledby="panel-title">
      <header>
        <BackToList number={open.number} />
        <StatusChip status={open.status} />
        <h2 id="panel-title" lang={open.lang}>
          {open.title}
        </h2>
        <p>
          <a className="act" href={open.path}>
            {t('desk.page')} <Icon name="external-link" />
          </a>
        </p>
      </header>
      <Facts open={open} />
      <MovePanel open={open} sent={sent} />
      <Prose html={open.html} lang={open.lang} />
      <DeskAnswer open={open} sent={sent} />
      <Past open={open} />
    </section>
  )
}

/** On a phone the open idea takes the place of the list. */
function BackToList({ number }: { number: number }) {
  const { t } = useTranslation('staff')
  const { query } = useLoaderData<DeskPage>()
  const list = `/staff/ideas${deskSearch({ ...query, idea: undefined })}#idea-${number}`
  return (
    <p className="back-to-list">
      <a className="act" href={list}>
        <Icon name="arrow-left" /> {t('desk.back')}
      </a>
    </p>
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

function MovePanel({ open, sent }: Props) {
  const { t } = useTranslation('staff')
  const { query } = useLoaderData<DeskPage>()
  if (!open.moves.length) return <p className="quiet">{t('move.none')}</p>
  const search = deskSearch(query)
  return (
    <form method="post" action={`/staff/ideas/${open.number}/status${search}`} className="composer">
      <Problems sent={sent} of="move" />
      <input type="hidden" name="from" value={open.status.key} />
      <input type="hidden" name="redirectTo" value={`/staff/ideas${search}`} />
      <MoveFields of="move" sent={sent} moves={open.moves} />
      <Button icon="send">{t('move.do')}</Button>
    </form>
  )
}

function Past({ open }: Props) {
  const { t, i18n } = useTranslation('staff')
  const say = t as (key: string) => string
  const told = (reason: string | null) =>
    reason && i18n.exists(`staff:reasons.${reason}`) ? say(`reasons.${reason}`) : null
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
