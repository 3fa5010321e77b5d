import type { SerializeFrom } from '@remix-run/node'
import { useTranslation } from 'react-i18next'
import { useTyped } from '#app/ui/use-typed.ts'
import { Time } from '#app/ui/time.tsx'
import type { QueuePage } from './queue-page.server.ts'
import { Signs } from './signs.tsx'

type Line = SerializeFrom<QueuePage>['rows'][number]

/** One thing that waits: its words, why it waits, whose it is, and who looks at it just now. */
export function Row({ row, search }: { row: Line; search: string }) {
  const { t } = useTranslation('moderation')
  const ticked = useTyped().text('item')
  const { id, version, subject, excerpt, author, number, title, openedAt, lookedAtBy } = row
  const said = excerpt.trim() || t('desk.noWords')
  return (
    <li data-row={id}>
      <label className="pick">
        <span className="vh">{t('desk.pick', { what: said.slice(0, 60) })}</span>
        <input
          type="checkbox"
          name="item"
          value={`${id}.${version}`}
          defaultChecked={ticked?.split(',').includes(`${id}.${version}`)}
        />
      </label>
      <div className="what">
        <h2>
          <a href={`/staff/moderation/${id}${search}`}>{said}</a>
        </h2>
        <p>
          {t(`desk.subject.${subject}`)} · {author ?? t('desk.nobody')}
          {number !== null && ` · ${t('desk.in', { title: title ?? '', number })}`} ·{' '}
          <Time at={openedAt} />
        </p>
        <Signs row={row} />
        {lookedAtBy && <p className="looked">{t('desk.lookedAt', { name: lookedAtBy })}</p>}
      </div>
    </li>
  )
}
