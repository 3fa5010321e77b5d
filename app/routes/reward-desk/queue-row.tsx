import { useTranslation } from 'react-i18next'
import { Points } from '#app/ui/points.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Page } from './queue.tsx'

type Row = Page['rows'][number]

/** One redemption of the queue; its own one nobody can pick. */
export function QueueRow({ row, ticked }: { row: Row; ticked: boolean }) {
  const { t } = useTranslation('rewards')
  const { id, title, person, isOwn, moves, tracking, creditName } = row
  const who = person?.displayName ?? t('queue.former')
  const canPick = moves.length > 0
  return (
    <li>
      <label className="pick">
        <span className="vh">{t('queue.pick', { title, who })}</span>
        <input
          type="checkbox"
          name="id"
          value={id}
          disabled={!canPick}
          defaultChecked={ticked && canPick}
        />
      </label>
      <div className="what">
        <h2>
          <a href={`/staff/redemptions/${id}`}>{title}</a>
        </h2>
        <p>
          {person ? <a href={`/members/${person.handle}`}>{who}</a> : who} ·{' '}
          <Time at={row.createdAt} /> · <Points n={row.price} />
        </p>
        {creditName && <p>{t('queue.namedAs', { name: creditName })}</p>}
        {tracking && <p>{t('queue.trackedAs', { tracking })}</p>}
        {isOwn && <p>{t('queue.own')}</p>}
      </div>
      <a className="more" href={`/staff/redemptions/${id}`}>
        {t('queue.open')}
        <span className="vh">
          : {title}, {who}
        </span>
      </a>
    </li>
  )
}
