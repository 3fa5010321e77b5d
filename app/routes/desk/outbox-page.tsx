import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Pagehead } from '#app/ui/pagehead.tsx'
import { TabsNav } from '#app/ui/tabs-nav.tsx'
import { Time } from '#app/ui/time.tsx'
import { DeadWork } from './dead-work.tsx'
import type { OutboxData } from '../staff/outbox.tsx'

const states = [undefined, 'waiting', 'done', 'dead'] as const

/** All the mail of the house: what waits, what was sent, and what nobody took. */
export function Outbox() {
  const { t } = useTranslation('staff')
  const { mails, state, counts, sends, trial, next, isFirst } = useLoaderData<OutboxData>()
  const path = (query: Record<string, string | undefined>) => {
    const said = Object.entries(query).filter((pair): pair is [string, string] => !!pair[1])
    return said.length ? `/staff/outbox?${new URLSearchParams(said)}` : '/staff/outbox'
  }
  return (
    <>
      <Pagehead title={t('outbox.title')} lead={t('outbox.lead')} />
      <div className="stack measure">
        {!sends && (
          <Notice tone="warning">{t(trial ? 'outbox.onTrial' : 'outbox.noServer')}</Notice>
        )}
        <DeadWork />
        <TabsNav
          label={t('outbox.states')}
          tabs={states.map((each) => ({
            href: path({ state: each }),
            label: t(`outbox.is.${each ?? 'all'}`),
            current: each === state,
            count: each && counts[each],
          }))}
        />
        {mails.length === 0 && (
          <Empty icon="mail" title={t('outbox.empty')} text={t('outbox.emptyText')} />
        )}
        <ol className="outbox">
          {mails.map((mail) => (
            <Mail key={mail.id} mail={mail} />
          ))}
        </ol>
        {(next || !isFirst) && (
          <nav className="row" aria-label={t('desk.pages')}>
            {!isFirst && <a href={path({ state })}>{t('outbox.newest')}</a>}
            {next && (
              <a className="btn plain" rel="next" href={path({ state, after: next })}>
                {t('outbox.older')}
              </a>
            )}
          </nav>
        )}
      </div>
    </>
  )
}

type MailProps = { mail: ReturnType<typeof useLoaderData<OutboxData>>['mails'][number] }

const looks = {
  waiting: { icon: 'clock', tone: 'progress' },
  done: { icon: 'circle-check', tone: 'done' },
  dead: { icon: 'circle-alert', tone: 'refused' },
} as const

function Mail({ mail }: MailProps) {
  const { t } = useTranslation('staff')
  const { sends } = useLoaderData<OutboxData>()
  const { icon, tone } = looks[mail.state]
  return (
    <li>
      <details>
        <summary>
          <span className="subject">{mail.subject}</span>
          <span className="quiet">
            <span className="status" data-tone={tone}>
              <Icon name={icon} /> {t(`outbox.is.${mail.state}`)}
            </span>{' '}
            {t('outbox.to', { to: mail.to })} ·{' '}
            <Time at={mail.doneAt ?? mail.createdAt} as="dateTime" />
          </span>
        </summary>
        <div className="letter">
          {mail.lines.map(({ text, href }, at) => (
            <span key={at}>{href ? <a href={href}>{text}</a> : text}</span>
          ))}
        </div>
      </details>
      {mail.lastError && (
        <p className="quiet">
          {t('outbox.failed', { attempts: mail.attempts, why: mail.lastError })}
        </p>
      )}
      {(mail.state === 'dead' || (mail.state === 'waiting' && sends && mail.attempts > 0)) && (
        <form method="post">
          <input type="hidden" name="jobId" value={mail.id} />
          <Button kind="plain">{t('outbox.retry')}</Button>
        </form>
      )}
    </li>
  )
}
