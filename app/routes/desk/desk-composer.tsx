import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { deskSearch } from '#app/domain/workflow/desk.form.ts'
import { Button } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Time } from '#app/ui/time.tsx'
import { useTyped } from '#app/ui/use-typed.ts'
import type { DeskPage } from './desk-loader.server.ts'
import { MoveFields, Problems } from './desk-move.tsx'
import type { Open } from './desk-panel.tsx'
import type { Sent } from './desk.tsx'

type Props = { open: Open; sent?: Sent }

/** The move of the open idea and what is said with it, to how many. */
export function MovePanel({ open, sent }: Props) {
  const { t } = useTranslation('staff')
  const { query } = useLoaderData<DeskPage>()
  if (!open.moves.length) return <p className="quiet">{t('move.none')}</p>
  const search = deskSearch(query)
  const back = deskSearch({ ...query, to: undefined })
  return (
    <form
      method="post"
      action={`/staff/ideas/${open.number}/status${search}`}
      className="composer"
      id="composer"
      data-desk
    >
      <Problems sent={sent} of="move" />
      <Meanwhile open={open} sent={sent} />
      <input type="hidden" name="from" value={open.status.key} />
      <input type="hidden" name="redirectTo" value={`/staff/ideas${back}`} />
      <MoveFields key={query.to} of="move" sent={sent} moves={open.moves} to={query.to} />
      <p className="audience">
        <Icon name="bell-ring" />
        <span>{t(open.audience ? 'move.audience' : 'move.nobody', { count: open.audience })}</span>
      </p>
      <Button icon="send">{t('move.do')}</Button>
    </form>
  )
}

/** What somebody else did while this was written: both versions side by side, nothing lost. */
function Meanwhile({ open, sent }: Props) {
  const { t } = useTranslation('staff')
  const told = useReason()
  const from = useTyped().text('from')
  const last = open.history.at(-1)
  if (sent !== 'move' || !from || from === open.status.key || !last) return null
  return (
    <Notice
      tone="warning"
      title={t('move.meanwhile', { team: last.team ?? '–', status: open.status.label })}
    >
      <p>
        <Time at={last.movedAt} as="dateTime" />
      </p>
      {last.reason && <p>{told(last.reason)}</p>}
      {last.note && <blockquote>{last.note}</blockquote>}
      <p>{t('move.yours')}</p>
    </Notice>
  )
}

/** The words of a coded reason; nothing for a code that the house has no words for. */
export function useReason() {
  const { t, i18n } = useTranslation('staff')
  const say = t as (key: string) => string
  return (reason: string | null) =>
    reason && i18n.exists(`staff:reasons.${reason}`) ? say(`reasons.${reason}`) : null
}
