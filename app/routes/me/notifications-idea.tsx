import type { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Icon, type IconName } from '#app/ui/icon.tsx'
import { Time } from '#app/ui/time.tsx'
import type { NotificationsData } from './notifications.tsx'

type Data = ReturnType<typeof useLoaderData<NotificationsData>>
type Item = Data['days'][number]['ideas'][number]['items'][number]

/** What happened to one idea on one day, with the ways to have read it and to hear no more of it. */
export function IdeaNews({ items, back }: { items: Item[]; back: string }) {
  const { t } = useTranslation('notifications')
  const first = items[0]!
  const unread = items.filter(({ isRead }) => !isRead)
  const title = first.title ?? t('gone')
  return (
    <article>
      <header>
        <h3>{first.number ? <a href={`/ideas/${first.number}`}>{title}</a> : title}</h3>
        <div className="acts">
          {unread.length > 0 && (
            <form method="post" data-enhance="">
              <input type="hidden" name="ids" value={unread.map(({ id }) => id).join()} />
              <input type="hidden" name="redirectTo" value={back} />
              <button className="act" aria-label={t('readOneName', { what: title })}>
                <Icon name="check" />
                <span>{t('readOne')}</span>
              </button>
            </form>
          )}
          {first.number && (
            <Mute number={first.number} isMuted={first.isMuted} {...{ title, back }} />
          )}
        </div>
      </header>
      <ul>
        {items.map((item) => (
          <li key={item.id} className="news" data-unread={item.isRead ? undefined : ''}>
            <News item={item} />
          </li>
        ))}
      </ul>
    </article>
  )
}

type Muting = { number: number; isMuted: boolean; title: string; back: string }

function Mute({ number, isMuted, title, back }: Muting) {
  const { t } = useTranslation('notifications')
  const act = isMuted ? 'unmute' : 'mute'
  return (
    <form method="post" action={`/ideas/${number}/follow`} data-enhance="">
      <input type="hidden" name="intent" value={isMuted ? 'follow' : 'mute'} />
      <input type="hidden" name="redirectTo" value={back} />
      <button className="act" aria-label={t(isMuted ? 'unmuteName' : 'muteName', { title })}>
        <Icon name={isMuted ? 'bell' : 'bell-off'} />
        <span>{t(act)}</span>
      </button>
    </form>
  )
}

const icons: Record<string, IconName> = {
  moved: 'route',
  answered: 'megaphone',
  asked: 'circle-question-mark',
  evaluated: 'chart-column',
  appeal: 'scale',
  appealed: 'scale',
  'merge-asked': 'git-merge',
  merged: 'git-merge',
  realised: 'loaf',
  assigned: 'clipboard-check',
  'promise-near': 'clock',
  'promise-overdue': 'triangle-alert',
}
const iconOf = (event: string) =>
  icons[event.replace(/^(own|followed|staff)-/, '')] ?? 'message-circle'

function News({ item }: { item: Item }) {
  const { t } = useTranslation('notifications')
  const say = t as (key: string, values: object) => string
  const context = item.verb.includes('resub') ? 'resubmission' : undefined
  const who = item.who ?? t('somebody')
  const words = say(`news.${item.event}`, { who, status: item.status, context })
  return (
    <>
      <Icon name={iconOf(item.event)} />
      <div>
        <Way item={item}>{words}</Way>{' '}
        <span className="quiet">
          {!item.isRead && <span className="vh">{t('isUnread')} </span>}
          <Time at={item.createdAt} as="time" />
        </span>
      </div>
    </>
  )
}

/** Opening what was not read yet marks it as read, so it is a form; what was read is a plain link. */
function Way({ item, children }: { item: Item; children: string }) {
  if (!item.path) return children
  if (item.isRead) return <a href={item.path}>{children}</a>
  return (
    <form method="post">
      <input type="hidden" name="id" value={item.id} />
      <input type="hidden" name="redirectTo" value={item.path} />
      <button className="link">{children}</button>
    </form>
  )
}
