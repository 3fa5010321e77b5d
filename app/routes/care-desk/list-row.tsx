import { useTranslation } from 'react-i18next'
import { Icon } from '#app/ui/icon.tsx'
import { Time } from '#app/ui/time.tsx'
import { caseHref } from './case-href.ts'
import { SlaChip } from './sla-chip.tsx'
import type { List } from './list.tsx'

type Row = List['rows'][number]
type Props = { row: Row; view: string; isOpen: boolean; ticked?: boolean }

/** One case of the inbox: what is it about, who wrote, who has it, and how long there is left. */
export function CaseRow({ row, view, isOpen, ticked }: Props) {
  const { t } = useTranslation('care')
  const { id, number, subject, version, isUnread } = row
  return (
    <li
      className={isUnread ? 'case-row unread' : 'case-row'}
      id={`case-${id}`}
      data-row={id}
      aria-current={isOpen ? 'true' : undefined}
    >
      {ticked !== undefined && (
        <label className="pick">
          <span className="vh">{t('inbox.pick', { number, subject })}</span>
          <input type="checkbox" name="id" value={`${id}.${version}`} defaultChecked={ticked} />
        </label>
      )}
      <div className="what">
        <h2>
          <a className="open" href={caseHref(id, { view })}>
            {subject}
          </a>
        </h2>
        <Marks row={row} />
        <p className="quiet">
          {t('inbox.number', { number: String(number) })} ·{' '}
          <span className="who">{row.requester ?? t('inbox.someone')}</span> · {row.topic} ·{' '}
          <Time at={row.at} />
        </p>
      </div>
      <div className="stand">
        <Standing row={row} />
        <Holder row={row} />
      </div>
    </li>
  )
}

/** Who has it. */
function Holder({ row: { assignee, isMine } }: { row: Row }) {
  const { t } = useTranslation('care')
  return (
    <span className={assignee ? 'holder' : 'holder nobody'}>
      {assignee && <Icon name="user" />}
      {isMine ? t('inbox.mine') : (assignee ?? t('inbox.nobody'))}
    </span>
  )
}

/** What must be seen at once: unread, urgent, called by name; and the tags. */
function Marks({ row: { isUnread, isCalled, priority, tags } }: { row: Row }) {
  const { t } = useTranslation('care')
  const raised = priority === 'urgent' || priority === 'high' ? priority : undefined
  const marks = [
    isUnread && (
      <li key="unread" className="is-unread">
        <span className="dot" aria-hidden="true" /> {t('inbox.unread')}
      </li>
    ),
    isCalled && (
      <li key="called" className="is-called">
        <Icon name="message-circle" /> {t('inbox.called')}
      </li>
    ),
    raised && (
      <li key="raised" className={`is-${raised}`}>
        <Icon name="triangle-alert" /> {t(`inbox.priority.${raised}`)}
      </li>
    ),
    ...tags.map((tag) => (
      <li key={`tag ${tag}`} className="tag">
        {tag}
      </li>
    )),
  ].filter(Boolean)
  return marks.length ? <ul className="marks">{marks}</ul> : null
}

/** Its clock where one runs, else its state in words. */
function Standing({ row: { chip, state, snoozedUntil } }: { row: Row }) {
  const { t } = useTranslation('care')
  if (state === 'snoozed')
    return (
      <span className="sla">
        <Icon name="moon" />
        <span>
          {snoozedUntil ? (
            <>
              {t('inbox.until')} <Time at={snoozedUntil} as="dateTime" />
            </>
          ) : (
            t('inbox.untilReply')
          )}
        </span>
      </span>
    )
  if (chip) return <SlaChip chip={chip} />
  return <span className="sla">{t(`inbox.is.${state}`)}</span>
}
